"""From files to sources: the folder walk, the size limit and the format, told by content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from letopis.errors import SourceError
from letopis.sources.source import Source, from_text

MAX_BYTES = 64 * 1024 * 1024


def read(path: Path, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> list[Source]:
    """The documents of the file `path`, in their order in it; a plain text is one document.

    `encoding` forces the encoding of a text; without it, it is told from the bytes. Raises
    `SourceError` for a file that is missing, a folder, empty, larger than `max_bytes` or undecodable.
    """
    if path.is_dir():
        raise SourceError(f"{path} is a folder: give its files, or let `find` walk it.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}): check the path and its permissions.") from error
    if len(data) > max_bytes:
        raise SourceError(
            f"{path} has {len(data)} bytes, more than the {max_bytes} allowed: raise the limit or split it."
        )
    if not data.strip():
        raise SourceError(f"{path} is empty: there is nothing to read.")
    for name in [encoding] if encoding else ["utf-8-sig", "cp1251"]:
        try:
            return [from_text(data.decode(name), id=path.stem, path=path.as_posix(), encoding=name)]
        except (UnicodeDecodeError, LookupError):
            continue
    raise SourceError(f"{path} cannot be decoded: name its encoding.")


def find(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of `paths`, folders walked: sorted by path, without hidden files and `catalogue.toml`.

    A file given by name is always yielded, whatever its name; a path that does not exist is yielded
    too, so that reading it reports it.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            inner = file.relative_to(path).parts
            if file.is_file() and file.name != "catalogue.toml" and not any(p.startswith(".") for p in inner):
                yield file
