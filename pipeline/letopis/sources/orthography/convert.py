"""Edits that write a text's old words in modern spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.detect import MARKED, Spelling, spelling
from letopis.sources.orthography.rules import modern
from letopis.sources.revision import Edit

_WORD = re.compile(rf"[{CYRILLIC}]+")
# Prints before 1918 part thousands by a comma as often as by a space.
_THOUSANDS = re.compile(r"(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_WORD_OR_FIGURE = re.compile(f"{_WORD.pattern}|{_THOUSANDS.pattern}")


def modernised(text: str) -> Iterator[Edit]:
    """Edits that write `text`, one line a paragraph, in modern spelling.

    Every word of an old passage is read by the rules, and `2,000` as 2 000; elsewhere only words that no modern
    text has (an old title in a modern essay); in Ukrainian, Belarusian and Bulgarian passages none. Passages too
    short to tell go with most of the text.
    """
    if not MARKED.search(text):
        return
    at = 0
    lines = text.split("\n")
    kinds = [spelling(line) for line in lines]
    old = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind is Spelling.OLD)
    settled = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind is not Spelling.UNKNOWN)
    for line, kind in zip(lines, kinds, strict=True):
        if kind is Spelling.OLD or (kind is Spelling.UNKNOWN and 2 * old > settled):
            yield from _words(line, at, every=True)
        elif kind is not Spelling.FOREIGN and MARKED.search(line):
            yield from _words(line, at, every=False)
        at += len(line) + 1


def _words(line: str, at: int, *, every: bool) -> Iterator[Edit]:
    for match in _WORD_OR_FIGURE.finditer(line) if every else _WORD.finditer(line):
        word = match.group()
        if "," in word:
            yield Edit(at + match.start(), at + match.end(), word.replace(",", " "))
            continue
        for start, end, new in _changes(word) if every or MARKED.search(word) else ():
            base = at + match.start()
            yield Edit(base + start, base + end, new)


@lru_cache(maxsize=500_000)
def _changes(word: str) -> tuple[tuple[int, int, str], ...]:
    """The changes that make `word` modern, so fine that each letter keeps its place where it can.

    A dropped final `ъ` goes with the letter before it, so that it belongs to the word's span.
    """
    new = modern(word)
    if new == word:
        return ()
    if not new:
        return ((0, len(word), new),)
    if len(new) == len(word):
        return ((0, len(word), new),)
    if len(new) + 1 == len(word) and word[-1] in "ъЪ":
        head = () if new[:-1] == word[:-2] else ((0, len(word) - 2, new[:-1]),)
        return (*head, (len(word) - 2, len(word), new[-1]))
    front = 0
    while front < min(len(new), len(word)) - 1 and new[front] == word[front]:
        front += 1
    return ((front, len(word), new[front:]),)
