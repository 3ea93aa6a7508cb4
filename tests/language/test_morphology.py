"""What is said of words in context: old forms, numerals, names; how well on the whole; and that it is stable."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from letopis.cli.reports.morphology import of
from letopis.language import models
from letopis.language.historical import modern, modernised
from letopis.language.morphology import analyses, inflect, is_known, tag
from letopis.language.network import emissions
from letopis.language.parser import parse
from letopis.scoring.morphology import read_conllu, score
from letopis.systems.morphology import letopis

_CASES = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))["cases"]
_WORD = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=12),
    st.sampled_from(
        ["в", "мае", "рублев", "пуд", "5-ти", "XVIII", ".", ",", "Лев", "А", "С.-Петербурга", "—", "҂зн҃", "сто"]
    ),
)


@pytest.mark.parametrize("case", _CASES, ids=[case["text"] for case in _CASES])
def test_morphology_of_a_word_in_context(case: dict[str, str], nlp: Language) -> None:
    text = case["text"]
    at = text.index("[")
    doc = nlp.make_doc(re.sub(r"[][]", "", text))
    for name in ("letopis_sentences", "letopis_morphology"):
        doc = nlp.get_pipe(name)(doc)
    token = next(token for token in doc if token.idx == at)
    said = {"lemma": token.lemma_.lower().replace("ё", "е"), "pos": token.pos_, **token.morph.to_dict()}
    assert {name: said.get(name) for name in case if name != "text"} == {n: v for n, v in case.items() if n != "text"}


@pytest.mark.parametrize(
    ("part", "floors"),
    [
        ("dev", {"lemma": 0.98, "part of speech": 0.985, "case, number, gender": 0.96, "all": 0.95}),
        ("test", {"lemma": 0.98, "part of speech": 0.98, "case, number, gender": 0.965, "all": 0.95}),
    ],
)
def test_morphology_keeps_its_measured_quality(part: str, floors: dict[str, float]) -> None:
    sentences = of(read_conllu(Path(__file__).parents[2] / "gold" / "morphology.conllu"), part)
    found = score(sentences, letopis()([sentence.forms for sentence in sentences]))
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}


@pytest.mark.parametrize(
    ("form", "today"),
    [
        ("рублев", "рублей"),
        ("гвоздев", "гвоздей"),
        ("пятию", "пятью"),
        ("рублёв", "рублей"),
        ("ея", "её"),
        ("Ея", "Её"),
        ("сею", "сею"),
        ("Киев", "Киев"),
        ("Рублев", "Рублев"),
        ("хлев", "хлев"),
        ("посев", "посев"),
        ("Нея", "Нея"),
        ("дерев", "дерев"),
    ],
)
def test_historical_form_is_seen_as_todays(form: str, today: str) -> None:
    assert modern(form) == today


@pytest.mark.parametrize(
    ("words", "today"),
    [
        ("двадцать пуд", "двадцать пудов"),
        ("21 пуд", "21 пуд"),
        ("11 пуд", "11 пудов"),
        ("120 фунт", "120 фунтов"),
        ("один пуд", "один пуд"),
        ("весом пуд", "весом пуд"),
        ("пуд", "пуд"),
    ],
)
def test_historical_measure_after_a_numeral(words: str, today: str) -> None:
    assert modernised(words.split()) == today.split()


def test_analyses_of_old_forms_are_of_todays() -> None:
    assert analyses("рублев")[0].lemma == "рубль"
    assert is_known("рублев")
    assert inflect(analyses("рублев")[0], Case="Ins", Number="Plur") == "рублями"
    assert inflect(analyses("и")[0], Case="Gen") is None


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_WORD, min_size=1, max_size=8), min_size=1, max_size=5))
def test_morphology_of_a_sentence_does_not_hang_on_its_neighbours(sentences: list[list[str]]) -> None:
    together = list(tag(sentences))
    alone = [word for sentence in sentences for word in tag([sentence])]
    assert together == alone


_PROSE = [
    sentence.split()
    for sentence in (
        "В мае 1922 года князь Волконский прислал в Ангору 39 тыс . винтовок .",
        "Умер .",
        "Любезный друг , пришли мне с первою оказиею фунт турецкого табаку да книжку стихов Баратынского .",
    )
]


def test_network_gives_what_slovnet_gives() -> None:
    ours = np.concatenate(list(emissions("morphology", _PROSE))).argmax(1).tolist()
    tags = models.tagger("morphology").infer.decoder.tags_vocab.items
    theirs = [token.tag for markup in models.tagger("morphology").map(_PROSE) for token in markup.tokens]
    assert [tags[i] for i in ours] == theirs


def test_parser_gives_what_slovnet_gives() -> None:
    theirs = [
        ([int(token.head_id) for token in markup.tokens], [token.rel for token in markup.tokens])
        for markup in models.tagger("syntax").map(_PROSE)
    ]
    assert list(parse(_PROSE)) == theirs
    assert list(parse([])) == []
    assert next(parse([[], ["Он"]])) == ([], [])
