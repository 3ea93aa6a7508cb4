"""The same text in old and new spelling gives the same records but for text and offsets."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from letopis.dimensions.context import Context
from letopis.pipeline import annotate
from letopis.records.json import to_dict
from letopis.scoring.gold import Gold, load_gold
from letopis.sources.orthography.prereform import prereform
from letopis.sources.source import from_text

ROOT = Path(__file__).parents[3]
PLACE = ("text", "start", "end")
# Where spaces stand inside words there are no words to spell.
GOLD = [
    document
    for document in load_gold(ROOT / "gold", ROOT / "corpus")
    if document.entry.orthography == "modern" and document.entry.difficulty != "noisy"
]


def records(text: str, document: Gold, nlp: Language, *without: str) -> list[str]:
    """The records of `text`, each as JSON without its words and places, and the fields of `without`."""
    known = Context(document.entry.written, document.entry.calendar)
    found = to_dict(annotate(from_text(text), known, nlp))
    return [json.dumps(bare(r, {*PLACE, *without})) for name in ("mentions", "entities", "facts") for r in found[name]]


def bare(record: Any, without: set[str]) -> Any:
    """`record` without the fields of `without` at any depth."""
    if isinstance(record, list):
        return [bare(item, without) for item in record]
    if isinstance(record, dict):
        return {name: bare(value, without) for name, value in record.items() if name not in without}
    return record


@pytest.mark.parametrize("document", [d for d in GOLD if d.entry.split == "dev"], ids=lambda d: d.id)
def test_parity_of_records(document: Gold, nlp: Language) -> None:
    text = prereform(document.text)
    assert text.count("ъ") > document.text.count("ъ") + 10
    assert records(text, document, nlp) == records(document.text, document, nlp)


def test_parity_of_records_unseen(nlp: Language) -> None:
    same = total = 0
    for document in GOLD:
        if document.entry.split == "test":
            new, other = (
                Counter(records(text, document, nlp, "id", "mention", "entity", "mentions", "resolved_from"))
                for text in (document.text, prereform(document.text))
            )
            total += new.total()
            same += (new & other).total()
    assert same >= 0.99 * total


@pytest.mark.parametrize(
    ("modern", "spelling"),
    [
        ("Бессильный старик рассказал это.", "Безсильный старикъ разсказалъ это."),
        ("В городе его не было двух лет.", "Въ городѣ его не было двухъ лѣтъ."),
        ("Новые книги русского человека", "Новыя книги русскаго человѣка"),
        ("г. Фёдоров, им. Петра, 5 руб. серебром", "г. Ѳёдоровъ, им. Петра, 5 руб. серебромъ"),
        ("полк князя Голицына взял армию", "полкъ князя Голицына взялъ армію"),
    ],
)
def test_prereform(modern: str, spelling: str) -> None:
    assert prereform(modern) == spelling
