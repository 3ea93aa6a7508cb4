"""Which passages are in old Russian spelling, and which are not Russian at all."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from functools import lru_cache

from letopis.sources.characters import CYRILLIC

_WORD = re.compile(rf"[{CYRILLIC}]+")
# What only old spelling has: ѣ, ѳ, ѵ and the church letters; ъ at a word's end; і before a vowel.
MARKED = re.compile(
    r"[ѣѳѵѷѡѧѫѯѱѕꙋѹђѢѲѴѶѠѦѪѮѰЅꙊѸЂ\u0483]|[бвгджзклмнпрстфхцчшщ]ъ(?![а-яёіѣѳѵ])|і[аеиоуыэюяйѣѳѵъ]",
    re.IGNORECASE,
)
# Ukrainian and Belarusian: ї, є, ґ, ў; і before a consonant or at a word's end, where old Russian had it in
# `міръ` alone.
_EASTERN = re.compile(r"[їєґў]|і(?=[бвгджзклмнпрстфхцчшщ]|$)", re.IGNORECASE)
_MIR = re.compile(r"мір|^(?:іс|іис)|ъ$", re.IGNORECASE)
# Bulgarian: ъ as a vowel between consonants, the article, and words Russian has not.
_BULGARIAN = re.compile(
    r"[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]|^(?:съм|със|беше|бяха|сме|ще|който|която|което|които|тази|това)$",
    re.IGNORECASE,
)
# Compounds whose first part keeps its old ъ: `контръадмиралъ`, `объ-` and numerals.
_PREFIXED = re.compile(
    r"^(?:контръ|трехъ|двухъ|четырехъ|объ|отъ|подъ|предъ|изъ|безъ|надъ|сверхъ|межъ|съ)", re.IGNORECASE
)

_OLD_SHARE = 0.03
_FOREIGN_SHARE = 0.04
# A passage of fewer words may have no mark by chance; it goes with the document.
_SHORT = 8


class Spelling(Enum):
    """How a passage is spelt."""

    OLD = "old"
    MODERN = "modern"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


def spelling(passage: str) -> Spelling:
    """How `passage`, a paragraph, is spelt; `UNKNOWN` where it is too short to tell."""
    words = _WORD.findall(passage)
    if not words:
        return Spelling.UNKNOWN
    signs = Counter(map(_signs, words))
    eastern, bulgarian, marks = (sum(times for found, times in signs.items() if found[i]) for i in range(3))
    if (_foreign(eastern, len(words)) and eastern > marks / 3) or _foreign(bulgarian, len(words)):
        return Spelling.FOREIGN
    if marks and marks >= _OLD_SHARE * len(words):
        return Spelling.OLD
    return Spelling.UNKNOWN if len(words) < _SHORT else Spelling.MODERN


@lru_cache(maxsize=500_000)
def _signs(word: str) -> tuple[bool, bool, bool]:
    """Whether `word` has what only Ukrainian and Belarusian, only Bulgarian, only old Russian spelling has."""
    eastern = _EASTERN.search(word) is not None and not _MIR.search(word)
    bulgarian = _BULGARIAN.search(word) is not None and not _PREFIXED.match(word)
    return eastern, bulgarian, MARKED.search(word) is not None


def _foreign(marks: int, words: int) -> bool:
    return marks > 1 and marks >= _FOREIGN_SHARE * words
