"""Words that stray spaces cut (`персид ский`, `г ода`), joined again in texts that show such damage."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from letopis.sources.characters import CYRILLIC
from letopis.sources.revision import Edit
from letopis.sources.vocabulary import cost, known, parts_of_speech

_DATA = tomllib.loads(files("letopis.sources.damage").joinpath("spacing.toml").read_text(encoding="utf-8"))
_BEFORE = frozenset(_DATA["before"])
_PARTICLES = frozenset(_DATA["particles"])
_LONE = frozenset(_DATA["lone"])

_WORD = re.compile(rf"[{CYRILLIC}]+")
# Words with one space between them and nothing else: only such can be pieces of one.
_CHAIN = re.compile(rf"(?<![\w-])[{CYRILLIC}]+(?: [{CYRILLIC}]+)+(?![\w-])")

# The most pieces one word is taken to be cut into, and the longest word made of them.
_PIECES = 5
_LONGEST = 30
# In nats: what a cut costs, what a space between words costs where one word in four is cut.
_CUT = 1.5
_SPACE = 0.3
# What the whole must gain over its pieces where each of these is a word itself.
_MARGIN = 3.0
_LONE_MARGIN = 6.0
# A word above this cost (about one in 160,000) is not common.
_COMMON = 12.0
# A text is damaged where at least this many pairs, and this share of words, are cut beyond doubt.
_CUTS = 3
_SHARE = 0.015
_SAMPLE = 200_000


def damaged(text: str) -> bool:
    """Whether stray spaces cut words in `text`: enough pairs are no words apart and a word together."""
    words = cuts = 0
    for chain in _CHAIN.finditer(text, 0, min(len(text), _SAMPLE)):
        pieces = chain.group().split(" ")
        words += len(pieces)
        cuts += sum(_certain(a, b) for a, b in pairwise(pieces))
    return cuts >= _CUTS and cuts >= _SHARE * words


def joined(text: str) -> Iterator[Edit]:
    """Edits that delete stray spaces inside words; for damaged texts only."""
    for chain in _CHAIN.finditer(text):
        at = chain.start()
        pieces = chain.group().split(" ")
        sizes = _groups(pieces)
        taken = 0
        for size in sizes:
            for i in range(taken, taken + size):
                at += len(pieces[i])
                if i + 1 < taken + size:
                    yield Edit(at, at + 1, "")
                at += 1
            taken += size


def _certain(a: str, b: str) -> bool:
    """Whether `a b` can be nothing but one word: `b` begins small, and one of the two is no word."""
    if not b[0].islower() or (known(a) and known(b)) or len(a) + len(b) < 4:
        return False
    return known(a + b)


def _groups(pieces: list[str]) -> list[int]:
    """How many `pieces` make each word, in order: the cheapest reading of the chain."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        options = []
        for size in range(1, min(_PIECES, end) + 1):
            group = tuple(pieces[end - size : end])
            if size > 1 and (not group[1][0].islower() or sum(map(len, group)) > _LONGEST):
                break
            options.append((best[end - size][0] + _price(group), size))
        best.append(min(options))
    sizes: list[int] = []
    end = len(pieces)
    while end:
        sizes.append(best[end][1])
        end -= best[end][1]
    return sizes[::-1]


@lru_cache(maxsize=100_000)
def _price(group: tuple[str, ...]) -> float:
    """The cost of reading `group` as one word; infinite where it may not be read so."""
    if len(group) == 1:
        return _word_cost(group[0]) + _SPACE
    whole = "".join(group)
    if any(not piece.islower() for piece in group[1:]) and not whole.isupper():
        return math.inf
    strange = [piece for piece in group if not known(piece)]
    if not known(whole):
        # A name or a rare word: only what is no word by itself is surely a piece of one.
        small = [piece for piece in strange if piece.islower()]
        allowed = (
            bool(small)
            and len(whole) <= 16
            and len(group) == 2
            and not (known(group[0]) and len(group[0]) < 3)
        )
        return _word_cost(whole) + _CUT if allowed else math.inf
    price = _word_cost(whole) + _CUT * (len(group) - 1)
    if not strange:
        if _by_right(group):
            return math.inf
        apart = sum(_word_cost(piece) + _SPACE for piece in group)
        if apart - price < (_LONE_MARGIN if _LONE.intersection(group) else _MARGIN):
            return math.inf
    return price


def _by_right(group: tuple[str, ...]) -> bool:
    """Whether the pieces, all words, stand side by side by the rules of the language."""
    if len(group) != 2:
        return False
    first, second = group[0].lower(), group[1]
    if first in _PARTICLES and "ADP" in parts_of_speech(second):
        return True
    if first not in _BEFORE or cost(second) > _COMMON:
        return False
    governed = {"NOUN", "PROPN", "ADJ", "PRON", "DET", "NUM"}
    return "ADP" not in parts_of_speech(first) or bool(governed & parts_of_speech(second))


def _word_cost(word: str) -> float:
    """The cost of `word`; one that the dictionary has not costs by its length, a name less than a common word."""
    price = cost(word)
    if not math.isinf(price):
        return price
    return 14.0 + len(word) if word[0].isupper() else 18.0 + 1.5 * len(word)
