"""The days of the church year: fixed ones by `feasts.toml`, movable ones by the Orthodox Easter of the year."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.dimensions.date.calendars import Day, easter, shift
from letopis.dimensions.date.lexicon import fold

MAX_ENDING = 3
MAX_NAME = 6
"""The longest name in words."""
_DAY_FORMS = frozenset({"день", "дня", "дню", "днем", "дне"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a feast's name: its text or stem, whether any ending may follow, whether a capital is needed."""

    stem: str
    open: bool
    capital: bool

    def fits(self, text: str) -> bool:
        """Whether `text` is this word."""
        form = fold(text)
        if self.capital and not text[:1].isupper():
            return False
        if self.stem == "день":
            return form in _DAY_FORMS
        if not self.open:
            return form == self.stem
        return form.startswith(self.stem) and len(form) - len(self.stem) <= MAX_ENDING


@cache
def _data() -> dict[str, dict[str, Any]]:
    text = files("letopis.dimensions.date").joinpath("feasts.toml").read_text("utf-8")
    feasts: dict[str, dict[str, Any]] = tomllib.loads(text)["feast"]
    return feasts


@cache
def _names() -> dict[str, tuple[tuple[tuple[Word, ...], str], ...]]:
    """The first three letters of a name → the names that begin so, the longest first."""
    found: dict[str, list[tuple[tuple[Word, ...], str]]] = {}
    for feast, about in _data().items():
        for name in about["names"]:
            words = tuple(_word(one) for one in name.split())
            found.setdefault(words[0].stem[:3], []).append((words, feast))
    return {start: tuple(sorted(names, key=lambda one: -len(one[0]))) for start, names in found.items()}


def _word(pattern: str) -> Word:
    return Word(fold(pattern.removesuffix("~")), pattern.endswith("~"), pattern[:1].isupper())


def name_at(texts: Sequence[str]) -> tuple[str, int] | None:
    """The feast whose name `texts` begin with, and how many words it has."""
    for words, feast in _names().get(fold(texts[0])[:3], ()) if texts else ():
        if len(words) <= len(texts) and all(word.fits(text) for word, text in zip(words, texts, strict=False)):
            return feast, len(words)
    return None


def lasts(name: str) -> int:
    """How many days the feast lasts."""
    return int(_data()[name].get("length", 1))


def is_civil(name: str) -> bool:
    """Whether the day is none of the church year, and so in no calendar of its own."""
    return bool(_data()[name].get("civil"))


def bounds(name: str, year: int, add: int = 0, length: int | None = None) -> tuple[Day, Day] | None:
    """The first and last Julian day of a feast in a year, `add` days later; `None` where the name fits two feasts."""
    about = _data()[name]
    if "easter" in about:
        first = shift(easter(year), about["easter"], "julian")
    elif "day" in about:
        month, day = about["day"].split("-")
        first = (year, int(month), int(day))
    else:
        return None
    first = shift(first, add, "julian")
    return first, shift(first, (length or lasts(name)) - 1, "julian")
