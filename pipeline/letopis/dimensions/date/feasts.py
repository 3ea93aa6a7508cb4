"""The days of the church year: fixed ones by `feasts.toml`, movable ones by the Orthodox Easter of the year."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.dimensions.date.calendars import Day, easter, shift
from letopis.dimensions.date.lexicon import fold

MAX_NAME = 6
"""The longest name in words."""
_NOUN_ENDINGS = frozenset(
    [
        "",
        "а",
        "я",
        "о",
        "е",
        "ы",
        "и",
        "у",
        "ю",
        "ь",
        "й",
        "ой",
        "ей",
        "ою",
        "ею",
        "ом",
        "ем",
        "ам",
        "ям",
        "ах",
        "ях",
        "ью",
    ]
)
_ADJECTIVE_ENDINGS = frozenset(
    [
        "ый",
        "ий",
        "ая",
        "яя",
        "ое",
        "ее",
        "ого",
        "его",
        "ому",
        "ему",
        "ым",
        "им",
        "ую",
        "юю",
        "ые",
        "ие",
        "ых",
        "их",
        "ыми",
    ]
)
_ENDINGS = _NOUN_ENDINGS | _ADJECTIVE_ENDINGS | {"ими", "ами", "ями", "ов", "ев"}
"""Endings of nouns and adjectives; `Троицком` is `Троиц` with none of them."""
_DAY_FORMS = frozenset({"день", "дня", "дню", "днем", "дне"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a feast's name: its text or stem, whether an ending may follow, whether a capital is needed.

    `alone` is an adjective that names the feast only where no noun follows: `на Страстной`.
    """

    stem: str
    open: bool
    capital: bool
    alone: bool

    def fits(self, text: str) -> bool:
        """Whether `text` is this word."""
        form = fold(text)
        if self.capital and not text[:1].isupper():
            return False
        if self.stem == "день":
            return form in _DAY_FORMS
        if not self.open:
            return form == self.stem
        return form.startswith(self.stem) and form[len(self.stem) :] in _ENDINGS


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
    alone = pattern.endswith("!")
    bare = pattern.removesuffix("!")
    return Word(fold(bare.removesuffix("~")), bare.endswith("~"), pattern[:1].isupper(), alone)


def name_at(texts: Sequence[str], before_noun: Callable[[int], bool] = lambda width: False) -> tuple[str, int] | None:
    """The feast whose name `texts` begin with, and how many words it has.

    `before_noun(width)` says whether a noun or adjective follows so many words.
    """
    for words, feast in _names().get(fold(texts[0])[:3], ()) if texts else ():
        if len(words) > len(texts) or not all(word.fits(text) for word, text in zip(words, texts, strict=False)):
            continue
        if not (words[-1].alone and before_noun(len(words))):
            return feast, len(words)
    return None


def lasts(name: str) -> int:
    """How many days the feast lasts."""
    return int(_data()[name].get("length", 1))


def is_event(name: str) -> bool:
    """Whether the word is also that of an event: the baptism of a child, the introduction of a tax."""
    return bool(_data()[name].get("event"))


def is_civil(name: str) -> bool:
    """Whether the day is none of the church year, and so in no calendar of its own."""
    return bool(_data()[name].get("civil"))


def either(name: str) -> tuple[str, ...]:
    """The two feasts that a name without its season fits, else the feast itself."""
    return tuple(_data()[name].get("either", (name,)))


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
    if "until" in about and length is None:
        month, day = about["until"].split("-")
        last = (year, int(month), int(day))
        return (first, last) if first <= last else None
    return first, shift(first, (length or lasts(name)) - 1, "julian")
