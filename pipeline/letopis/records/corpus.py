"""Entities of a whole corpus as pydantic models: which entities of which documents are one, and what says so."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(_Record):
    """Why a member stands in its group.

    `rule` is a readable name; `document` and `entity` say which member it was joined to (`None` for the first one);
    `start`, `end`, `text` are the member's fullest mention in its own document.
    """

    rule: str
    document: str | None
    entity: str | None
    start: int
    end: int
    text: str


class Member(_Record):
    """An entity of one document, with the number of its mentions there."""

    document: str
    entity: str
    name: str
    mentions: int
    evidence: Evidence


class CorpusEntity(_Record):
    """One person, place or organization of the corpus, called by its fullest name, and its entities by document."""

    schema_: Literal["letopis-corpus/1"] = Field(default="letopis-corpus/1", alias="schema")
    id: str
    kind: Literal["person", "place", "organization"]
    name: str
    documents: int
    mentions: int
    links: dict[str, Any] = {}
    members: list[Member]

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
