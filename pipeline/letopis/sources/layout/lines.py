"""A text cut into its lines that hold anything."""

from __future__ import annotations

import re
from typing import NamedTuple

# What may close a sentence, and what may stand after it.
_TERMINATED = re.compile(r"[.!?…:;][»”\"')\]*\d¹²³]*$")
_ENDED = re.compile(r"[.!?…][»”\"')\]*¹²³]*$")


class Line(NamedTuple):
    """`text` is the line without its margins, at `start:end`; `gap` empty lines and `indent` spaces precede it."""

    start: int
    end: int
    text: str
    gap: int
    indent: int

    @property
    def terminated(self) -> bool:
        """Whether a sentence, or a part of one that a list could be made of, ends with the line."""
        return _TERMINATED.search(self.text[-6:]) is not None

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with the line."""
        return _ENDED.search(self.text[-6:]) is not None

    @property
    def small(self) -> bool:
        """Whether the line begins with a lower-case letter."""
        return self.text[:1].islower()

    @property
    def columns(self) -> bool:
        """Whether wide spaces part the line into columns."""
        return "    " in self.text

    @property
    def capitals(self) -> bool:
        """Whether every letter of the line is a capital, and there are at least four."""
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 3


def lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order; `text` has no break but the line feed."""
    found: list[Line] = []
    at = gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            found.append(Line(start, start + len(stripped), stripped, gap, indent))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return found
