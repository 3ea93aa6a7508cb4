"""Units, money and bounding words as lookup tables, from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.dimensions.numeral.lexicon import fold
from letopis.language.morphology import analyses, inflect

_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_SI = {"length": "m", "area": "m2", "weight": "kg", "dry": "l", "liquid": "l"}
_TYPES = {"time": "duration", "money": "money"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its lemma, its family (length, area, weight, dry, liquid, paper, other, time, money), its factors.

    `si` is a decimal factor to `si_unit`, `None` where none is safe; `since` the first year it holds; `kinds` the
    factors of the units that an adjective makes of it; `poured` the factor for liquids alone; `within` the larger
    units a compound is told in.
    """

    lemma: str
    family: str
    si: str | None = None
    si_unit: str | None = None
    since: int = 0
    kinds: dict[str, str | None] = field(default_factory=dict, hash=False)
    within: dict[str, Fraction] = field(default_factory=dict, hash=False)
    only_after_unit: bool = False
    poured: str | None = None

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
        if family == "powers":
            continue
        for lemma, entry in listed.items():
            yield (
                Unit(
                    lemma,
                    family,
                    _factor(entry.get("si")),
                    _SI.get(family),
                    entry.get("since", 0),
                    {adjective: _factor(factor) for adjective, factor in entry.get("kinds", {}).items()},
                    only_after_unit=entry.get("only_after_unit", False),
                    within=_within(lemma, listed),
                    poured=_factor(entry.get("poured")),
                ),
                entry,
            )


def _within(lemma: str, listed: dict[str, Any]) -> dict[str, Fraction]:
    """The larger units of the family, with how many of this unit make one: by their factors, or by `per`."""
    entry = listed[lemma]
    if entry.get("si"):
        own = Fraction(str(entry["si"]))
        larger = {other: Fraction(str(data["si"])) for other, data in listed.items() if data.get("si")}
        found = {other: factor / own for other, factor in larger.items() if factor > own}
        return {other: _rounded(ratio) for other, ratio in found.items()}
    return _time_within(lemma)


def _rounded(ratio: Fraction) -> Fraction:
    """A ratio of two rounded factors, led back to the whole number the statute says."""
    whole = Fraction(round(ratio))
    return whole if abs(whole - ratio) < ratio / 5000 else ratio


_TIME = {
    "секунда": {"минута": 60, "час": 3600},
    "минута": {"час": 60},
    "час": {"день": 24, "сутки": 24},
    "день": {"неделя": 7},
    "месяц": {"год": 12},
    "год": {"век": 100},
}


def _time_within(lemma: str) -> dict[str, Fraction]:
    return {larger: Fraction(times) for larger, times in _TIME.get(lemma, {}).items()}


def _money() -> Iterator[tuple[Unit, dict[str, Any]]]:
    for lemma, entry in load("money")["units"].items():
        if entry.get("never"):
            continue
        within = {larger: Fraction(str(times)) for larger, times in entry.get("in", {}).items()}
        yield Unit(lemma, "money", within=within, only_after_unit=entry.get("only_after_unit", False)), entry


def _factor(listed: float | None) -> str | None:
    """The decimal factor as the file writes it; 0 stands for a unit whose factor is not safe."""
    return str(listed) if listed else None


def _listed(entry: dict[str, Any]) -> list[str]:
    return str(entry.get("forms", "")).split()


@cache
def paradigm(lemma: str) -> tuple[str, ...]:
    """Every form of a noun, its lemma first, by the dictionary."""
    own = [
        analysis
        for analysis in analyses(lemma)
        if analysis.pos == "NOUN" and analysis.source == "dictionary" and analysis.lemma == lemma
    ]
    if not own:
        return (lemma,)
    forms = [inflect(own[0], Case=case, Number=number) for number in ("Sing", "Plur") for case in (*_CASES, "Par")]
    return tuple(dict.fromkeys([lemma, *(form for form in forms if form)]))


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
