"""Sentences end where they end: not at an abbreviation, and at one that closes a sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from letopis.language.sentences import MAX_TOKENS, sentences

SPLIT = [
    # an abbreviation after a figure, then a common word: a new sentence
    "Семнадцать дел сгорели при пожаре 1942 г.| Описание составила Чиркова.",
    "Москва горела в 1812 г.| Русские вошли в неё.",
    "Куплено 3 пуд. 5 ф. муки и 2 арш. сукна.| Остальное продано.",
    "См. л. 5 об. и стр. 12.| Далее дело прервано.",
    "Заплачено 200 руб. Иванову.| Затем выдано 40 р. 50 к. сер. мастеру Петрову.",
    # a name after it: the sentence goes on
    "В начале 1919 г. Вятский губсовнархоз упразднил фирму.",
    "Служил до 1812 г. Михаил Иванов в полку.",
    # centuries and decades
    "В 60-х гг. XVI в. построен деревянный кремль.",
    "В 1471 Новгород уступил его Ивану III.| В 60-х гг. построен кремль.",
    # titles, places, initials
    "Прибыл гр. Толстой с кн. Голицыным и ген. Ермоловым.| Они остановились у г. Иванова.",
    "В г. Казани умер проф. А. М. Бутлеров.| Похоронен там же.",
    # abbreviated verbs of an entry
    "Род. 5 мая 1812 г. в с. Ивановском Тульской губ.| Ум. в 1870 г. в Москве.",
    # and so on
    "Взято хлеба, соли и т. д.| Сие подтвердил староста.",
    "Не ранее 1796 г., т. е. при Павле.",
    # plain
    "Ему было 5 лет.| Он уехал.",
    "Кто там?| Никого!| Странно…",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_sentences_end_where_marked(marked: str, nlp: Language) -> None:
    expected = [part.strip() for part in marked.split("|")]
    doc = sentences(nlp.make_doc(marked.replace("|", "")))
    assert [sentence.text.strip() for sentence in doc.sents] == expected


def test_sentences_end_at_a_line_break(nlp: Language) -> None:
    doc = sentences(nlp.make_doc("Письмо Кемаля Ленину:\nмы просим помощи"))
    assert [sentence.text.strip() for sentence in doc.sents] == ["Письмо Кемаля Ленину:", "мы просим помощи"]


def test_sentences_without_end_are_cut(nlp: Language) -> None:
    doc = sentences(nlp.make_doc("хлеб, " * (3 * MAX_TOKENS)))
    assert max(len(sentence) for sentence in doc.sents) <= 2 * MAX_TOKENS + 1


@pytest.mark.parametrize("text", ["", " ", ".", "г.", "1812 г."])
def test_sentences_of_scraps(text: str, nlp: Language) -> None:
    doc = sentences(nlp.make_doc(text))
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
