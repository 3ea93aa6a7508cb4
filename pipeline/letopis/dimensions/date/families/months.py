"""Months, seasons, quarters and halves of a year, days at the start and end of a month."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.cascade import Found, Step
from letopis.dimensions.date.expressions import Date, Expression, MonthNear, Part, Range, Season, Year
from letopis.dimensions.date.families.given_year import MONTH, OF_YEAR, YEAR, no_year, of_several_days, year_in
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import token_after

_WINTER = 24


def _month_of_short_year(found: Found) -> Expression:
    year = Year(short=found.value("short", "two-digits-ordinal"))
    season = found.value("season", "season")
    return Date(year, found.value("month", "month")) if season is None else Season(season, year)


def _month_of_elided_year(found: Found) -> Expression | None:
    """`в августе следующего`: the word for year left out."""
    after = token_after(found.doc, found.nodes[-1].end)
    if after is not None and (after.pos_ in {"NOUN", "ADJ", "PROPN", "NUM", "DET"} or after.text[0].isdecimal()):
        return None
    steps, source = found.value("how", "relative")
    year = Year(offset=steps, deictic=source == "now")
    season = found.value("season", "season")
    return Date(year, found.value("month", "month")) if season is None else Season(season, year)


def _day_near(found: Found) -> Expression | None:
    """`минувшего 5 марта`, but not `об этом 5 марта`."""
    return _near_month(found) if found.value("how", "relative")[1] == "now" else None


def _near_month(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    return MonthNear(
        found.value("month", "month"), steps, source == "now" and "same" not in found, found.value("day", "day")
    )


def _month(found: Found) -> Expression | None:
    if no_year(found):
        return None
    return Date(year_in(found), found.value("month", "month", "month-short"))


def _pair(found: Found) -> Expression | None:
    """`ноябре-декабре 1812 года`; `декабре-январе` runs over the new year."""
    first, last = found.value("pair", "month-pair")
    year = year_in(found)
    if first == last or no_year(found):
        return None
    before = replace(year, number=year.number - 1) if first > last and year and year.number is not None else year
    return Range(Date(before, first), Date(year, last))


def _part_of_days(found: Found) -> Expression | None:
    """`первых числах мая`, `последних числах мая`, `20-х числах мая`."""
    if not of_several_days(found):
        return None
    month = Date(year_in(found), found.value("month", "month"))
    if "last" in found:
        return Part(-1, 3, month)
    number = found.value("n", "decade-number", "ordinal")
    if number in {10, 20} and found.value("n", "decade-number") is not None:
        return Range(replace(month, day=number), replace(month, day=number + 9))
    return Part(0, 3, month) if number == 1 else None


def _season(found: Found) -> Expression | None:
    if no_year(found):
        return None
    season = Season(found.value("season", "season"), year_in(found))
    if "early" in found:
        return Part(0, 3, season)
    return Part(-1, 3, season) if "late" in found else season


def _near_season(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    return Season(found.value("season", "season"), None, steps, source == "now" and "same" not in found)


def _next_season(found: Found) -> Expression | None:
    """`на другую весну`; `на другое лето` is the next year of a chronicle."""
    noun = found.node("season")
    assert noun is not None
    if fold(found.doc[noun.start].text) == "лето":
        return None
    return Season(found.value("season", "season"), None, 1)


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
    if not 1 <= number <= count or no_year(found):
        return None
    return Part(number - 1, count, Date(year_in(found) or Year(offset=0)))


MONTHS = (
    Step(
        "days of a month",
        f"(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <day-word> (?P<month><month>) {YEAR}?",
        "a-span",
        _part_of_days,
    ),
    Step(
        "season or month and ordinal year of two digits",
        "(?:(?P<season><season>)|(?P<month><month>)) (?P<short><two-digits-ordinal&!day>)",
        "a-month",
        _month_of_short_year,
    ),
    Step("day near", "(?P<how><relative&genitive>) (?P<day><day>) <day-word>? (?P<month><month>)", "a-day", _day_near),
    Step(
        "month near",
        "(?P<how><relative>) (?P<same><same>)? <month-word>? (?P<month><month>) (?:<in>? (?P<day><day>) <day-word>?)?",
        "a-day",
        _near_month,
    ),
    Step("month", "(?:<month-word>? (?P<month><month>)) <month-word>?", "a-month", _month),
    Step("month year", f"<month-word>? {MONTH} <month-word>? <comma>? {OF_YEAR}", "a-month", _month),
    Step(
        "year, month",
        "(?:(?<!<month|month-short|dash>)|(?<=<comma><month|month-short><dash>)) (?P<year><a-year>|<year-number>)"
        " <comma> (?P<month><month&!genitive>)",
        "a-month",
        _month,
    ),
    Step(
        "year in its month",
        "(?<!<month|month-short|day|dash>) (?P<year><a-year>) <in> <month-word>? (?P<month><month&!genitive>)"
        " <month-word>? (?!<year-number|a-year|year-word|relative>)",
        "a-month",
        _month,
    ),
    Step(
        "season",
        f"(?:(?P<early><early>)|(?P<late><late>))? (?P<season><season>) <comma>? {OF_YEAR}",
        "a-season",
        _season,
    ),
    Step(
        "month or season of the year named short",
        "(?:(?P<season><season>)|(?P<month><month>)) (?P<how><relative&genitive>)"
        " (?!<date|year-word|month-word|day-word|summer-word|season|month|same|day>)",
        "a-month",
        _month_of_elided_year,
    ),
    Step("pair of months", f"(?P<pair><month-pair>) {YEAR}?", "a-span", _pair),
    Step("season alone", "(?:(?P<early><early>)|(?P<late><late>))? (?P<season><season>)", "a-season", _season),
    Step("season near", "(?P<how><relative>) (?P<same><same>)? (?P<season><season>)", "a-season", _near_season),
    Step("другая весна", "(?<=<on>) <other> (?P<season><season>)", "a-season", _next_season),
    Step(
        "winter of two years",
        "(?P<season><season>) (?P<a><year-number>) <slash|dash> (?:(?P<b><two-digits|year-number>)"
        " <year-word|years-word>?|(?P<whole><a-year>))",
        "a-span",
        _winter,
    ),
    Step("quarter of a year", f"(?P<n><ordinal|roman>) <quarter-word> {OF_YEAR}?", "a-span", _fraction_of_year),
    Step(
        "half of a year", f"(?P<n><ordinal|roman>) (?P<half><half-year-word>) {OF_YEAR}?", "a-span", _fraction_of_year
    ),
)
