"""Organizations found in short texts, with their nominatives."""

import re
import tomllib
from importlib.resources import files

import pytest

from letopis.dimensions.mention import mentions
from letopis.dimensions.organization import headless

DATA = tomllib.loads(files("letopis.dimensions.organization").joinpath("cases.toml").read_text("utf-8"))
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
def test_organization_case(nlp, text, expected):
    text, spans = plain(text)
    found = mentions(read(nlp, text), "organization")
    assert [(span.start_char, span.end_char) for span in found] == spans
    assert [span._.normal for span in found] == expected


@pytest.mark.parametrize(("text", "expected"), ACCURATE, ids=[text for text, _ in ACCURATE])
def test_organization_case_of_the_accurate_model(accurate_nlp, text, expected):
    text, spans = plain(text)
    found = mentions(read(accurate_nlp, text), "organization")
    assert [(span.start_char, span.end_char) for span in found] == spans
    assert [span._.normal for span in found] == expected


def test_organization_cases_are_many():
    assert len(CASES) >= 70
    assert sum("[" not in text for text, _ in CASES) >= 18


@pytest.mark.parametrize("form", ["Наркомтяжпрома", "Губисполком", "Совнархозом", "Главзолото", "Наркомзему"])
def test_organization_syllabic(form):
    assert headless.is_syllabic(form)


@pytest.mark.parametrize("form", ["Московский", "Городом", "Союз", "Просветители", "народ", "ВЦИК", "Востоков"])
def test_organization_not_syllabic(form):
    assert not headless.is_syllabic(form)


@pytest.mark.parametrize("text", ["", "Совет", "6-й", "РВС", "РКП(б", "имени", "полка им.", "лейб-гвардии", "«Банк"])
def test_organization_rules_bear_fragments(nlp, text):
    assert read(nlp, text) is not None
