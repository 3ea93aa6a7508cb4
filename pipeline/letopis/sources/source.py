"""One document as decoded: what every offset of every record points into."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from letopis.errors import SourceError
from letopis.sources.marks import Given, Region

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text and where it came from.

    `id` is the file's stem; `path` is the path as the user gave it, with forward slashes, or `None`;
    `text` is the document exactly as decoded, without the byte-order mark; `sha256` is of the text
    encoded as UTF-8; `encoding` is the name of the encoding it was decoded from, or `None` where the
    text was given as text.
    """

    id: str
    path: str | None
    text: str
    sha256: str
    encoding: str | None
    regions: tuple[Region, ...] = ()
    given: tuple[Given, ...] = ()


def from_text(text: str, id: str = "text", path: str | None = None, encoding: str | None = None) -> Source:
    """A `Source` of `text`, with its digest; `path` and `encoding` are kept as given.

    A lone surrogate, which no UTF-8 can hold, counts in the digest as the question mark it would be
    printed as; in `id` and `path`, where bytes of a file's name that are no UTF-8 give such, it is made `printable`.
    """
    id, path = printable(id), None if path is None else printable(path)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Source(id=id, path=path, text=text, sha256=digest, encoding=encoding)


def printable(name: str) -> str:
    """`name` on one line: what is no character of a text written out (`\\n`, `\\x1b`), so that it can be said.

    So are the bytes that are no UTF-8, which Python holds as lone surrogates: `\\xff`.
    """
    name = _CONTROL.sub(lambda found: repr(found.group())[1:-1], name)
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


def check_text(text: object, name: str = "the text") -> None:
    """Raise `SourceError` where `text` is no `str`, is blank, or holds a lone surrogate, which is no character."""
    if not isinstance(text, str):
        raise SourceError(f"{name} is of type {type(text).__name__}: give a str.")
    if not text.strip():
        raise SourceError(f"{name} is empty: give some words to read.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{name} holds at character {error.start} what is no character (a lone surrogate, as bytes that are no "
            "UTF-8 leave it): give valid Unicode."
        ) from None
