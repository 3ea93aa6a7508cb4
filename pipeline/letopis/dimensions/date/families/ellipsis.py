"""What the last date of a range or a list gives to those before it: `3—10 мая`, `20-е — 30-е годы XX века`."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.expressions import (
    Century,
    Date,
    Decade,
    Double,
    Expression,
    Feast,
    Part,
    Qualified,
    Season,
    Styled,
    Year,
)
from letopis.dimensions.date.nodes import Node


def completed(node: Node, whole: Expression) -> Expression | None:
    """The date at `node`, a bare number or a date that lacks a year, completed by the date after it."""
    if node.date is not None:
        return with_year_of(node.date, whole)
    inner = _core(whole)
    if node["day.month"] is not None:
        day, month = node["day.month"]
        return with_year_of(Date(None, month, day), whole) if isinstance(inner, Date) and inner.day else None
    number = _number(node)
    if number is None:
        return None
    if isinstance(inner, Date) and inner.day is not None:
        return replace(inner, day=number) if node["day"] is not None else None
    if isinstance(inner, Century) and inner.number is not None:
        return replace(inner, number=number if inner.number > 0 else -number)
    if isinstance(inner, Decade):
        if number >= 100 and number % 10 == 0:
            return Decade(number % 100, start=number)
        return (
            replace(inner, tens=number, start=_same_century(inner, number))
            if number % 10 == 0 and number < 100
            else None
        )
    if isinstance(inner, Date) and inner.month is None:
        return _year(node, number, inner)
    if isinstance(inner, Part) and isinstance(inner.of, Date) and inner.of.month is None:
        return replace(inner, index=number - 1) if 1 <= number <= inner.count else None
    return None


def _same_century(decade: Decade, tens: int) -> int | None:
    return None if decade.start is None else decade.start - decade.start % 100 + tens


def _year(node: Node, number: int, inner: Date) -> Expression | None:
    year = inner.year
    if year is None:
        return None
    if year.creation:
        return Date(replace(year, number=number, stated=None)) if node["creation-number"] else None
    if year.number is not None and year.number <= 0:
        return Date(Year(1 - number))
    if node["year-number"] or node["three-digits"]:
        return Date(Year(number))
    if node["two-digits"] is not None and year.short is not None:
        return Date(Year(short=number))
    return Date(Year(number)) if year.number is not None and year.number < 1000 else None


def _number(node: Node) -> int | None:
    for name in ("number", "ordinal", "roman", "cardinal"):
        if isinstance(node[name], int):
            return int(node[name])
    return None


def _core(date: Expression) -> Expression:
    """The date inside parts, doubts and calendars that say nothing of an earlier one."""
    if isinstance(date, Double):
        return _core(date.julian)
    if isinstance(date, Qualified | Styled):
        return _core(date.date)
    if isinstance(date, Part) and isinstance(date.of, Century | Decade):
        return date.of
    return date


def with_year_of(date: Expression, whole: Expression) -> Expression:
    """`date` with the year (or the month, or the century) of `whole` where it has none of its own."""
    giver = _core(whole)
    if isinstance(date, Part):
        return replace(date, of=with_year_of(date.of, whole))
    if isinstance(date, Qualified | Styled):
        return replace(date, date=with_year_of(date.date, whole))
    if isinstance(date, Double) and isinstance(whole, Double):
        return Double(with_year_of(date.julian, whole.julian), with_year_of(date.gregorian, whole.gregorian))
    if isinstance(date, Double):
        return Double(with_year_of(date.julian, whole), with_year_of(date.gregorian, whole))
    if isinstance(date, Decade) and isinstance(giver, Decade) and date.start is None and date.century is None:
        if giver.start is not None:
            return replace(date, start=giver.start - giver.start % 100 + date.tens)
        return replace(date, century=giver.century)
    year = _year_given(giver)
    if year is None or not isinstance(date, Date | Season | Feast) or date.year is not None:
        return date
    if isinstance(date, Season) and date.offset is not None:
        return date
    if isinstance(date, Date) and not isinstance(date.month, int):
        return date
    earlier = isinstance(giver, Date) and isinstance(date, Date) and _later_in_year(date, giver)
    if earlier and year.number is not None:
        year = replace(year, number=year.number - 1)
    return replace(date, year=year)


def _year_given(giver: Expression) -> Year | None:
    if isinstance(giver, Part):
        return _year_given(giver.of)
    return giver.year if isinstance(giver, Date | Season | Feast) else None


def _later_in_year(date: Date, giver: Date) -> bool:
    """`декабрь — январь 1813 года`: December is of the year before."""
    if not isinstance(date.month, int) or not isinstance(giver.month, int):
        return False
    return (date.month, date.day or 1) > (giver.month, giver.day or 31)
