"""razdel's tokens as spaCy's, cut finer where figures, dashes and letters meet.

razdel keeps `1920—22`, `3—3,5` and `1-го—3-го` whole; numerals and dates need their halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from razdel import tokenize
from spacy.tokens import Doc
from spacy.vocab import Vocab

_NUMBER = r"\d+(?:[.,:]\d+)*[½¼¾⅓⅔⅛⅜⅝⅞]?"
_PIECE = re.compile(
    rf"{_NUMBER}-[а-яё]{{1,3}}(?![а-яё])"  # 5-ти, 1918-м, 1240-х
    rf"|{_NUMBER}"
    r"|[IVXLCDMІХѴ]+(?:-[а-яё]{1,3}(?![а-яё]))?(?![^\W\d_])"  # XVIII, XIX-го
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*"
    r"|\S"
)
_CUT = re.compile(r"\d.*[—–−\-/]|[—–−/].*\d|\d[^\W\d_]|[^\W\d_]\d|[IVXLCDM]+[—–/-][IVXLCDM\d]+|\d[.,]$|[½¼¾⅓⅔⅛⅜⅝⅞]")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The half-open bounds of the tokens of `text`; whitespace is not covered."""
    for token in tokenize(text):
        if _CUT.search(token.text):
            for piece in _PIECE.finditer(token.text):
                yield token.start + piece.start(), token.start + piece.end()
        else:
            yield token.start, token.stop


class Tokenizer:
    """A spaCy tokenizer: text in, `Doc` out. Whitespace other than one blank becomes a token of its own."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for start, stop in pieces(text):
            self._gap(text[end:start], words, spaces)
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
        self._gap(text[end:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    @staticmethod
    def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learnt, so nothing is stored."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> Tokenizer:
        """The inverse of `to_bytes`."""
        return self

    def to_disk(self, _: Path | str, **__: Any) -> None:
        """Nothing is learnt, so nothing is stored."""

    def from_disk(self, _: Path | str, **__: Any) -> Tokenizer:
        """The inverse of `to_disk`."""
        return self
