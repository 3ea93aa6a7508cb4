"""Every line of `anchors.toml`: what dates come to that hang on others, and on what."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import edtf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.context import Context, set_context
from letopis.dimensions.date import component
from letopis.dimensions.date.expressions import DayFrom, leaves
from letopis.dimensions.date.reading import expression_of
from letopis.dimensions.mention import key, mentions
from letopis.entities.anchors import resolve_dates
from letopis.entities.written import written_period

CASES = tomllib.loads(files("letopis.entities").joinpath("anchors.toml").read_text("utf-8"))
POSITIVE = [
    pytest.param(case, id=f"{family['name']}: {case['text'][:40]}")
    for family in CASES["family"]
    for case in family["cases"]
]
FIELDS = ("edtf", "earliest", "latest", "calendar", "as_written")

Reader = Callable[..., Doc]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """A document with its dates resolved."""

    def resolved(text: str, **known: Any) -> Doc:
        doc = nlp.make_doc(text)
        set_context(doc, Context(**known))
        for name in ("letopis_sentences", "letopis_morphology"):
            doc = nlp.get_pipe(name)(doc)
        doc = component(doc)
        resolve_dates(doc)
        return doc

    return resolved


def values(doc: Doc) -> list[list[str]]:
    """The dates of a document as the cases write them."""
    return [
        [span.text, *(span._.value[name] or "" for name in FIELDS), *filter(None, [span._.value.get("note")])]
        for span in mentions(doc, "date")
    ]


@pytest.mark.parametrize("case", POSITIVE)
def test_anchors_cases(case: dict[str, Any], read: Reader) -> None:
    known = {name: case[name] for name in ("written", "calendar", "reference_date") if name in case}
    doc = read(case["text"], **known)
    assert values(doc) == case["dates"]
    for span in mentions(doc, "date"):
        if span._.value["edtf"]:
            edtf.parse_edtf(span._.value["edtf"])


@pytest.mark.parametrize("text", CASES["none"])
def test_anchors_drop_what_hangs_on_nothing(text: str, read: Reader) -> None:
    assert values(read(text)) == []


def test_anchors_name_the_mention(read: Reader) -> None:
    doc = read("В 1920 году созван парламент. В марте того же года отправлено письмо.")
    year, month = mentions(doc, "date")
    assert month._.value["resolved_from"] == key(year)
    assert year._.value["resolved_from"] is None
    assert month._.trace[-1] == "anchored to the date before '1920 году' (1920)"


def test_anchors_name_no_mention_where_the_catalogue_is_the_anchor(read: Reader) -> None:
    [span] = mentions(read("В прошлом году вышла книга.", written="1995"), "date")
    assert span._.value["resolved_from"] is None
    assert span._.value["edtf"] == "1994"


def test_anchors_are_not_in_brackets(read: Reader) -> None:
    doc = read("В 1812 году (по другим сведениям, в 1815) родился; в мае крещён.")
    year, _, month = mentions(doc, "date")
    assert month._.value["resolved_from"] == key(year)


def test_anchors_leave_dates_of_other_components_alone(read: Reader) -> None:
    doc = read("В 1920 году созван парламент. В марте того же года отправлено письмо.")
    doc.user_data["letopis.dates"] = {}
    before = values(doc)
    resolve_dates(doc)
    assert values(doc) == before


@pytest.mark.parametrize(
    ("known", "edtf_of"),
    [
        (Context(written="1995"), "1995"),
        (Context(written="1834-03"), "1834-03"),
        (Context(written="1834-03-14"), "1834-03-14"),
        (Context(written="1834~"), "1834"),
        (Context(written="1834/1836"), "1834/1836"),
        (Context(written="1834-03-14", calendar="julian"), "1834-03-02"),
        (Context(written="1995", reference_date="1920-05-10"), "1920-05-10"),
        (Context(written="1834-02-30"), "1834-02"),
        (Context(written="1834-21"), "1834"),
        (Context(written="long ago"), None),
        (Context(), None),
    ],
)
def test_anchors_written(known: Context, edtf_of: str | None) -> None:
    period = written_period(known)
    assert (period.edtf() if period else None) == edtf_of


WORDS = [
    "в",
    "1812",
    "году",
    "мае",
    "5",
    "мая",
    "того",
    "же",
    "года",
    "накануне",
    "вчера",
    "через",
    "два",
    "года",
    "спустя",
    "неделю",
    "(",
    ")",
    ".",
    ",",
    "\n",
    "—",
    "до",
    "после",
    "с",
    "по",
    "лето",
    "7050",
    "начале",
    "конце",
    "XVIII",
    "века",
    "12.03.1918",
    "на",
    "Покров",
    "третьего",
    "дня",
    "зимой",
    "субботу",
    "числа",
    "10-го",
    "ст.",
    "н.",
    "э.",
    "около",
    "?",
    "1812/13",
    "25",
    "(7)",
]


@settings(max_examples=80, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
@example(words=["в", "1812", "в", "1812", "спустя"])
def test_anchors_any_words_in_any_order_give_sound_values(read: Reader, words: list[str]) -> None:
    doc = read(" ".join(words))
    for span in mentions(doc, "date"):
        value = span._.value
        if value["edtf"] is None:
            assert value["earliest"] is None and value["latest"] is None
            continue
        edtf.parse_edtf(value["edtf"])
        if value["earliest"] and value["latest"] and not value["earliest"].startswith("-"):
            assert value["earliest"] <= value["latest"]
        expression = expression_of(span)
        assert expression is not None
        if any(isinstance(leaf, DayFrom) for leaf in leaves(expression)):
            assert value["resolved_from"] is not None


def test_anchors_whatever_dates_stand_together(read: Reader) -> None:
    cases = tomllib.loads(files("letopis.dimensions.date").joinpath("cases.toml").read_text("utf-8"))
    texts = [case["text"] for family in cases["family"] for case in family["cases"]]
    doc = read("\n".join(texts), written="1850", calendar="julian")
    assert len(mentions(doc, "date")) > len(texts)
