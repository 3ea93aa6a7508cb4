"""Days in figures: `12.03.1918`, `10.VIII.1920`, `9/XI-1904`."""

from __future__ import annotations

from letopis.dimensions.date.cascade import Found, Step
from letopis.dimensions.date.expressions import Date, Expression, Year
from letopis.dimensions.date.families.given_year import YEAR, no_year, year_in

_SEPARATOR = "<dot|slash|dash>"


def _day_of_numbered_month(found: Found) -> Expression | None:
    if no_year(found):
        return None
    return Date(year_in(found), found.value("month", "month-number"), found.value("day", "day"))


def _day_of_short_year(found: Found) -> Expression:
    return Date(
        Year(short=found.value("short", "two-digits", "two-digits-ordinal")),
        found.value("month", "month", "month-short", "month-number"),
        found.value("day", "day"),
    )


def _pointed(found: Found) -> Expression | None:
    day, month, year, digits = found.value("date", "pointed")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Date(Year(short=year) if digits == 2 else Year(year), month, day)


FIGURES = (
    Step("day in figures", "(?P<date><pointed>) <year-word>?", "a-day", _pointed),
    Step(
        "day in figures with a Roman month",
        f"(?P<day><day>) {_SEPARATOR} (?P<month><roman&month-number>) {_SEPARATOR}? {YEAR}",
        "a-day",
        _day_of_numbered_month,
    ),
    Step(
        "day in figures with a Roman month and a short year",
        f"(?P<day><day>) {_SEPARATOR} (?P<month><roman&month-number>) {_SEPARATOR} (?P<short><two-digits>)"
        f" <year-word>?",
        "a-day",
        _day_of_short_year,
    ),
    Step(
        "day with a Roman month",
        "(?P<day><day>) <slash|dot> (?P<month><roman&month-number>)",
        "a-day",
        _day_of_numbered_month,
    ),
    Step(
        "day in figures",
        f"(?P<day><day>) (?:<slash> (?P<month><month-number>) <slash>|<dash> (?P<month2><month-number>) <dash>) {YEAR}",
        "a-day",
        lambda found: _day_of_numbered_month(found.merged()),
    ),
    Step(
        "day in figures, year first",
        "(?P<year><year-number>) <dash> (?P<month><month-number>) <dash> (?P<day><day>)",
        "a-day",
        _day_of_numbered_month,
    ),
)
