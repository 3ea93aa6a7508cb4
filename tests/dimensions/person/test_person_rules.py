"""Persons found in short texts, with their nominatives and parts."""

import itertools
import tomllib
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.dimensions.mention import mentions

CASES = tomllib.loads(files("letopis.dimensions.person").joinpath("cases.toml").read_text("utf-8"))
POSITIVE = [case for family, cases in CASES.items() if family not in {"none", "value"} for case in cases]
NAMES = ("letopis_sentences", "letopis_morphology", "letopis_names", "letopis_person")


def read(nlp, text):
    doc = nlp.make_doc(text)
    for name in NAMES:
        doc = nlp.get_pipe(name)(doc)
    return doc


def as_line(span):
    return span.text if span.text == span._.normal else f"{span.text} → {span._.normal}"


def folded(lines):
    return [line.replace("ё", "е") for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, lines) for text, *lines in POSITIVE], ids=[c[0] for c in POSITIVE]
)
def test_person_case(nlp, text, expected):
    assert folded(map(as_line, mentions(read(nlp, text), "person"))) == folded(expected)


@pytest.mark.parametrize("text", CASES["none"])
def test_no_person(nlp, text):
    assert [as_line(span) for span in mentions(read(nlp, text), "person")] == []


@pytest.mark.parametrize("case", CASES["value"], ids=lambda case: case["text"])
def test_person_value(nlp, case):
    span = mentions(read(nlp, case["text"]), "person")[0]
    known = {field: value for field, value in span._.value.items() if value}
    assert known == {field: value for field, value in case.items() if field != "text"}


def test_cases_are_many():
    assert len(POSITIVE) >= 130
    assert len(CASES["none"]) >= 40


WORDS = [
    "Иван",
    "Петрович",
    "Л.",
    "кн.",
    "граф",
    "Орлов",
    "II",
    "сын",
    "фон",
    "паша",
    "—",
    "«",
    "»",
    "(",
    "\n",
    "в",
    "г.",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_person_mentions_are_ordered_apart_and_slice_back(nlp, text):
    doc = read(nlp, text)
    found = mentions(doc, "person")
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    for span in found:
        assert "\n" not in span.text
        assert span._.normal and span._.rule and span._.trace
        assert set(span._.value) == {"given", "patronymic", "surname", "initials", "regnal", "titles"}
