"""One document as decoded: what every offset of every record points into."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


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


def from_text(text: str, id: str = "text", path: str | None = None, encoding: str | None = None) -> Source:
    """A `Source` of `text`, with its digest; `path` and `encoding` are kept as given.

    A lone surrogate, which no UTF-8 can hold, counts in the digest as the question mark it would be
    printed as.
    """
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Source(id=id, path=path, text=text, sha256=digest, encoding=encoding)
