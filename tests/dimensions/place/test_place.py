"""Places found in short texts, with their nominatives and types."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.dimensions.mention import mentions

DATA = tomllib.loads(files("letopis.dimensions.place").joinpath("cases.toml").read_text("utf-8"))
CASES, ACCURATE = DATA["cases"], DATA["accurate"]
NAMES = (
    "letopis_sentences",
    "letopis_morphology",
    "letopis_names",
    "letopis_person",
    "letopis_place",
    "letopis_organization",
)


def plain(text):
    """`text` without its brackets, and what stood between them as bounds."""
    spans, out = [], ""
    for piece in re.split(r"([\[\]])", text):
        if piece == "[":
            spans.append([len(out)])
        elif piece == "]":
            spans[-1].append(len(out))
        else:
            out += piece
    return out, [tuple(span) for span in spans]


def read(nlp, text):
    """The document of `text` with its names."""
    doc = nlp.make_doc(text)
    for name in NAMES:
        doc = nlp.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_place_case(nlp, text, expected):
    text, spans = plain(text)
    found = mentions(read(nlp, text), "place")
    assert [(span.start_char, span.end_char) for span in found] == spans
    for span, line in zip(found, expected, strict=True):
        normal, _, kind = line.partition(" | ")
        assert span._.normal == normal
        assert not kind or span._.value["type"] == kind


@pytest.mark.parametrize(("text", "expected"), ACCURATE, ids=[text for text, _ in ACCURATE])
def test_place_case_of_the_accurate_model(accurate_nlp, text, expected):
    text, spans = plain(text)
    found = mentions(read(accurate_nlp, text), "place")
    assert [(span.start_char, span.end_char) for span in found] == spans
    assert [span._.normal for span in found] == expected


def test_place_cases_are_many():
    assert len(CASES) >= 100
    assert sum("[" not in text for text, _ in CASES) >= 20


def test_place_type_of_a_noun_holds_for_the_document(nlp):
    doc = read(nlp, "Деревня стоит на реке Шелони. Через Шелонь переправились ночью.")
    found = [(span._.normal, span._.value["type"]) for span in mentions(doc, "place")]
    assert found == [("Шелонь", "water"), ("Шелонь", "water")]


def test_place_trace_says_how(nlp):
    (span,) = mentions(read(nlp, "Имение в Ефремовском уезде."), "place")
    assert span._.rule == "adjective-and-place-noun"
    assert any("Ефремовский уезд" in line for line in span._.trace)


@pytest.mark.parametrize("text", ["", "Г.", "г. ", "Св. ", "и Тульской", "река Св. ", "1-й", "У. губ. вол."])
def test_place_rules_bear_fragments(nlp, text):
    assert read(nlp, text) is not None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="АБВСКПМнаортсквилеуьйи губ.-—,«»\n1", max_size=80))
def test_place_mentions_lie_in_the_text(nlp, text):
    doc = read(nlp, text)
    bounds = [(span.start_char, span.end_char) for span in mentions(doc, "place", "organization")]
    assert all(0 <= start < end <= len(text) for start, end in bounds)
