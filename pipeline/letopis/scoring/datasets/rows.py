"""JSON Lines with a paragraph and its spans a line, as gold documents.

A line is `{"id", "text", "spans": [{"start", "end", "type"}]}`, offsets are code points of its text. Source of the
shape: the Digital Dostoevsky project's tagged novels as they are put out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from letopis.errors import DataError
from letopis.scoring.datasets.document import Labelled, document, files, read_text
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold

_PARAGRAPHS = 40
"""Lines a document: a novel read a paragraph at a time would lose what its pages say of one another."""


def load_rows(path: Path, mapping: Mapping) -> list[Gold]:
    """The documents of a file or folder: so many lines of one work each, an empty line between paragraphs.

    A line's work is what stands in its id before `#`.
    """
    return [
        _document(f"{work}-{number}", rows[at : at + _PARAGRAPHS], mapping)
        for file in files(path, (".jsonl",), mapping.name)
        for work, held in groupby(_rows(file), lambda row: str(row["id"]).partition("#")[0])
        for rows in [list(held)]
        for number, at in enumerate(range(0, len(rows), _PARAGRAPHS), 1)
    ]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise DataError(f"{file}:{number}: not JSON ({error.msg}): one object a line.") from error
        if not isinstance(row, dict) or not {"id", "text", "spans"} <= row.keys():
            raise DataError(f"{file}:{number}: a line has id, text and spans.")
        if not re.search(r"\S", row["text"]):
            continue
        for span in row["spans"]:
            if not 0 <= span["start"] < span["end"] <= len(row["text"]):
                raise DataError(f"{file}:{number}: a span lies outside the text: the text is another.")
        yield row


def _document(id: str, rows: list[dict[str, Any]], mapping: Mapping) -> Gold:
    spans, texts, at = [], [], 0
    for row in rows:
        spans += [Labelled(at + span["start"], at + span["end"], str(span["type"])) for span in row["spans"]]
        texts.append(row["text"])
        at += len(row["text"]) + 2
    return document(id, "\n\n".join(texts), spans, mapping)
