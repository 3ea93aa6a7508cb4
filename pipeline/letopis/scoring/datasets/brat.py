"""Brat standoff (`NAME.txt` beside `NAME.ann`) as gold documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from letopis.errors import DataError
from letopis.scoring.datasets.document import Labelled, document, files, read_text
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold

# T12	PERSON 10 25	Иван Иванов
_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+) (\d+)\t(.*)")


def load_brat(path: Path, mapping: Mapping) -> list[Gold]:
    """Every annotated text of the folder `path`, by name; relations and attributes are not read."""
    return [_document(file, mapping) for file in files(path, (".ann",), mapping.name)]


def _document(file: Path, mapping: Mapping) -> Gold:
    text = read_text(file.with_suffix(".txt"))
    return document(file.stem, text, _spans(file, text), mapping)


def _spans(file: Path, text: str) -> Iterator[Labelled]:
    for number, line in enumerate(read_text(file).replace("\r\n", "\n").split("\n"), 1):
        found = _SPAN.fullmatch(line)
        if found is None:
            continue
        start, end = int(found[3]), int(found[4])
        # Brat writes a line break inside a span as a space.
        if text[start:end].replace("\n", " ") != found[5]:
            raise DataError(f"{file}:{number}: {start}–{end} does not slice to {found[5]!r}: the text is another.")
        yield Labelled(start, end, found[2])
