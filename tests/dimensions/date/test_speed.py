"""Time grows with the length of the text, whatever the text."""

from __future__ import annotations

from functools import partial

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
def test_speed_is_linear(name: str, nlp: Language, grows_linearly) -> None:
    assert grows_linearly(lambda times: partial(rules.find, nlp.make_doc(HARD[name] * times)), 500)


def test_speed_of_one_number_is_linear_in_its_digits(nlp: Language, grows_linearly) -> None:
    assert rules.find(nlp.make_doc("1" * 2_500)) == []
    assert grows_linearly(lambda digits: partial(rules.find, nlp.make_doc("1" * digits)), 2_500)
