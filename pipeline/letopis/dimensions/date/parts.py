"""Parts of a period: beginning, middle and end (thirds), halves, quarters, of whole years, months or days."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.calendars import days_in, from_number, shift_month, to_number
from letopis.dimensions.date.terms import Period, Term


def part(whole: Period, index: int, count: int) -> Period | None:
    """Part `index` of `count` of a period, from 0, negative from the end; `None` where it has no such parts.

    A century or decade is parted into whole years, a year or season into whole months, a month into days: its
    thirds end on the 10th and 20th, its halves on the 15th.
    """
    index = index % count if index < 0 else index
    if index >= count or whole.start is None or whole.end is None:
        return None
    first, last = whole.start, whole.end
    if whole.single and first.unit == "month":
        return _of_month(whole, first, index, count)
    if whole.single and first.unit == "day":
        return None
    if (whole.single and first.unit in {"year", "season"}) or first.unit == "month":
        return _of_months(whole, first, last, index, count)
    if first.unit == "day":
        return _of_days(whole, first, last, index, count)
    start, end = first.first()[0], last.last()[0]
    length = end - start + 1
    bounds = Term(start + length * index // count), Term(start + length * (index + 1) // count - 1)
    return replace(whole, start=bounds[0], end=bounds[1]) if bounds[0].year <= bounds[1].year else None


def _of_months(whole: Period, first: Term, last: Term, index: int, count: int) -> Period | None:
    year, month, _ = first.first()
    end_year, end_month, _ = last.last()
    length = (end_year - year) * 12 + end_month - month + 1
    if length % count:
        return None
    size = length // count
    start = Term(*shift_month(year, month, size * index))
    end = Term(*shift_month(year, month, size * (index + 1) - 1))
    return replace(whole, start=start, end=end)


def _of_month(whole: Period, term: Term, index: int, count: int) -> Period:
    year, month, _ = term.first()
    size = 30 // count
    start = Term(year, month, size * index + 1)
    end = Term(year, month, days_in(year, month) if index == count - 1 else size * (index + 1))
    return replace(whole, start=start, end=end)


def _of_days(whole: Period, first: Term, last: Term, index: int, count: int) -> Period | None:
    start, end = to_number(first.first()), to_number(last.last())
    length = end - start + 1
    if length < count:
        return None
    bounds = start + length * index // count, start + length * (index + 1) // count - 1
    return replace(whole, start=Term(*from_number(bounds[0])), end=Term(*from_number(bounds[1])))
