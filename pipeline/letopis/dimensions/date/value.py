"""From a period to a date's value: EDTF in the Gregorian calendar, with what was done to reach it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from letopis.dimensions.date.calendars import convert, exists
from letopis.dimensions.date.terms import Calendar, Period, Term, iso_day

_JULIAN: frozenset[Calendar] = frozenset({"julian", "both", "byzantine"})


_GROUNDS: dict[Calendar, str] = {
    "julian": "as the text says or the church year is",
    "gregorian": "as the text says",
    "both": "the text gives the day in both",
    "byzantine": "a year from the Creation",
}


def unresolved(calendar: Calendar = "unspecified") -> dict[str, Any]:
    """The value of a date that nothing anchors."""
    return {
        "edtf": None,
        "earliest": None,
        "latest": None,
        "calendar": calendar,
        "as_written": None,
        "resolved_from": None,
    }


def value(
    period: Period, known: Literal["julian", "gregorian"] | None = None, resolved_from: Any = None
) -> dict[str, Any]:
    """The value of `period`; `known` is the calendar of the document, which holds where the text names none."""
    period = unshifted(period)
    calendar = in_calendar(period, known)
    found = {**unresolved(calendar), "resolved_from": resolved_from}
    if period.style:
        found["style"] = period.style
    written = replace(period, calendar=calendar)
    if calendar in _JULIAN and (calendar == "byzantine" or _has_day(period)) and _is_possible(written):
        found["as_written"] = written.edtf()
    if period.note:
        found["note"] = period.note
        return found
    shown = gregorian(written)
    found["edtf"] = shown.edtf()
    found["earliest"] = iso_day(shown.start.first()) if shown.start else None
    found["latest"] = iso_day(shown.end.last()) if shown.end else None
    return found


def reasoning(period: Period, known: Literal["julian", "gregorian"] | None) -> list[str]:
    """How the calendar of a date came about, for `letopis explain`."""
    period = unshifted(period)
    calendar = in_calendar(period, known)
    written = replace(period, calendar=calendar)
    if period.note:
        return [f"no date: {period.note}"]
    if calendar == "unspecified":
        return []
    if calendar == "gregorian":
        return [f"calendar: gregorian, {_GROUNDS.get(period.calendar, 'as the document is')}"]
    line = f"calendar: {calendar}, {_GROUNDS.get(period.calendar, 'as the document is')}"
    if written.edtf() != gregorian(written).edtf():
        line += f"; {written.edtf()} is {gregorian(written).edtf()} Gregorian"
    if period.style:
        line += f"; the year begins by the {period.style} style"
    return [line]


def unshifted(period: Period) -> Period:
    """A month or season of a year from the Creation as it stands: only days and whole years are led into the other
    calendar."""
    start = period.start
    month = period.single and start is not None and (start.month or start.season) and not start.day
    return replace(period, calendar="unspecified", style=None) if month and period.calendar == "byzantine" else period


def in_calendar(period: Period, known: Literal["julian", "gregorian"] | None) -> Calendar:
    """The calendar that the text names, else the document's for what is precise to the day."""
    if period.calendar == "unspecified" and known and _has_day(period):
        return known
    return period.calendar


def gregorian(period: Period) -> Period:
    """The period in Gregorian days: days are converted, and so are the bounds of a year from the Creation."""
    if period.calendar not in _JULIAN:
        return period
    whole = period.calendar == "byzantine"
    start, end = period.start, period.end
    if whole and period.single and start and not start.day:
        end = start
    if whole:
        start = Term(*start.first(), qualifier=start.qualifier) if start else None
        end = Term(*end.last("julian"), qualifier=end.qualifier) if end else None
    return replace(period, start=_converted(start), end=_converted(end))


def _converted(term: Term | None) -> Term | None:
    if term is None or not term.day or not term.month:
        return term
    day = (term.year, term.month, term.day)
    return (
        replace(Term(*convert(day, "julian", "gregorian")), qualifier=term.qualifier) if exists(day, "julian") else term
    )


def _is_possible(period: Period) -> bool:
    """Whether the calendar of the period has its days, and they stand in order: else it is no EDTF."""
    bounds = [term for term in (period.start, period.end) if term is not None]
    named = all(exists(term.first(), "julian") for term in bounds)
    return named and (len(bounds) < 2 or bounds[0].first() <= bounds[1].last("julian"))


def _has_day(period: Period) -> bool:
    return any(term is not None and term.day is not None for term in (period.start, period.end))
