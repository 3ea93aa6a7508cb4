"""The numeral words as lookup tables, one entry a word form, from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

CASES = ("Nom", "Gen", "Dat", "Ins", "Loc", "Acc")
_SLOTS = {"units": 1, "teens": 10, "tens": 10, "hundreds": 100}


@dataclass(frozen=True, slots=True)
class Word:
    """What one word form says.

    `role` is units | teens | tens | hundreds | half | multiplier | counting | vague | ordinal | ordinal-scale;
    `cases` are the cases the form can have (empty where it shows none); `one` marks a multiplier form that can
    say one of it by itself, `many` one that speaks of many, `collective` двое, трое….
    """

    role: str
    value: Fraction
    cases: frozenset[str] = frozenset()
    one: bool = False
    many: bool = False
    few_inverted: bool = False
    many_inverted: bool = False
    abbreviation: bool = False
    collective: bool = False
    slot: int = 0
    high: Fraction | None = None


def fold(form: str) -> str:
    """Lower case, with ё as е."""
    return form.lower().replace("ё", "е")


@cache
def data() -> dict[str, Any]:
    """`lexicon.toml` as it stands."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


@cache
def neighbours(name: str) -> frozenset[str]:
    """A closed set of words, by its key in the table `neighbours`."""
    return frozenset(data()["neighbours"][name].split())


@cache
def words() -> dict[str, Word]:
    """Folded word form → what it says; cardinals before ordinals where a form is both."""
    table: dict[str, Word] = {}
    for form, word in _all():
        table.setdefault(form, word)
    return table


@lru_cache(maxsize=1 << 16)
def lookup(form: str) -> Word | None:
    """What the folded word form says, or `None` where it is no numeral word."""
    modern = form.replace("тцат", "дцат")
    return words().get(modern) or _scale_ordinal(modern)


@cache
def added_parts() -> dict[str, Fraction]:
    """`половиной` → 1/2: what `с` adds to the figure before it."""
    return {form: Fraction(part) for part, forms in data()["added_part"].items() for form in forms.split()}


def _all() -> Iterator[tuple[str, Word]]:
    for section in ("units", "teens", "tens", "hundreds"):
        for value, forms in data()[section].items():
            for form, cases in by_case(forms).items():
                yield form, Word(section, Fraction(value), cases, slot=_slot(section), collective=_is_collective(form))
    for value, forms in data()["halves"].items():
        for form, cases in by_case(forms).items():
            yield form, Word("half", Fraction(value), cases)
    for section in ("multipliers", "counting"):
        for value, entry in data()[section].items():
            yield from _multiplier(section, Fraction(value), entry)
    for bounds, forms in data()["vague"].items():
        low, high = bounds.split("-")
        for form, cases in by_case(forms).items():
            yield form, Word("vague", Fraction(low), cases, high=Fraction(high))
    yield from _ordinals()


def by_case(forms: str) -> dict[str, frozenset[str]]:
    """Forms listed as `Nom / Gen / Dat / Ins / Loc / Acc` → each form's cases; the nominative is the accusative too."""
    found: dict[str, set[str]] = {}
    for case, listed in zip(CASES, forms.split("/"), strict=False):
        for form in listed.split():
            found.setdefault(form, set()).update({case, "Acc"} if case == "Nom" else {case})
    return {form: frozenset(cases) for form, cases in found.items()}


def _slot(section: str) -> int:
    return _SLOTS[section]


def _is_collective(form: str) -> bool:
    return form.endswith(("ое", "еро")) or form.endswith(("оих", "ерых", "оим", "ерым", "оими", "ерыми"))


def _multiplier(section: str, value: Fraction, entry: dict[str, str]) -> Iterator[tuple[str, Word]]:
    role = "multiplier" if section == "multipliers" else "counting"
    kinds = {name: frozenset(entry.get(name, "").split()) for name in entry}
    none: frozenset[str] = frozenset()
    every = dict.fromkeys(form for forms in entry.values() for form in forms.split())
    for form in every:
        yield (
            form,
            Word(
                role,
                value,
                one=form in kinds.get("one", none),
                many=form in kinds.get("many", none),
                few_inverted=form in kinds.get("inverted_few", none),
                many_inverted=form in kinds.get("inverted_many", none),
                abbreviation=form in kinds.get("abbreviation", none) and form not in kinds.get("many", none),
            ),
        )


def _ordinals() -> Iterator[tuple[str, Word]]:
    listed = data()["ordinals"]
    hard, soft = _hard_endings(), _endings(listed["soft_endings"])
    for value, stems in listed["hard"].items():
        for stem in stems.split():
            for ending, cases in hard.items():
                yield stem + ending, Word("ordinal", Fraction(value), cases, slot=_ordinal_slot(int(value)))
    for value, stem in listed["soft"].items():
        for ending, cases in soft.items():
            yield stem + ending, Word("ordinal", Fraction(value), cases, slot=1)


def _ordinal_slot(value: int) -> int:
    return 1 if value < 10 else 10 if value < 100 else 100


@cache
def _hard_endings() -> dict[str, frozenset[str]]:
    return _endings(data()["ordinals"]["hard_endings"])


def _endings(listed: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for case, endings in listed.items():
        for ending in endings.split():
            found.setdefault(ending, set()).add(case)
            if case == "Nom":
                found[ending].add("Acc")
    return {ending: frozenset(cases) for ending, cases in found.items()}


@cache
def _prefixes() -> dict[str, int]:
    """`двадцатипяти` → 25 for every whole number that opens a compound ordinal."""
    units, teens, tens, hundreds = (
        {form: int(value) for value, form in data()["ordinals"]["prefixes"][name].items()}
        for name in ("units", "teens", "tens", "hundreds")
    )
    below = {**units, **teens, **tens, **{a + b: x + y for a, x in tens.items() for b, y in units.items()}}
    return {"": 1, **below, **hundreds, **{a + b: x + y for a, x in hundreds.items() for b, y in below.items()}}


@cache
def _scales() -> list[tuple[str, int]]:
    return [(stem, int(scale)) for scale, stem in data()["ordinals"]["scales"].items()]


def _scale_ordinal(form: str) -> Word | None:
    """`двадцатипятитысячного` → 25000, with its cases."""
    for stem, scale in _scales():
        prefix, found, ending = form.rpartition(stem)
        if found and ending in _hard_endings() and prefix in _prefixes():
            return Word("ordinal-scale", Fraction(scale * _prefixes()[prefix]), _hard_endings()[ending])
    return None
