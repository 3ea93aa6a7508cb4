"""A text after a list of edits, and the way back from its offsets to those of the text before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """`text[start:end]` is to become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A text made from another by edits.

    Only edits that change the length are kept. Edit k turned `old_starts[k]:old_ends[k]` of the text
    before into `new_starts[k]:new_ends[k]` of `text`. An edit that keeps the length is taken letter for
    letter, so `Мockва` → `Москва` maps each letter to its own.
    """

    text: str
    new_starts: list[int]
    new_ends: list[int]
    old_starts: list[int]
    old_ends: list[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text before that `text[start:end]` was made from.

        A span that touches an edit's replacement takes the whole of what it replaced; what was deleted
        just before or just after the span stays outside. An empty span gives an empty span.
        """
        first = self._start(start)
        return (first, first) if start >= end else (first, self._end(end))

    def _start(self, start: int) -> int:
        k = bisect_right(self.new_starts, start) - 1
        if k < 0:
            return start
        if start < self.new_ends[k]:
            return self.old_starts[k]
        return self.old_ends[k] + start - self.new_ends[k]

    def _end(self, end: int) -> int:
        k = bisect_right(self.new_starts, end - 1) - 1
        if k < 0:
            return end
        if end <= self.new_ends[k]:
            return self.old_ends[k]
        return self.old_ends[k] + end - self.new_ends[k]


def revise(text: str, edits: Iterable[tuple[int, int, str]]) -> Revision:
    """`text` after `edits`, which are in order and do not overlap.

    A deletion that belongs to the letter before it (a final `ъ`, a stress mark) is written as an edit of
    both (`тъ` → `т`), so that a span ending in the letter takes it along; a deletion of its own (a
    hyphen and its line break) belongs to neither neighbour.
    """
    parts: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    old_starts: list[int] = []
    old_ends: list[int] = []
    at = moved = 0
    for start, end, new in edits:
        if start < at:
            raise ValueError(f"edit {start}:{end} begins before {at}, where the one before it ended")
        parts.append(text[at:start])
        parts.append(new)
        at = end
        if grown := len(new) - end + start:
            new_starts.append(start + moved)
            moved += grown
            new_ends.append(end + moved)
            old_starts.append(start)
            old_ends.append(end)
    parts.append(text[at:])
    return Revision("".join(parts), new_starts, new_ends, old_starts, old_ends)
