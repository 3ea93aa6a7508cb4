"""The copy of a text that analysis reads: mended of layout and old spelling, mapped back letter by letter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from letopis.sources.characters import scripts, signs
from letopis.sources.damage.figures import broken, broken_years, fractions, misread
from letopis.sources.damage.footnotes import footnotes
from letopis.sources.damage.glued import glued
from letopis.sources.damage.letterspaced import letterspaced
from letopis.sources.damage.reflowed import reflowed
from letopis.sources.damage.spacing import BAD, cut_share, joined
from letopis.sources.layout.paragraphs import paragraphs
from letopis.sources.orthography.church import titlo
from letopis.sources.orthography.convert import modernised
from letopis.sources.orthography.joins import joins
from letopis.sources.orthography.printed import known_as_printed
from letopis.sources.revision import Edit, Revision, revise

Step = Callable[[str], Iterator[Edit]]


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

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that stands for the words of the source's `start:end`; empty where all are dropped."""
        at = range(len(self.text))
        first = bisect_right(at, start, key=lambda i: self.to_source(i, i + 1)[1])
        last = bisect_left(at, end, key=lambda i: self.to_source(i, i + 1)[0])
        words = self.text[first:last]
        return last - len(words.lstrip()), first + len(words.rstrip())


def mend(text: str) -> Mended:
    """The analysis copy of `text`: modern spelling, one line a paragraph or a verse."""
    revisions: list[Revision] = []
    # Each step relies on those before it: lines are read in plain signs, words in whole lines, figures in whole
    # words, and old spelling last, in what is left.
    text = _run((signs, scripts, letterspaced, _paragraphs, reflowed, footnotes, fractions), text, revisions)
    if share := cut_share(text):
        text = _run((partial(joined, bad=share >= BAD), misread, broken, broken_years), text, revisions)
    else:
        text = _run((misread, broken_years), text, revisions)
    text = _run((glued, titlo), text, revisions)
    text = _after(modernised(text), text, revisions)
    text = _run((joins,), text, revisions)
    return Mended(text, tuple(revisions))


def _paragraphs(text: str) -> Iterator[Edit]:
    return paragraphs(text, known_as_printed)


def _run(steps: tuple[Step, ...], text: str, revisions: list[Revision]) -> str:
    """`text` after `steps`; what each changed is added to `revisions`."""
    for step in steps:
        text = _after(revise(text, step(text)), text, revisions)
    return text


def _after(revision: Revision, text: str, revisions: list[Revision]) -> str:
    """The text after `revision`, which is added to `revisions` if it changed `text`."""
    if revision.text != text:
        revisions.append(revision)
    return revision.text
