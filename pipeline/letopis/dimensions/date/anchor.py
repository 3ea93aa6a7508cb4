"""The date that others hang on, and the calendar in which they are counted from it."""

from __future__ import annotations

from dataclasses import dataclass

from letopis.dimensions.date import calendars
from letopis.dimensions.date.terms import Calendar, Period, Term

_LONG = 20
"""A period of more years names no year, only an age."""
_REFORM = (1918, 2, 14)
"""The day from which Soviet Russia counted by the Gregorian calendar (decree of 26 January 1918)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that others hang on. `bias` years are added where a date takes only the anchor's year."""

    period: Period
    bias: int = 0
    ahead: int = 20
    """How many years after the anchor a year or decade without its century may lie."""

    @property
    def term(self) -> Term | None:
        """The finest term the anchor lies in."""
        return self.period.nearest()

    @property
    def year(self) -> int | None:
        """The anchor's year; `None` where it spans several decades."""
        term = self.term
        return None if term is None or term.decade else term.year

    @property
    def age(self) -> int | None:
        """A year of the anchor's century: that of a whole century is the century's first."""
        start, end = self.period.start, self.period.end
        first = start or end
        if first is None:
            return None
        if first.decade:
            return first.year
        return first.year if start and end and end.year - start.year > _LONG else self.year

    @property
    def creation(self) -> bool:
        """Whether the anchor is a year from the Creation, or a day of one."""
        return self.period.calendar == "byzantine"

    def in_century(self, short: int) -> int | None:
        """The year of these last two figures, the latest that is not too far ahead."""
        near = self.age
        if near is None:
            return None
        last = near + self.ahead
        return last - (last - short) % 100

    def year_of(self, month: int | None) -> int | None:
        """The year that a date of this month takes."""
        start, end = self.period.start, self.period.end
        if start and end and month and start.month and end.month and start.year != end.year:
            return (start.year if month >= start.month else end.year) + self.bias
        return None if self.year is None else self.year + self.bias


def carried(anchor: Anchor) -> Calendar:
    """The calendar that a date counted from the anchor is in."""
    calendar = anchor.period.calendar
    return calendar if calendar in {"julian", "both", "byzantine"} else "unspecified"


def anchor_system(anchor: Anchor) -> calendars.System:
    """The calendar in which days are counted from the anchor."""
    return "julian" if carried(anchor) != "unspecified" else "gregorian"


def week_system(anchor: Anchor, day: calendars.Day) -> calendars.System:
    """The calendar by which week days are told: the anchor's, else the one then in use in Russia."""
    if anchor.period.calendar == "unspecified":
        return "julian" if day < _REFORM else "gregorian"
    return anchor_system(anchor)
