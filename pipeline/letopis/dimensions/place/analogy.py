"""What settlements are called: by name, and how many have an ending where several may stand.

`toponyms.txt` has the names. Of the nominatives that a form may have (`под Ермолаевом`: Ермолаево, Ермолаев), the one
whose ending more of these names have after the same letters is the likelier, the more letters the better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import log

from letopis.dimensions.place.atlas import fold

_LONGEST, _FEWEST, _LETTERS = 9, 2, 4
_TRUST, _UNSEEN = 4.0, 0.05
EVEN = log(0.3)
"""A share that tells nothing."""


@cache
def _names() -> frozenset[str]:
    text = files("letopis.dimensions.place").joinpath("toponyms.txt").read_text("utf-8")
    return frozenset(fold(line) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _endings() -> Counter[str]:
    """How many names end so, by the last letters."""
    return Counter(name[-n:] for name in _names() for n in range(1, min(_LONGEST, len(name)) + 1))


def is_settlement(name: str) -> bool:
    """Whether a settlement is called `name` (a nominative)."""
    return fold(name) in _names()


def shares(nominatives: Iterable[str]) -> dict[str, float]:
    """The logarithm of the share of names with its ending for each of the nominatives that one form may have."""
    folded = {one: fold(one) for one in nominatives}
    stem = _common_beginning(list(folded.values()))
    if len(folded) == 1 or not stem:
        return dict.fromkeys(folded, 0.0)
    endings = _endings()
    share = dict.fromkeys(folded, 1.0 / len(folded))
    for letters in range(_FEWEST, min(_LETTERS, len(stem)) + 1):
        counts = {one: endings[name[len(stem) - letters :]] for one, name in folded.items()}
        total = sum(counts.values()) + _TRUST
        share = {one: (counts[one] + _TRUST * share[one]) / total for one in folded}
    return {one: log(part + _UNSEEN) for one, part in share.items()}


def _common_beginning(words: list[str]) -> str:
    """The letters with which all of the words begin."""
    if not words:
        return ""
    shortest = min(words, key=len)
    same = next((n for n, letter in enumerate(shortest) if any(word[n] != letter for word in words)), len(shortest))
    return shortest[:same]
