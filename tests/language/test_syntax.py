"""The parser sees each figure and date as one word, and every sentence is one tree."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.context import Context
from letopis.pipeline import read

TEXTS = [
    "Всего с 1920 по 1922 год Россия поставила 39 тыс. винтовок, 327 пулеметов и два миноносца.",
    "Город взят. 7 (19) августа 1812 года\n\nармия отступила",
    "— — —",
    "1812",
]


def parsed(text: str, nlp: Language) -> Doc:
    return read(text, Context(None, None, None), nlp)


@pytest.mark.parametrize("text", TEXTS)
def test_syntax_every_sentence_is_one_tree(text: str, nlp: Language) -> None:
    for sentence in parsed(text, nlp).sents:
        roots = [token for token in sentence if token.head.i == token.i]
        assert len(roots) == 1
        for token in sentence:
            steps = 0
            while token.head.i != token.i and steps <= len(sentence):
                token, steps = token.head, steps + 1
            assert token.i == roots[0].i


def test_syntax_figures_and_dates_are_one_word(nlp: Language) -> None:
    doc = parsed(TEXTS[0], nlp)
    spans = [span for span in doc.spans["letopis"] if span.label_ in {"quantity", "date"} and len(span) > 1]
    assert spans
    for span in spans:
        heads = {token.head.i for token in span if not span.start <= token.head.i < span.end or token.head.i == token.i}
        assert len(heads) == 1


def test_syntax_keeps_sentence_bounds(nlp: Language) -> None:
    doc = parsed("Пётр взял Азов. Город стал русским.", nlp)
    assert [sentence.text.strip() for sentence in doc.sents] == ["Пётр взял Азов.", "Город стал русским."]
