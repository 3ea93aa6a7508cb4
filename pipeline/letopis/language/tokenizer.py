"""Tokens as razdel cuts them, cut finer where figures, dashes and letters meet, by one expression in one pass.

razdel keeps `1920—22`, `3—3,5` and `1-го—3-го` whole; numerals and dates need their halves. It parts `О'Нил` and
`30-летний`, which are one word each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_MARK = r"\u0300-\u036f\u0483-\u0487\u00ad"  # stresses, titla, soft hyphens stand inside words
_LETTER = rf"[^\W\d_][{_MARK}]*"
_WORD = rf"(?:{_LETTER})++"
_ROMAN = r"[IVXLCDMІХѴ]++"
_FRACTION = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_ENDINGS = "ый ий ой ая яя ое ее ые ие ую юю ых их ым им ом ем ей ия ию ии ого его ому ему ыми ими"
_ADJECTIVAL = "|".join(f"(?<={ending})" for ending in _ENDINGS.split())
_MEASURED = "г|гг|год|лет|в|вв|р|руб|к|коп|пуд|дня|дни|май|мая|т|кг|км|см|шт|л|лл|д|стр"
_ASKING = (
    "Кто|Ког[оу]|Кому|Кем|Ком|Что|Чего|Чему|Ч[её]м|Ч[еь][йяюёи]|Чь(?:его|ему|ей|их)|Как[а-яё]*|Котор[а-яё]+|"
    "Где|Куда|Откуда|Когда|Почему|Отчего|Зачем|Сколько|Скольк[а-яё]+|То|Вс[её]|Так|Опять|Прямо"
)
"""Words that make one with `-то` (`Кто-то`); after others it is a particle (`Россию-то`)."""
_TOKEN = re.compile(
    rf"""
    (?:\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d) | \d{{4}}\.\d{{1,2}}\.\d{{1,2}}) (?!\.?\d)  # 10.08.1920
  | \d++-(?!(?:{_MEASURED})(?![а-яё]))[а-яё]{{1,3}}(?![а-яё-])                 # 5-ти, 1918-м but not 1812-год
  | \d++-[а-яё]++(?:-[а-яё]++)*+(?:{_ADJECTIVAL})                          # 30-летний
  | \d{{1,3}}(?:\.\d{{3}})++(?:,\d++)?(?!\d) | \d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?(?!\d)  # 2,600,000; 30.000
  | (?<!\d[.,])\d++[.,]\d++(?![.,]\d)                                    # 3,5 but not in 1,2,3
  | \d++[{_FRACTION}]?                                                    # 1920, 2½
  | [IVXLCDM]{{2,}}+(?=[а-яё])                                             # XVIIIв.
  | {_ROMAN}-[а-яё]{{1,3}}(?![а-яё-])                                       # XIX-го
  | {_ROMAN}(?![^\W\d_])(?!-(?!{_ROMAN}(?![^\W\d_]))[^\W\d_])              # XVIII-XIX
  | [А-ЯЁA-Z][А-ЯЁа-яёA-Za-z]{{0,4}}-\d++(?![^\W_])                        # Т-34
  | (?<=[^\W\d_])-с(?![^\W_]|-)                                            # the -с of «да-с»
  | (?<=[^\W\d_])-(?:то|таки)(?![^\W_]|-)                                  # the -то of «Россию-то»
  | (?!(?:{_ASKING})-)(?=[А-ЯЁІѢѲѴ]){_WORD}(?:[-‐‑'’](?!(?:с|то|таки)(?![^\W_]|-)){_WORD})*+
  | ҂?{_WORD}(?:[-‐‑'’](?!с(?![^\W_]|-)){_WORD})*+                         # Ростов-на-Дону, О'Нил
  | [.?!…]++ | --++ | \*++
  | \S
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The half-open bounds of the tokens of `text`; whitespace is not covered."""
    for token in _TOKEN.finditer(text):
        yield token.span()


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


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """For a pipeline's config: `{"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}}`."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register("letopis.Tokenizer.v1", func=create_tokenizer)


def cut(doc: Doc, places: Container[int]) -> Doc:
    """`doc`, fresh from its tokenizer, with each token that spans one of the character offsets `places` cut there."""
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        inner = [at for at in range(1, len(token)) if token.idx + at in places]
        words += [token.text[a:b] for a, b in pairwise([0, *inner, len(token)])]
        spaces += [*(False for _ in inner), bool(token.whitespace_)]
    return Doc(doc.vocab, words=words, spaces=spaces)
