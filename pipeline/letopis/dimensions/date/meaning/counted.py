"""Dates counted from the anchor: so many units away, days, weeks, week days."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date import calendars
from letopis.dimensions.date.anchor import Anchor, anchor_system, carried, week_system
from letopis.dimensions.date.creation import whole_creation_year
from letopis.dimensions.date.expressions import DayFrom, Quarter, Shift, Week, Weekday
from letopis.dimensions.date.meaning.dispatch import evaluate
from letopis.dimensions.date.terms import Period, Term

# A year of EDTF level 0 and 1 has four digits.
_LAST_YEAR = 9999


@evaluate.register
def _shift(shift: Shift, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or shift.halves is None or term.decade:
        return None
    if anchor.creation and not anchor.period.single and shift.unit == "year" and shift.halves % 2 == 0:
        return _creation_years(anchor, shift.halves // 2)
    found = moved(term, shift.halves, shift.unit, anchor)
    if abs(found.year) > _LAST_YEAR:
        return None
    kept = carried(anchor) if found.day else "unspecified"
    period = Period(found, found, kept, anchor.period.style if found.day else None)
    return period.qualified("~") if shift.approximate else period


def _creation_years(anchor: Anchor, years: int) -> Period:
    """`через год` in a chronicle: the whole year from the Creation so many years on."""
    whole = whole_creation_year(anchor)
    assert whole is not None and whole.start is not None and whole.end is not None
    start, end = (replace(term, year=term.year + years) for term in (whole.start, whole.end))
    return replace(whole, start=start, end=end)


def moved(term: Term, halves: int, unit: str, anchor: Anchor) -> Term:
    """The term so many half units away, as precise as the unit and no more than the anchor."""
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
    system = week_system(anchor, day)
    monday = calendars.shift(day, 7 * week.offset - calendars.weekday(day, system), system)
    return Period(Term(*monday), Term(*calendars.shift(monday, 6, system)), carried(anchor))


@evaluate.register
def _quarter(quarter: Quarter, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if term is None or not term.month:
        return None
    first = calendars.shift_month(term.year, term.month - (term.month - 1) % 3, 3 * quarter.offset)
    return Period(Term(*first), Term(*calendars.shift_month(*first, 2)))


@evaluate.register
def _weekday(weekday: Weekday, anchor: Anchor | None = None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or not (term.day and term.month):
        return None
    day = (term.year, term.month, term.day)
    system = week_system(anchor, day)
    if weekday.in_week:
        monday = calendars.shift(day, 7 * (weekday.offset or 0) - calendars.weekday(day, system), system)
        in_week = Term(*calendars.shift(monday, weekday.number, system))
        return Period(in_week, in_week, carried(anchor))
    ahead = (weekday.number - calendars.weekday(day, system)) % 7
    if weekday.offset is not None and weekday.offset < 0:
        ahead = ahead - 7
    elif weekday.offset is not None and weekday.offset > 0:
        ahead = ahead or 7
    found = Term(*calendars.shift(day, ahead, system))
    return Period(found, found, carried(anchor))
