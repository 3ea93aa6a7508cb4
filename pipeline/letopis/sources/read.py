"""From files to sources: the folder walk, the size limit and the format, told by content."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from letopis.errors import SourceError
from letopis.sources.decode import decode
from letopis.sources.source import Source, from_text

MAX_BYTES = 64 * 1024 * 1024
STDIN = Path("-")
CATALOGUE = "catalogue.toml"


def read(path: Path, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> list[Source]:
    """The documents of the file `path`, in their order in it; a plain text is one document.

    `Path("-")` is standard input. `encoding` forces the encoding of a text; without it, it is told from the
    bytes. Raises `SourceError` for a file that is missing, a folder, empty, larger than `max_bytes` or
    undecodable.
    """
    name, data = _bytes(path, max_bytes)
    text, found = decode(data, name, encoding)
    if not text.strip():
        raise SourceError(f"{name} is empty: there is nothing to read in it.")
    if path == STDIN:
        return [from_text(text, id="stdin", encoding=found)]
    return [from_text(text, id=path.stem, path=path.as_posix(), encoding=found)]


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
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not hidden and file.name != CATALOGUE and file.is_file():
            yield file


def _bytes(path: Path, max_bytes: int) -> tuple[str, bytes]:
    """What errors call `path`, and its content, of which no more than the limit is ever held."""
    if path == STDIN:
        name, data = "standard input", sys.stdin.buffer.read(max_bytes + 1)
    else:
        name = path.as_posix()
        if path.is_dir():
            raise SourceError(f"{name} is a folder: give the files in it.")
        try:
            with path.open("rb") as file:
                data = file.read(max_bytes + 1)
        except OSError as error:
            reason = (error.strerror or "unknown fault").lower()
            raise SourceError(f"{name} cannot be read ({reason}): check the path and the permissions.") from error
    if len(data) > max_bytes:
        raise SourceError(f"{name} is larger than the {max_bytes} bytes allowed: split it, or raise the limit.")
    if not data:
        raise SourceError(f"{name} is empty: there is nothing to read in it.")
    return name, data
