"""The copy of a text that analysis reads: mended of layout and old spelling, mapped back letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letopis.sources.revision import Edit, Revision, revise

BREAK = re.compile(r"[ \t]*\n\s*")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-¬\u00ad][ \t]*\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Mended:
    """The analysis copy of a text, and the revisions that made it, first to last."""

    text: str
    revisions: tuple[Revision, ...]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the source that the half-open span `start:end` of `text` stands for."""
        for revision in reversed(self.revisions):
            start, end = revision.back(start, end)
        return start, end


def mend(text: str) -> Mended:
    """The analysis copy of `text`."""
    revision = revise(text, _edits(text))
    return Mended(revision.text, (revision,))


def _edits(text: str) -> Iterator[Edit]:
    narrow = max((len(line) for line in text.split("\n")), default=0) <= 100
    at = 0
    while match := BREAK.search(text, at):
        at = match.end()
        hyphen = HYPHEN.match(text, match.start() - 1) if match.start() else None
        if hyphen and narrow:
            yield Edit(hyphen.start(), hyphen.end(), "" if text[at : at + 1].islower() else "-")
        elif narrow and match.group().count("\n") == 1:
            yield Edit(match.start(), match.end(), " ")
        else:
            yield Edit(match.start(), match.end(), "\n")
