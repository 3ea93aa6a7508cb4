"""What a date comes to: terms (a year, a decade, a season, a month, a day) and periods bounded by them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from letopis.dimensions.date.calendars import Day, System, days_in, exists

Calendar = Literal["gregorian", "julian", "both", "byzantine", "unspecified"]
Style = Literal["september", "march", "ultra-march"]

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Term:
    """One EDTF date. Years are astronomical; `season` is EDTF's 21 spring to 24 winter, bounded by whole months."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: bool = False
    qualifier: str = ""

    @property
    def unit(self) -> str:
        """`day`, `month`, `season`, `year` or `decade`."""
        if self.decade:
            return "decade"
        if self.season:
            return "season"
        return "day" if self.day else "month" if self.month else "year"

    def first(self) -> Day:
        """The first day."""
        if self.season:
            return (self.year, _SEASON_MONTHS[self.season], 1)
        return (self.year, self.month or 1, self.day or 1)

    def last(self, system: System = "gregorian") -> Day:
        """The last day."""
        year, month = self.year, self.month or 12
        if self.decade:
            year += 9
        if self.season:
            year, month = (year + 1, 2) if self.season == 24 else (year, _SEASON_MONTHS[self.season] + 2)
        return (year, month, self.day or days_in(year, month, system))

    def edtf(self) -> str:
        """The term as EDTF."""
        if self.decade:
            sign = "-" if self.year < 0 else ""
            return f"{sign}{abs(self.year) // 10:03d}X{self.qualifier}"
        parts = [iso_year(self.year)]
        if self.season:
            parts.append(str(self.season))
        elif self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts) + self.qualifier


@dataclass(frozen=True, slots=True)
class Period:
    """From the start of one term to the end of another; the same term twice is a plain date, `None` an open end.

    Terms are as the text has them, in the calendar named. `note` says why the date cannot be right.
    """

    start: Term | None
    end: Term | None
    calendar: Calendar = "unspecified"
    style: Style | None = None
    note: str | None = None

    @property
    def single(self) -> bool:
        """Whether one term says it all."""
        return self.start == self.end

    def qualified(self, qualifier: str) -> Period:
        """The period with `~`, `?` or `%` on its terms; EDTF has none for seasons, which become months."""
        if self.single and self.start and self.start.season:
            first, last = self.start.first(), self.start.last()
            spelled = replace(self, start=Term(first[0], first[1]), end=Term(last[0], last[1]))
            return spelled.qualified(qualifier)
        start = replace(self.start, qualifier=qualifier) if self.start else None
        end = replace(self.end, qualifier=qualifier) if self.end else None
        return replace(self, start=start, end=end)

    def edtf(self) -> str:
        """The period as EDTF: `1812`, `1380/1389`, `1812/..`."""
        if self.single and self.start:
            return self.start.edtf()
        start = plain(self.start).edtf() if self.start else ".."
        end = plain(self.end, last=True).edtf() if self.end else ".."
        return f"{start}/{end}"

    def nearest(self) -> Term | None:
        """The finest one term the whole lies in; of what crosses years, its last year."""
        start, end = self.start, self.end
        if self.single or start is None or end is None:
            return end or start
        if start.decade or end.decade or start.last()[0] != end.last()[0]:
            return Term(end.last()[0])
        if start.month and start.month == end.month:
            return Term(start.year, start.month)
        return Term(start.year)


def plain(term: Term, last: bool = False) -> Term:
    """The term as the end of an interval: a decade there is its first or last year."""
    if not term.decade:
        return term
    return Term(term.year + 9 if last else term.year, qualifier=term.qualifier)


def single(term: Term, calendar: Calendar = "unspecified") -> Period:
    """A plain date."""
    return Period(term, term, calendar)


def checked(term: Term, calendar: Calendar = "unspecified", style: Style | None = None) -> Period:
    """A plain date; a day that only the Julian calendar has is Julian, one that none has carries a note."""
    period = Period(term, term, calendar, style)
    if not term.day or not term.month:
        return period
    day = (term.year, term.month, term.day)
    if calendar == "unspecified" and not exists(day):
        if exists(day, "julian"):
            return replace(period, calendar="julian")
        return replace(period, note=f"there is no day {iso_day(day)}")
    if not exists(day, "julian"):
        return replace(period, note=f"there is no day {iso_day(day)}")
    return period


def years(first: int, last: int) -> Period:
    """From one year to another."""
    return Period(Term(first), Term(last))


def iso_year(year: int) -> str:
    """The year in four digits, with a minus before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(day: Day) -> str:
    """The day as `1812-08-26`."""
    return f"{iso_year(day[0])}-{day[1]:02d}-{day[2]:02d}"
