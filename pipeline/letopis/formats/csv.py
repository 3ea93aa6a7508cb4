"""CSV through pandas: a folder with one file a table, in UTF-8 with a byte-order mark, as spreadsheets want it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from letopis.errors import LetopisError
from letopis.formats.output import beside, writing
from letopis.records.models import Document
from letopis.records.tables import COLUMNS, tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(documents: Iterable[Document], out: Path | None) -> None:
    """One CSV file a table of `letopis.records.tables.COLUMNS` in the folder `out`, put there when all are whole."""
    if out is None:
        raise LetopisError("CSV is written as one file a table: name a folder with -o.")
    if out.exists() and not out.is_dir():
        raise LetopisError(f"{out} is a file: name a folder with -o, CSV is written as one file a table.")
    with writing(str(out)):
        out.mkdir(parents=True, exist_ok=True)
        part = beside(out.resolve() / "tables")
        part.mkdir(exist_ok=True)
        try:
            _tables(documents, part)
            for name in COLUMNS:
                (part / f"{name}.csv").replace(out / f"{name}.csv")
        finally:
            rmtree(part, ignore_errors=True)


def _tables(documents: Iterable[Document], folder: Path) -> None:
    for name, columns in COLUMNS.items():
        (folder / f"{name}.csv").write_text(",".join(columns) + "\n", encoding="utf-8-sig", newline="\n")
    for document in documents:
        for name, table in tables([document]).items():
            safe = table.map(plain)
            safe.to_csv(folder / f"{name}.csv", mode="a", header=False, index=False, lineterminator="\n")


def plain(cell: object) -> object:
    """Text that a spreadsheet would take for a formula, made text again by an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
