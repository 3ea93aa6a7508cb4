"""Brat standoff (`NAME.txt` beside `NAME.ann`) as gold documents."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from letopis.corpora.catalogue import Entry
from letopis.errors import DataError
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold, complete

# T12	PERSON 10 25	Иван Иванов
_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+) (\d+)\t(.*)")


def load_brat(folder: Path, mapping: Mapping) -> list[Gold]:
    """Every annotated text of `folder`, by name; relations and attributes are not read."""
    files = sorted(folder.glob("*.ann"))
    if not files:
        raise DataError(f"{folder} holds no .ann file: name the folder with the brat files of {mapping.name}.")
    return [_document(file, mapping) for file in files]


def _document(file: Path, mapping: Mapping) -> Gold:
    source = file.with_suffix(".txt")
    try:
        text = source.read_bytes().decode("utf-8")
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{source} and {file.name} cannot be read ({error}): both have to be UTF-8.") from error
    mentions = []
    for number, line in enumerate(lines, 1):
        found = _SPAN.fullmatch(line)
        if found is None:
            continue
        id, label, start, end = found[1], found[2], int(found[3]), int(found[4])
        # Brat writes a line break inside a span as a space.
        if text[start:end].replace("\n", " ") != found[5]:
            raise DataError(f"{file}:{number}: {start}–{end} does not slice to {found[5]!r}: the text is another.")
        kind = mapping.kind(label, text[start:end])
        if kind is not None:
            mentions.append({"id": id, "kind": kind, "start": start, "end": end, "text": text[start:end]})
    written = {"id": file.stem, "mentions": _longest(mentions), "entities": [], "facts": []}
    return Gold(complete(written, text), Entry())


def _longest(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of spans of one kind that overlap the longer."""
    standing: list[dict[str, Any]] = []
    reached: dict[str, int] = {}
    for one in sorted(mentions, key=lambda m: (m["start"], -m["end"], m["kind"])):
        if one["start"] >= reached.get(one["kind"], 0):
            standing.append(one)
            reached[one["kind"]] = one["end"]
    return standing
