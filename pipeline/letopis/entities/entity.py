"""Where entities live on a spaCy `Doc`: `doc.user_data["letopis.entities"]`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions.mention import MentionKey

_STORE = "letopis.entities"


@dataclass(slots=True)
class Entity:
    """One person, place or organization: its kind, its fullest name, the keys of its mentions, its links."""

    kind: str
    name: str
    mentions: list[MentionKey]
    links: dict[str, Any] = field(default_factory=dict)


def set_entities(doc: Doc, found: Iterable[Entity]) -> None:
    """Replace the entities of `doc`."""
    doc.user_data[_STORE] = [(e.kind, e.name, [tuple(key) for key in e.mentions], e.links) for e in found]


def entities(doc: Doc) -> list[Entity]:
    """The entities of `doc`, in the order they were set."""
    return [
        Entity(kind, name, [(str(k), s, e) for k, s, e in mentions], dict(links))
        for kind, name, mentions, links in doc.user_data.get(_STORE, ())
    ]
