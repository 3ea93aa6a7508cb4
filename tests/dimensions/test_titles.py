"""Titles that only the accurate names model knows."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

import letopis
from letopis.dimensions import titles
from letopis.language.names import ALL


@pytest.mark.parametrize(
    ("text", "trade", "lemma"),
    [
        ("Прибыл воздухоплаватель Петров.", (1, 2), "воздухоплаватель"),
        ("Убит воздухоплавателем Петровым.", (1, 2), "воздухоплаватель"),
        ("Умер сын Петров.", (1, 2), None),
        ("Прибыл пароход Петров.", (1, 2), None),
        ("Прибыл воздухоплаватель Петров.", (1, 3), None),
    ],
)
def test_titles_of_the_accurate_model_are_animate_common_nouns(
    text: str, trade: tuple[int, int], lemma: str | None
) -> None:
    doc = letopis.load()(text)
    assert titles.ending_at(doc, 2) is None
    doc.spans[ALL] = [Span(doc, *trade, "PROFESSION")]
    found = titles.ending_at(doc, 2)
    assert (found and found.lemma) == lemma


@pytest.mark.parametrize(
    ("text", "people", "lemma"),
    [
        ("Прибыл чухонец Петров.", (1, 2), "чухонец"),
        ("Чухонец Петров прибыл.", (0, 1), "чухонец"),
        ("Убит чухонцем Петровым.", (1, 2), "чухонец"),
        ("Прибыл чухонский Петров.", (1, 2), None),
        ("Прибыл пароход Петров.", (1, 2), None),
    ],
)
def test_titles_of_the_accurate_model_are_nouns_of_peoples(
    text: str, people: tuple[int, int], lemma: str | None
) -> None:
    doc = letopis.load()(text)
    assert titles.ending_at(doc, people[1]) is None
    doc.spans[ALL] = [Span(doc, *people, "NATIONALITY")]
    found = titles.ending_at(doc, people[1])
    assert (found and found.lemma) == lemma
