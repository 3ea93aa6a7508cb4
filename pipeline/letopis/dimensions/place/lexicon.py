"""The words that make or announce a place's name, as `lexicon.toml` lists them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.language.morphology import analyses

TYPES = ("state", "region", "settlement", "water", "island", "mountain", "street", "other")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a sort of place.

    `whole`: part of the name beside an adjective and kept where a genitive follows; else it announces a name and
    stays outside it. `genitive`: takes a name in the genitive. `weak`: too common to make a name at a sentence's head.
    """

    lemma: str
    type: str
    whole: bool
    genitive: bool
    weak: bool


@cache
def data() -> dict[str, Any]:
    """The lexicon as it is written."""
    return tomllib.loads(files("letopis.dimensions.place").joinpath("lexicon.toml").read_text("utf-8"))


@cache
def nouns() -> dict[str, Noun]:
    """Every noun by its lemma."""
    raw = data()
    genitive, weak = frozenset(raw["genitive"]["nouns"]), frozenset(raw["weak"]["nouns"])
    found: dict[str, Noun] = {}
    for kind in TYPES:
        for key in ("whole", "out"):
            for lemma in raw[kind].get(key, ()):
                found.setdefault(lemma, Noun(lemma, kind, key == "whole", lemma in genitive, lemma in weak))
    return found


@lru_cache(maxsize=1 << 15)
def noun(form: str) -> Noun | None:
    """The place noun that the lower-case word form is a form of, or `None`."""
    known = nouns()
    found = analyses(form)
    for analysis in found:
        if analysis.pos == "NOUN":
            if analysis.lemma in known:
                return known[analysis.lemma]
            plural = known.get(analysis.word) if analysis.feats.get("Case") == "Nom" else None
            if plural is not None:
                return plural
    return known.get(form)


@lru_cache(maxsize=1 << 15)
def is_ordinary(form: str) -> bool:
    """Whether the lower-case form is of an adjective that names no place by itself (`русский`, `городской`)."""
    ordinary = _ordinary()
    return any(analysis.lemma in ordinary for analysis in analyses(form))


@lru_cache(maxsize=1 << 15)
def is_never(form: str) -> bool:
    """Whether the lower-case form is of a word that a capital makes no place of (`Сенат`)."""
    never = frozenset(data()["never"]["words"])
    return form in never or any(analysis.lemma in never for analysis in analyses(form))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(data()["ordinary"]["adjectives"])


def spelt_today(name: str) -> str:
    """The nominative `name` without the 18th century's spellings of the sound that `spellings` lists."""
    for old, new in data()["spellings"].items():
        name = re.sub(old, new, name)
    return name
