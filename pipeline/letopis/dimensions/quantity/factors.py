"""What a unit is in another: the factors of `units.txt`, read by pint, each with its period and authority."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.dimensions.quantity.lexicon import load

# The dimensions a record converts to: the power of the metre, of the kilogram → the unit, how many in the base.
_SI = {(1, 0): ("m", 1), (2, 0): ("m2", 1), (3, 0): ("l", 1000), (0, 1): ("kg", 1)}
LIQUID = "жидкости"
BESIDE = "при"


@dataclass(frozen=True, slots=True)
class Authority:
    """Whose word a factor is, and the years of the documents it holds for; `None` where that side is open."""

    basis: str
    since: int | None = None
    until: int | None = None

    def holds(self, year: int | None) -> bool:
        """Whether the factor is safe in a document of that year; an unknown year is taken for one in which it is."""
        return year is None or ((self.since or year) <= year <= (self.until or year))


@dataclass(frozen=True, slots=True)
class Factor:
    """How many of `unit` (kg, m, m2, l) one has, by which authority."""

    value: Fraction
    unit: str
    authority: Authority


@lru_cache(maxsize=1 << 10)
def factor(name: str) -> Factor | None:
    """The factor of the unit that a record calls `name` (`казённая десятина`), or `None` where none is safe."""
    found = _root(name)
    authority = _authorities().get(_key(name))
    if found is None or authority is None:
        return None
    size, powers = found
    told = _SI.get((powers.get("метр", 0), powers.get("килограмм", 0)))
    if told is None:
        return None
    unit, times = told
    return Factor(size * times, unit, authority)


@lru_cache(maxsize=1 << 10)
def smaller_in(larger: str, smaller: str) -> Fraction | None:
    """How many of `smaller` make one of `larger`; `None` where they do not convert or it is not the larger one."""
    one, other = _root(larger), _root(f"{smaller} {BESIDE} {larger}") or _root(smaller)
    if one is None or other is None or one[1] != other[1] or one[0] <= other[0]:
        return None
    return one[0] / other[0]


def _root(name: str) -> tuple[Fraction, dict[str, int]] | None:
    """A unit's size in the bases, and their powers."""
    key = _key(name)
    if key not in _names():
        return None
    whole = _registry().Quantity(Fraction(1), key).to_root_units()
    return Fraction(whole.magnitude), {base: int(power) for base, power in whole.unit_items()}


def _key(name: str) -> str:
    return name.replace(" ", "_")


@cache
def _registry() -> Any:
    """pint's registry of these units alone, its arithmetic exact."""
    import pint

    lines = files(__package__).joinpath("units.txt").read_text("utf-8").splitlines()
    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.load_definitions(lines)
    return registry


@cache
def _names() -> frozenset[str]:
    """Every unit of the file: pint itself would take a hyphen for a minus and a known beginning for a prefix."""
    return frozenset(_registry().get_group("root", create_if_needed=False).members)


@cache
def _authorities() -> dict[str, Authority]:
    """Each unit's authority, by the group of `units.txt` that it stands in."""
    found = {}
    for group, entry in load("units")["authorities"].items():
        for name in _registry().get_group(group, create_if_needed=False).members:
            found[name] = Authority(**entry)
    return found
