"""Edits that write a text's old words in modern spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.detect import MARKED, Spelling, spelling
from letopis.sources.orthography.genitives import genitives
from letopis.sources.orthography.rules import STEM, is_archaic, modern, regular
from letopis.sources.revision import Edit
from letopis.sources.vocabulary import known

_WORD = re.compile(rf"[{CYRILLIC}]+")
# Prints before 1918 part thousands by a comma as often as by a space.
_THOUSANDS = re.compile(r"(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?!\d|,\d)")
# Small words that may have an ending or a prefix of old spelling, though none of its letters.
_ENDING = re.compile(
    r"(?<![\w-])(?:[а-яё]{2,20}(?:[ая]го|[ыи]я)(?:ся)?|(?:не)?(?:бе|во|и|ни|ра|чре)з[кпстфхцчшщ][а-яё]{2,20})(?![\w-])"
)
# Words that the exceptions list, and the old instrumental in -ию.
_LISTED = re.compile(rf"(?<![\w-])(?:(?:{STEM.pattern})[а-яё]{{0,12}}|[а-яё]{{3,24}}ию)(?![\w-])", re.IGNORECASE)
_WORD_OR_FIGURE = re.compile(f"{_WORD.pattern}|{_THOUSANDS.pattern}")


def modernised(text: str) -> Iterator[Edit]:
    """Edits that write `text`, one line a paragraph, in modern spelling.

    Every word of an old passage is read by the rules, and `2,000` as 2 000. Elsewhere only words are that no modern
    text has: an old title in a modern essay, an old ending in an edition that gave up ѣ and ъ. In Ukrainian,
    Belarusian and Bulgarian passages none are. Passages too short to tell go with most of the text.
    """
    if not MARKED.search(text):
        found = {match.start(): match.group() for pattern in (_ENDING, _LISTED) for match in pattern.finditer(text)}
        for start in sorted(found):
            yield from _moved(_if_strange(found[start]), start)
        return
    at = 0
    lines = text.split("\n")
    kinds = [spelling(line) for line in lines]
    old = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind is Spelling.OLD)
    settled = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind is not Spelling.UNKNOWN)
    for line, kind in zip(lines, kinds, strict=True):
        if kind is Spelling.OLD or (kind is Spelling.UNKNOWN and 2 * old > settled):
            yield from _every_word(line, at)
        elif kind is not Spelling.FOREIGN:
            yield from _old_words(line, at)
        at += len(line) + 1


def _every_word(line: str, at: int) -> Iterator[Edit]:
    high = genitives(line)
    for match in _WORD_OR_FIGURE.finditer(line):
        if high and match.start() in high:
            yield from _moved(_differences(match.group(), high[match.start()]), at + match.start())
        elif changes := _changes(match.group()):
            begun = at + match.start()
            for start, end, new in changes:
                yield Edit(begun + start, begun + end, new)


def _old_words(line: str, at: int) -> Iterator[Edit]:
    """Edits of the words of a passage in modern spelling that are old beyond doubt."""
    for match in _WORD.finditer(line):
        if changes := _if_old(match.group()):
            yield from _moved(changes, at + match.start())


def _moved(changes: Iterable[tuple[int, int, str]], at: int) -> Iterator[Edit]:
    for start, end, new in changes:
        yield Edit(at + start, at + end, new)


@lru_cache(maxsize=500_000)
def _if_old(word: str) -> tuple[tuple[int, int, str], ...]:
    """The changes of a word of a modern passage: none where it has no mark of old spelling."""
    if MARKED.search(word):
        return _changes(word)
    return _if_strange(word) if _ENDING.fullmatch(word) or _LISTED.fullmatch(word) else ()


@lru_cache(maxsize=100_000)
def _if_strange(word: str) -> tuple[tuple[int, int, str], ...]:
    """The changes of a word without old letters, where only its modern form is a word of today."""
    new = regular(word)
    strange = not (known(word) or known(word.lower())) or is_archaic(word)
    return _differences(word, new) if strange and known(new.lower()) else ()


@lru_cache(maxsize=500_000)
def _changes(word: str) -> tuple[tuple[int, int, str], ...]:
    """The changes that make `word` modern, or a figure: `2,000` is written with a space."""
    if "," in word:
        return ((0, len(word), word.replace(",", " ")),)
    return _differences(word, modern(word))


def _differences(word: str, new: str) -> tuple[tuple[int, int, str], ...]:
    """The changes that make `new` of `word`, so fine that each letter keeps its place where it can.

    A dropped final `ъ` goes with the letter before it, so that it belongs to the word's span.
    """
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
