"""What an expression comes to, given the date it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from letopis.dimensions.date import calendars, feasts
from letopis.dimensions.date.doubles import agree
from letopis.dimensions.date.expressions import (
    After,
    Before,
    Century,
    Date,
    DayFrom,
    Decade,
    Double,
    Expression,
    Feast,
    Millennium,
    Month,
    MonthNear,
    Part,
    Qualified,
    Range,
    Republican,
    Season,
    Shift,
    Styled,
    Week,
    Weekday,
    Year,
)
from letopis.dimensions.date.parts import part
from letopis.dimensions.date.terms import Calendar, Period, Style, Term, iso_day, single, years

CREATION = 5508
_LONG = 20
_REFORM = (1918, 2, 14)
"""The day from which Soviet Russia counted by the Gregorian calendar (decree of 26 January 1918)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that others hang on. `bias` years are added where a date takes only the anchor's year."""

    period: Period
    bias: int = 0

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
        return first.year if start and end and end.year - start.year > _LONG else self.year

    @property
    def creation(self) -> bool:
        """Whether the anchor is a year from the Creation, or a day of one."""
        return self.period.calendar == "byzantine"

    def year_of(self, month: int | None) -> int | None:
        """The year that a date of this month takes."""
        start, end = self.period.start, self.period.end
        if self.creation and start and end and month and start.month and end.month and start.year != end.year:
            return (start.year if month >= start.month else end.year) + self.bias
        return None if self.year is None else self.year + self.bias


@singledispatch
def evaluate(expression: Expression, anchor: Anchor | None = None) -> Period | None:
    """The period that `expression` means, or `None` where only an anchor could say."""
    raise TypeError(f"no date expression: {expression!r}")


def numbered(year: Year | None, anchor: Anchor | None, month: int | None = None) -> int | None:
    """The number of a year; of one from the Creation, that of the year AD which has `month`."""
    if year is None:
        return anchor.year_of(month) if anchor else None
    if year.number is not None:
        return year.number
    if anchor is None:
        return None
    if year.short is not None:
        near = anchor.year
        if near is None:
            return None
        candidate = near - near % 100 + year.short
        return candidate - 100 if candidate > near + 20 else candidate
    if month is not None and year.offset == 0:
        return anchor.year_of(month)
    return None if anchor.year is None else anchor.year + (year.offset or 0)


def creation_year(year: Year) -> Period:
    """A whole year from the Creation in months of the Julian calendar."""
    assert year.number is not None
    first, start, last = _BOUNDS[year.style]
    begins = year.number - CREATION + first
    return Period(Term(begins, start), Term(begins + (start > last), last), "byzantine", year.style)


_BOUNDS: dict[Style, tuple[int, int, int]] = {"september": (-1, 9, 8), "march": (0, 3, 2), "ultra-march": (-1, 3, 2)}
"""Style → how the year AD in which the year begins differs from year less 5508, its first month, its last."""


@evaluate.register
def _date(date: Date, anchor: Anchor | None = None) -> Period | None:
    year = date.year
    if year and year.creation:
        return _of_creation(date, year)
    if isinstance(date.month, Month):
        return _of_month(date.month, date.day, anchor)
    number = numbered(year, anchor, date.month)
    if number is None:
        return None
    if date.month is None:
        relative = year is None or year.offset is not None
        if relative and anchor and anchor.creation and year and year.offset == 0 and anchor.period.start:
            return _whole_creation_year(anchor)
        return single(Term(number))
    inherited: Calendar = "unspecified"
    if anchor and anchor.creation and (year is None or year.offset is not None):
        inherited = "byzantine"
    return _checked(
        Term(number, date.month, date.day),
        inherited,
        anchor.period.style if anchor and inherited == "byzantine" else None,
    )


def _whole_creation_year(anchor: Anchor) -> Period | None:
    if not anchor.period.single:
        return anchor.period
    term = anchor.term
    assert term is not None
    begins = term.year if (term.month or 1) >= 9 else term.year - 1
    return Period(Term(begins, 9), Term(begins + 1, 8), "byzantine", anchor.period.style)


def _of_creation(date: Date, year: Year) -> Period:
    whole = creation_year(year)
    assert whole.start and whole.end
    if year.indiction is not None and year.number is not None and year.indiction != (year.number - 1) % 15 + 1:
        note = f"{year.number} from the Creation is indiction {(year.number - 1) % 15 + 1}, not {year.indiction}"
        return replace(whole, note=note)
    if isinstance(date.month, int):
        number = whole.start.year if date.month >= (whole.start.month or 1) else whole.end.year
        return replace(_checked(Term(number, date.month, date.day), "byzantine"), style=year.style)
    if year.stated is not None and whole.start.year != year.stated != whole.end.year:
        note = f"{year.number} from the Creation is {whole.start.year} or {whole.end.year}, not {year.stated}"
        return replace(whole, note=note)
    return whole


def _checked(term: Term, calendar: Calendar = "unspecified", style: Style | None = None) -> Period:
    """A plain date; a day that only the Julian calendar has is Julian, one that none has carries a note."""
    period = Period(term, term, calendar, style)
    if not term.day or not term.month:
        return period
    day = (term.year, term.month, term.day)
    if calendar == "unspecified" and not calendars.exists(day):
        if calendars.exists(day, "julian"):
            return replace(period, calendar="julian")
        return replace(period, note=f"there is no day {iso_day(day)}")
    if not calendars.exists(day, "julian"):
        return replace(period, note=f"there is no day {iso_day(day)}")
    return period


def _of_month(month: Month, day: int | None, anchor: Anchor | None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or not term.month:
        return None
    year, number = calendars.shift_month(term.year, term.month, month.offset)
    return _checked(Term(year, number, day), _carried(anchor) if day else "unspecified")


def _carried(anchor: Anchor) -> Calendar:
    """The calendar that a date counted from the anchor is in."""
    calendar = anchor.period.calendar
    return calendar if calendar in {"julian", "both", "byzantine"} else "unspecified"


@evaluate.register
def _season(season: Season, anchor: Anchor | None = None) -> Period | None:
    if season.offset is not None:
        if anchor is None or anchor.year is None:
            return None
        return single(_nearest(Term(0, season=season.number), season.offset, anchor))
    year = numbered(season.year, anchor)
    return None if year is None else single(Term(year, season=season.number))


def _nearest(named: Term, offset: int, anchor: Anchor) -> Term:
    """The season or month of this name before, in or after the anchor; the winter of January began the year before."""
    term = anchor.term
    assert term is not None
    if not term.month and not term.season:
        return replace(named, year=term.year + offset)
    candidates = [replace(named, year=term.year + step) for step in (-3, -2, -1, 0, 1, 2)]
    first, last = term.first(), term.last()
    if offset < 0:
        return [one for one in candidates if one.last() < first][offset]
    if offset > 0:
        return [one for one in candidates if one.first() > last][offset - 1]
    within = [one for one in candidates if one.first() <= last and one.last() >= first]
    return within[0] if within else replace(named, year=term.year)


@evaluate.register
def _month_near(month: MonthNear, anchor: Anchor | None = None) -> Period | None:
    if anchor is None or anchor.year is None:
        return None
    term = _nearest(Term(0, month.month), month.offset, anchor)
    return _checked(replace(term, day=month.day), _carried(anchor) if anchor.creation else "unspecified")


@evaluate.register
def _decade(decade: Decade, anchor: Anchor | None = None) -> Period | None:
    if decade.start is not None:
        return single(Term(decade.start, decade=True))
    if decade.century is None:
        near = anchor.age if anchor else None
        if near is None:
            return None
        return single(Term(near - near % 100 + decade.tens, decade=True))
    century = evaluate(decade.century, anchor)
    if century is None or century.start is None:
        return None
    if century.start.year <= 0:
        return years(century.start.year + 99 - decade.tens - 8, century.start.year + 100 - decade.tens)
    return single(Term(century.start.year - 1 + decade.tens, decade=True))


@evaluate.register
def _century(century: Century, anchor: Anchor | None = None) -> Period | None:
    number = century.number
    if number is None:
        near = anchor.year if anchor else None
        if near is None:
            return None
        number = (near - 1) // 100 + 1 + (century.offset or 0)
    if number < 0:
        return years(number * 100 + 1, number * 100 + 100)
    return years(number * 100 - 99, number * 100)


@evaluate.register
def _millennium(millennium: Millennium, anchor: Anchor | None = None) -> Period | None:
    number = millennium.number
    if number < 0:
        return years(number * 1000 + 1, number * 1000 + 1000)
    return years(number * 1000 - 999, number * 1000)


@evaluate.register
def _shift(shift: Shift, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or shift.halves is None or term.decade:
        return None
    moved = _moved(term, shift.halves, shift.unit, anchor)
    if moved is None:
        return None
    period = Period(
        moved, moved, _carried(anchor) if moved.day else "unspecified", anchor.period.style if moved.day else None
    )
    return period.qualified("~") if shift.approximate else period


def _moved(term: Term, halves: int, unit: str, anchor: Anchor) -> Term | None:
    if unit in {"day", "week"}:
        days = halves * 7 // 2 if unit == "week" else halves // 2
        if term.day and term.month:
            day = calendars.shift((term.year, term.month, term.day), days, anchor_system(anchor))
            return Term(*day)
        if term.month:
            mid = calendars.shift((term.year, term.month, 15), days)
            return Term(mid[0], mid[1])
        mid = calendars.shift((term.year, 7, 1), days)
        return Term(mid[0])
    months = halves * 6 if unit == "year" else halves // 2
    if term.month:
        year, month = calendars.shift_month(term.year, term.month, months)
        return Term(year) if unit == "year" else Term(year, month)
    return Term(calendars.shift_month(term.year, 7, months)[0])


def anchor_system(anchor: Anchor) -> calendars.System:
    """The calendar in which days are counted from the anchor."""
    return "julian" if _carried(anchor) != "unspecified" else "gregorian"


def _week_system(anchor: Anchor, day: calendars.Day) -> calendars.System:
    """The calendar by which week days are told: the anchor's, else the one then in use in Russia."""
    if anchor.period.calendar == "unspecified":
        return "julian" if day < _REFORM else "gregorian"
    return anchor_system(anchor)


@evaluate.register
def _day_from(day: DayFrom, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or (day.strict and not term.day):
        return None
    return evaluate(Shift(2 * day.offset, "day"), anchor)


@evaluate.register
def _week(week: Week, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or not (term.day and term.month):
        return None
    day = (term.year, term.month, term.day)
    system = _week_system(anchor, day)
    monday = calendars.shift(day, 7 * week.offset - calendars.weekday(day, system), system)
    return Period(Term(*monday), Term(*calendars.shift(monday, 6, system)), _carried(anchor))


@evaluate.register
def _weekday(weekday: Weekday, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or not (term.day and term.month):
        return None
    day = (term.year, term.month, term.day)
    system = _week_system(anchor, day)
    ahead = (weekday.number - calendars.weekday(day, system)) % 7
    if weekday.offset is not None and weekday.offset < 0:
        ahead = ahead - 7
    elif weekday.offset is not None and weekday.offset > 0:
        ahead = ahead or 7
    found = Term(*calendars.shift(day, ahead, system))
    return Period(found, found, _carried(anchor))


@evaluate.register
def _feast(feast: Feast, anchor: Anchor | None = None) -> Period | None:
    year = numbered(feast.year, anchor)
    if feast.year and feast.year.creation and feast.year.number is not None:
        year = _year_of_feast(feast, feast.year)
    elif feast.year is None and anchor and anchor.creation:
        return None
    if year is None:
        return None
    bounds = feasts.bounds(feast.name, year, feast.add, feast.length)
    if bounds is None:
        return None
    return Period(Term(*bounds[0]), Term(*bounds[1]), "julian")


def _year_of_feast(feast: Feast, year: Year) -> int | None:
    whole = creation_year(year)
    assert whole.start and whole.end
    for number in (whole.start.year, whole.end.year):
        bounds = feasts.bounds(feast.name, number, feast.add, feast.length)
        if bounds and whole.start.first() <= bounds[0] <= whole.end.last("julian"):
            return number
    return None


@evaluate.register
def _republican(date: Republican, anchor: Anchor | None = None) -> Period | None:
    if date.year is None:
        return None
    first = calendars.republican(date.day or 1, date.month, date.year)
    last = calendars.republican(date.day or 30, date.month, date.year)
    return Period(Term(*first), Term(*last), "gregorian") if first and last else None


@evaluate.register
def _part(date: Part, anchor: Anchor | None = None) -> Period | None:
    whole = evaluate(date.of, anchor)
    return None if whole is None else part(whole, date.index, date.count)


@evaluate.register
def _range(date: Range, anchor: Anchor | None = None) -> Period | None:
    last = evaluate(date.last, anchor)
    first = evaluate(date.first, anchor)
    if first is None or last is None:
        return None
    note = first.note or last.note
    calendar = last.calendar if last.calendar != "unspecified" else first.calendar
    period = Period(first.start, last.end, calendar, last.style, note)
    if note is None and first.start and last.end and first.start.first() > last.end.last():
        return replace(period, note="the range ends before it begins")
    return period


@evaluate.register
def _after(date: After, anchor: Anchor | None = None) -> Period | None:
    inner = evaluate(date.date, anchor)
    if inner is None or inner.start is None:
        return None
    end = None
    if date.within is not None:
        whole = evaluate(date.within, anchor)
        end = _edge(whole, inner.start.unit, last=True) if whole else None
    return replace(inner, start=inner.start, end=end)


@evaluate.register
def _before(date: Before, anchor: Anchor | None = None) -> Period | None:
    inner = evaluate(date.date, anchor)
    if inner is None or inner.end is None:
        return None
    start = None
    if date.within is not None:
        whole = evaluate(date.within, anchor)
        start = _edge(whole, inner.end.unit, last=False) if whole else None
    return replace(inner, start=start, end=inner.end)


def _edge(whole: Period, unit: str, last: bool) -> Term | None:
    """The first or last day, month or year of a period."""
    term = whole.end if last else whole.start
    if term is None:
        return None
    day = term.last() if last else term.first()
    return Term(*day) if unit == "day" else Term(*day[:2]) if unit in {"month", "season"} else Term(day[0])


@evaluate.register
def _qualified(date: Qualified, anchor: Anchor | None = None) -> Period | None:
    inner = evaluate(date.date, anchor)
    return None if inner is None else inner.qualified(date.qualifier)


@evaluate.register
def _styled(date: Styled, anchor: Anchor | None = None) -> Period | None:
    inner = evaluate(date.date, anchor)
    if inner is None:
        return None
    note = inner.note
    calendar: Calendar = "julian" if date.calendar == "julian" else "gregorian"
    if calendar == "gregorian" and inner.calendar == "julian" and inner.single and inner.start:
        note = note or f"there is no day {iso_day(inner.start.first())} in the Gregorian calendar"
    return replace(inner, calendar=calendar, note=note)


@evaluate.register
def _double(date: Double, anchor: Anchor | None = None) -> Period | None:
    return agree(evaluate(date.julian, anchor), evaluate(date.gregorian, anchor))
