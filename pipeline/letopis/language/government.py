"""Which cases a preposition asks of the phrase after it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

_LOOK_BACK = 4


@cache
def prepositions() -> dict[str, frozenset[str]]:
    """Every preposition with the cases it governs, as `government.toml` lists them."""
    return {word: frozenset(cases.split("|")) for cases, words in _data()["cases"].items() for word in words}


@cache
def simple() -> frozenset[str]:
    """The prepositions that are no other part of speech."""
    return frozenset(_data()["simple"]["words"])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("letopis.language").joinpath("government.toml").read_text("utf-8"))


def governed(doc: Doc, start: int) -> frozenset[str]:
    """The cases asked of a phrase that begins at token `start` by the preposition before it.

    Adjectives and nouns in apposition may stand between; empty where no preposition is near.
    """
    known = prepositions()
    for at in range(start - 1, max(start - _LOOK_BACK, 0) - 1, -1):
        token = doc[at]
        if token.lower_ in known and (token.pos_ == "ADP" or at == start - 1):
            return known[token.lower_]
        if token.pos_ not in {"ADJ", "DET"} and at != start - 1:
            break
        if token.is_punct or token.pos_ in {"VERB", "SPACE", "CCONJ", "SCONJ"}:
            break
    return frozenset()
