"""Every case of `cases.toml`: its spans, numbers and kinds, in the notation described there."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import partial
from importlib.resources import files

import pytest

from letopis.dimensions.numeral.numeral import Numeral
from letopis.dimensions.numeral.reader import numerals

CASES = tomllib.loads(files("letopis.dimensions.numeral").joinpath("cases.toml").read_text("utf-8"))
FOUND = [(family, case) for family, cases in CASES.items() if family != "nothing" for case in cases]


@pytest.fixture(scope="module")
def read(nlp):
    def reader(text: str):
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            if name in {"letopis_sentences", "letopis_morphology"}:
                doc = component(doc)
        return [write(doc[found.start : found.end].text, found) for found in numerals(doc)]

    return reader


def write(span: str, numeral: Numeral) -> str:
    value = Fraction(numeral.value)
    number = shown(value) if numeral.high is None else f"{shown(value)}..{shown(Fraction(numeral.high))}"
    return f"{span} = {number}" + ("" if numeral.kind == "cardinal" else f" {numeral.kind}")


def shown(value: Fraction) -> str:
    """A whole number, a decimal where it ends, else a ratio; a proper fraction of fifths is a ratio too."""
    if value.denominator == 1:
        return str(value.numerator)
    ends = value.denominator in {2, 4, 8} or (value.denominator == 5 and value > 1)
    return repr(float(value)) if ends else str(value)


@pytest.mark.parametrize(("family", "case"), FOUND, ids=lambda x: x if isinstance(x, str) else x["text"])
def test_numerals(read, family, case):
    assert read(case["text"]) == case["found"]


@pytest.mark.parametrize("text", CASES["nothing"])
def test_no_numeral(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "000 ", "сорок ", "тысяч ", "с половиной ", "две-три ", "1/2 ", "҂а҃ ", "XIV ", "и "]
)
def test_time_is_linear(nlp, piece, grows_linearly):
    assert grows_linearly(lambda times: partial(numerals, nlp.make_doc(piece * times)), 2000)
