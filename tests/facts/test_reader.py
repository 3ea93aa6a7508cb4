"""Facts hold together whatever the text: known mentions, fillers inside the text, the same result each time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import letopis

WORDS = [
    "царь", "приказал", "казнить", "воеводу", "Ивана", "Петрова", ",", "а", "город", "взял", ".", "который",
    "не", "был", ":", "«", "»", "—", "(", ")", "1812", "года", "в", "Москве", "12", "пушек", "и", "300",
    "рублей", "если", "бы", "просил", "дать", "ему", "потеряв", "убитый", "Турция", "Указом", "от", "5",
    "мая", "с", "Англией", "договор", "подписал", "он", "их", "\n", "\n\n", "…", "?", ";", "Ум", ".", "род",
    ".", "1799", "г", ".", "было", "велено", "чтобы", "что", "построить", "две", "церкви",
]  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_reader_gives_facts_that_hold_together(words: list[str], nlp: Language) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    record = letopis.extract(text, nlp=nlp)
    mentions = {mention.id for mention in record.mentions}
    for fact in record.facts:
        assert text[fact.predicate.start : fact.predicate.end] == fact.predicate.text
        fillers = [filler for found in fact.roles.values() for filler in found]
        for filler in [*fillers, *([fact.attributed_to] if fact.attributed_to else [])]:
            if filler.mention is not None:
                assert filler.mention in mentions
            else:
                assert filler.start is not None and filler.end is not None
                assert filler.text and text[filler.start : filler.end] == filler.text
        for found in fact.roles.values():
            assert len({(f.mention, f.start, f.end) for f in found}) == len(found)
    assert letopis.extract(text, nlp=nlp) == record


def test_reader_sorts_facts_by_place(nlp: Language) -> None:
    record = letopis.extract("Пётр взял Азов и основал Таганрог. Потом он умер в Петербурге.", nlp=nlp)
    starts = [fact.predicate.start for fact in record.facts]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["—", "…", "«»", "( )", "1812", "и", ",,,", "Не.", ": :"])
def test_reader_finds_nothing_in_scraps(text: str, nlp: Language) -> None:
    assert letopis.extract(text, nlp=nlp).facts == []


def test_reader_ascribes_a_block_after_a_colon(nlp: Language) -> None:
    text = "Посол Виноградов ответил замечанием:\nЧерез 25 лет Турция возвратит эти территории.\nНа этом всё кончилось."
    facts = {fact.predicate.text: fact for fact in letopis.extract(text, nlp=nlp).facts}
    assert facts["возвратит"].factuality == "planned"
    assert facts["возвратит"].attributed_to is not None
    assert facts["ответил"].attributed_to is None


def test_reader_ascribes_a_letter_in_the_first_person(nlp: Language) -> None:
    text = (
        "Кемаль отправляет Ленину письмо с просьбой о помощи.\n"
        "Мы просим Россию дать нам сто винтовок.\n"
        "Деньги пришли осенью."
    )
    facts = {fact.predicate.text: fact for fact in letopis.extract(text, nlp=nlp).facts}
    assert facts["дать"].factuality == "requested"
    assert facts["дать"].attributed_to is not None
    assert facts["просьбой"].roles["agent"] == facts["отправляет"].roles["agent"]


def test_reader_shares_a_fronted_date_with_coordinated_verbs(nlp: Language) -> None:
    record = letopis.extract("В 1920 году Кемаль созвал парламент и отменил договор.", nlp=nlp)
    assert [len(fact.roles["time"]) for fact in record.facts] == [1, 1]
    assert [fact.roles["time"][0].inherited for fact in record.facts] == [None, True]


def test_reader_marks_the_time_of_a_decree_as_inherited(nlp: Language) -> None:
    record = letopis.extract("Декретом ВЦИК от 14 марта 1920 года губерния упразднена.", nlp=nlp)
    times = {fact.frame: fact.roles["time"][0].inherited for fact in record.facts}
    assert times == {"order": None, "dissolve": True}


def test_reader_carries_the_headword_of_an_entry(nlp: Language) -> None:
    record = letopis.extract(
        "Врангель Фердинанд Петрович, мореплаватель. Род. 29 дек. 1796 в Пскове. "
        "В 1829 назначен губернатором. Ум. в 1870.",
        nlp=nlp,
    )
    patients = {fact.frame: fact.roles.get("patient") for fact in record.facts}
    assert patients["birth"] == patients["appoint"] == patients["death"] == patients["position"] is not None
