"""Facts on given mentions: what is given stands, and only facts are read anew."""

from __future__ import annotations

from typing import Any

import pytest

from letopis.cli.score import on_given_mentions
from letopis.corpora.catalogue import Entry
from letopis.scoring.contract import check
from letopis.scoring.evaluation import evaluate
from letopis.scoring.gold import Gold, complete
from letopis.systems.letopis import Letopis

Record = dict[str, Any]

TEXT = "Въ 1877 году полковникъ Ивановъ передалъ крѣпости 300 пудовъ муки."


def gold(text: str, rows: list[tuple[str, str, str, Record]]) -> Record:
    mentions = []
    for number, (kind, surface, normal, value) in enumerate(rows, 1):
        start = text.index(surface)
        held = {"id": f"g{number}", "kind": kind, "start": start, "end": start + len(surface), "text": surface}
        mentions.append({**held, "normal": normal or None, "value": value})
    named = [m for m in mentions if m["normal"]]
    entities = [{"id": f"e{m['id']}", "kind": m["kind"], "name": m["normal"], "mentions": [m["id"]]} for m in named]
    return complete({"id": "x", "mentions": mentions, "entities": entities, "facts": []}, text)


FLOUR = {"type": "measure", "low": 300, "high": 300, "bound": "exact", "unit": "пуд", "item": "мука"}


@pytest.fixture(scope="module")
def system() -> Letopis:
    return Letopis()


def test_given_mentions_stand_alone(system: Letopis) -> None:
    rows = [("person", "Ивановъ", "Иванов", {}), ("quantity", "300 пудовъ муки", "", FLOUR)]
    made = system.extract_given(gold(TEXT, rows), written="1877")
    check(made, "x")
    assert [(m["kind"], m["text"], m["rule"]) for m in made["mentions"]] == [
        ("person", "Ивановъ", "given"),
        ("quantity", "300 пудовъ муки", "given"),
    ]
    assert made["text"] == TEXT
    fillers = {
        f["mention"] for fact in made["facts"] for held in fact["roles"].values() for f in held if "mention" in f
    }
    assert {"m1", "m2"} <= fillers


def test_nothing_given_is_nothing_found(system: Letopis) -> None:
    made = system.extract_given(gold(TEXT, []))
    assert made["mentions"] == made["entities"] == []


def test_given_measures_stand_beside_the_others() -> None:
    rows = [("person", "Ивановъ", "Иванов", {})]
    document = Gold(gold(TEXT, rows), Entry())
    (measured,) = evaluate([document], {}, on_given_mentions([document])).values()
    assert {"fact slot", "fact slot given mentions", "factuality given mentions"} <= measured.keys()
