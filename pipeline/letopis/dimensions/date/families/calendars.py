"""The calendar that a date names, and days given in both."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import Date, Double, Expression, Feast, Range, Republican, Styled, Year
from letopis.dimensions.date.families.given_year import year_in

_YEAR = "(?P<year><a-year>|<year-number>)"
_OPEN, _CLOSE = "<open|open-square>", "<close|close-square>"
_STYLE = "<old-style|new-style>"
_PLAUSIBLE = range(5, 15)
"""How many days the calendars were apart, 8th to 23rd century; the wrong number is noted, not passed over."""


def _double_day(found: Found) -> Expression | None:
    """`7 (19) августа 1812`: two days of one month, or of two months where the first is the greater."""
    first, second = found.value("a", "day"), found.value("b", "day")
    month = found.value("month", "month-number", "month-short")
    whole = Date(None, month) if month is not None else found.date("date")
    if "figures" in found:
        month, year = found.value("figures", "month.year")
        whole = Date(Year(year), month)
    if isinstance(whole, Double | Styled):
        return None
    if not isinstance(whole, Date) or not isinstance(whole.month, int):
        return None
    whole = replace(whole, year=year_in(found) or whole.year)
    if "slash" in found and second - first not in _PLAUSIBLE:
        return Range(replace(whole, day=first), replace(whole, day=second)) if second > first else None
    julian, gregorian = replace(whole, day=first), replace(whole, day=second)
    if first - second in _PLAUSIBLE:
        return Double(gregorian, julian)
    if first > second:
        return Double(_month_before(julian), gregorian)
    return Double(julian, gregorian)


def _double_days(found: Found) -> Expression | None:
    """`16—19 (4—7) октября 1813`: the same days of one month in both calendars, in either order."""
    whole = found.date("date")
    if not isinstance(whole, Date) or not isinstance(whole.month, int):
        return None
    days = [replace(whole, day=found.value(name, "day")) for name in "acbd"]
    first, second = Range(days[0], days[1]), Range(days[2], days[3])
    return Double(second, first) if (days[0].day or 0) > (days[2].day or 0) else Double(first, second)


def _month_before(date: Date) -> Date:
    assert isinstance(date.month, int)
    if date.month > 1:
        return replace(date, month=date.month - 1)
    return Date(_added(date.year, -1), 12, date.day)


def _added(year: Year | None, years: int) -> Year | None:
    return replace(year, number=year.number + years) if year and year.number is not None else year


def _double_date(found: Found) -> Expression | None:
    """`25 октября (7 ноября) 1917`: two whole days; the year may stand with either, or after both."""
    first, second = found.date("a"), found.date("b")
    if not isinstance(first, Date) or not isinstance(second, Date):
        return None
    if first.day is None or second.day is None or not isinstance(first.month, int) or not isinstance(second.month, int):
        return None
    after = year_in(found)
    over_new_year = 1 if (first.month, second.month) == (12, 1) else -1 if (first.month, second.month) == (1, 12) else 0
    if second.year is None:
        second = replace(second, year=after or _added(first.year, over_new_year))
    if first.year is None:
        first = replace(first, year=_added(second.year, -over_new_year))
    if ((second.month, second.day) < (first.month, first.day) and over_new_year == 0) or over_new_year == -1:
        return Double(second, first)
    return Double(first, second)


def _day_in_both(found: Found) -> Expression | None:
    """`августа 7 (19) 1812 года`: the second day stands without its month."""
    first = found.date("a")
    if not isinstance(first, Date) or first.day is None or not isinstance(first.month, int):
        return None
    first = replace(first, year=year_in(found) or first.year)
    if "old" in found and first.day is not None:
        day = found.value("b", "day")
        julian = replace(first, day=day)
        return Double(julian if day < first.day else _month_before(julian), first)
    return Double(
        first, replace(first, day=found.value("b", "day"), month=_month_of_second(first, found.value("b", "day")))
    )


def _month_of_second(first: Date, day: int) -> int:
    assert isinstance(first.month, int) and first.day is not None
    return first.month if day > first.day else first.month % 12 + 1


def _styled(found: Found) -> Expression | None:
    date = found.date("date")
    if isinstance(date, Double | Styled | Feast | Republican) or date is None:
        return None
    year = year_in(found)
    if year is not None and isinstance(date, Date) and date.year is None:
        date = replace(date, year=year)
    style = found.node("style")
    assert style is not None
    return Styled(date, "julian" if "old-style" in style.classes else "gregorian")


def _styled_double(found: Found) -> Expression | None:
    return found.date("date") if isinstance(found.date("date"), Double) else None


def _republican(found: Found) -> Expression | None:
    return Republican(
        found.value("month", "month-republican"),
        found.value("n", "roman", "ordinal", "number"),
        found.value("day", "day"),
    )


def _slashed(found: Found) -> Expression | None:
    """`3/16 мая 1901`: the second day was read with its month."""
    date = found.date("date2")
    if not isinstance(date, Date) or date.day is None:
        return None
    first = found.value("a", "day")
    if date.day - first in _PLAUSIBLE:
        return Double(replace(date, day=first), date)
    if first > date.day and isinstance(date.month, int):
        return Double(_month_before(replace(date, day=first)), date)
    return Range(replace(date, day=first), date) if date.day > first else None


DOUBLES = Layer(
    Step(
        "days in both calendars",
        f"(?P<a><day>) <dash> (?P<c><day>) {_OPEN} (?P<b><day>) <dash> (?P<d><day>) {_CLOSE} (?P<date><a-month>)",
        "a-span",
        _double_days,
    ),
    Step(
        "day in both calendars, in figures",
        f"(?P<a><day>) {_OPEN} (?P<b><day>) {_CLOSE} <dot|slash|dash> (?P<month><month-number>)"
        f" <dot|slash|dash>? {_YEAR}",
        "a-day",
        _double_day,
    ),
    Step(
        "day in both calendars, in pointed figures",
        f"(?P<a><day>) {_OPEN} (?P<b><day>) {_CLOSE} <dot> (?P<figures><month.year>)",
        "a-day",
        _double_day,
    ),
    Step(
        "day in both calendars",
        f"(?P<a><day>) <old-style>? {_OPEN} (?P<b><day>) <new-style>? {_CLOSE} (?P<date><a-month|a-day>) {_YEAR}?",
        "a-day",
        _double_day,
    ),
    Step(
        "day in both calendars with a short month",
        f"(?P<a><day>) <old-style>? {_OPEN} (?P<b><day>) <new-style>? {_CLOSE} (?P<month><month-short>)",
        "a-day",
        _double_day,
    ),
    Step(
        "day in both calendars with a slash",
        "(?P<a><day>) (?P<slash><slash>) (?P<date2><a-day>)",
        "a-day",
        _slashed,
    ),
    Step(
        "date in both calendars",
        f"(?P<a><a-day>) <comma>? <old-style>? {_OPEN} <in>? (?P<b><a-day>) <new-style>? {_CLOSE} {_YEAR}?",
        "a-day",
        _double_date,
    ),
    Step(
        "date in both calendars with a slash",
        "(?P<a><a-day>) <old-style>? <slash> (?P<b><a-day>) <new-style>?",
        "a-day",
        _double_date,
    ),
    Step(
        "month and day in both calendars",
        f"(?P<a><a-day>) (?:<open|open-square> (?P<b><day>) (?:<new-style>|(?P<old><old-style>))?"
        f" <close|close-square>|<slash> (?P<b2><day>) <day-word>?) {_YEAR}?",
        "a-day",
        lambda found: _day_in_both(found.merged()),
    ),
    Step(
        "day of the French Republic",
        "(?P<day><day>) (?P<month><month-republican>) (?:(?P<n><roman|ordinal|number>) <year-word>?)?",
        "a-day",
        _republican,
    ),
    Step(
        "month of the French Republic",
        "(?P<month><month-republican>) (?P<n><roman|ordinal|number>) <year-word>",
        "a-span",
        _republican,
    ),
)

STYLES = Layer(
    Step(
        "date of a named calendar",
        f"(?P<date><date>) <comma>? (?:(?P<style>{_STYLE})|<open> (?P<style2>{_STYLE}) <close>) {_YEAR}?",
        "a-day",
        lambda found: _styled(found.merged()),
    ),
    Step(
        "double date of a named calendar",
        f"(?P<date><a-day>) <comma>? (?:{_STYLE}|<open> {_STYLE} <close>)",
        "a-day",
        _styled_double,
    ),
)
