"""What of the contextual model's spans is a name, and what slovnet's own names add."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

import letopis
from letopis.language.consensus import outermost, with_places

Labelled = list[tuple[str, str]]


def spans(doc: Doc, labelled: Labelled) -> list[Span]:
    """The labelled words of `doc` as spans."""
    out = []
    for words, label in labelled:
        start = doc.text.index(words)
        span = doc.char_span(start, start + len(words), label=label)
        assert span is not None
        out.append(span)
    return out


def said(found: list[Span]) -> Labelled:
    return [(span.text, span.label_) for span in found]


@pytest.mark.parametrize(
    ("text", "labelled", "kept"),
    [
        # a preposition or conjunction at an edge is no part of a name
        ("Полки стояли под Вязьмой и ждали.", [("под Вязьмой и", "PLACE")], [("Вязьмой", "LOC")]),
        ("С Грибоедовым он был в ссоре.", [("С Грибоедовым", "PERSON")], [("Грибоедовым", "PER")]),
        ("От него ждали писем.", [("От", "PLACE")], []),
        # a common organ and its town: the town is the name
        (
            "Об этом донесла полиция Нарвы.",
            [("полиция Нарвы", "ORGANIZATION"), ("Нарвы", "PLACE"), ("Нарвы", "CITY")],
            [("Нарвы", "LOC")],
        ),
        (
            "Полиция Нарвы молчала.",
            [("Полиция Нарвы", "ORGANIZATION"), ("Нарвы", "PLACE")],
            [("Нарвы", "LOC")],
        ),
        (
            "Закрыт Русский банк Риги.",
            [("Русский банк Риги", "ORGANIZATION"), ("Риги", "PLACE")],
            [("Русский банк Риги", "ORG")],
        ),
        # a place that is of no type and something else as well
        ("Он вспоминал Переворот с ужасом.", [("Переворот", "PLACE"), ("Переворот", "EVENT")], []),
        (
            "Взят Очаков.",
            [("Очаков", "PLACE"), ("Очаков", "CITY"), ("Очаков", "WORK_OF_ART")],
            [("Очаков", "LOC")],
        ),
        ("Открыты Гоголевские дни в Полтаве.", [("Гоголевские", "PLACE"), ("Гоголевские дни", "EVENT")], []),
        # buildings: bare names, in Cyrillic letters, no stations
        ("Сел в аэропорт Внуково.", [("аэропорт Внуково", "FACILITY")], []),
        ("Остановился в Grand Hotel на неделю.", [("Grand Hotel", "FACILITY")], []),
        ("Построена Волховская ГЭС.", [("Волховская ГЭС", "FACILITY")], []),
        ("Прошли Красные ворота.", [("Красные ворота", "FACILITY")], [("Красные ворота", "LOC")]),
        ("Это был турецкий флот.", [("турецкий", "PLACE")], []),
    ],
)
def test_outermost_keeps_names_alone(text: str, labelled: Labelled, kept: Labelled) -> None:
    doc = letopis.load()(text)
    assert said(outermost(spans(doc, labelled))) == kept


def test_with_places_adds_what_stands_free() -> None:
    doc = letopis.load()("Шамиль стоял под Шурою, а Воронцов в Дарго.")
    own = spans(doc, [("Шамиль", "PER"), ("Дарго", "PER")])
    second = spans(doc, [("Шурою", "LOC"), ("Воронцов", "PER"), ("Дарго", "LOC")])
    assert said(with_places(own, second)) == [("Шамиль", "PER"), ("Шурою", "LOC"), ("Дарго", "PER")]
