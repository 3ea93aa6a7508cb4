"""Time grows with the length of the text, whatever the text."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from letopis.dimensions.date import rules

HARD = {
    "years": "1812 ",
    "years with commas": "1812, ",
    "years with dashes": "1812—",
    "days with commas": "5, ",
    "ordinals": "первого ",
    "brackets": "(",
    "months": "мая ",
    "shifts": "через год ",
    "dates": "5 мая 1812 года ",
    "double dates": "5 (17) мая 1812 — ",
}


@pytest.mark.parametrize("name", HARD)
def test_speed_is_linear(name: str, nlp: Language) -> None:
    rules.find(nlp.make_doc(HARD[name] * 50))
    spent = []
    for times in (500, 2000):
        doc = nlp.make_doc(HARD[name] * times)
        start = time.process_time()
        rules.find(doc)
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * spent[0] + 0.2


def test_speed_of_one_number_is_linear_in_its_digits(nlp: Language) -> None:
    spent = []
    for digits in (2_500, 10_000):
        doc = nlp.make_doc("1" * digits)
        start = time.process_time()
        assert rules.find(doc) == []
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * spent[0] + 0.2
