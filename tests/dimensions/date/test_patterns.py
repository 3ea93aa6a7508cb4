"""Any day, written in any of ten ways, in two calendars, reads back as itself."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.context import Context, set_context
from letopis.dimensions.date import rules
from letopis.dimensions.date.calendars import convert, exists
from letopis.dimensions.date.terms import iso_day

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
Day = tuple[int, int, int]


def era(year: int) -> str:
    """What an early year needs to be known for one."""
    return " н. э." if year < 1000 else ""


def in_words(number: int) -> str:
    """The ordinal in the genitive."""
    return str(num2words(number, lang="ru", to="ordinal", case="g", gender="m"))


PATTERNS: dict[str, Callable[[Day], str]] = {
    "plain": lambda day: f"{day[2]} {MONTHS[day[1] - 1]} {day[0]} года{era(day[0])}",
    "ordinal": lambda day: f"{day[2]}-го {MONTHS[day[1] - 1]} {day[0]} г.{era(day[0])}",
    "month first": lambda day: f"{MONTHS[day[1] - 1]} {day[2]} дня {day[0]} года{era(day[0])}",
    "year first": lambda day: f"{day[0]} года{era(day[0])} {MONTHS[day[1] - 1]} {day[2]} дня",
    "figures": lambda day: f"{day[2]}.{day[1]:02d}.{day[0]:04d}",
    "ISO": lambda day: f"{day[0]:04d}.{day[1]:02d}.{day[2]:02d}",
    "Roman month": lambda day: f"{day[2]}.{ROMAN[day[1] - 1]}.{day[0]} г.{era(day[0])}",
    "Roman month with a slash": lambda day: f"{day[2]}/{ROMAN[day[1] - 1]} {day[0]} г.{era(day[0])}",
    "chronicle": lambda day: f"{MONTHS[day[1] - 1]} в {day[2]} день {day[0]} года{era(day[0])}",
    "in words": lambda day: f"{in_words(day[2])} {MONTHS[day[1] - 1]} {in_words(day[0])} года{era(day[0])}",
}


@pytest.fixture(scope="module")
def make_doc(nlp: Language) -> Callable[[str], Doc]:
    """Tokens alone: these patterns need nothing else."""
    return nlp.make_doc


def days() -> st.SearchStrategy[Day]:
    """Gregorian days of the years 1 to 2100."""
    dates = st.dates(datetime.date(1, 1, 1), datetime.date(2100, 12, 31))
    return dates.map(lambda date: (date.year, date.month, date.day))


@settings(max_examples=30, deadline=None)
@given(day=days())
@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_read_back(pattern: str, make_doc: Callable[[str], Doc], day: Day) -> None:
    text = PATTERNS[pattern](day)
    found = rules.find(make_doc(text))
    assert [(mention.value["edtf"], mention.start, text) for mention in found] == [(iso_day(day), 0, text)]


@settings(max_examples=15, deadline=None)
@given(day=days().filter(lambda day: exists(day, "julian")))
@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_read_back_in_a_julian_document(pattern: str, make_doc: Callable[[str], Doc], day: Day) -> None:
    doc = make_doc(PATTERNS[pattern](day))
    set_context(doc, Context(calendar="julian"))
    [mention] = rules.find(doc)
    assert mention.value["as_written"] == iso_day(day)
    assert mention.value["edtf"] == iso_day(convert(day, "julian", "gregorian"))
    assert mention.value["calendar"] == "julian"


@settings(max_examples=30, deadline=None)
@given(day=days())
def test_patterns_double_dates_agree(make_doc: Callable[[str], Doc], day: Day) -> None:
    old = convert(day, "gregorian", "julian")
    if old[0] < 300 or old == day:
        return
    first = f"{old[2]} {MONTHS[old[1] - 1]} {old[0]} г.{era(old[0])}"
    text = f"{first} ({day[2]} {MONTHS[day[1] - 1]} {day[0]} г.{era(day[0])})"
    [mention] = rules.find(make_doc(text))
    assert (mention.value["edtf"], mention.value["calendar"]) == (iso_day(day), "both")
