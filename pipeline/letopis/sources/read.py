"""From files to sources: the folder walk, the size limit and the format, told by content."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from letopis.errors import SourceError
from letopis.sources.documents.archive import size
from letopis.sources.documents.extract import Options, extract, is_hidden
from letopis.sources.source import Source, from_text, printable

MAX_BYTES = 64 * 1024 * 1024
STDIN = Path("-")
CATALOGUE = "catalogue.toml"
TEXT_FIELD = "text"
_PIECE = 1024 * 1024
_PIPE = re.compile(r"/(?:dev|proc/self)/fd/\d+|/dev/stdin")


def read(
    path: Path,
    *,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    text_field: str = TEXT_FIELD,
    keep_markup: bool = False,
    on_fault: Callable[[SourceError], None] | None = None,
) -> list[Source]:
    """The documents of the file `path`, in their order in it; a plain text is one document.

    `Path("-")` is standard input. `encoding` forces the encoding of a text; without it, it is told from the
    bytes. `text_field` names the field or column of JSON Lines and CSV that holds the text. `keep_markup`
    keeps the names, dates and measures that TEI marks. A document alone in
    its file takes the file's stem for its id; rows take their `id` or the stem and their number, members of a zip
    file their own stem. Raises `SourceError` for what is missing, a folder, empty, larger than `max_bytes`, broken,
    encrypted, undecodable or of a format that is not read. `on_fault` is told of each member of a zip file and each
    row of a table that is such, and the others are given; without it the first is raised.
    """
    name, data = _bytes(path, max_bytes)
    stem, given = named(path), None if is_pipe(path) else path.as_posix()
    faults: list[SourceError] = []
    options = Options(encoding, max_bytes, text_field, keep_markup, faults.append if on_fault else None)
    found = [document for document in extract(data, name, options) if document.marked.text.strip()]
    for fault in faults:
        assert on_fault is not None
        on_fault(fault)
    if not found and not faults:
        raise SourceError(f"{name} is empty: there is nothing to read in it.")
    rows = len(found) > 1
    sources = []
    for number, document in enumerate(found, 1):
        id = document.id or (f"{stem}-{number}" if rows else stem)
        where = f"{given}/{document.member}" if given and document.member else given
        source = from_text(document.marked.text, id=id, path=where, encoding=document.encoding)
        sources.append(replace(source, regions=document.marked.regions, given=document.marked.given))
    return sources


def is_pipe(path: Path) -> bool:
    """Whether `path` is standard input or, as a shell's process substitution gives it, a numbered descriptor."""
    return path == STDIN or _PIPE.fullmatch(path.as_posix()) is not None


def named(path: Path) -> str:
    """The id that a document alone in the file `path` has: the stem, or `stdin` for a pipe."""
    return "stdin" if is_pipe(path) else printable(path.stem)


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of `paths`, folders walked: sorted by path, without hidden files and `catalogue.toml`.

    A file given by name is always yielded, whatever its name; a path that does not exist is yielded
    too, so that reading it reports it. A file met twice is yielded once.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _files(folder: Path) -> Iterator[Path]:
    """The files under `folder` that are not hidden, nor in a hidden folder, sorted by their path in it."""
    for file in sorted(folder.rglob("*"), key=lambda file: file.relative_to(folder).parts):
        hidden = any(map(is_hidden, file.relative_to(folder).parts))
        if not hidden and file.name != CATALOGUE and file.is_file():
            yield file


def _bytes(path: Path, max_bytes: int) -> tuple[str, bytes]:
    """What errors call `path`, and its content, of which no more than the limit is ever held."""
    if path == STDIN:
        name, data = "standard input", _limited(sys.stdin.buffer, max_bytes)
    else:
        name = printable(path.as_posix())
        if path.is_dir():
            raise SourceError(f"{name} is a folder: give the files in it.")
        try:
            with path.open("rb") as file:
                data = _limited(file, max_bytes)
        except OSError as error:
            reason = (error.strerror or "unknown fault").lower()
            raise SourceError(f"{name} cannot be read ({reason}): check the path and the permissions.") from error
    if len(data) > max_bytes:
        raise SourceError(
            f"{name} is larger than the {size(max_bytes)} allowed: split it, or raise the limit with --max-size."
        )
    if not data:
        raise SourceError(f"{name} is empty: there is nothing to read in it.")
    return name, data


def _limited(file: BinaryIO, max_bytes: int) -> bytes:
    """The content of `file`, or a byte more than `max_bytes` of it; memory is taken as it is read."""
    pieces: list[bytes] = []
    left = max_bytes + 1
    while left > 0 and (piece := file.read(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
