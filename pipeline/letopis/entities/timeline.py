"""Where a text stands in time: the moment of writing, the last date of its main line, the last year it named."""

from __future__ import annotations

from dataclasses import dataclass

from letopis.dimensions.date.terms import Period
from letopis.dimensions.mention import MentionKey
from letopis.entities.roles import Role

_LONG = 20
"""A period of more years says no year, only an age."""


@dataclass(frozen=True, slots=True)
class Known:
    """A date that others may hang on: its period, the mention that gave it, and what it is to the text."""

    period: Period
    of: MentionKey | None
    role: Role
    text: str
    stated: bool = True
    """Whether the text names its year, rather than leaving it to another date."""


@dataclass(slots=True)
class Timeline:
    """Where the text stands: the moment of writing, the last date of the main line, the last one within a year."""

    now: Known | None = None
    line: Known | None = None
    year: Known | None = None
    age: Known | None = None
    head: Known | None = None
    """The last heading, whether of a day, a month or a year."""
    account: Known | None = None
    """The day that closes an account: `к 1 января 1912 г.`"""
    story: Known | None = None
    """The last date of what somebody in the text tells."""
    spoken: Known | None = None
    """The main line's date that `вчера` was counted from where no moment of writing is known."""
    opening: Known | None = None
    """The day that the first sentence tells: `Допрошенный 14 января 1775 года казак показал …`."""
    day: Known | None = None
    """The last day of the main line."""
    only: Known | None = None
    """The one year that the whole text names."""

    def move(self, known: Known) -> None:
        """Go on to a date of the main line."""
        self.age = known
        if known.period.single and known.period.start and known.period.start.day:
            self.day = known
        if within_a_year(known.period):
            self.year = known
        if span_of_years(known.period) <= _LONG:
            self.line = known

    def heading(self) -> Known | None:
        """What a heading goes on from: the last one, unless the text has named a later year since."""
        head, year = self.head, self.year
        if head and year and year.stated and head.period.start and year.period.start:
            return year if year.period.start.year > head.period.start.year else head
        return head

    def start(self, known: Known) -> None:
        """A dateline or heading: everything below hangs on it."""
        self.now = known
        self.move(known)


def within_a_year(period: Period) -> bool:
    """Whether a month named beside the period can only be of one year."""
    if period.calendar == "byzantine":
        return True
    start, end = period.start, period.end
    if start is None or end is None:
        return start is not None
    if start.month and end.month and end.year == start.year + 1 and end.month < start.month:
        return True
    return not start.decade and start.year == end.year


def span_of_years(period: Period) -> int:
    """How many years the period runs over."""
    if period.start is None or period.end is None:
        return 1
    return period.end.last()[0] - period.start.first()[0] + 1
