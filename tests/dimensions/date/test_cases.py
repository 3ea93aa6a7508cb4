"""Every line of `cases.toml`: which dates a text has, and the whole value of each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any

import edtf
import pytest
from spacy.language import Language

from letopis.dimensions.date import component
from letopis.dimensions.mention import mentions
from letopis.records.models import DateValue

CASES = tomllib.loads(files("letopis.dimensions.date").joinpath("cases.toml").read_text("utf-8"))
POSITIVE = [
    pytest.param(case, id=f"{family['name']}: {case['text']}") for family in CASES["family"] for case in family["cases"]
]
DATES = [date for family in CASES["family"] for case in family["cases"] for date in case["dates"]]
_parsed = lru_cache(maxsize=None)(edtf.parse_edtf)
FIELDS = ("edtf", "earliest", "latest", "calendar", "as_written")

Reader = Callable[[str], list[tuple[str, dict[str, Any]]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """A text's dates and their values, found without names, syntax and anchors."""

    def dates(text: str) -> list[tuple[str, dict[str, Any]]]:
        doc = nlp.make_doc(text)
        for name in ("letopis_sentences", "letopis_morphology"):
            doc = nlp.get_pipe(name)(doc)
        return [(span.text, span._.value) for span in mentions(component(doc), "date")]

    return dates


@pytest.mark.parametrize("case", POSITIVE)
def test_cases_positive(case: dict[str, Any], read: Reader) -> None:
    found = [
        [text, *(value[name] or "" for name in FIELDS), *([value["note"]] if value.get("note") else [])]
        for text, value in read(case["text"])
    ]
    assert found == case["dates"]


@pytest.mark.parametrize("text", CASES["none"])
def test_cases_negative(text: str, read: Reader) -> None:
    assert read(text) == []


def test_cases_are_many() -> None:
    assert sum(len(family["cases"]) for family in CASES["family"]) >= 400
    assert len(CASES["none"]) >= 120


def test_cases_edtf_parses_and_agrees_with_bounds() -> None:
    for _, text, earliest, latest, *_ in DATES:
        if not text:
            continue
        parsed = _parsed(text)
        assert str(parsed) == text
        if earliest and "/.." not in text:
            assert _day(parsed.lower_strict()) == earliest if not text.startswith("../") else True
        if latest and not text.startswith("../") and not _ends_in_winter(text):
            assert _day(parsed.upper_strict()) == latest


def _ends_in_winter(text: str) -> bool:
    """The library ends season 24 with December of its year."""
    return text.endswith("-24")


def _day(moment: Any) -> str:
    year, month, day = moment[:3]
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def test_cases_are_valid_records() -> None:
    for _, *values in DATES:
        DateValue.model_validate({name: value or None for name, value in zip(FIELDS, values, strict=False)})
