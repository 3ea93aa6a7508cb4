"""Whatever num2words spells, the reader reads back."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from letopis.dimensions.numeral.reader import numerals
from letopis.language.tokenizer import Tokenizer

TOKENIZER = Tokenizer(spacy.blank("ru").vocab)
MANY_SIZES = st.one_of(st.integers(0, 3000), st.integers(0, 10**6), st.integers(0, 10**12))
CASES = {"n": "Nom", "g": "Gen", "d": "Dat", "a": "Acc", "i": "Ins", "p": "Loc"}


def only(text: str):
    found = numerals(TOKENIZER(text))
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize("case", CASES)
@given(number=MANY_SIZES, gender=st.sampled_from("mfn"), animate=st.booleans())
@settings(max_examples=60, deadline=None)
def test_cardinals_read_back(case, number, gender, animate):
    text = num2words(number, lang="ru", case=case, gender=gender, animate=animate)
    found = only(text)
    assert (found.value, found.kind) == (number, "cardinal"), text
    assert found.case in {None, CASES[case]}, text


@pytest.mark.parametrize("case", CASES)
@given(number=st.integers(1, 9999), gender=st.sampled_from("mfn"), plural=st.booleans())
@settings(max_examples=60, deadline=None)
def test_ordinals_read_back(case, number, gender, plural):
    text = num2words(number, lang="ru", to="ordinal", case=case, gender=gender, plural=plural)
    found = only(text)
    assert (found.value, found.kind) == (number, "ordinal"), text


@given(number=st.integers(0, 10**15), mark=st.sampled_from([" ", "\u00a0", "\u202f", ".", ",", "'"]))
@settings(max_examples=60, deadline=None)
def test_grouped_figures_read_back(number, mark):
    text = f"{number:,}".replace(",", mark)
    ambiguous = mark in ".," and text.count(mark) == 1
    if not (ambiguous and text.startswith("0")):
        assert only(text).value == number


@given(text=st.text(alphabet="0123456789 .,-/½тысячплмгдвух сорокпя҂а҃XIV\n", max_size=60))
@settings(max_examples=60, deadline=None)
def test_numerals_neither_overlap_nor_leave_the_text(text):
    doc = TOKENIZER(text)
    end = 0
    for found in numerals(doc):
        assert end <= found.start < found.end <= len(doc)
        end = found.end
