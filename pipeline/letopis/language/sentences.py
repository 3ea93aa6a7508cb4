"""Sentence bounds: razdel's, ended at every line break, and joined again after abbreviations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from razdel import sentenize
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from letopis.language.historical import modern
from letopis.sources.vocabulary import analyzer

MAX_TOKENS = 200
"""A longer sentence is cut: the parser's cost grows with the square of a sentence's length."""
_LONGEST_LINE = 20_000
"""Characters of a line that is taken whole."""
_ENTRY = frozenset({"род", "ум", "сконч", "осн"})
"""Abbreviated verbs that begin a sentence of an encyclopedia."""
_LETTERS = frozenset({"А", "В", "И", "К", "О", "С", "У", "Я"})
"""Words of one letter; with a full stop they are initials."""
_ROMAN = re.compile(r"[IVXLCDM]+")


@cache
def _prepositions() -> frozenset[str]:
    data = tomllib.loads(files("letopis.language").joinpath("abbreviations.toml").read_text("utf-8"))
    return frozenset(data["prepositions"])


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads(files("letopis.language").joinpath("abbreviations.toml").read_text("utf-8"))
    return frozenset(data["before"]), frozenset(data["after_number"])


def is_cut_short(form: str) -> bool:
    """Whether the form is an abbreviation after whose full stop a sentence goes on (`урожд.`)."""
    return form.lower() in _abbreviations()[0]


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether the sentence before token `start` in truth goes on there, its last full stop an abbreviation's."""
    if start < 2 or doc[start - 1].text != ".":
        return False
    before, after_number = _abbreviations()
    word, following = doc[start - 2], doc[start]
    form, next_form = word.lower_, following.text
    if len(word.text) == 1 and word.text.isupper() and word.is_alpha:
        return True
    if form not in before and form not in after_number:
        return False
    if next_form[:1].islower() or _ROMAN.fullmatch(next_form):
        return True
    if next_form.lower() in _ENTRY and start + 1 < len(doc) and doc[start + 1].text == ".":
        return False
    if form in {"д", "п", "др", "пр"} and start >= 4 and doc[start - 4].lower_ in {"т", "и"}:
        return not _is_common(next_form)
    if form in after_number and start >= 3 and _is_figure(doc[start - 3]):
        return not _is_common(next_form)
    return form in before


def _begins_after_figure(doc: Doc, first: int, start: int) -> bool:
    """Whether a sentence begins at `start` after `1942 г.`: `… при пожаре 1942 г. Описание составила …`.

    It does where a common word is written with a capital and the sentence that began at `first` has its verb;
    a name, or `В 1919 г. Вятский совнархоз …`, goes on. A preposition with a capital always begins one.
    """
    if start < 3 or doc[start - 1].text != "." or doc[start - 2].lower_ not in _abbreviations()[1]:
        return False
    following = doc[start].text
    if not _is_figure(doc[start - 3]) or not following[:1].isupper() or _ROMAN.fullmatch(following):
        return False
    if following.lower() in _prepositions() and start + 1 < len(doc) and doc[start + 1].text != ".":
        return True
    letter = following in _LETTERS and start + 1 < len(doc) and doc[start + 1].text != "."
    return (letter or _is_common(following)) and any(_is_verb(token.text) for token in doc[first : start - 2])


@lru_cache(maxsize=1 << 14)
def _is_common(form: str) -> bool:
    """Whether the dictionary knows the word and knows no name of that form."""
    known = [found for found in analyzer().analyze(modern(form)) if found.source == "dictionary"]
    return len(form) > 1 and bool(known) and all(found.pos != "PROPN" for found in known)


@lru_cache(maxsize=1 << 15)
def _is_verb(form: str) -> bool:
    """Whether the form is likeliest a finite verb or a short participle."""
    found = next(iter(analyzer().analyze(modern(form))), None)
    if found is None or found.pos != "VERB" or found.source != "dictionary":
        return False
    return found.feats.get("VerbForm") == "Fin" or found.feats.get("Variant") == "Short"


def _is_figure(token: Token) -> bool:
    return token.text[-1].isdigit() or token.text[0].isdigit() or bool(_ROMAN.fullmatch(token.text.split("-")[0]))


def _starts(text: str) -> list[int]:
    """Character offsets at which razdel begins a sentence, each line taken by itself."""
    starts: list[int] = []
    at = 0
    for line in text.split("\n"):
        for begin, end in _pieces(line):
            found = (begin + sentence.start for sentence in sentenize(line[begin:end]))
            starts.extend(at + start for start in found if not begin or start > begin)
        at += len(line) + 1
    return starts


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """`line` whole, or where it is very long in pieces, cut after a full stop, else at a space.

    razdel's cost grows with the square of what it is given.
    """
    begin = 0
    while len(line) - begin > _LONGEST_LINE:
        last = begin + _LONGEST_LINE
        stop, space = line.rfind(". ", begin + 1, last), line.rfind(" ", begin + 1, last)
        end = stop + 1 if stop > 0 else space if space > 0 else last
        yield begin, end
        begin = end
    yield begin, len(line)


@Language.component("letopis_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token of `doc`."""
    starts = set(_starts(doc.text))
    firsts = []
    length = began = 0
    for token in doc:
        after_break = token.i > 0 and "\n" in doc[token.i - 1].text
        first = token.i == 0 or after_break
        if not first and token.idx in starts and not token.is_space:
            first = not _goes_on(doc, token.i)
        if not first and token.i and not token.is_space:
            first = _begins_after_figure(doc, began, token.i)
        if not first and length >= MAX_TOKENS and ((token.i and doc[token.i - 1].is_punct) or length >= 2 * MAX_TOKENS):
            first = True
        if first:
            began = token.i
        firsts.append(1 if first else -1)
        length = 1 if first else length + 1
    # Token by token, spaCy would look through the whole document at each one.
    bounds: Any = np.array(firsts, dtype="int64").astype("uint64").reshape(-1, 1)
    doc.from_array([SENT_START], bounds)
    return doc
