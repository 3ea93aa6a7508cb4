"""Words cut into the pieces of a SentencePiece unigram vocabulary: the likeliest cut, word by word.

A piece that begins with `▁` stands after whitespace. Words are cut one at a time, so that no piece runs over two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

SPACE = "▁"
_UNKNOWN = 10.0
"""How much worse than the rarest piece an unknown character is, as SentencePiece has it."""
_LONGEST = 400
"""Characters of a word that are read; the rest of a longer one is passed over."""


class Pieces:
    """A vocabulary: each piece's number and the logarithm of its probability."""

    def __init__(self, scores: Mapping[str, tuple[int, float]], unknown: int) -> None:
        self._scores = scores
        self._unknown = unknown
        self._longest = max(map(len, scores))
        self._worst = min(score for _, score in scores.values()) - _UNKNOWN
        self.cut = lru_cache(maxsize=1 << 17)(self._cut)

    def _cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The numbers of the pieces of `word`, at least one; `spaced` where whitespace stands before it."""
        text = (SPACE if spaced else "") + unicodedata.normalize("NFKC", word)[:_LONGEST].replace(" ", SPACE)
        best: list[tuple[float, int, int]] = [(0.0, 0, -1)]
        for end in range(1, len(text) + 1):
            score, start, piece = best[end - 1][0] + self._worst, end - 1, self._unknown
            for first in range(max(0, end - self._longest), end):
                found = self._scores.get(text[first:end])
                if found is not None and best[first][0] + found[1] > score:
                    score, start, piece = best[first][0] + found[1], first, found[0]
            best.append((score, start, piece))
        out: list[int] = []
        end = len(text)
        while end:
            _, start, piece = best[end]
            if not (piece == self._unknown and out and out[-1] == piece):
                out.append(piece)
            end = start
        return tuple(reversed(out)) or (self._unknown,)
