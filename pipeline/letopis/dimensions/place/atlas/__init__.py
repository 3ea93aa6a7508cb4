"""Places of history with every name they bore, when, and their identifiers: the tables of this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

TABLES = (
    "countries",
    "states",
    "continents",
    "settlements",
    "towns",
    "cities",
    "governorates",
    "regions",
    "waters",
    "lands",
)
_BEGINNING, _ENDING = 3, 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the years it was official, `None` where open or unknown."""

    name: str
    since: int | None = None
    until: int | None = None

    def held_in(self, year: int | None) -> bool:
        """Whether the place bore the name in `year`; a year unknown goes with any name."""
        if year is None:
            return True
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its usual name, its type, its names in time, identifiers where sure."""

    name: str
    type: str
    names: tuple[Name, ...]
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None


def fold(name: str) -> str:
    """A name as it is looked up: in small letters, with е for ё."""
    return " ".join(name.lower().replace("ё", "е").split())


@cache
def places() -> tuple[Place, ...]:
    """Every place, in the order of `TABLES` and of the tables' lines."""
    folder = files("letopis.dimensions.place").joinpath("atlas")
    return tuple(
        _place(name, row)
        for table in TABLES
        for name, row in tomllib.loads(folder.joinpath(f"{table}.toml").read_text("utf-8")).items()
    )


def _place(name: str, row: dict[str, Any]) -> Place:
    names = [Name(one["name"], one.get("from"), one.get("to")) for one in row.get("names", ())]
    if all(one.name != name for one in names):
        names.insert(0, Name(name))
    return Place(
        name, row["type"], tuple(names), row.get("wikidata"), row.get("geonames"), row.get("lat"), row.get("lon")
    )


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in places():
        for key in dict.fromkeys(fold(one.name) for one in place.names):
            found.setdefault(key, []).append(place)
    return {key: tuple(bearers) for key, bearers in found.items()}


def of_forms(words: Sequence[str]) -> Name | None:
    """The name of several words that these are forms of (`Красивой Мечи`), or `None`."""
    folded = [fold(word) for word in words]
    for name, parts in _by_beginnings().get(tuple(word[:_BEGINNING] for word in folded), ()):
        if all(_alike(word, part) for word, part in zip(folded, parts, strict=True)):
            return name
    return None


@cache
def _by_beginnings() -> dict[tuple[str, ...], list[tuple[Name, list[str]]]]:
    found: dict[tuple[str, ...], list[tuple[Name, list[str]]]] = {}
    for name in (name for place in places() for name in place.names):
        parts = fold(name.name).split()
        if len(parts) > 1:
            found.setdefault(tuple(part[:_BEGINNING] for part in parts), []).append((name, parts))
    return found


def _alike(one: str, other: str) -> bool:
    """Whether the words differ in their endings only."""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= max(2, len(other) - _ENDING, len(one) - _ENDING)


def known(name: str, year: int | None = None) -> tuple[Place, ...]:
    """The places that bore `name` (a nominative), in `year` where it is given; empty where none is known."""
    bearers = _by_name().get(fold(name), ())
    if year is None:
        return bearers
    key = fold(name)
    held = tuple(place for place in bearers if any(fold(one.name) == key and one.held_in(year) for one in place.names))
    return held or bearers
