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
from letopis.sources.documents.extract import Options, extract, extract_folder, is_hidden
from letopis.sources.documents.volume import is_mets
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
    join_pages: bool = False,
    on_fault: Callable[[SourceError], None] | None = None,
) -> list[Source]:
    """The documents of the file `path`, in their order in it; a plain text is one document.

    `Path("-")` is standard input. `encoding` forces the encoding of a text; without it, it is told from the
    bytes. `text_field` names the field or column of JSON Lines and CSV that holds the text. `keep_markup`
    keeps the names, dates and measures that TEI marks. The pages (PAGE, ALTO, hOCR) of a zip file or of a folder that
    `find` gives make one document where a METS file lists them or `join_pages` says so. A document alone in
    its file takes the file's stem for its id; rows take their `id` or the stem and their number, members of a zip
    file their own stem. Raises `SourceError` for what is missing, a folder, empty, larger than `max_bytes`, broken,
    encrypted, undecodable or of a format that is not read. `on_fault` is told of each member of a zip file and each
    row of a table that is such, and the others are given; without it the first is raised.
    """
    faults: list[SourceError] = []
    options = Options(encoding, max_bytes, text_field, keep_markup, join_pages, faults.append if on_fault else None)
    if path.is_dir() and (names := volume(path, join_pages=join_pages)):
        name = printable(path.as_posix())
        documents = extract_folder(path, names, name, options)
    else:
        name, data = _bytes(path, max_bytes)
        documents = extract(data, name, options)
    stem, given = named(path), None if is_pipe(path) else path.as_posix()
    found = [document for document in documents if document.marked.text.strip()]
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
    """The id that a document alone in the file `path` has: the stem, a folder's name, or `stdin` for a pipe."""
    return "stdin" if is_pipe(path) else printable(path.name if path.is_dir() else path.stem)


def find(paths: Iterable[Path], *, join_pages: bool = False) -> Iterator[Path]:
    """The files of `paths`, folders walked: sorted by path, without hidden files and `catalogue.toml`.

    A folder with a METS file is yielded itself, in place of all that is in it, and with `join_pages` any that holds
    files, in place of these. A file given by name is always yielded, whatever its name; a path that does not exist is
    yielded too, so that reading it reports it. A file met twice is yielded once.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files(path, join_pages=join_pages) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def volume(folder: Path, *, join_pages: bool) -> list[str]:
    """The files of a folder that is read as one: all under it where it has a METS file, those in it to join pages."""
    files = _visible(folder, folder.rglob("*"))
    own = [file for file in files if file.parent == folder]
    chosen = files if any(is_mets(file.name) for file in own) else own if join_pages else []
    return [file.relative_to(folder).as_posix() for file in chosen]


def _files(folder: Path, *, join_pages: bool) -> Iterator[Path]:
    """The files under `folder` that are not hidden, nor in a hidden folder, sorted by their path in it."""
    files = _visible(folder, folder.rglob("*"))
    lists = {file.parent for file in files if is_mets(file.name)}
    for file in files:
        above = [parent for parent in reversed(file.parents) if parent in lists]
        yield above[0] if above else file.parent if join_pages else file


def _visible(folder: Path, files: Iterable[Path]) -> list[Path]:
    shown = []
    for file in sorted(files, key=lambda file: file.relative_to(folder).parts):
        hidden = any(map(is_hidden, file.relative_to(folder).parts))
        if not hidden and file.name != CATALOGUE and file.is_file():
            shown.append(file)
    return shown


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
