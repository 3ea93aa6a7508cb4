"""Small records built by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

Record = dict[str, Any]

TEXT = "В 1920 году Ататюрк созвал парламент в Анкаре, и Ленин дал Ататюрку 39 тыс. винтовок."


@pytest.fixture
def build() -> Callable[..., Record]:
    """A record of `text` from rows (kind, surface, normal or value), entities by surface, facts as given."""

    def make(
        rows: list[tuple[str, str, Any]],
        entities: list[list[str]] | None = None,
        facts: list[Record] | None = None,
        text: str = TEXT,
        id: str = "doc",
    ) -> Record:
        mentions: list[Record] = []
        for number, (kind, surface, meaning) in enumerate(rows, 1):
            start = text.index(surface)
            named = kind in ("person", "place", "organization")
            mentions.append(
                {
                    "id": f"m{number}",
                    "kind": kind,
                    "start": start,
                    "end": start + len(surface),
                    "text": surface,
                    "normal": meaning if named else None,
                    "value": {} if named else meaning,
                    "entity": None,
                    "rule": f"rule-{number}",
                }
            )
        by_text = {m["text"]: m for m in mentions}
        named_mentions = [m for m in mentions if m["kind"] in ("person", "place", "organization")]
        groups = entities if entities is not None else [[m["text"]] for m in named_mentions]
        return {
            "schema": "letopis/1",
            "id": id,
            "source": None,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text": text,
            "mentions": mentions,
            "entities": [
                {
                    "id": f"e{number}",
                    "kind": by_text[group[0]]["kind"],
                    "name": by_text[group[0]]["normal"],
                    "mentions": [by_text[surface]["id"] for surface in group],
                    "links": {},
                }
                for number, group in enumerate(groups, 1)
            ],
            "facts": facts or [],
        }

    return make


@pytest.fixture
def span() -> Callable[[str], Record]:
    """The first place of a surface in `TEXT`."""

    def find(surface: str) -> Record:
        start = TEXT.index(surface)
        return {"start": start, "end": start + len(surface), "text": surface}

    return find


@pytest.fixture
def gold(build: Callable[..., Record], span: Callable[[str], Record]) -> Record:
    """`TEXT` annotated: five mentions of note, one entity of two mentions, two facts."""
    rifles = {"type": "count", "low": 39000, "high": 39000, "bound": "exact", "unit": None, "item": "винтовка"}
    year = {"edtf": "1920", "earliest": "1920-01-01", "latest": "1920-12-31", "calendar": "unspecified"}
    return build(
        [
            ("date", "1920 году", year),
            ("person", "Ататюрк", "Ататюрк"),
            ("place", "Анкаре", "Анкара"),
            ("person", "Ленин", "Ленин"),
            ("person", "Ататюрку", "Ататюрк"),
            ("quantity", "39 тыс. винтовок", rifles),
        ],
        entities=[["Ататюрк", "Ататюрку"], ["Ленин"], ["Анкаре"]],
        facts=[
            {
                "id": "f1",
                "frame": "found",
                "predicate": {**span("созвал"), "lemma": ""},
                "roles": {"agent": [{"mention": "m2"}], "theme": [span("парламент")], "time": [{"mention": "m1"}]},
                "factuality": "asserted",
                "attributed_to": None,
            },
            {
                "id": "f2",
                "frame": "supply",
                "predicate": {**span("дал"), "lemma": ""},
                "roles": {
                    "agent": [{"mention": "m4"}],
                    "recipient": [{"mention": "m5"}],
                    "theme": [{"mention": "m6"}],
                },
                "factuality": "asserted",
                "attributed_to": None,
            },
        ],
    )
