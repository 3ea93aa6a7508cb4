"""Edits that write a text's old words in modern spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise, repeat
from operator import itemgetter

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.detect import MARKED, Spelling, of_lines
from letopis.sources.orthography.genitives import genitives
from letopis.sources.orthography.rules import STEM, all_modern, is_archaic, regular
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
# What a text is cut into: words, figures and line breaks.
_TOKEN = re.compile(rf"({_WORD.pattern}|{_THOUSANDS.pattern}|\n)")

Change = tuple[int, int, str]
"""From where to where, in a word or a text, and what is to stand there; a `revision.Edit` without names, of which
there are too many to give them any."""
Changes = tuple[Change, ...]

# The changes of tokens met so far, of so many at most.
_met: dict[str, Changes] = {}
_MOST = 500_000


def modernised(text: str) -> Iterator[Change]:
    """Edits that write `text`, one line a paragraph, in modern spelling.

    Every word of an old passage is read by the rules, and `2,000` as 2 000. Elsewhere only words are that no modern
    text has: an old title in a modern essay, an old ending in an edition that gave up ѣ and ъ. In Ukrainian,
    Belarusian and Bulgarian passages none are. Passages too short to tell go with most of the text.
    """
    yield from _in_text(text) if MARKED.search(text) else _strange(text)


def _strange(text: str) -> Iterator[Change]:
    """Edits of the words of a text without old letters that no modern text has."""
    found = {match.start(): match.group() for pattern in (_ENDING, _LISTED) for match in pattern.finditer(text)}
    for start in sorted(found):
        yield from ((start + first, start + past, new) for first, past, new in _if_strange(found[start]))


def _in_text(text: str) -> Iterator[Change]:
    """Edits of a text with old letters, its passages told apart; what changes a word is found once for all of them."""
    pieces = _TOKEN.split(text)
    tokens = pieces[1::2]
    starts = [*accumulate(map(len, pieces), initial=0)][1::2]
    found: list[Changes] = []
    for kind, first, past in _passages(tokens, starts):
        passage = tokens[first:past]
        if kind is Spelling.OLD:
            found.extend(map(_changes(passage).__getitem__, passage))
            for begun, new in genitives(text[starts[first] : starts[past]]).items():
                place = bisect_left(starts, starts[first] + begun)
                found[place] = _differences(tokens[place], new)
        elif kind is Spelling.FOREIGN:
            found.extend(repeat((), len(passage)))
        else:
            found.extend(map(_if_old, passage))
    changed = filter(itemgetter(1), zip(starts, found, strict=False))
    yield from ((begun + start, begun + end, new) for begun, changes in changed for start, end, new in changes)


def _passages(tokens: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[Spelling, int, int]]:
    """The stretches of lines spelt alike, each with its first token and the one past it.

    `starts` are the tokens' places in the text, and its end. Lines too short to tell go with most of the text.
    """
    ends = [*(place + 1 for place, token in enumerate(tokens) if token == "\n"), len(tokens)]
    kinds = of_lines(tokens, ends)
    sizes = [starts[past] - starts[first] for first, past in pairwise((0, *ends))]
    old = sum(size for size, kind in zip(sizes, kinds, strict=True) if kind is Spelling.OLD)
    settled = sum(size for size, kind in zip(sizes, kinds, strict=True) if kind is not Spelling.UNKNOWN)
    if 2 * old > settled:
        kinds = [Spelling.OLD if kind is Spelling.UNKNOWN else kind for kind in kinds]
    first = 0
    for kind, lines in groupby(zip(kinds, ends, strict=True), key=itemgetter(0)):
        *_, (_, past) = lines
        yield kind, first, past
        first = past


@lru_cache(maxsize=500_000)
def _if_old(word: str) -> Changes:
    """The changes of a word of a modern passage: none where it has no mark of old spelling."""
    if MARKED.search(word):
        return _changes((word,))[word]
    return _if_strange(word) if _ENDING.fullmatch(word) or _LISTED.fullmatch(word) else ()


@lru_cache(maxsize=100_000)
def _if_strange(word: str) -> Changes:
    """The changes of a word without old letters, where only its modern form is a word of today."""
    new = regular(word)
    strange = not (known(word) or known(word.lower())) or is_archaic(word)
    return _differences(word, new) if strange and known(new.lower()) else ()


def _changes(tokens: Iterable[str]) -> dict[str, Changes]:
    """The changes that make each of `tokens` modern, among those of tokens met before."""
    tokens = set(tokens)
    unseen = tokens.difference(_met)
    if len(_met) + len(unseen) > _MOST:
        _met.clear()
        unseen = tokens
    figures = {token for token in unseen if "," in token}
    _met.update((figure, ((0, len(figure), figure.replace(",", " ")),)) for figure in figures)
    _met.update((word, _differences(word, new)) for word, new in all_modern(unseen - figures - {"\n"}))
    _met["\n"] = ()
    return _met


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
