"""Days, months, seasons, quarters: explicit, or with the year that governs them."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import (
    Date,
    Expression,
    Month,
    MonthNear,
    Part,
    Range,
    Season,
    Year,
)
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import counts_noun, token_after

_YEAR = "(?P<year><a-year>|<year-number>)"
_DAY_WORDS = "<day-word>?"
_SEPARATOR = "<dot|slash|dash>"
_WINTER = 24
_PLURAL = frozenset(
    {"числах", "числам", "числами", "чисел", "днях", "дням", "днями", "дней", "дни", "первые", "последние"}
)


def year_in(found: Found, group: str = "year") -> Year | None:
    """The year of a group: a date already read, or a bare number."""
    date = found.date(group)
    if isinstance(date, Date):
        return date.year
    number = found.value(group, "year-number", "year-ordinal")
    return None if number is None else Year(number)


def _uncertain(found: Found) -> bool:
    return found.date("year") is not None and not isinstance(found.date("year"), Date)


def _day(found: Found) -> Expression | None:
    if _uncertain(found) or any(fold(found.doc[node.start].text) in _PLURAL for node in found.nodes):
        return None
    return Date(year_in(found), found.value("month", "month", "month-short"), found.value("day", "day"))


def _day_after_month(found: Found) -> Expression | None:
    day = found.node("day")
    assert day is not None
    marked = "word" in found or "in" in found or "year" in found or day["ordinal"] is not None
    after = token_after(found.doc, day.end)
    if not marked and after is not None and (counts_noun(day["day"], after) or after.text in {"%", "/"}):
        return None
    return _day(found)


def _day_of_numbered_month(found: Found) -> Expression | None:
    if _uncertain(found):
        return None
    return Date(year_in(found), found.value("month", "month-number"), found.value("day", "day"))


def _day_of_short_year(found: Found) -> Expression:
    return Date(
        Year(short=found.value("short", "two-digits", "two-digits-ordinal")),
        found.value("month", "month", "month-short", "month-number"),
        found.value("day", "day"),
    )


def _day_of_elided_year(found: Found) -> Expression:
    """`к 1-му января текущего`: the word for year left out."""
    steps, source = found.value("how", "relative")
    year = Year(offset=steps, deictic=source == "now")
    return Date(year, found.value("month", "month", "month-short"), found.value("day", "day"))


def _month_of_short_year(found: Found) -> Expression:
    year = Year(short=found.value("short", "two-digits-ordinal"))
    season = found.value("season", "season")
    return Date(year, found.value("month", "month")) if season is None else Season(season, year)


def _day_of_early_year(found: Found) -> Expression:
    return Date(
        Year(found.value("n", "three-digits")),
        found.value("month", "month", "month-short", "month-number"),
        found.value("day", "day"),
    )


def _pointed(found: Found) -> Expression | None:
    day, month, year, digits = found.value("date", "pointed")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Date(Year(short=year) if digits == 2 else Year(year), month, day)


def _day_of_this_month(found: Found) -> Expression | None:
    day = found.value("day", "day")
    if "short" in found:
        past = "past-month-short" in found.groups["short"][0].classes
        return Date(None, Month(-1 if past else 0, deictic=True), day)
    steps, source = found.value("how", "relative")
    deictic = source == "now" and "same" not in found
    if "month" in found:
        return MonthNear(found.value("month", "month"), steps, deictic, day)
    return Date(None, Month(steps, deictic), day)


def _day_of_month_read(found: Found) -> Expression | None:
    month = found.date("of")
    if not isinstance(month, Date) or not isinstance(month.month, Month) or month.day is not None:
        return None
    return replace(month, day=found.value("day", "day"))


def _day_of_the_month(found: Found) -> Expression | None:
    """`5-го числа`, but not `по 1-м и 15-м числам`."""
    if fold(found.doc[found.nodes[-1].start].text) in _PLURAL:
        return None
    return Date(None, Month(0), found.value("day", "day"))


def _day_near(found: Found) -> Expression | None:
    """`минувшего 5 марта`, but not `об этом 5 марта`."""
    return _near_month(found) if found.value("how", "relative")[1] == "now" else None


def _near_month(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    return MonthNear(
        found.value("month", "month"), steps, source == "now" and "same" not in found, found.value("day", "day")
    )


def _month(found: Found) -> Expression | None:
    if _uncertain(found):
        return None
    return Date(year_in(found), found.value("month", "month", "month-short"))


def _pair(found: Found) -> Expression | None:
    """`ноябре-декабре 1812 года`; `декабре-январе` runs over the new year."""
    first, last = found.value("pair", "month-pair")
    year = year_in(found)
    if first == last or _uncertain(found):
        return None
    before = replace(year, number=year.number - 1) if first > last and year and year.number is not None else year
    return Range(Date(before, first), Date(year, last))


def _part_of_days(found: Found) -> Expression | None:
    """`первых числах мая`, `последних числах мая`, `20-х числах мая`."""
    if not any(fold(found.doc[node.start].text) in _PLURAL for node in found.nodes):
        return None
    month = Date(year_in(found), found.value("month", "month"))
    if "last" in found:
        return Part(-1, 3, month)
    number = found.value("n", "decade-number", "ordinal")
    if number in {10, 20} and found.value("n", "decade-number") is not None:
        return Range(replace(month, day=number), replace(month, day=number + 9))
    return Part(0, 3, month) if number == 1 else None


def _season(found: Found) -> Expression | None:
    if _uncertain(found):
        return None
    season = Season(found.value("season", "season"), year_in(found))
    if "early" in found:
        return Part(0, 3, season)
    return Part(-1, 3, season) if "late" in found else season


def _near_season(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    return Season(found.value("season", "season"), None, steps, source == "now" and "same" not in found)


def _winter(found: Found) -> Expression | None:
    first, second = found.value("a", "year-number"), found.value("b", "year-number", "two-digits")
    if "whole" in found:
        year = year_in(found, "whole")
        second = year.number if year else None
    if second is None:
        return None
    if found.value("season", "season") != _WINTER or second % 100 != (first + 1) % 100:
        return None
    return Range(Date(Year(first), 12), Date(Year(first + 1), 2))


def _fraction_of_year(found: Found) -> Expression | None:
    number = found.value("n", "ordinal", "roman")
    count = 2 if "half" in found else 4
    if not 1 <= number <= count or _uncertain(found):
        return None
    return Part(number - 1, count, Date(year_in(found) or Year(offset=0)))


_FULL = "(?P<month><month|month-short>)"

DAYS = Layer(
    Step(
        "days of a month",
        f"(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <day-word> (?P<month><month>) {_YEAR}?",
        "a-span",
        _part_of_days,
    ),
    Step("day month year", f"(?P<day><day>) {_DAY_WORDS} {_FULL} <month-word>? {_DAY_WORDS} {_YEAR}?", "a-day", _day),
    Step("day month, year", f"(?P<day><day>) {_DAY_WORDS} {_FULL} <comma> (?P<year><a-year>)", "a-day", _day),
    Step(
        "day month and year of two digits",
        f"(?P<day><day>) {_FULL} (?P<short><two-digits>) <year-word>",
        "a-day",
        _day_of_short_year,
    ),
    Step(
        "day month and ordinal year of two digits",
        f"(?P<day><day>) {_FULL} (?P<short><two-digits-ordinal>) (?!<year-word>)",
        "a-day",
        _day_of_short_year,
    ),
    Step(
        "season or month and ordinal year of two digits",
        "(?:(?P<season><season>)|(?P<month><month>)) (?P<short><two-digits-ordinal&!day>)",
        "a-month",
        _month_of_short_year,
    ),
    Step(
        "day month of the year named short",
        f"(?P<day><day>) {_FULL} (?P<how><relative&genitive>) (?=<dot|comma|break|dash|semicolon>)",
        "a-day",
        _day_of_elided_year,
    ),
    Step(
        "day month and year of three digits",
        f"(?P<day><day>) {_FULL} (?P<n><three-digits>) <year-word>",
        "a-day",
        _day_of_early_year,
    ),
    Step(
        "month day year",
        "(?<!<day>) <month-word>? (?P<month><month&genitive|month-short>) <month-word>?"
        " (?:<comma>? (?P<in><in>)|<comma> (?=<!in-words>))? (?P<word><day-word>)? (?P<day><day&!decade-number>)"
        " (?P<word2><day-word>)? (?:<comma>? (?P<year><a-year>)|(?P<year2><year-number>))?",
        "a-day",
        lambda found: _day_after_month(found.merged()),
    ),
    Step(
        "year month day",
        f"(?<!<month|month-short|roman|slash|dash>) {_YEAR} <comma>? <month-word>?"
        f" (?P<month><month&genitive|month-short>) <comma>? (?P<in><in>)? <day-word>? (?P<day><day>)"
        f" <day-word>?",
        "a-day",
        _day,
    ),
    Step(
        "year day month",
        f"(?<!<month|month-short|roman|slash|dash>) {_YEAR} <comma>? (?P<day><day>) {_DAY_WORDS} {_FULL} <month-word>?",
        "a-day",
        _day,
    ),
    Step("day in figures", "(?P<date><pointed>) <year-word>?", "a-day", _pointed),
    Step(
        "day in figures with a Roman month",
        f"(?P<day><day>) {_SEPARATOR} (?P<month><roman&month-number>) {_SEPARATOR}? {_YEAR}",
        "a-day",
        _day_of_numbered_month,
    ),
    Step(
        "day, month and year joined",
        f"(?P<day><day>) <dash|slash|dot> {_FULL} <dash|slash|dot>? {_YEAR}",
        "a-day",
        _day,
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
        f"(?P<day><day>) (?:<slash> (?P<month><month-number>) <slash>|<dash> (?P<month2><month-number>)"
        f" <dash>) {_YEAR}",
        "a-day",
        lambda found: _day_of_numbered_month(found.merged()),
    ),
    Step(
        "day in figures, year first",
        "(?P<year><year-number>) <dash> (?P<month><month-number>) <dash> (?P<day><day>)",
        "a-day",
        _day_of_numbered_month,
    ),
    Step(
        "day of this month",
        "(?P<day><day>) <day-word>? (?P<short><this-month-short|past-month-short>)",
        "a-day",
        _day_of_this_month,
    ),
    Step(
        "day of that month",
        "(?P<day><day>) <day-word>? (?P<how><relative>) (?P<same><same>)? (?:<month-word>|(?P<month><month>))",
        "a-day",
        _day_of_this_month,
    ),
    Step("day of a month named before", "(?P<day><day>) <day-word>? (?P<of><a-month>)", "a-day", _day_of_month_read),
    Step("day of the month", "(?P<day><day&ordinal>) <day-word-number>", "a-day", _day_of_the_month),
    Step("day near", "(?P<how><relative&genitive>) (?P<day><day>) <day-word>? (?P<month><month>)", "a-day", _day_near),
    Step(
        "month near",
        "(?P<how><relative>) (?P<same><same>)? <month-word>? (?P<month><month>) (?:<in>? (?P<day><day>) <day-word>?)?",
        "a-day",
        _near_month,
    ),
    Step("month", "(?:<month-word>? (?P<month><month>)) <month-word>?", "a-month", _month),
    Step("month year", f"<month-word>? {_FULL} <month-word>? <comma>? {_YEAR}", "a-month", _month),
    Step(
        "year, month",
        "(?<!<month|month-short|dash>) (?P<year><a-year>|<year-number>) <comma> (?P<month><month&!genitive>)",
        "a-month",
        _month,
    ),
    Step(
        "season", f"(?:(?P<early><early>)|(?P<late><late>))? (?P<season><season>) <comma>? {_YEAR}", "a-season", _season
    ),
    Step("pair of months", f"(?P<pair><month-pair>) {_YEAR}?", "a-span", _pair),
    Step("season alone", "(?:(?P<early><early>)|(?P<late><late>))? (?P<season><season>)", "a-season", _season),
    Step("season near", "(?P<how><relative>) (?P<same><same>)? (?P<season><season>)", "a-season", _near_season),
    Step(
        "winter of two years",
        "(?P<season><season>) (?P<a><year-number>) <slash|dash> (?:(?P<b><two-digits|year-number>)"
        " <year-word|years-word>?|(?P<whole><a-year>))",
        "a-span",
        _winter,
    ),
    Step("quarter of a year", f"(?P<n><ordinal|roman>) <quarter-word> {_YEAR}?", "a-span", _fraction_of_year),
    Step("half of a year", f"(?P<n><ordinal|roman>) (?P<half><half-year-word>) {_YEAR}?", "a-span", _fraction_of_year),
)
