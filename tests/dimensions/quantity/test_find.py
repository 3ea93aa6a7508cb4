"""Whatever the text, quantities lie inside it, keep the contract, and take time in proportion to its length."""

from __future__ import annotations

from functools import partial

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from letopis.dimensions.mention import Mention, set_mentions
from letopis.dimensions.quantity.rules import find
from letopis.language.tokenizer import Tokenizer
from letopis.records.models import QuantityValue

TOKENIZER = Tokenizer(spacy.blank("ru").vocab)
TEXT = """5 12 1/2 ½ 39 тыс . млн пудов пуд рублей р. к. 40 % — – , и до от около с половиной сотни десятки полпуда две
три сорок человек лет назад душ винтовок серебром « » один раз № более не ( ) муки золотых дюжины верст в на"""
WORDS = [*TEXT.split(), "\n"]


@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_quantities_keep_the_contract(words):
    doc = TOKENIZER(" ".join(words))
    for mention in find(doc):
        assert 0 <= mention.start < mention.end <= len(doc)
        assert mention.rule and mention.trace and mention.normal
        QuantityValue.model_validate(mention.value)


@given(text=st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_it(text):
    find(TOKENIZER(text))


DENSE = "Отпущено 39 тыс. винтовок, около 500 пудов ржаной муки и до 3 тысяч рублей; убито 40, ранено 120 человек. "
ADVERSARIAL = [
    "1",
    "1 ",
    "000 ",
    "сорок ",
    "тысяч ",
    ", ",
    "с половиной ",
    "два или ",
    "полпуда ",
    "5—",
    "пуд с ",
    "« ",
]


@pytest.mark.parametrize("piece", [DENSE, *ADVERSARIAL])
def test_time_is_linear(piece, grows_linearly):
    assert grows_linearly(lambda times: partial(find, TOKENIZER(piece * times)), 200 if piece == DENSE else 1000)


def test_time_is_linear_beside_many_dates(grows_linearly):
    def dated(times: int) -> Doc:
        doc = TOKENIZER("В 1812 году отпущено 5 пудов. " * times)
        years = [token.i for token in doc if token.text == "1812"]
        set_mentions(doc, "date", [Mention(at, at + 2, "date", {}, "year", "1812") for at in years])
        return doc

    assert grows_linearly(lambda times: partial(find, dated(times)), 1000)
