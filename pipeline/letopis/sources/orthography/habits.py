"""Habits of spelling that no rule of the reform touched: the spellings each may stand for, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letopis.sources.vocabulary import parts_of_speech

NOMINAL = frozenset({"ADJ", "DET", "NUM", "VERB", "PRON"})
"""What an ending of adjectives may end."""
_DOUBLE = re.compile(r"([бвгдзклмпрстфцч])\1")
_VOWEL = re.compile("[аеёиоуыэюя]")
_SWAPS = (
    ("цы", "ци"),
    ("ци", "цы"),
    ("шо", "шё"),
    ("жо", "жё"),
    ("чо", "чё"),
    ("що", "щё"),
    ("цо", "це"),
    ("ио", "йо"),
    ("ион", "ьон"),
    ("иа", "ья"),
    ("ие", "ье"),
    ("щик", "чик"),
    ("щик", "зчик"),
    ("щик", "счик"),
    ("рос", "рас"),
    ("роз", "раз"),
    ("роз", "рос"),
    ("дц", "тц"),
    ("тц", "дц"),
    ("йи", "и"),
)
# Consonants as they are heard: `празникъ`, `чесной`, `серце`, `лехко`, `салдацкій`, `конешно`.
_HEARD = (
    ("зн", "здн"),
    ("сн", "стн"),
    ("рц", "рдц"),
    ("нц", "лнц"),
    ("хк", "гк"),
    ("хч", "гч"),
    ("зк", "зск"),
    ("цк", "тск"),
    ("цк", "дск"),
    ("шн", "чн"),
    ("тц", "тс"),
    ("шаст", "счаст"),
    ("ск", "зк"),
    ("ск", "сск"),
    ("сщ", "сч"),
)
# Endings of adjectives as they are heard: `шестова числа`.
_GENITIVES = (("ова", "ого"), ("ево", "его"), ("ева", "его"), ("ово", "ого"))
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_MAY_SOFTEN = re.compile(rf"(?<=[лнстздрмбвч])(?=[{_CONSONANTS}])")
_IDLE_SOFT = re.compile(rf"ь(?=[{_CONSONANTS}])")
_MAY_DOUBLE = re.compile(r"(?<=[аеиоуыэюя])[клмнпрстфц](?=[аеиоуыэюякс])")
_STARTS = (("щ", "сч"), ("е", "э"), ("э", "е"), ("зд", "сд"), ("зб", "сб"), ("зг", "сг"), ("щ", "ш"))


def doubles(word: str) -> Iterator[str]:
    """One letter for two where the dictionary has it so: `комиссия`; not in an abbreviated plural (`тт.`)."""
    if not _VOWEL.search(word):
        return
    single = [word[: m.start()] + word[m.start() + 1 :] for m in _DOUBLE.finditer(word)]
    yield from single
    if len(single) > 1:
        yield _DOUBLE.sub(r"\1", word)


def swaps(word: str) -> Iterator[str]:
    """Letters that the norm has since changed, where the dictionary has the word so."""
    for old, new in _SWAPS:
        at = word.find(old)
        if at >= 0:
            yield word[:at] + new + word[at + len(old) :]
    for old, new in _STARTS:
        if word.startswith(old):
            yield new + word[len(old) :]


def softs(word: str) -> Iterator[str]:
    """ь put in or left out before a consonant: `писмо`, `болше`, `бочьки`."""
    yield from (f"{word[: m.start()]}ь{word[m.start() :]}" for m in _MAY_SOFTEN.finditer(word))
    yield from (word[: m.start()] + word[m.end() :] for m in _IDLE_SOFT.finditer(word))


def heard(word: str) -> Iterator[str]:
    """Consonants and endings written as they are heard."""
    for old, new in _HEARD:
        at = word.find(old)
        if at >= 0:
            yield word[:at] + new + word[at + len(old) :]
    for old, new in _GENITIVES:
        if word.endswith(old) and parts_of_speech(word[: -len(old)] + new) & NOMINAL:
            yield word[: -len(old)] + new


def singles(word: str) -> Iterator[str]:
    """Two letters for one where the dictionary has it so: `комисія`, `россійскій`."""
    yield from (word[: m.end()] + word[m.start() :] for m in _MAY_DOUBLE.finditer(word))
