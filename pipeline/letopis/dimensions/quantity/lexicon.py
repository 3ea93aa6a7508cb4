"""Units, money and bounding words as lookup tables, from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.dimensions.numeral.lexicon import fold
from letopis.language.morphology import analyses, inflect

_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_SINGULAR = len(_CASES) + 1
_TYPES = {"time": "duration", "money": "money"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its lemma, its family (length, area, weight, dry, liquid, paper, other, time, money).

    `kinds` are the adjectives that make another unit of it; `only_after_unit` marks a coin or weight whose name says
    something else when it stands alone (`деньга`, `доля`).
    """

    lemma: str
    family: str
    kinds: frozenset[str] = frozenset()
    only_after_unit: bool = False

    @property
    def type(self) -> str:
        """The type of quantity it makes."""
        return _TYPES.get(self.family, "measure")


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML file of this folder."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def word_set(file: str, table: str, key: str) -> frozenset[str]:
    """A closed set of folded words: `word_set("context", "clock", "after")`."""
    listed = load(file)[table][key]
    return frozenset(fold(word) for word in (listed.split() if isinstance(listed, str) else listed))


@cache
def stems(file: str, table: str, key: str) -> tuple[str, ...]:
    """A closed set of folded stems, for `str.startswith`."""
    return tuple(fold(stem) for stem in load(file)[table][key])


@cache
def unit_forms() -> dict[str, Unit]:
    """Folded word form → unit, for every case and number; what stands first in the files wins."""
    table: dict[str, Unit] = {}
    for unit, entry in _units():
        if "words" in entry:
            continue
        forms = entry["only_forms"].split() if "only_forms" in entry else [*paradigm(unit.lemma), *_listed(entry)]
        for form in forms:
            table.setdefault(fold(form), unit)
    return table


@cache
def unit_abbreviations() -> dict[str, Unit]:
    """Folded abbreviation without its full stop → unit; measures before money where both have one."""
    table: dict[str, Unit] = {}
    for unit, entry in _units():
        for form in entry.get("abbr", "").split():
            table.setdefault(fold(form), unit)
    return table


@cache
def units() -> dict[str, Unit]:
    """Lemma → unit."""
    return {unit.lemma: unit for unit, _ in _units()}


@cache
def _units() -> tuple[tuple[Unit, dict[str, Any]], ...]:
    return (*_money(), *_measures())


def _measures() -> Iterator[tuple[Unit, dict[str, Any]]]:
    for family, listed in load("units").items():
        if family in {"powers", "authorities", "signs", "place"}:
            continue
        for lemma, entry in listed.items():
            kinds = frozenset(entry.get("kinds", "").split())
            yield Unit(lemma, family, kinds, entry.get("only_after_unit", False)), entry


def _money() -> Iterator[tuple[Unit, dict[str, Any]]]:
    for lemma, entry in load("money")["units"].items():
        if not entry.get("never"):
            yield Unit(lemma, "money", only_after_unit=entry.get("only_after_unit", False)), entry


def _listed(entry: dict[str, Any]) -> list[str]:
    return str(entry.get("forms", "")).split()


@cache
def paradigm(lemma: str) -> tuple[str, ...]:
    """Every form of a noun, its lemma first, by the dictionary; of its instrumental the longer form too (`гривною`)."""
    own = [
        analysis
        for analysis in analyses(lemma)
        if analysis.pos == "NOUN" and analysis.source == "dictionary" and analysis.lemma == lemma
    ]
    if not own:
        return (lemma,)
    forms = [inflect(own[0], Case=case, Number=number) for number in ("Sing", "Plur") for case in (*_CASES, "Par")]
    long = [f"{form[:-1]}ю" for form in forms[:_SINGULAR] if form and form.endswith(("ой", "ей"))]
    return tuple(dict.fromkeys([lemma, *(form for form in forms if form), *long]))


@dataclass(frozen=True, slots=True)
class Bound:
    """A bounding phrase: its words and what it makes of the figure."""

    words: tuple[str, ...]
    bound: str


@cache
def bounds(place: str) -> dict[str, tuple[Bound, ...]]:
    """The phrases `before` or `after` a figure, by the word next to the figure, the longest first."""
    table: dict[str, list[Bound]] = {}
    for bound, phrases in load("bounds")[place].items():
        for phrase in phrases:
            words = tuple(fold(word) for word in phrase.split())
            table.setdefault(words[-1 if place == "before" else 0], []).append(Bound(words, bound))
    return {word: tuple(sorted(found, key=lambda one: -len(one.words))) for word, found in table.items()}
