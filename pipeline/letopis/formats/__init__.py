"""Records written for people and programs: one module a format, each with `write(documents, out)`.

`documents` is consumed as it comes, so that a corpus need not fit in memory where the format allows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from letopis.records.models import Document

FORMATS = ("jsonl", "table", "csv", "html")
"""The names `letopis extract --format` knows."""

Write = Callable[[Iterable[Document], Path | None], None]


def writer(name: str) -> Write:
    """The `write` of the format `name`, one of `FORMATS`; `out` is a file (a folder for csv) or None for stdout."""
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}: one of {', '.join(FORMATS)}")
    write: Write = import_module(f"letopis.formats.{name}").write
    return write
