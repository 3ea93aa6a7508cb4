"""The entities of a corpus as a file: JSON Lines, an entity a line, or CSV, a member a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from letopis.errors import LetopisError
from letopis.formats.csv import plain
from letopis.formats.output import opened
from letopis.records.corpus import CorpusEntity

COLUMNS = (
    "id", "kind", "name", "links", "document", "entity", "entity_name", "mentions", "rule",
    "joined_to_document", "joined_to_entity", "start", "end", "text",
)  # fmt: skip


def check(out: Path) -> None:
    """Raise `LetopisError` where the name says no format."""
    if out.suffix.lower() not in _WRITERS:
        raise LetopisError(f"{out.name} says no format: name the corpus's entities with .jsonl or .csv.")


def write(entities: Iterable[CorpusEntity], out: Path) -> None:
    """The entities to `out`, as its ending says; nothing is left half written."""
    check(out)
    with opened(out) as stream:
        _WRITERS[out.suffix.lower()](entities, stream)


def _jsonl(entities: Iterable[CorpusEntity], stream: TextIO) -> None:
    for entity in entities:
        stream.write(json.dumps(entity.model_dump(mode="json", by_alias=True), ensure_ascii=False) + "\n")


def _csv(entities: Iterable[CorpusEntity], stream: TextIO) -> None:
    stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for entity in entities:
        table.writerows(_rows(entity))


def _rows(entity: CorpusEntity) -> Iterator[list[Any]]:
    links = "; ".join(f"{name}={value}" for name, value in sorted(entity.links.items()))
    for member in entity.members:
        why = member.evidence
        row = [
            entity.id, entity.kind, entity.name, links, member.document, member.entity, member.name, member.mentions,
            why.rule, why.document, why.entity, why.start, why.end, " ".join(why.text.split()),
        ]  # fmt: skip
        yield [plain(cell) for cell in row]


_WRITERS: dict[str, Callable[[Iterable[CorpusEntity], TextIO], None]] = {".jsonl": _jsonl, ".csv": _csv}
