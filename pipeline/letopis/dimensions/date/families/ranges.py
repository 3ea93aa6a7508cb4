"""Ranges, and lists under one head: `с 3 по 10 мая`, `1920—22 гг.`, `XVI—XVII вв.`, `3, 5 и 7 мая`."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import (
    Century,
    Date,
    Decade,
    Double,
    Expression,
    Feast,
    Month,
    Part,
    Range,
    Republican,
    Season,
    Styled,
)
from letopis.dimensions.date.families.ellipsis import completed, with_year_of
from letopis.dimensions.date.families.years import whole
from letopis.dimensions.date.nodes import Node

_X = "(?P<a><date|year-number|day|roman|decade-number|two-digits|three-digits|creation-number|ordinal|day.month>)"
_X_IN_FIGURES = (
    "(?P<a><date|year-number&!in-words|day&!in-words|roman|decade-number|two-digits&!in-words|three-digits&!in-words"
    "|creation-number&!in-words|ordinal&!in-words|day.month>)"
)
_Y = "(?P<b><date|year-number>)"
_RANGEABLE = Date | Decade | Century | Season | Part | Double | Styled | Feast | Range | Republican


def _date(node: Node | None) -> Expression | None:
    if node is None:
        return None
    if node.date is None and node["year-number"] is not None:
        return whole(node["year-number"])
    return node.date


def _range(found: Found) -> Expression | None:
    last, first = _date(found.node("b")), found.node("a")
    if last is None or first is None or not isinstance(last, _RANGEABLE):
        return None
    if isinstance(last, Decade) and last.start is None and last.century is None and first["year-number"] is not None:
        last = replace(last, start=first["year-number"] // 100 * 100 + last.tens)
    earlier = (
        completed(first, last) if first.date is not None or first["year-number"] is None else _with_number(first, last)
    )
    if earlier is None or not isinstance(earlier, _RANGEABLE):
        return None
    if isinstance(first.date, Date) and isinstance(last, Date):
        last = _month_from(first.date, last)
    return Range(earlier, last) if _ascends(earlier, last) else None


def _month_from(first: Date, last: Date) -> Date:
    """`10 мая 1812 — 3 июня`: the year of the first holds for the second."""
    if last.year is None and first.year is not None:
        filled = with_year_of(last, first)
        return filled if isinstance(filled, Date) else last
    return last


def _double_range(found: Found) -> Expression | None:
    """`2 (14) — 5 (17) октября 1813`."""
    last = found.date("b")
    if not isinstance(last, Double) or not isinstance(last.julian, Date) or not isinstance(last.gregorian, Date):
        return None
    first = Double(
        replace(last.julian, day=found.value("a", "day")), replace(last.gregorian, day=found.value("new", "day"))
    )
    return Range(first, last)


def _with_number(first: Node, last: Expression) -> Expression | None:
    year = whole(first["year-number"])
    if isinstance(last, Date) and last.year is not None and last.year.number is not None and last.year.number <= 0:
        return whole(1 - first["year-number"])
    if isinstance(last, Part) and isinstance(last.of, Date) and last.of.month is None:
        return year
    if isinstance(last, Decade):
        return completed(first, last)
    if isinstance(last, Date) and last.month is not None and last.year is not None and last.year.number is not None:
        return year
    return year if isinstance(last, Date) and last.month is None else None


def _ascends(first: Expression, last: Expression) -> bool:
    """Whether two centuries or short years stand in order, and two years or days are not one.

    Other ranges are checked once resolved: one that ends before it begins is a date without a value.
    """
    if isinstance(first, Date) and isinstance(last, Date) and first.month is None and last.month is None:
        a, b = first.year, last.year
        if a and b and a.number is not None and b.number is not None:
            return a.number != b.number
        return not (a and b and a.short is not None and b.short is not None) or a.short < b.short
    if isinstance(first, Century) and isinstance(last, Century) and first.number and last.number:
        return first.number < last.number
    if (
        isinstance(first, Date)
        and isinstance(last, Date)
        and first.day
        and last.day
        and (first.month, first.year) == (last.month, last.year)
    ):
        return first.day != last.day
    return True


def _short_tail(found: Found) -> Expression | None:
    """`1920—22`, `1812/13 г.`: the last two figures of the second year."""
    first, tail = found.value("a", "year-number"), found.value("b", "two-digits")
    if tail is None:
        tail = found.value("b", "year-number") % 100
        if found.value("b", "year-number") <= first:
            return None
        return Range(whole(first), whole(found.value("b", "year-number")))
    last = first - first % 100 + tail
    return Range(whole(first), whole(last)) if last > first else None


def _one_figure(found: Found) -> Expression | None:
    """`1890/1 г.`"""
    first, last = found.value("a", "year-number"), found.value("b", "day")
    return Range(whole(first), whole(first + 1)) if last < 10 and (first + 1) % 10 == last else None


def _school_year(found: Found) -> Expression | None:
    first, second = found.value("a", "year-number"), found.value("b", "year-number", "two-digits")
    return Range(whole(first), whole(first + 1)) if second % 100 == (first + 1) % 100 else None


def _turn_told(found: Found) -> Expression | None:
    """`1920/1921 г.`"""
    last = found.date("b")
    first = found.value("a", "year-number")
    if not isinstance(last, Date) or last.month is not None or last.year is None:
        return None
    return Range(whole(first), last) if last.year.number == first + 1 else None


def _school_years(found: Found) -> Expression | None:
    """`1928/29—1932/33`: from the first year named to the last."""
    first, last = found.value("a", "year-number"), found.value("b", "year-number")
    turns = (found.value("c", "year-number", "two-digits"), found.value("d", "year-number", "two-digits"))
    over = all(turn % 100 == (year + 1) % 100 for year, turn in zip((first, last), turns, strict=True))
    return Range(whole(first), whole(last + 1)) if over and first < last else None


def _successive_years(found: Found) -> Expression | None:
    """`1812, 13, 14 и 15 гг.`: years that follow one another are one interval."""
    first = found.value("a", "year-number")
    listed = [node for node in found.nodes if not node.classes.isdisjoint({"year-number", "two-digits", "a-year"})]
    numbers = [_last_figures(node) for node in listed]
    follow = all(number == (first + step) % 100 for step, number in enumerate(numbers))
    return Range(whole(first), whole(first + len(numbers) - 1)) if follow else None


def _next_short(found: Found) -> Expression | None:
    """`в 1812-м или 13-м году`."""
    first = found.node("a")
    start = _date(first)
    number = first["year-number"] if first is not None else None
    if isinstance(start, Date) and start.month is None and start.year is not None:
        number = start.year.number
    second, short = found.date("b"), found.value("b", "two-digits-ordinal")
    if isinstance(second, Date) and second.month is None and second.year is not None:
        short = second.year.short
    if number is None or short is None or short != (number + 1) % 100:
        return None
    return Range(whole(number), whole(number + 1))


def _last_figures(node: Node) -> int | None:
    if isinstance(node.date, Date):
        year = node.date.year
        return None if year is None or year.number is None or node.date.month is not None else year.number % 100
    number = node["year-number"] or node["two-digits"]
    return None if number is None else int(number) % 100


def _ordinal_days(found: Found) -> Expression | None:
    first, last = found.value("a", "day"), found.value("b", "day")
    return Range(Date(None, Month(0), first), Date(None, Month(0), last)) if first < last else None


def _adjacent(found: Found) -> Expression | None:
    """Two that follow one another are one interval."""
    first, last = found.node("a"), _date(found.node("b"))
    if first is None or last is None:
        return None
    earlier = completed(first, last)
    if earlier is None:
        return None
    return (
        Range(earlier, last)
        if _step(earlier, last) == 1 or ("or" in found and (_step(earlier, last) or 0) > 0)
        else None
    )


def _step(first: Expression, last: Expression) -> int | None:
    """How many days, months, years, decades or centuries the second is after the first."""
    if isinstance(first, Century) and isinstance(last, Century) and first.number and last.number:
        return last.number - first.number
    if isinstance(first, Decade) and isinstance(last, Decade) and first.century == last.century:
        return (last.tens - first.tens) // 10 if (first.start is None) == (last.start is None) else None
    if isinstance(first, Season) and isinstance(last, Season):
        return last.number - first.number if first.year == last.year and first.year is not None else None
    if not isinstance(first, Date) or not isinstance(last, Date):
        return None
    if first.month is None and last.month is None and first.year and last.year:
        a, b = first.year.number or first.year.short, last.year.number or last.year.short
        return None if a is None or b is None else b - a
    if not isinstance(first.month, int) or not isinstance(last.month, int) or first.year != last.year:
        return None
    if first.day is None and last.day is None:
        return last.month - first.month
    return last.day - first.day if first.day and last.day and first.month == last.month else None


def _listed(found: Found) -> Expression | None:
    """`3, 5 и 7 мая 1812`: a number of a list takes what its last has."""
    number, head = found.nodes[0], found.groups.get("head")
    if not head or head[0].date is None:
        return None
    return completed(number, head[0].date)


def _shared_year(found: Found) -> Expression | None:
    own, head = found.nodes[0].date, found.groups.get("head")
    if own is None or not head or head[0].date is None:
        return None
    filled = with_year_of(own, head[0].date)
    return filled if filled != own else None


_HEAD = "(?P<head><a-day|a-year|a-century|a-month>)"

LISTS = Layer(
    Step(
        "two in succession",
        "(?<!<verge|between>)(?<!<roman|day|year-number|a-month><comma>)"
        " (?P<a><date|year-number|day|roman|decade-number|two-digits>) (?:<and>|(?P<or><or>))"
        " (?P<b><a-year|a-month|a-day|a-decade|a-century|a-season>)",
        "a-span",
        _adjacent,
    ),
    Step(
        "successive years",
        "(?P<a><year-number>) (?:<comma><year-number>){1,20} <comma>? <and> <a-year>",
        "a-span",
        _successive_years,
    ),
    Step(
        "successive years, the later ones shortened",
        "(?P<a><year-number>) (?:<comma><two-digits&!in-words>){0,20} <comma>? <and> <two-digits&!in-words>"
        " <year-word|years-word>",
        "a-span",
        _successive_years,
    ),
    Step(
        "successive years, the second shortened to an ordinal",
        "(?P<a><a-year|year-number>) <or|and> (?P<b><two-digits-ordinal|a-year>)",
        "a-span",
        _next_short,
    ),
    Step("one of a list of days", f"<day>(?=(?:<comma><day>){{0,12}}<comma>?<and>{_HEAD})", "a-day", _listed),
    Step(
        "one of a list of years",
        f"<year-number>(?=(?:<comma><year-number>){{0,20}}<comma|and>{_HEAD})",
        "a-year",
        _listed,
    ),
    Step(
        "one of a list of centuries", f"<roman>(?=(?:<comma><roman>){{0,12}}<comma>?<and>{_HEAD})", "a-century", _listed
    ),
    Step(
        "month of a list",
        f"<a-month>(?=(?:<comma><a-month>){{0,12}}<comma>?<and>{_HEAD})",
        "a-month",
        _shared_year,
    ),
)

DAYS_LISTED = Layer(
    Step(
        "one of a list of days before an ordinal",
        "<day&!in-words>(?=(?:<comma><day&!in-words>){0,12}<and>(?P<head><a-day>))",
        "a-day",
        _listed,
    )
)
"""Read once days that stand alone are: `22, 23 и 24-го был в пути`."""

RANGES = Layer(
    Step(
        "range of days in both calendars",
        "<from>? (?P<a><day>) <open> (?P<new><day>) <close> <dash|through> (?P<b><a-day>)",
        "a-span",
        _double_range,
    ),
    Step("from — to", f"<from|away> {_X} <comma>? <and>? <through|until> {_Y}", "a-span", _range),
    Step("from one day to the next", f"<from> {_X} <on> {_Y}", "a-span", _range),
    Step(
        "days of the month from — to",
        "<from|away> (?P<a><day&ordinal>) <through|until|on> (?P<b><day&ordinal>) <day-word>?",
        "a-span",
        _ordinal_days,
    ),
    Step("between", f"<between> {_X} <and> {_Y}", "a-span", _range),
    Step("range", f"{_X_IN_FIGURES} <dash> {_Y}", "a-span", _range),
    Step(
        "years, the second shortened",
        "(?P<a><year-number>) <dash|slash> (?P<b><two-digits|year-number>) <year-adjective>? <year-word|years-word>",
        "a-span",
        _short_tail,
    ),
    Step(
        "year over the turn, the second in one figure",
        "(?P<a><year-number>) <slash> (?P<b><day>) <year-adjective>? <year-word|years-word>",
        "a-span",
        _one_figure,
    ),
    Step(
        "years, the second shortened, alone", "(?P<a><year-number>) <dash> (?P<b><two-digits>)", "a-span", _short_tail
    ),
    Step(
        "from — to, the second shortened",
        "<from|away> (?P<a><year-number>) <through|until> (?P<b><two-digits>) <year-word|years-word>?",
        "a-span",
        _short_tail,
    ),
    Step(
        "years over the turn from — to",
        "<from|away>? (?P<a><year-number>) <slash> (?P<c><two-digits|year-number>) <dash|through|until>"
        " (?P<b><year-number>) <slash> (?P<d><two-digits|year-number>) <year-word|years-word>?",
        "a-span",
        _school_years,
    ),
    Step("year over the turn, told as one", "(?P<a><year-number>) <slash> (?P<b><a-year>)", "a-span", _turn_told),
    Step("year over the turn", "(?P<a><year-number>) <slash> (?P<b><two-digits|year-number>)", "a-span", _school_year),
)
