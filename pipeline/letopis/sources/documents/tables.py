"""JSON Lines and CSV: a document a row, its text in one column."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO

from letopis.errors import SourceError


def json_lines(text: str, name: str, field: str) -> Iterator[tuple[str | None, str]]:
    """The id (of the field `id`, or `None`) and the text (of `field`) of each line's object."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            raise SourceError(f"{name} is no JSON at line {number}: write one object a line.") from None
        if not isinstance(row, dict) or not isinstance(row.get(field), str):
            raise SourceError(
                f"{name} has no text field {field!r} at line {number}: name the field that holds the text."
            )
        yield _id(row.get("id")), row[field]


def rows(text: str, name: str, field: str) -> Iterator[tuple[str | None, str]]:
    """The id (of the column `id`, or `None`) and the text (of the column `field`) of each row of a CSV table.

    The first row names the columns; commas, semicolons and tabs part them, told from that row.
    """
    head = text.split("\n", 1)[0]
    comma = max("\t;,", key=head.count)
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=comma)
    if field not in (table.fieldnames or []):
        columns = ", ".join(table.fieldnames or [])
        raise SourceError(f"{name} has no column {field!r} (it has {columns}): name the one that holds the text.")
    try:
        for row in table:
            yield _id(row.get("id")), row[field] or ""
    except csv.Error as error:
        raise SourceError(f"{name} is a broken table at line {table.line_num} ({error}).") from error


def _id(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
