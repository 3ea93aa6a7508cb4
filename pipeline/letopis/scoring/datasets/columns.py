"""Sets with a word a line and its tag in a column: CoNLL-2003, IOB2, HIPE's TSV.

Sources: Tjong Kim Sang and De Meulder, CoNLL-2003; Ehrmann et al., HIPE participation guidelines, CLEF 2020. The text
is put together of the words, for such sets have no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from letopis.errors import DataError
from letopis.scoring.datasets.document import Labelled, document, files, read_text
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold

_DOCUMENT = "-DOCSTART-"
_HIPE_WORD, _HIPE_TAG, _HIPE_FLAGS = "TOKEN", "NE-COARSE-LIT", "MISC"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its tag (`B-PER`, `I-PER`, `O`) and what stands after it in the text."""

    text: str
    tag: str
    after: str = " "


def load_conll(path: Path, mapping: Mapping) -> list[Gold]:
    """The documents of a file or folder: the word in the first column, the tag in the last, a sentence a line.

    Documents begin at `-DOCSTART-`; a file without that is one document.
    """
    return [
        _document(id, words, mapping)
        for file in files(path, (".conll", ".iob2", ".iob", ".bio", ".txt"), mapping.name)
        for id, words in _numbered(file, _conll(file))
    ]


def _conll(file: Path) -> Iterator[list[Word]]:
    words: list[Word] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        cells = line.split()
        if not cells:
            if words:
                words[-1] = Word(words[-1].text, words[-1].tag, "\n")
        elif cells[0] == _DOCUMENT:
            yield words
            words = []
        elif len(cells) < 2:
            raise DataError(f"{file}:{number}: {line!r} has no tag: a word and its tag stand on each line.")
        elif not (cells[0] == "#" and len(cells) > 2 and cells[2] == "="):
            words.append(Word(cells[0], cells[-1]))
    yield words


def load_hipe(path: Path, mapping: Mapping) -> list[Gold]:
    """The documents of a HIPE file or folder by the column NE-COARSE-LIT; spaces follow NoSpaceAfter."""
    return [
        _document(id, words, mapping)
        for file in files(path, (".tsv",), mapping.name)
        for id, words in _numbered(file, _hipe(file))
    ]


def _hipe(file: Path) -> Iterator[list[Word]]:
    lines = read_text(file).splitlines()
    head = lines[0].split("\t") if lines else []
    if not {_HIPE_WORD, _HIPE_TAG} <= set(head):
        raise DataError(f"{file}: the first line names no {_HIPE_WORD} and {_HIPE_TAG}: it is no HIPE file.")
    column = {name: place for place, name in enumerate(head)}
    words: list[Word] = []
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#") and "\t" not in line:
            if "document_id" in line or "document id" in line:
                yield words
                words = []
            continue
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) < len(head):
            raise DataError(f"{file}:{number}: {len(cells)} columns, the first line names {len(head)}.")
        flags = cells[column[_HIPE_FLAGS]] if _HIPE_FLAGS in column else ""
        after = "" if "NoSpaceAfter" in flags else " "
        words.append(Word(cells[column[_HIPE_WORD]], cells[column[_HIPE_TAG]], after))
    yield words


def _numbered(file: Path, documents: Iterable[list[Word]]) -> list[tuple[str, list[Word]]]:
    held = [words for words in documents if words]
    return [(file.stem if len(held) == 1 else f"{file.stem}-{n}", words) for n, words in enumerate(held, 1)]


def _document(id: str, words: list[Word], mapping: Mapping) -> Gold:
    text = "".join(word.text + word.after for word in words).rstrip()
    return document(id, text, _spans(words), mapping)


def _spans(words: list[Word]) -> Iterator[Labelled]:
    """A span goes on through I- of its own label; any other tag ends it, and I- without a span begins one."""
    begun, label, end, at = 0, "", 0, 0
    for word in words:
        prefix, _, name = word.tag.partition("-")
        if label and not (prefix == "I" and name == label):
            yield Labelled(begun, end, label)
            label = ""
        if name and not label:
            begun, label = at, name
        end = at + len(word.text)
        at = end + len(word.after)
    if label:
        yield Labelled(begun, end, label)
