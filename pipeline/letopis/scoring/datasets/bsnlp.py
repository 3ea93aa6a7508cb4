"""The BSNLP shared tasks (`annotated/…/NAME.out` beside `raw/…/NAME.txt`) as gold documents.

Source: Piskorski et al., Slav-NER: the 3rd Cross-lingual Challenge, BSNLP 2021. Annotation is of a document as a
whole, without places: a line is a surface, its normal form, its type and its identifier across languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from letopis.errors import DataError
from letopis.scoring.datasets.document import Labelled, document, files, read_text
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold

_HEADER = 4
"""Lines before the text: document, language, day, address."""


def load_bsnlp(path: Path, mapping: Mapping) -> list[Gold]:
    """Every annotated text under `path`; wherever a surface stands in its text as whole words it is a mention."""
    return [_document(file, mapping) for file in files(path, (".out",), mapping.name)]


def _document(file: Path, mapping: Mapping) -> Gold:
    parts = ["raw" if part == "annotated" else part for part in file.parts]
    source = Path(*parts).with_suffix(".txt")
    text = "\n".join(read_text(source).replace("\r\n", "\n").split("\n")[_HEADER:])
    return document(file.stem, text, _mentions(file, text), mapping)


def _mentions(file: Path, text: str) -> Iterator[Labelled]:
    taken: set[int] = set()
    rows = []
    for number, line in enumerate(read_text(file).splitlines()[1:], 2):
        row = line.split("\t")
        if len(row) == 4:
            rows.append(row)
        elif line.strip():
            raise DataError(f"{file}:{number}: a line has four columns: surface, normal form, type, identifier.")
    # A short surface inside a longer one is not a mention of its own.
    for surface, normal, label, cluster in sorted(rows, key=lambda row: -len(row[0])):
        for found in re.finditer(rf"(?<!\w){re.escape(surface.strip())}(?!\w)", text) if surface.strip() else ():
            place = range(*found.span())
            if taken.isdisjoint(place):
                taken.update(place)
                yield Labelled(*found.span(), label, cluster, normal)
