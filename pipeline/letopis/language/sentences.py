"""Sentence bounds: razdel's, ended at every line break, and joined again after abbreviations."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np
from razdel import sentenize
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

MAX_TOKENS = 200
"""A longer sentence is cut: the parser's cost grows with the square of a sentence's length."""


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads(files("letopis.language").joinpath("abbreviations.toml").read_text("utf-8"))
    return frozenset(data["before"]), frozenset(data["after_number"])


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether the sentence before token `start` in truth goes on there, its last full stop an abbreviation's."""
    if start < 2 or doc[start - 1].text != ".":
        return False
    before, after_number = _abbreviations()
    word, following = doc[start - 2], doc[start]
    form = word.lower_
    if len(word.text) == 1 and word.text.isupper() and word.is_alpha:
        return True
    if following.text[:1].islower() and (form in before or form in after_number):
        return True
    figure_before = start >= 3 and _is_figure(doc[start - 3])
    if form in after_number and figure_before:
        return not following.text[:1].isupper()
    return form in before


def _is_figure(token: Token) -> bool:
    return token.text[-1].isdigit() or token.text[0].isdigit() or token.text.isupper()


def _starts(text: str) -> list[int]:
    """Character offsets at which razdel begins a sentence, each line taken by itself."""
    starts: list[int] = []
    at = 0
    for line in text.split("\n"):
        starts.extend(at + sentence.start for sentence in sentenize(line))
        at += len(line) + 1
    return starts


@Language.component("letopis_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token of `doc`."""
    starts = set(_starts(doc.text))
    firsts = []
    length = 0
    for token in doc:
        after_break = token.i > 0 and "\n" in doc[token.i - 1].text
        first = token.i == 0 or after_break
        if not first and token.idx in starts and not token.is_space:
            first = not _goes_on(doc, token.i)
        if not first and length >= MAX_TOKENS and ((token.i and doc[token.i - 1].is_punct) or length >= 2 * MAX_TOKENS):
            first = True
        firsts.append(1 if first else -1)
        length = 1 if first else length + 1
    # Token by token, spaCy would look through the whole document at each one.
    doc.from_array([SENT_START], np.array(firsts, dtype="int64").astype("uint64").reshape(-1, 1))
    return doc
