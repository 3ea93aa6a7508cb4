"""The pipeline among other people's: another one in place of slovnet's models, components alone, DocBin, odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

import letopis
from letopis.dimensions.context import NOTHING_KNOWN
from letopis.errors import ModelError
from letopis.language.complete import complete
from letopis.language.memory import memory
from letopis.language.names import SPANS as NAMES
from letopis.pipeline import read

TEXT = "В мае 1922 года князь Волконский получил от Москвы 39 тыс. винтовок.\n5 июня он умер в Риге."
KINDS = ("letopis_person", "letopis_place", "letopis_organization", "letopis_date", "letopis_quantity")
ODD = ["", " ", "\n", "а", ".", "1", "\n\n5\n", "— — —", "𝕬 ☃ \u200b", "и" * 3000, "5 " * 400, "А. " * 200]

_PIECES = [
    "В",
    "мае",
    "1922",
    "г.",
    "кн.",
    "Волконский",
    "—",
    "39",
    "тыс.",
    "пуд",
    "\n",
    "« »",
    "(",
    "№",
    "5-го",
    "XVIII",
    ";",
]


def _found(doc: Doc) -> set[tuple[str, str]]:
    return {(span.label_, span.text) for span in doc.spans.get("letopis", ())}


@pytest.fixture
def base(tmp_path: Path) -> str:
    """Another's pipeline, stored in a folder: it finds some names by rule and knows no morphology or syntax."""
    other = spacy.blank("ru")
    other.add_pipe("sentencizer")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PER", "pattern": "Волконский"},
            {"label": "GPE", "pattern": "Москвы"},
            {"label": "PRODUCT", "pattern": "винтовок"},
        ]
    )
    other.to_disk(tmp_path / "other")
    return str(tmp_path / "other")


def test_base_gives_its_names_and_lacks_nothing(base: str) -> None:
    doc = letopis.load(base)(TEXT)
    assert {("person", "Волконский"), ("date", "мае 1922 года"), ("quantity", "39 тыс. винтовок")} <= _found(doc)
    assert [(span.text, span.label_) for span in doc.spans[NAMES]] == [("Волконский", "PER"), ("Москвы", "LOC")]
    assert doc.has_annotation("LEMMA")
    assert doc.has_annotation("DEP")
    assert "PRODUCT" not in {span.label_ for span in doc.ents}
    assert [token.text for token in doc if token.idx in {51, 54, 57}] == ["39", "тыс", "."]


def test_base_without_names_is_given_ours(tmp_path: Path) -> None:
    other = spacy.blank("ru")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "nameless")
    doc = letopis.load(str(tmp_path / "nameless"))(TEXT)
    assert ("Риге", "LOC") in [(span.text, span.label_) for span in doc.spans[NAMES]]


def test_base_is_read_by_extract(base: str) -> None:
    records = letopis.extract(TEXT, nlp=letopis.load(base))
    assert {mention.kind for mention in records.mentions} >= {"person", "date", "quantity"}


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_base_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ModelError, match=name):
        letopis.load(name)


def test_base_that_cannot_be_loaded_is_named(base: str) -> None:
    config = Path(base, "config.cfg")
    config.write_text(config.read_text("utf-8").replace('factory = "sentencizer"', 'factory = "no_such"'), "utf-8")
    with pytest.raises(ModelError, match="cannot load"):
        letopis.load(base + "/")


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        (["letopis_quantity"], ("quantity", "39 тыс. винтовок")),
        (["letopis_date"], ("date", "мае 1922 года")),
        (["letopis_person"], ("person", "Волконский")),
        (["letopis_place"], ("place", "Риге")),
        (["sentencizer", "letopis_quantity"], ("quantity", "39 тыс. винтовок")),
        (["letopis_sentences", "letopis_morphology", "letopis_date"], ("date", "мае 1922 года")),
        ([*KINDS, "letopis_entities", "letopis_facts", "letopis_ents"], ("place", "Риге")),
    ],
)
def test_components_work_in_a_plain_pipeline(components: list[str], expected: tuple[str, str]) -> None:
    plain = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
    for component in components:
        plain.add_pipe(component)
    assert expected in _found(plain(TEXT))
    for text in ODD:
        plain(text)


@pytest.mark.parametrize("component", ["letopis_morphology", "letopis_names", "letopis_syntax", "letopis_quantity"])
def test_component_works_over_spacys_tokens(component: str) -> None:
    plain = spacy.blank("ru")
    plain.add_pipe(component)
    assert plain(TEXT).has_annotation("SENT_START")
    for text in ODD:
        plain(text)


def test_complete_keeps_what_is_set() -> None:
    words = ["Он", "прислал", "5", "пушек", "в", "Тверь"]
    doc = Doc(spacy.blank("ru").vocab, words=words, lemmas=words, pos=["X"] * 6, morphs=["Case=Nom"] * 6)
    doc.spans[NAMES] = []
    complete(doc)
    assert [token.lemma_ for token in doc] == words
    assert list(doc.spans[NAMES]) == []


def test_ents_are_the_mentions_without_overlap(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert list(doc.ents) == filter_spans(doc.spans["letopis"])
    assert {"date", "quantity", "person"} <= {span.label_ for span in doc.ents}


def test_docbin_keeps_mentions_and_values(nlp: Language) -> None:
    doc = read(TEXT, NOTHING_KNOWN, nlp)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(spacy.blank("ru").vocab)
    assert again.text == doc.text
    assert [(e.text, e.label_) for e in again.ents] == [(e.text, e.label_) for e in doc.ents]
    for before, after in zip(doc.spans["letopis"], again.spans["letopis"], strict=True):
        assert (before.text, before.label_, before._.rule) == (after.text, after.label_, after._.rule)
        assert json.dumps(before._.value) == json.dumps(after._.value)


def test_memory_lives_and_dies_with_its_document(nlp: Language) -> None:
    doc = nlp.make_doc("Он.")
    memory(doc)["kept"] = 1
    assert memory(doc) == {"kept": 1}
    assert memory(nlp.make_doc("Он.")) == {}


@pytest.mark.parametrize("text", ODD)
def test_pipeline_reads_odd_text(text: str, nlp: Language) -> None:
    assert nlp(text).text == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_PIECES)))
def test_pipeline_reads_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    assert letopis.load()(text).text == text


def test_pipeline_reads_more_than_a_million_characters(nlp: Language) -> None:
    assert len(nlp.make_doc("Он.\n" * 300_000).text) == 1_200_000
