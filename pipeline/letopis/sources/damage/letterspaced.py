"""Emphasis by letter-spacing (`с о в е т с к и й`), closed up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.printed import cost_as_printed as cost
from letopis.sources.orthography.printed import known_as_printed as known
from letopis.sources.revision import Edit
from letopis.sources.vocabulary import RARE

_RUN = re.compile(rf"(?<![\w-])[{CYRILLIC}](?: [{CYRILLIC}]){{2,79}}(?![\w-])")
_YEAR = re.compile(r"(?<![\w-])1 \d \d \d(?= г(?:г?\.|ода?|оду)(?!\w))")
_LONGEST = 24
# Words of one letter, in old spelling and new.
_WORDS_OF_ONE = frozenset("авикосуяѣі")
_USUAL = 13.0
# What words of few letters may cost at most.
_DEAREST = {1: RARE - 9, 2: RARE - 5, 3: RARE - 3}


def letterspaced(text: str) -> Iterator[Edit]:
    """Edits that delete the spaces inside letter-spaced words; wider spaces part the words.

    Where one space parts both letters and words, the dictionary finds the words; letters that make
    none stay apart when all are capitals (they may be labels) and are closed up as a name otherwise.
    """
    found = [*_RUN.finditer(text), *_YEAR.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        letters = match.group()[::2]
        at = match.start()
        ends = {len(letters)} if letters.isdigit() else _word_ends(letters)
        if text[match.end() : match.end() + 1] == "." and ends == {len(letters)} and _is_cut_short(letters):
            ends = {len(letters) - 1, len(letters)}
        for i in range(1, len(letters)):
            if ends and i not in ends:
                yield Edit(at + 2 * i - 1, at + 2 * i, "")


def _is_cut_short(letters: str) -> bool:
    """Whether the run's last letter, with the full stop after it, is a word cut short (`п о с л а н н и к г.`)."""
    return not known(letters.lower()) and (known(letters[:-1]) or known(letters[:-1].lower()))


def _word_ends(letters: str) -> set[int]:
    """Where words of the run `letters` end; empty where it is no letter-spaced text."""
    if len(letters) == 3 and not _is_short_word(letters):
        return set()
    if known(letters) or known(letters.lower()):
        return {len(letters)}
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(letters) + 1):
        best.append(
            min((best[start][0] + _cost(letters[start:end]), start) for start in range(max(0, end - _LONGEST), end))
        )
    if math.isinf(best[-1][0]):
        return set() if letters.isupper() or len(letters) < 5 else {len(letters)}
    ends: set[int] = set()
    at = len(letters)
    while at:
        ends.add(at)
        at = best[at][1]
    short = any(b - a < 3 for a, b in pairwise([0, *sorted(ends)]))
    return set() if letters.isupper() and short else ends


def _is_short_word(letters: str) -> bool:
    """Whether three letters are one usual word (`м а я`, `т р и`), and not all of them words by themselves."""
    return letters[1:].islower() and cost(letters.lower()) < _USUAL and not _WORDS_OF_ONE.issuperset(letters.lower())


def _cost(word: str) -> float:
    """The cost of `word`; the shorter it is, the commoner it must be to count as a word at all."""
    price = cost(word if known(word) else word.lower())
    return math.inf if price > _DEAREST.get(len(word), RARE) else price
