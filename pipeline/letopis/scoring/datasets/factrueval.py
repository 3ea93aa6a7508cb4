"""factRuEval-2016 (`NAME.txt` beside `.spans`, `.objects`, `.coref`) as gold documents.

Source: Starostin et al., FactRuEval 2016, Dialogue 2016, with the format's description in the set's own pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from letopis.errors import DataError
from letopis.scoring.datasets.document import Labelled, document, files, read_text
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold


def load_factrueval(path: Path, mapping: Mapping) -> list[Gold]:
    """Every text of the folder `path`, by name.

    An object is a mention from the first to the last of its spans that the mapping's `parts` name; objects that
    `.coref` puts on one line are one entity.
    """
    return [_document(file, mapping) for file in files(path, (".objects",), mapping.name)]


def _document(file: Path, mapping: Mapping) -> Gold:
    text = read_text(file.with_suffix(".txt"))
    return document(file.stem, text, _mentions(file, text, mapping), mapping)


def _mentions(file: Path, text: str, mapping: Mapping) -> Iterator[Labelled]:
    # 22763 loc_name 37 6 …: the span's id, its type, its first character and its length.
    spans = {row[0]: (row[1], int(row[2]), int(row[3])) for row in _rows(file.with_suffix(".spans"), 4)}
    clusters = _clusters(file.with_suffix(".coref"))
    # 10435 Person 22767 22768 # …: the object's id, its type, its spans.
    for id, label, *members in _rows(file, 3):
        unknown = [member for member in members if member not in spans]
        if unknown:
            raise DataError(f"{file}: object {id} names the span {unknown[0]}, which .spans does not have.")
        places = [
            (start, start + size) for type, start, size in map(spans.__getitem__, members) if type in mapping.parts
        ]
        if places:
            start, end = min(start for start, _ in places), max(end for _, end in places)
            if not 0 <= start < end <= len(text):
                raise DataError(f"{file}: object {id} lies outside the text: the text is another.")
            yield Labelled(start, end, label, clusters.get(id))


def _rows(file: Path, least: int) -> Iterator[list[str]]:
    for number, line in enumerate(read_text(file).splitlines(), 1):
        row = line.partition("#")[0].split()
        if not row:
            continue
        if len(row) < least or not all(cell.isdigit() for cell in [row[0], *row[2:least]]):
            raise DataError(f"{file}:{number}: {line!r} is no line of factRuEval's format.")
        yield row


def _clusters(file: Path) -> dict[str, str]:
    """Object id → entity id; a set without `.coref` has none."""
    if not file.is_file():
        return {}
    blocks = read_text(file).replace("\r\n", "\n").split("\n\n")
    heads = [block.strip().split("\n")[0].split() for block in blocks if block.strip()]
    return {object: head[0] for head in heads for object in head[1:]}
