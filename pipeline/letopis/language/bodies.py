"""Nouns of Soviet offices put together of syllables, which the dictionary lacks or takes for other words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_MASCULINE = {"": ("Nom", "Acc"), "а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}


@cache
def _forms() -> dict[str, tuple[str, tuple[str, ...], str | None]]:
    """Every form with its noun, the cases it may be in and its gender (`None`: any)."""
    data = tomllib.loads(files("letopis.language").joinpath("bodies.toml").read_text("utf-8"))
    found: dict[str, tuple[str, tuple[str, ...], str | None]] = {}
    for noun in data["masculine"]:
        for ending, cases in _MASCULINE.items():
            found[noun + ending] = (noun, cases, "Masc")
    for noun in data["indeclinable"]:
        found[noun] = (noun, _CASES, "Fem" if noun.endswith("чека") else "Neut")
    return found


def of_body(form: str) -> Iterator[tuple[str, str, str | None]]:
    """The noun, case and gender of each reading of the lower-case `form` as such a noun."""
    if form in _forms():
        noun, cases, gender = _forms()[form]
        yield from ((noun, case, gender) for case in cases)


def noun_of(form: str) -> str | None:
    """The nominative of the lower-case `form` of such a noun, or `None`."""
    return _forms()[form][0] if form in _forms() else None
