"""Noun phrases in the nominative."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import letopis
from letopis.language.phrase import lemmas, nominative

CASES = tomllib.loads(files("letopis.language").joinpath("phrase_cases.toml").read_text("utf-8"))["cases"]
BASE = ("letopis_sentences", "letopis_morphology")


def bracketed(text):
    """The tokens between the brackets of `text`, in the document without them."""
    nlp = letopis.load()
    start, end = text.index("["), text.index("]") - 1
    doc = nlp.make_doc(text.replace("[", "").replace("]", ""))
    for name in BASE:
        doc = nlp.get_pipe(name)(doc)
    return doc.char_span(start, end, alignment_mode="expand")


@pytest.mark.parametrize(("text", "expected", "number", "case", "name_type"), CASES, ids=[case[0] for case in CASES])
def test_phrase_nominative(text, expected, number, case, name_type):
    found = nominative(list(bracketed(text)), number or None, case=case or None, name_type=name_type or None)
    assert found == expected


def test_phrase_nominative_of_nothing():
    assert nominative([]) == ""


def test_phrase_lemmas_are_ordered():
    found = lemmas(bracketed("у [Коростыни]")[0], name_type="Geo")
    assert next(iter(found)) == "Коростынь"
    assert "Коростыня" in found


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="абвгжийклмнопрстуфхцчшыьэюя АБВГ-—.,«»()\n123Iъ", max_size=40))
def test_phrase_nominative_never_fails(text):
    doc = letopis.load().make_doc(text)
    assert isinstance(nominative(list(doc)), str)
