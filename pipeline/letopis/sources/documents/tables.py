"""JSON Lines and CSV: a document a row, its text in one column."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO

from letopis.errors import SourceError

# The longest cell that the C library can count; its own limit of 131,072 letters is less than a novel.
_LONGEST = 2**31 - 1


def json_lines(
    text: str, name: str, field: str, on_fault: Callable[[SourceError], None]
) -> Iterator[tuple[str | None, str]]:
    """The id (of the field `id`, or `None`) and the text (of `field`) of each line's object.

    `on_fault` is told of each line that is none; where no line is one, the first fault is raised.
    """
    faults: list[SourceError] = []
    found = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            faults.append(SourceError(f"{name} is no JSON at line {number}: write one object a line."))
            continue
        if isinstance(row, dict) and isinstance(row.get(field), str):
            found = True
            yield _id(row.get("id")), row[field]
        else:
            remedy = "name the one that holds the text with --text-field."
            faults.append(SourceError(f"{name} has no text field {field!r} at line {number}: {remedy}"))
    if faults and not found:
        raise faults[0]
    for fault in faults:
        on_fault(fault)


def rows(text: str, name: str, field: str, on_fault: Callable[[SourceError], None]) -> Iterator[tuple[str | None, str]]:
    """The id (of the column `id`, or `None`) and the text (of the column `field`) of each row of a CSV table.

    The first row names the columns; commas, semicolons and tabs part them, told from that row. `on_fault` is told
    where the table breaks off; the rows before it are given.
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
        on_fault(SourceError(f"{name} is a broken table at line {table.line_num} ({error}): mend it."))


def _id(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
