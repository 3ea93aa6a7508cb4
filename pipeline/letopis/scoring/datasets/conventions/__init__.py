"""What another set calls a date and where it begins: both sides brought to one convention before they are compared."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.scoring.gold import Gold

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Convention:
    """What is taken off the ends of a date, and which quantities count as dates; NAME.toml says each in words."""

    leading: tuple[str, ...]
    weekdays: tuple[str, ...]
    trailing: str
    durations: frozenset[str]
    units_of_time: frozenset[str]
    joined: bool
    notes: tuple[str, ...]

    def wanted(self, record: Record) -> Record:
        """The set's own record as `brought` has it, without figures that are joined to a word."""
        held = self.brought(record)
        if not self.joined:
            return held
        kept = [m for m in held["mentions"] if m["kind"] != "date" or not _is_joined(m, held["text"])]
        return {**held, "mentions": kept}

    def brought(self, record: Record) -> Record:
        """The record with its dates as the convention has them; of two that come to overlap the longer stands."""
        text = record["text"]
        dates = [self._trimmed({**m, "kind": "date"}, text) for m in record["mentions"] if self._is_date(m)]
        others = [m for m in record["mentions"] if not self._is_date(m)]
        return {**record, "mentions": _in_order([*others, *_apart(dates)])}

    def _is_date(self, mention: Record) -> bool:
        if mention["kind"] == "date":
            return True
        value = mention.get("value") or {}
        duration = mention["kind"] == "quantity" and value.get("type") in self.durations
        return duration and value.get("unit") not in self.units_of_time

    def _trimmed(self, mention: Record, text: str) -> Record:
        start, end = mention["start"], mention["end"]
        end -= len(text[start:end]) - len(text[start:end].rstrip(self.trailing))
        while (width := self._width(text[start:end])) > 0:
            start += width
        return {**mention, "start": start, "end": end, "text": text[start:end]}

    def _width(self, said: str) -> int:
        """How many characters `said` begins with that are taken off, blanks and commas after them too."""
        small = said.lower()
        for words, after in ((self.leading, " \n\t"), (self.weekdays, ",")):
            for word in words:
                if small.startswith(word) and small[len(word) :][:1] in tuple(after):
                    rest = said[len(word) :].lstrip(" ,\n\t")
                    return len(said) - len(rest) if rest else 0
        return 0


def _is_joined(date: Record, text: str) -> bool:
    start = date["start"]
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and date["text"].isdecimal()


@cache
def convention(name: str) -> Convention | None:
    """The convention of the set `name`; `None` where its dates are taken as they are."""
    file = files("letopis.scoring.datasets.conventions").joinpath(f"{name}.toml")
    if not file.is_file():
        return None
    held = tomllib.loads(file.read_text("utf-8"))
    leading = tuple(sorted(held["leading"], key=len, reverse=True))
    return Convention(
        leading,
        tuple(held["weekdays"]),
        held["trailing"],
        frozenset(held["durations"]),
        frozenset(held["units_of_time"]),
        held["joined"],
        tuple(held["notes"]),
    )


def conformed(documents: Iterable[Gold], name: str) -> list[Gold]:
    """The documents of a set under its convention."""
    held = convention(name)
    return list(documents) if held is None else [replace(one, record=held.wanted(one.record)) for one in documents]


def _apart(dates: list[Record]) -> Iterator[Record]:
    reached = 0
    for date in sorted(dates, key=lambda m: (m["start"], -m["end"])):
        if date["start"] >= reached:
            reached = date["end"]
            yield date


def _in_order(mentions: list[Record]) -> list[Record]:
    return sorted(mentions, key=lambda m: (m["start"], -m["end"], m["kind"]))
