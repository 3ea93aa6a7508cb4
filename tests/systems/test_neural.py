"""Stanza and DeepPavlov by stand-ins of their interfaces: neither is installed for the tests."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from letopis.errors import ModelError
from letopis.systems import deeppavlov, stanza
from letopis.systems.deeppavlov import spans
from letopis.systems.registry import open_system

TEXT = "Иван Петров\nуехал в Тверь."


@pytest.fixture(autouse=True)
def versions(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (stanza, deeppavlov):
        monkeypatch.setattr(module, "version", lambda name: "1.0")


def word(text: str, lemma: str) -> SimpleNamespace:
    return SimpleNamespace(text=text, lemma=lemma)


def test_stanza(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str) -> SimpleNamespace:
        place = SimpleNamespace(type="LOC", start_char=20, end_char=25, words=[word("Тверь", "тверь")])
        other = SimpleNamespace(type="MISC", start_char=0, end_char=4, words=[word("Иван", "иван")])
        return SimpleNamespace(ents=[place, other])

    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=lambda *_, **__: read))
    system = open_system("stanza")
    (mention,) = system.extract(TEXT, id="a")["mentions"]
    assert (mention["kind"], mention["text"], mention["normal"]) == ("place", "Тверь", "Тверь")
    assert system.version == "stanza 1.0"


def test_deeppavlov(monkeypatch: pytest.MonkeyPatch) -> None:
    tagged = {
        "Иван Петров": (["Иван", "Петров"], ["B-PER", "I-PER"]),
        "уехал в Тверь.": (["уехал", "в", "Тверь", "."], ["O", "O", "B-LOC", "O"]),
    }

    def tag(lines: list[str]) -> list[Any]:
        words, tags = tagged[lines[0]]
        return [[words], [tags]]

    monkeypatch.setitem(sys.modules, "deeppavlov", SimpleNamespace(build_model=lambda name, download: tag))
    found = open_system("deeppavlov:ner_x").extract(TEXT, id="a")["mentions"]
    assert [(m["kind"], m["text"]) for m in found] == [("person", "Иван Петров"), ("place", "Тверь")]


def test_models_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise FileNotFoundError("no file")

    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=fail))
    monkeypatch.setitem(sys.modules, "deeppavlov", SimpleNamespace(build_model=fail))
    with pytest.raises(ModelError, match=r"stanza\.download"):
        open_system("stanza")
    with pytest.raises(ModelError, match="deeppavlov download ner_rus_bert"):
        open_system("deeppavlov")


@pytest.mark.parametrize(
    ("words", "tags", "found"),
    [
        (["a", "b"], ["B-PER", "B-PER"], [("PER", 0, 1), ("PER", 2, 3)]),
        (["a", "b"], ["B-PER", "I-LOC"], [("PER", 0, 1), ("LOC", 2, 3)]),
        (["a", "x", "b"], ["B-PER", "O", "I-PER"], [("PER", 0, 3)]),
        ([], [], []),
    ],
)
def test_runs_of_tags(words: list[str], tags: list[str], found: list[tuple[str, int, int]]) -> None:
    assert list(spans("a b", words, tags)) == found
