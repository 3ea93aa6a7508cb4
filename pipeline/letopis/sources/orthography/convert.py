"""A text's old words in modern spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.detect import MARKED, Spelling, of_lines
from letopis.sources.orthography.genitives import genitives
from letopis.sources.orthography.letters import same_length
from letopis.sources.orthography.rules import STEM, all_modern, is_archaic, modern, regular
from letopis.sources.revision import Revision, revise
from letopis.sources.vocabulary import known

_WORD = re.compile(rf"([{CYRILLIC}]+)")
# Prints before 1918 part thousands by a comma as often as by a space.
_THOUSANDS = re.compile(r"[1-9](?<![\d,.]\d)\d{0,2}(?:,\d{3})+(?!\d|,\d)")
_PARTED = re.compile(r",\d{3}")
# Small words that may have an ending or a prefix of old spelling, though none of its letters.
_ENDING = re.compile(
    r"(?<![\w-])(?:[а-яё]{2,20}(?:[ая]го|[ыи]я)(?:ся)?|(?:не)?(?:бе|во|и|ни|ра|чре)з[кпстфхцчшщ][а-яё]{2,20})(?![\w-])"
)
# Words that the exceptions list, and the old instrumental in -ию.
_LISTED = re.compile(rf"(?<![\w-])(?:(?:{STEM.pattern})[а-яё]{{0,12}}|[а-яё]{{3,24}}ию)(?![\w-])", re.IGNORECASE)

Change = tuple[int, int, str]
"""From where to where, in a word or a text, and what is to stand there; a `revision.Edit` without names, of which
there are too many to give them any."""
Changes = tuple[Change, ...]

_OLD, _UNKNOWN = Spelling.OLD, Spelling.UNKNOWN
# The changes of words met so far, of so many at most.
_met: dict[str, Changes] = {}
_MOST = 500_000
# Words are looked up in blocks of so many letters, which the processor has at hand all at once.
_BLOCK = 1 << 16


def modernised(text: str) -> Revision:
    """`text`, one line a paragraph, in modern spelling.

    Every word of an old passage is read by the rules, and `2,000` as 2 000. Elsewhere only words are that no modern
    text has: an old title in a modern essay, an old ending in an edition that gave up ѣ and ъ. In Ukrainian,
    Belarusian and Bulgarian passages none are. Passages too short to tell go with most of the text.
    """
    if not MARKED.search(text):
        return revise(text, _strange(text))
    lettered: list[str] = []
    changes: list[Change] = []
    for kind, start, end in _blocks(text):
        block = text[start:end]
        if kind is Spelling.OLD:
            block = same_length(block)
            changes.extend(_of_old(block, start))
        elif kind is not Spelling.FOREIGN:
            changes.extend(_of_modern(block, start))
        lettered.append(block)
    return revise("".join(lettered), changes)


def _strange(text: str) -> Iterator[Change]:
    """Edits of the words of a text without old letters that no modern text has."""
    found = {match.start(): match.group() for pattern in (_ENDING, _LISTED) for match in pattern.finditer(text)}
    for start in sorted(found):
        yield from ((start + first, start + past, new) for first, past, new in _if_strange(found[start]))


def _blocks(text: str) -> Iterator[tuple[Spelling, int, int]]:
    """Where `text` is spelt alike, in whole lines and no more of them than a block has."""
    start = at = 0
    before = Spelling.UNKNOWN
    for kind, size in _lines(text):
        if at > start and (kind is not before or at + size - start > _BLOCK):
            yield before, start, at
            start = at
        before = kind
        at += size
    yield before, start, at


def _lines(text: str) -> Iterator[tuple[Spelling, int]]:
    """How each line of `text` is spelt, and its length; those too short to tell go with most of the text."""
    kinds = of_lines(text)
    sizes = [len(line) + 1 for line in text.split("\n")]
    old = sum(size for size, kind in zip(sizes, kinds, strict=True) if kind is _OLD)
    settled = sum(size for size, kind in zip(sizes, kinds, strict=True) if kind is not _UNKNOWN)
    most = _OLD if 2 * old > settled else _UNKNOWN
    return zip((most if kind is _UNKNOWN else kind for kind in kinds), sizes, strict=True)


def _of_old(block: str, start: int) -> list[Change]:
    """The edits of `block`, in old spelling but for its letters, that begins at `start`."""
    words, starts = _words(block, start)
    found = [*map(_changes(set(words)).__getitem__, words)]
    for begun, new in genitives(block).items():
        place = bisect_left(starts, start + begun)
        found[place] = _differences(words[place], new)
    changes = _placed(starts, found)
    if not _PARTED.search(block):
        return changes
    figures = [(start + m.start(), start + m.end(), m.group().replace(",", " ")) for m in _THOUSANDS.finditer(block)]
    return sorted([*changes, *figures])


def _of_modern(block: str, start: int) -> list[Change]:
    """The edits of the words in old spelling of `block`, a modern passage that begins at `start`."""
    words, starts = _words(block, start)
    return _placed(starts, map(_if_old, words))


def _words(block: str, start: int) -> tuple[list[str], list[int]]:
    """The words of `block`, and where they begin in the text that has it at `start`."""
    pieces = _WORD.split(block)
    return pieces[1::2], [*accumulate(map(len, pieces), initial=start)][1::2]


def _placed(starts: list[int], found: Iterable[Changes]) -> list[Change]:
    """The changes `found` of words, where they are in the text that has the words at `starts`."""
    changed = ((at, of) for at, of in zip(starts, found, strict=False) if of)
    return [(at + first, at + past, new) for at, of in changed for first, past, new in of]


def _changes(words: set[str]) -> dict[str, Changes]:
    """The changes that make each of `words` modern, among those of words met before."""
    if len(_met) > _MOST:
        _met.clear()
    unseen = list(words.difference(_met))
    _met.update(zip(unseen, map(_differences, unseen, all_modern(unseen)), strict=True))
    return _met


@lru_cache(maxsize=500_000)
def _if_old(word: str) -> Changes:
    """The changes of a word of a modern passage: none where it has no mark of old spelling."""
    if MARKED.search(word):
        return _differences(word, modern(word))
    return _if_strange(word) if _ENDING.fullmatch(word) or _LISTED.fullmatch(word) else ()


@lru_cache(maxsize=100_000)
def _if_strange(word: str) -> Changes:
    """The changes of a word without old letters, where only its modern form is a word of today."""
    new = regular(word)
    strange = not (known(word) or known(word.lower())) or is_archaic(word)
    return _differences(word, new) if strange and known(new.lower()) else ()


def _differences(word: str, new: str) -> Changes:
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
