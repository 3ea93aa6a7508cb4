"""A record dict from what a peer found: sorted, numbered, without overlaps of one kind."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from letopis.records.models import SCHEMA

Record = dict[str, Any]

NAMES = ("person", "place", "organization")


@dataclass(slots=True)
class Found:
    """One mention as a peer gives it; `cluster` groups mentions of one entity where the peer says so."""

    kind: str
    start: int
    end: int
    normal: str | None = None
    value: dict[str, Any] = field(default_factory=dict)
    cluster: str | None = None


def record(id: str, text: str, found: Iterable[Found], rule: str) -> Record:
    """The record dict of one document; `rule` names the system and its version.

    Of two mentions of one kind that overlap the longer stands. Where a peer groups nothing, names of one
    kind with the same normal form are one entity.
    """
    standing = _without_overlap(found)
    mentions = [
        {
            "id": f"m{number}",
            "kind": one.kind,
            "start": one.start,
            "end": one.end,
            "text": text[one.start : one.end],
            "normal": one.normal,
            "value": one.value,
            "entity": None,
            "rule": rule,
        }
        for number, one in enumerate(standing, 1)
    ]
    groups: dict[tuple[str, str], list[Record]] = {}
    for one, mention in zip(standing, mentions, strict=True):
        if one.kind in NAMES:
            known = one.cluster or (one.normal or text[one.start : one.end]).casefold()
            groups.setdefault((one.kind, known), []).append(mention)
    entities = []
    for number, ((kind, _), members) in enumerate(groups.items(), 1):
        for mention in members:
            mention["entity"] = f"e{number}"
        name = members[0]["normal"] or members[0]["text"]
        ids = [mention["id"] for mention in members]
        entities.append({"id": f"e{number}", "kind": kind, "name": name, "mentions": ids, "links": {}})
    return {
        "schema": SCHEMA,
        "id": id,
        "source": None,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
        "mentions": mentions,
        "entities": entities,
        "facts": [],
    }


def _without_overlap(found: Iterable[Found]) -> list[Found]:
    standing: list[Found] = []
    taken: dict[str, set[int]] = {}
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        places = range(one.start, one.end)
        if one.end > one.start and taken.setdefault(one.kind, set()).isdisjoint(places):
            taken[one.kind].update(places)
            standing.append(one)
    return sorted(standing, key=lambda f: (f.start, -f.end, f.kind))
