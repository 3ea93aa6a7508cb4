"""Which passages are in old Russian spelling, and which are not Russian at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import islice

from letopis.sources.characters import CYRILLIC

_WORD = re.compile(rf"[{CYRILLIC}]+")
# What only old spelling has: ѣ, ѳ, ѵ and the church letters; ъ at a word's end; і before a vowel. The patterns begin
# with one set of letters, so that most of a text is passed over at once.
MARKED = re.compile(
    r"[ѣѳѵѷѡѧѫѯѱѕꙋѹђ\u0483ъі]"
    r"(?:(?<![ъі])|(?<=[бвгджзклмнпрстфхцчшщ]ъ)(?![а-яёіѣѳѵ])|(?<=і)(?=[аеиоуыэюяйѣѳѵъ]))",
    re.IGNORECASE,
)
# The patterns below are for small letters. Those for texts begin with letters that are sought at once.
_MARKED_WORD = re.compile(rf"{MARKED.pattern}(?<!\u0483)[{CYRILLIC}]*")
# Ukrainian and Belarusian: ї, є, ґ, ў; і before a consonant or at a word's end, where old Russian had it in
# `міръ` alone.
_EASTERN_LETTERS = "їєґў"
_EASTERN_I = re.compile(rf"і(?:(?=[бвгджзклмнпрстфхцчшщ])|(?![{CYRILLIC}]))")
_MIR = re.compile(r"мір|^(?:іс|іис)|ъ$")
# Bulgarian: ъ as a vowel between consonants, the article, and words Russian has not.
_BULGARIAN = re.compile(r"ъ(?<=[бвгджзклмнпрстфхцчшщ]ъ)(?=[бвгджзклмнпрстфхцчшщ])")
_BULGARIAN_WORDS = ("беше", "бяха", "ко(?:ето|ито|йто|ято)", "сме", "съм", "със", "тази", "това", "ще")
_BULGARIAN_WORD = re.compile("|".join(_BULGARIAN_WORDS))
_FOREIGN_SIGNS = (
    *map(re.compile, _EASTERN_LETTERS),
    _EASTERN_I,
    _BULGARIAN,
    *(
        re.compile(rf"{word[:2]}(?<![{CYRILLIC}]{word[:2]}){word[2:]}(?![{CYRILLIC}])")
        for word in _BULGARIAN_WORDS
        if not _BULGARIAN.search(word)
    ),
)
# Compounds whose first part keeps its old ъ: `контръадмиралъ`, `объ-` and numerals.
_PREFIXED = re.compile(r"^(?:контръ|трехъ|двухъ|четырехъ|объ|отъ|подъ|предъ|изъ|безъ|надъ|сверхъ|межъ|съ)")

_OLD_SHARE = 0.03
_FOREIGN_SHARE = 0.04
# A passage of fewer words may have no mark by chance; it goes with the document.
_SHORT = 8
# Of so many letters in old spelling a marked word is almost sure to be.
_WINDOW = 35


class Spelling(Enum):
    """How a passage is spelt."""

    OLD = "old"
    MODERN = "modern"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


# Each line is asked for these, and an enumeration is slow to give them.
_OLD, _MODERN, _UNKNOWN = Spelling.OLD, Spelling.MODERN, Spelling.UNKNOWN


def spelling(passage: str) -> Spelling:
    """How `passage`, a paragraph, is spelt; `UNKNOWN` where it is too short to tell."""
    words = _WORD.findall(passage)
    if not words:
        return Spelling.UNKNOWN
    eastern, bulgarian = sum(map(_is_eastern, words)), sum(map(_is_bulgarian, words))
    marks = sum(map(_is_marked, words))
    if (_foreign(eastern, len(words)) and eastern > marks / 3) or _foreign(bulgarian, len(words)):
        return Spelling.FOREIGN
    if marks and marks >= _OLD_SHARE * len(words):
        return Spelling.OLD
    return Spelling.UNKNOWN if len(words) < _SHORT else Spelling.MODERN


def of_lines(text: str) -> list[Spelling]:
    """How each line of `text` is spelt.

    All words are counted only of lines that have a sign of another language, and where the first words do not tell.
    """
    small = text.lower()
    lines = small.split("\n")
    kinds = [_soon_told(line) if line else _UNKNOWN for line in lines]
    for number in set(_perhaps_foreign(small)):
        kinds[number] = None
    return [kind or spelling(line) for kind, line in zip(kinds, lines, strict=True)]


def _soon_told(line: str) -> Spelling | None:
    """How `line`, Russian in small letters, is spelt, if its first words have marks enough for all or it has none."""
    if not _MARKED_WORD.search(line):
        return _MODERN if len([*islice(_WORD.finditer(line), _SHORT)]) == _SHORT else _UNKNOWN
    enough = int(_OLD_SHARE * (len(line) // 2 + 1)) + 1
    window = _WINDOW * enough
    # A word that the window's end cuts through may seem to be marked.
    if enough == 1 or len(_MARKED_WORD.findall(line, 0, window)) >= enough + (window < len(line)):
        return _OLD
    return None


def _perhaps_foreign(text: str) -> Iterator[int]:
    """The numbers of the lines of `text`, in small letters, that have a sign of another language."""
    for pattern in _FOREIGN_SIGNS:
        number = at = 0
        while found := pattern.search(text, at):
            number += text.count("\n", at, found.start())
            yield number
            end = text.find("\n", found.start())
            if end < 0:
                break
            at = end


@lru_cache(maxsize=100_000)
def _is_eastern(word: str) -> bool:
    small = word.lower()
    eastern = _EASTERN_I.search(small) or any(letter in small for letter in _EASTERN_LETTERS)
    return bool(eastern) and not _MIR.search(small)


@lru_cache(maxsize=100_000)
def _is_bulgarian(word: str) -> bool:
    small = word.lower()
    return _BULGARIAN_WORD.fullmatch(small) is not None or (
        _BULGARIAN.search(small) is not None and not _PREFIXED.match(small)
    )


@lru_cache(maxsize=100_000)
def _is_marked(word: str) -> bool:
    return MARKED.search(word) is not None


def _foreign(marks: int, words: int) -> bool:
    return marks > 1 and marks >= _FOREIGN_SHARE * words
