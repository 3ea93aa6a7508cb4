"""Mentions that the document marks up stand as they are given, whatever rules find there."""

from dataclasses import replace

import pytest

from letopis.dimensions.context import NOTHING_KNOWN
from letopis.pipeline import annotate
from letopis.sources.marks import Given
from letopis.sources.source import from_text


def records(nlp, text, *given):
    """The mentions of `text`; each of `given` is (kind, words, attributes)."""
    found = tuple(
        Given(text.index(words), text.index(words) + len(words), kind, "tag", attributes)
        for kind, words, attributes in given
    )
    return annotate(replace(from_text(text), given=found), NOTHING_KNOWN, nlp).mentions


def one(mentions, kind):
    (mention,) = [mention for mention in mentions if mention.kind == kind]
    return mention


@pytest.mark.parametrize(
    ("text", "kind", "words", "normal"),
    [
        ("Письмо отправила Сосна.", "person", "Сосна", "Сосна"),
        ("Прибылъ въ Старый Яръ.", "place", "Старый Яръ", "Старый Яр"),
        ("Жилъ у генерала Куту-\nзова.", "person", "генерала Куту-\nзова", "Кутузов"),
        ("Служил в Особом столе.", "organization", "Особом столе", "Особый стол"),
        ("Въ Петербургѣ былъ Ивановскій.", "person", "Иванов", "Иванов"),
        ("Получено отъ Соснина.", "person", "Соснина", "Соснин"),
    ],
)
def test_given_names(nlp, text, kind, words, normal):
    mention = one(records(nlp, text, (kind, words, {})), kind)
    assert (mention.text, mention.normal, mention.rule) == (words, normal, "given by tag")


def test_given_titles_go_to_the_value(nlp):
    mention = one(records(nlp, "Жилъ у генерала Кутузова.", ("person", "генерала Кутузова", {})), "person")
    assert (mention.value.surname, mention.value.titles) == ("Кутузов", ["генерал"])


def test_given_takes_the_place_of_another_kind(nlp):
    mentions = records(nlp, "Получено отъ Москвы.", ("person", "Москвы", {}))
    assert [mention.kind for mention in mentions] == ["person"]


def test_given_leaves_what_nests(nlp):
    text = "Совет рабочих депутатов Казани собрался."
    kinds = [mention.kind for mention in records(nlp, text, ("organization", "Совет рабочих депутатов Казани", {}))]
    assert kinds == ["organization", "place"]


@pytest.mark.parametrize(
    ("words", "attributes", "edtf", "calendar"),
    [
        ("26 августа 1812 года", {}, "1812-08-26", "unspecified"),
        ("26 августа 1812 года", {"when": "1812-09-07"}, "1812-09-07", "gregorian"),
        ("26 августа 1812 года", {"when": "1812-08-26"}, "1812-08-26", "unspecified"),
        ("26 августа", {"from": "1812", "to": "1813-02"}, "1812/1813-02", "gregorian"),
        ("26 августа 1812 года", {"notAfter": "1812"}, "../1812", "gregorian"),
        ("26 августа 1812 года", {"when": "1812-02-30"}, "1812-08-26", "unspecified"),
        ("26 августа 1812 года", {"when": "--08-26"}, "1812-08-26", "unspecified"),
    ],
)
def test_given_dates(nlp, words, attributes, edtf, calendar):
    mention = one(records(nlp, "Здесь 26 августа 1812 года был бой.", ("date", words, attributes)), "date")
    assert (mention.text, mention.value.edtf, mention.value.calendar) == (words, edtf, calendar)
    assert mention.rule == "given by tag"


@pytest.mark.parametrize(
    ("words", "attributes", "value"),
    [
        ("триста пудов муки", {}, ("measure", 300, 300, "exact", "пуд", "мука")),
        ("триста пудов", {"quantity": "300", "unit": "пудъ"}, ("measure", 300, 300, "exact", "пуд", "мука")),
        ("триста", {"quantity": "310", "unit": "пудъ"}, ("measure", 310, 310, "exact", "пуд", None)),
        ("триста пудов", {"min": "2", "max": "3.5", "commodity": "рожь"}, ("count", 2, 3.5, "range", None, "рожь")),
        ("триста пудов", {"atLeast": "2"}, ("count", 2, None, "at_least", None, None)),
        ("триста пудов муки", {"quantity": "x"}, ("measure", 300, 300, "exact", "пуд", "мука")),
    ],
)
def test_given_quantities(nlp, words, attributes, value):
    found = one(records(nlp, "Отпущено триста пудов муки.", ("quantity", words, attributes)), "quantity").value
    assert (found.type, found.low, found.high, found.bound, found.unit, found.item) == value


def test_given_without_a_reading(nlp):
    mentions = records(
        nlp, "Прислано вскорости много хлеба.", ("date", "вскорости", {}), ("quantity", "много хлеба", {})
    )
    date, quantity = mentions
    assert (date.value.edtf, quantity.value.low, quantity.value.bound) == (None, None, "vague")


def test_given_in_a_dropped_page_head_is_left_out(nlp):
    text = "Он ушёл из Казани и долго шёл по дороге,\n\n— 12 —\n\nпотом вернулся."
    assert records(nlp, text, ("quantity", "12", {})) == records(nlp, text)
