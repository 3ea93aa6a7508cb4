"""A system over a set of documents, its time measured in the same run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from letopis.systems.registry import System


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read and what the catalogue knows of it."""

    id: str
    text: str
    written: str | None = None
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """The records of a run by document id, and what it took."""

    records: dict[str, dict[str, Any]]
    characters: int
    cpu_seconds: float

    @property
    def speed(self) -> int:
        """Characters a CPU second; 0 where the run was too short to measure."""
        return round(self.characters / self.cpu_seconds) if self.cpu_seconds else 0


def run(system: System, documents: Sequence[Text]) -> Timed:
    """The records of every document. The first is read once beforehand, so that loading is not counted."""
    if documents:
        _extract(system, documents[0])
    begun = time.process_time()
    records = {document.id: _extract(system, document) for document in documents}
    took = time.process_time() - begun
    return Timed(records, sum(len(document.text) for document in documents), took)


def _extract(system: System, document: Text) -> dict[str, Any]:
    return system.extract(document.text, id=document.id, written=document.written, calendar=document.calendar)
