"""Days of a month: explicit, or with the month and year that govern them."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.cascade import Found, Step
from letopis.dimensions.date.expressions import Date, Expression, Month, MonthNear, Season, Year
from letopis.dimensions.date.families.given_year import MONTH, OF_YEAR, YEAR, no_year, of_several_days, year_in
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import counts_noun, token_after, token_before

_HOURS = frozenset({"час", "часа", "часов", "часу", "ч"})
"""`3 апреля, в 7 часов`: the time of day, and no second day."""
_DAY_WORDS = "<day-word>?"
_FREE = "(?:(?<!<month|month-short|roman|slash|dash>)|(?<=<comma><month|month-short><day><dash>))"
"""Where a year begins a date: not after a month or a dash, but `1889, апр. 3 — 1891, дек. 15`."""


def _day(found: Found) -> Expression | None:
    if no_year(found) or of_several_days(found):
        return None
    return Date(year_in(found), found.value("month", "month", "month-short"), found.value("day", "day"))


def _day_after_month(found: Found) -> Expression | None:
    day = found.node("day")
    assert day is not None
    if any(found.doc[node.start].lower_ == "числе" for node in found.nodes):
        return None
    hour = token_after(found.doc, day.end)
    if hour is not None and fold(hour.text) in _HOURS:
        return None
    marked = "word" in found or "in" in found or "year" in found or day["ordinal"] is not None
    after = token_after(found.doc, day.end)
    if not marked and after is not None and (counts_noun(day["day"], after) or after.text in {"%", "/"}):
        return None
    return _day(found)


def _day_of_short_year(found: Found) -> Expression:
    return Date(
        Year(short=found.value("short", "two-digits", "two-digits-ordinal")),
        found.value("month", "month", "month-short", "month-number"),
        found.value("day", "day"),
    )


def _day_of_ordinal_year(found: Found) -> Expression | None:
    """`5 мая 43-го`, but not `5 мая 41-я дивизия`."""
    genitive = fold(found.doc[found.nodes[-1].end - 1].text).endswith("го")
    return _day_of_short_year(found) if genitive else None


def _day_of_elided_year(found: Found) -> Expression:
    """`к 1-му января текущего`: the word for year left out."""
    steps, source = found.value("how", "relative")
    year = Year(offset=steps, deictic=source == "now")
    return Date(year, found.value("month", "month", "month-short"), found.value("day", "day"))


def _day_of_early_year(found: Found) -> Expression:
    return Date(
        Year(found.value("n", "three-digits")),
        found.value("month", "month", "month-short", "month-number"),
        found.value("day", "day"),
    )


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
    if of_several_days(found):
        return None
    return Date(None, Month(0), found.value("day", "day"))


def _day_after_its_word(found: Found) -> Expression | None:
    """`ждать числа 20-го`, `к числу двадцатому`; not `из числа первых`."""
    doc = found.doc
    word, day = fold(doc[found.nodes[0].start].text), fold(doc[found.nodes[-1].end - 1].text)
    agrees = {"числа": ("го",), "числу": ("му",), "число": ("е", "ое")}.get(word, ())
    return _day_of_the_month(found) if agrees and day.endswith(agrees) else None


def _day_in_plain_figures(found: Found) -> Expression | None:
    """`14 числа снялись с якоря`; but two to four numbers may be counted: `сложили 3 числа`."""
    doc, first = found.doc, found.nodes[0].start
    if doc[found.nodes[-1].end - 1].lower_ not in {"числа", "число", "числу"}:
        return None
    before = token_before(doc, first)
    dated = before is None or before.is_punct or before.pos_ in {"ADP", "ADV", "CCONJ", "SCONJ", "PRON"}
    return _day_of_the_month(found) if dated or not 2 <= found.value("day", "day") <= 4 else None


DAYS = (
    Step("day month year", f"(?P<day><day>) {_DAY_WORDS} {MONTH} <month-word>? {_DAY_WORDS} {OF_YEAR}?", "a-day", _day),
    Step("day числа month year", f"(?P<day><day&ordinal>) <day-short> {MONTH} {OF_YEAR}?", "a-day", _day),
    Step("day month, year", f"(?P<day><day>) {_DAY_WORDS} {MONTH} <comma> (?P<year><a-year>)", "a-day", _day),
    Step(
        "day month and year of two digits",
        f"(?P<day><day>) {MONTH} (?P<short><two-digits>) <year-word>",
        "a-day",
        _day_of_short_year,
    ),
    Step(
        "day month and ordinal year of two digits",
        f"(?P<day><day>) {MONTH} (?P<short><two-digits-ordinal>) (?!<year-word>)",
        "a-day",
        _day_of_ordinal_year,
    ),
    Step(
        "day month of the year named short",
        f"(?P<day><day>) {MONTH} (?P<how><relative&genitive>) (?=<dot|comma|break|dash|semicolon|and|close>)",
        "a-day",
        _day_of_elided_year,
    ),
    Step(
        "day month and year of three digits",
        f"(?P<day><day>) {MONTH} (?P<n><three-digits>) <year-word>",
        "a-day",
        _day_of_early_year,
    ),
    Step(
        "month day year",
        "(?<!<day>) <month-word>? (?P<month><month&genitive|month-short>) <month-word>?"
        " (?:<comma>? (?P<in><in|toward>)|<comma> (?=<!in-words>))? (?P<word><day-word>)? (?P<day><day&!decade-number>)"
        " (?P<word2><day-word>)?"
        " (?:<comma>? (?:<new>|<relative>)? (?P<year><a-year>)|<comma>? (?P<year2><year-number>))?",
        "a-day",
        lambda found: _day_after_month(found.merged()),
    ),
    Step(
        "month in the nominative, day, year",
        "(?<=<break|dot>) (?P<month><month&!genitive&capital>) (?P<day><day&ordinal&!in-words>)"
        " (?P<word><day-word>)? (?:<comma>? (?P<year><a-year>)|<comma>? (?P<year2><year-number>))?",
        "a-day",
        lambda found: _day_after_month(found.merged()),
    ),
    Step(
        "year month day",
        f"{_FREE} {YEAR} <comma>? <month-word>?"
        f" (?P<month><month&genitive|month-short>) <comma>? (?P<in><in>)? <day-word>? (?P<day><day>)"
        f" <day-word>?",
        "a-day",
        _day,
    ),
    Step(
        "year day month",
        f"{_FREE} {YEAR} <comma>? (?P<day><day>) {_DAY_WORDS} {MONTH} <month-word>?",
        "a-day",
        _day,
    ),
    Step(
        "day, month and year joined",
        f"(?P<day><day>) <dash|slash|dot> {MONTH} <dash|slash|dot>? {YEAR}",
        "a-day",
        _day,
    ),
    Step(
        "day of this month",
        "(?P<day><day>) <day-word>? (?P<short><this-month-short|past-month-short>)",
        "a-day",
        _day_of_this_month,
    ),
    Step(
        "day of that month",
        "(?P<day><day>) <day-word>? (?P<how><relative>) (?P<same><same>)?"
        " (?:<month-word>|(?P<month><month>) <month-word>?)",
        "a-day",
        _day_of_this_month,
    ),
    Step("day of a month named before", "(?P<day><day>) <day-word>? (?P<of><a-month>)", "a-day", _day_of_month_read),
    Step("day of the month", "(?P<day><day&ordinal>) <day-word-number>", "a-day", _day_of_the_month),
    Step(
        "month, day числа",
        "(?P<month><month>) <month-word>? <comma> (?P<in><in>)? (?P<day><day>) (?P<word><day-word-number>)",
        "a-day",
        _day_after_month,
    ),
    Step(
        "числа day",
        "(?<!<relative|same|day>) (?P<word><day-word-number>) (?P<day><day&ordinal>) (?!<month|month-short|relative>)",
        "a-day",
        _day_after_its_word,
    ),
    Step(
        "day of the month in plain figures",
        "(?P<day><day&!in-words>) <day-word-number>",
        "a-day",
        _day_in_plain_figures,
    ),
    Step(
        "day of this month, its pronoun first",
        "(?P<how><relative&genitive>) (?P<same><same>)? (?P<day><day&ordinal>) <day-word-number>",
        "a-day",
        lambda found: None if of_several_days(found) else _day_of_this_month(found),
    ),
)

THAT_MONTH = (
    Step(
        "day of that month, the month first",
        "(?P<how><relative&genitive>) (?P<same><same>)? <month-word> <in>? (?P<day><day&!in-words>) <day-word>?"
        " (?=<dot|comma|break|dash|semicolon>)",
        "a-day",
        _day_of_this_month,
    ),
)
"""Read before `того же месяца` alone is."""


def _day_of_season(found: Found) -> Expression | None:
    """`на другую весну, апреля в 13 день`: the day of the month of that name after the anchor."""
    season, day = found.date("season"), found.date("day")
    if not isinstance(season, Season) or not season.offset or not isinstance(day, Date):
        return None
    if day.year is not None or not isinstance(day.month, int):
        return None
    return MonthNear(day.month, season.offset, season.deictic, day.day)


OF_SEASON = (Step("day of another season", "(?P<season><a-season>) <comma> (?P<day><a-day>)", "a-day", _day_of_season),)
