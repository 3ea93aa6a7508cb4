"""The text of a document put together of paragraphs, and where in it its marks come to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_BLANK = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_SIGN = re.compile(r"\S")
# A line break that the document asks for, as against one that its markup happens to have.
BREAK = "\x0b"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph's text; its marks by the number of signs, blanks apart, that stand before each."""

    text: str
    marks: list[tuple[int, Any]] = field(default_factory=list)


class Blocks:
    """Paragraphs gathered in order; notes come after them.

    A mark is anything that has a place between two signs of the text: the beginning of a page, the beginning or the
    end of a name.
    """

    def __init__(self) -> None:
        self._done: list[_Paragraph] = []
        self._notes: list[_Paragraph] = []
        self._open: list[str] = []
        self._marks: list[tuple[int, Any]] = []
        self._signs = 0

    def add(self, text: str | None) -> None:
        """Add `text` to the open paragraph; `BREAK` in it stays a line break, other blanks become a space."""
        if text:
            self._open.append(text)
            self._signs += len(text) - sum(map(str.isspace, text))

    def mark(self, mark: Any) -> None:
        """Put `mark` where the text has come to."""
        self._marks.append((self._signs, mark))

    def close(self) -> None:
        """End the open paragraph; an empty one leaves nothing, and its marks go to the next."""
        text = plain("".join(self._open))
        self._open.clear()
        if text:
            self._done.append(_Paragraph(text, self._marks))
            self._marks = []
        else:
            self._marks = [(0, mark) for _, mark in self._marks]
        self._signs = 0

    def note(self, other: Blocks) -> None:
        """Put the paragraphs of `other` after all others."""
        other.close()
        self._notes.extend([*other._done, *other._notes])

    def text(self) -> str:
        """The whole, paragraphs parted by a blank line."""
        self.close()
        return "\n\n".join(paragraph.text for paragraph in [*self._done, *self._notes])

    def marks(self) -> Iterator[tuple[int, int, Any]]:
        """Each mark, in the order of the text: the end of the sign before it, the start of the sign after it, the mark.

        At a paragraph's edges both are the edge.
        """
        self.close()
        at = 0
        for paragraph in [*self._done, *self._notes]:
            signs = [found.start() for found in _SIGN.finditer(paragraph.text)] if paragraph.marks else []
            for count, mark in paragraph.marks:
                before = signs[count - 1] + 1 if count else 0
                after = signs[count] if count < len(signs) else len(paragraph.text)
                yield at + before, at + after, mark
            at += len(paragraph.text) + 2
        for _, mark in self._marks:
            yield at, at, mark


def plain(text: str) -> str:
    """`text` with its blanks made single spaces and its `BREAK`s line feeds."""
    return _AROUND_BREAK.sub("\n", _BLANK.sub(" ", text).replace(BREAK, "\n")).strip()
