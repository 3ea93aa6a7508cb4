"""The dictionary asked for words as they are printed, in old spelling or new."""

from __future__ import annotations

from functools import lru_cache

from letopis.sources.orthography.detect import MARKED
from letopis.sources.orthography.rules import regular
from letopis.sources.vocabulary import cost, known


def known_as_printed(word: str) -> bool:
    """Whether the dictionary has `word`, hyphens and all, or what it is in modern spelling."""
    return known(word) or (_old(word) and known(_modern(word)))


def cost_as_printed(word: str) -> float:
    """The cost of `word`, or of what it is in modern spelling."""
    return cost(_modern(word)) if _old(word) and not known(word) else cost(word)


def _old(word: str) -> bool:
    return MARKED.search(word) is not None or word.endswith(("аго", "яго", "ыя", "ъ"))


@lru_cache(maxsize=200_000)
def _modern(word: str) -> str:
    return "-".join(map(regular, word.split("-")))
