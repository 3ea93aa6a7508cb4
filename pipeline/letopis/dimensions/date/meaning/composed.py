"""Parts, ranges, open bounds, doubts, named and double calendars."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.anchor import Anchor
from letopis.dimensions.date.doubles import agree
from letopis.dimensions.date.expressions import After, Before, Double, Feast, Part, Qualified, Range, Styled
from letopis.dimensions.date.feasts import either
from letopis.dimensions.date.meaning.dispatch import evaluate
from letopis.dimensions.date.parts import part
from letopis.dimensions.date.terms import Calendar, Period, Term, iso_day


@evaluate.register
def _part(date: Part, anchor: Anchor | None = None) -> Period | None:
    whole = evaluate(date.of, anchor)
    return None if whole is None else part(whole, date.index, date.count)


@evaluate.register
def _range(date: Range, anchor: Anchor | None = None) -> Period | None:
    first = evaluate(date.first, anchor)
    last = evaluate(date.last, anchor)
    if first is not None and isinstance(date.last, Feast) and len(either(date.last.name)) > 1:
        last = evaluate(date.last, Anchor(first))
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
    """A calendar that the text names; a year from the Creation is Julian anyhow and stays what it is."""
    inner = evaluate(date.date, anchor)
    if inner is None:
        return None
    if inner.calendar == "byzantine":
        return inner
    note = inner.note
    calendar: Calendar = "julian" if date.calendar == "julian" else "gregorian"
    if calendar == "gregorian" and inner.calendar == "julian" and inner.single and inner.start:
        note = note or f"there is no day {iso_day(inner.start.first())} in the Gregorian calendar"
    return replace(inner, calendar=calendar, note=note)


@evaluate.register
def _double(date: Double, anchor: Anchor | None = None) -> Period | None:
    return agree(evaluate(date.julian, anchor), evaluate(date.gregorian, anchor))
