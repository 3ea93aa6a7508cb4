"""The text of a document put together of paragraphs."""

from __future__ import annotations

import re

_BLANK = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
# A line break that the document asks for, as against one that its markup happens to have.
BREAK = "\x0b"


class Blocks:
    """Paragraphs gathered in order; `notes` come after them."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._notes: list[str] = []
        self._open: list[str] = []

    def add(self, text: str | None) -> None:
        """Add `text` to the open paragraph; `BREAK` in it stays a line break, other blanks become a space."""
        if text:
            self._open.append(text)

    def close(self) -> None:
        """End the open paragraph; an empty one leaves nothing."""
        text = plain("".join(self._open))
        self._open.clear()
        if text:
            self._done.append(text)

    def note(self, text: str) -> None:
        """Put `text` after all paragraphs, as one of its own."""
        if text := plain(text):
            self._notes.append(text)

    def text(self) -> str:
        """The whole, paragraphs parted by a blank line."""
        self.close()
        return "\n\n".join([*self._done, *self._notes])


def plain(text: str) -> str:
    """`text` with its blanks made single spaces and its `BREAK`s line feeds."""
    return _AROUND_BREAK.sub("\n", _BLANK.sub(" ", text).replace(BREAK, "\n")).strip()
