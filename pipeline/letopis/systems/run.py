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
    """The records of a run by document id, what it took, and the documents that the system failed on."""

    records: dict[str, dict[str, Any]]
    characters: int
    cpu_seconds: float
    failures: dict[str, str]

    @property
    def speed(self) -> int:
        """Characters a CPU second; 0 where the run was too short to measure."""
        return round(self.characters / self.cpu_seconds) if self.cpu_seconds else 0


def run(system: System, documents: Sequence[Text], forgiving: bool = False) -> Timed:
    """The records of every document. The first is read once beforehand, so that loading is not counted.

    Where `forgiving`, a document that the system raises an error on has no record and stands in `failures`
    with the error: a peer's own faults are its score, and no reason to stop.
    """
    failures: dict[str, str] = {}
    if documents:
        _extract(system, documents[0], forgiving, failures)
    records = {}
    begun = time.process_time()
    for document in documents:
        record = _extract(system, document, forgiving, failures)
        if record is not None:
            records[document.id] = record
    took = time.process_time() - begun
    return Timed(records, sum(len(document.text) for document in documents), took, failures)


def _extract(system: System, document: Text, forgiving: bool, failures: dict[str, str]) -> dict[str, Any] | None:
    try:
        return system.extract(document.text, id=document.id, written=document.written, calendar=document.calendar)
    except Exception as error:
        if not forgiving:
            raise
        failures[document.id] = f"{type(error).__name__}: {error}"
        return None
