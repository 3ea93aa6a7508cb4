"""JSON Lines: one document a line, the contract itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from letopis.formats.output import opened
from letopis.records.json import dumps
from letopis.records.models import Document


def write(documents: Iterable[Document], out: Path | None) -> None:
    """One line a document to the file `out`, or to standard output."""
    with opened(out) as stream:
        for document in documents:
            stream.write(dumps(document) + "\n")
            stream.flush()
