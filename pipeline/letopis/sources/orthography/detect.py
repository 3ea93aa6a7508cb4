"""Which passages are in old Russian spelling, and which are not Russian at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import pairwise

from letopis.sources.characters import CYRILLIC

_WORD = re.compile(rf"[{CYRILLIC}]+")
# What only old spelling has: ѣ, ѳ, ѵ and the church letters; ъ at a word's end; і before a vowel. The patterns begin
# with one set of letters, so that most of a text is passed over at once.
MARKED = re.compile(
    r"[ѣѳѵѷѡѧѫѯѱѕꙋѹђ\u0483ъі]"
    r"(?:(?<![ъі])|(?<=[бвгджзклмнпрстфхцчшщ]ъ)(?![а-яёіѣѳѵ])|(?<=і)(?=[аеиоуыэюяйѣѳѵъ]))",
    re.IGNORECASE,
)
# Of the patterns below each is looked for in small words, a line each.
_OLD = re.compile(MARKED.pattern)
# Ukrainian and Belarusian: ї, є, ґ, ў; і before a consonant or at a word's end, where old Russian had it in
# `міръ` alone.
_EASTERN = re.compile(r"[їєґўі](?:(?<!і)|(?![^бвгджзклмнпрстфхцчшщ\n]))")
_MIR = re.compile(r"мір|^(?:іс|іис)|ъ$")
# Bulgarian: ъ as a vowel between consonants, the article, and words Russian has not.
_BULGARIAN = re.compile(r"ъ(?<=[бвгджзклмнпрстфхцчшщ]ъ)(?=[бвгджзклмнпрстфхцчшщ])")
_BULGARIAN_WORDS = frozenset(
    ("съм", "със", "беше", "бяха", "сме", "ще", "който", "която", "което", "които", "тази", "това")
)
# Compounds whose first part keeps its old ъ: `контръадмиралъ`, `объ-` and numerals.
_PREFIXED = re.compile(r"^(?:контръ|трехъ|двухъ|четырехъ|объ|отъ|подъ|предъ|изъ|безъ|надъ|сверхъ|межъ|съ)")

_OLD_SHARE = 0.03
_FOREIGN_SHARE = 0.04
# A passage of fewer words may have no mark by chance; it goes with the document.
_SHORT = 8
_WORD_SIGN, _EASTERN_SIGN, _BULGARIAN_SIGN = 1 << 120, 1 << 80, 1 << 40
# The signs of tokens met so far, of so many at most.
_met: dict[str, int] = {}
_MOST = 500_000


class Spelling(Enum):
    """How a passage is spelt."""

    OLD = "old"
    MODERN = "modern"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


def spelling(passage: str) -> Spelling:
    """How `passage`, a paragraph, is spelt; `UNKNOWN` where it is too short to tell."""
    words = _WORD.findall(passage)
    return of_lines(words, (len(words),))[0]


def of_lines(tokens: Sequence[str], ends: Iterable[int]) -> list[Spelling]:
    """How each line is spelt of a text cut into `tokens`, `ends` being the places past each line's last token.

    Tokens are words, figures and line breaks.
    """
    signs = [*map(_signs(tokens).__getitem__, tokens)]
    return [_judged(sum(signs[first:past])) for first, past in pairwise((0, *ends))]


def _judged(signs: int) -> Spelling:
    """How a passage is spelt whose words' `_signs` have this sum."""
    words, signs = divmod(signs, _WORD_SIGN)
    eastern, signs = divmod(signs, _EASTERN_SIGN)
    bulgarian, marks = divmod(signs, _BULGARIAN_SIGN)
    if not words:
        return Spelling.UNKNOWN
    if (_foreign(eastern, words) and eastern > marks / 3) or _foreign(bulgarian, words):
        return Spelling.FOREIGN
    if marks and marks >= _OLD_SHARE * words:
        return Spelling.OLD
    return Spelling.UNKNOWN if words < _SHORT else Spelling.MODERN


def _signs(tokens: Iterable[str]) -> dict[str, int]:
    """What each of `tokens` counts for, among those met before.

    A word counts as one, and as one that only Ukrainian, Bulgarian, old Russian spelling has: four ones in bits so
    far apart that a sum of many words' numbers counts each.
    """
    tokens = set(tokens)
    if len(_met) + len(tokens) > _MOST:
        _met.clear()
    _met["\n"] = 0
    unseen = list(tokens.difference(_met))
    if not unseen:
        return _met
    small = "\n".join(unseen).lower()
    shown = (pattern.sub("#", small).split("\n") for pattern in (_EASTERN, _BULGARIAN, _OLD))
    for token, word, eastern, bulgarian, old in zip(unseen, small.split("\n"), *shown, strict=True):
        signs = _WORD_SIGN if word[0] > "9" else 0
        if "#" in eastern and not _MIR.search(word):
            signs += _EASTERN_SIGN
        if word in _BULGARIAN_WORDS or ("#" in bulgarian and not _PREFIXED.match(word)):
            signs += _BULGARIAN_SIGN
        if "#" in old:
            signs += 1
        _met[token] = signs
    return _met


def _foreign(marks: int, words: int) -> bool:
    return marks > 1 and marks >= _FOREIGN_SHARE * words
