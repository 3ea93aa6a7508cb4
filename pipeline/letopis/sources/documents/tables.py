"""JSON Lines and CSV: a document a row, its text in one column."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO

from letopis.errors import SourceError

# The longest cell that the C library can count; its own limit of 131,072 letters is less than a novel.
_LONGEST = 2**31 - 1


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
                f"{name} has no text field {field!r} at line {number}: "
                "name the one that holds the text with --text-field."
            )
        yield _id(row.get("id")), row[field]


def rows(text: str, name: str, field: str) -> Iterator[tuple[str | None, str]]:
    """The id (of the column `id`, or `None`) and the text (of the column `field`) of each row of a CSV table.

    The first row names the columns; commas, semicolons and tabs part them, told from that row.
    """
    csv.field_size_limit(_LONGEST)
    head = text.split("\n", 1)[0]
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=max("\t;,", key=head.count))
    try:
        columns = [column for column in table.fieldnames or [] if column]
        if field not in columns:
            has = ", ".join(columns)
            raise SourceError(
                f"{name} has no column {field!r} (it has {has!r}): name the one that holds the text with --text-field."
            )
        for row in table:
            yield _id(row.get("id")), row[field] or ""
    except csv.Error as error:
        raise SourceError(f"{name} is a broken table at line {table.line_num} ({error}): mend it.") from error


def _id(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
