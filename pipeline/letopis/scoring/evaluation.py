"""One run of a system over the gold: its tallies by document, and the report made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from letopis.errors import DataError
from letopis.scoring.document import Tallies, empty, tallies, with_given
from letopis.scoring.figures import figures
from letopis.scoring.gold import Gold, fingerprint
from letopis.scoring.slices import slices

Record = dict[str, Any]


def evaluate(
    gold: Sequence[Gold], records: Mapping[str, Record], given: Mapping[str, Record] | None = None
) -> dict[str, Tallies]:
    """The tallies of each gold document, by id; a document without a record counts as nothing found.

    `given` are records of a run that was given the gold mentions and entities: their facts are measured beside.
    """
    measured = {d.id: tallies(d.record, records.get(d.id) or empty(d.id)) for d in gold}
    if given is None:
        return measured
    return {d.id: with_given(measured[d.id], d.record, given.get(d.id) or empty(d.id)) for d in gold}


def report(gold: Sequence[Gold], measured: Mapping[str, Tallies]) -> dict[str, Any]:
    """Everything `letopis score --json` says."""
    return {
        "gold": {"documents": len(gold), "sha256": fingerprint(list(gold)), **_sizes(gold)},
        **figures(measured),
        "slices": slices(measured, {d.id: d.entry for d in gold}),
    }


def _sizes(gold: Sequence[Gold]) -> dict[str, int]:
    return {part: sum(len(d.record[part]) for d in gold) for part in ("mentions", "entities", "facts")}


def read_records(file: Path) -> dict[str, Record]:
    """Record dicts by id from JSONL; a document's id may be a path, of which the stem counts.

    Raises `DataError` with the line at fault.
    """
    records: dict[str, Record] = {}
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        raise DataError(f"{file} cannot be read ({reason}): give JSONL written by letopis extract.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{file} is not UTF-8 at byte {error.start}: give JSONL written by letopis extract.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = _record(line, f"{file}:{number}")
        records[Path(str(record["id"])).stem] = record
    return records


def _record(line: str, where: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"{where}: not JSON ({error.msg}): one record object a line.") from error
    if not isinstance(record, dict) or not {"id", "mentions", "entities", "facts"} <= record.keys():
        raise DataError(f"{where}: a record has at least id, mentions, entities and facts.")
    return record
