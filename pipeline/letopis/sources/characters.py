"""Characters that stand for others: odd spaces, stress marks, decomposed letters, Latin look-alikes, Roman figures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files

from letopis.sources.revision import Edit
from letopis.sources.vocabulary import known

_DATA = tomllib.loads(files("letopis.sources").joinpath("characters.toml").read_text(encoding="utf-8"))
_COMPOSED: dict[str, str] = _DATA["composed"]
_LOOKALIKE = str.maketrans(_DATA["lookalike"])
_ALONE: dict[str, str] = _DATA["alone"]
_ROMAN: dict[str, str] = _DATA["roman"]
_ONE_FOR_ONE: dict[str, str] = (
    dict.fromkeys(_DATA["spaces"], " ") | dict.fromkeys(_DATA["breaks"], "\n") | dict.fromkeys(_DATA["hyphens"], "-")
)

CYRILLIC = "\u0400-\u0482\u048a-\u052f\u1c80-\u1c88\ua640-\ua66d\ua680-\ua69d"
_ODD = re.compile(
    "|".join(
        [
            "\r\n",
            *map(re.escape, _COMPOSED),
            f"[{_DATA['invisible']}]+",
            rf"{_DATA['soft_hyphen']}(?![ \t]*(?:[\r\n]|\Z))",
            f".[{_DATA['stress']}]+",
            "[" + re.escape("".join(_ONE_FOR_ONE)) + "]",
        ]
    ),
    re.DOTALL,
)
_INVISIBLE = frozenset(_DATA["invisible"] + _DATA["soft_hyphen"])

# A word with letters of both scripts: the whole word is looked at, so no letter of it is taken twice.
_MIXED = re.compile(
    rf"(?<![A-Za-zËë{CYRILLIC}])(?:[{CYRILLIC}]+[A-Za-zËë]|[A-Za-zËë]+[{CYRILLIC}])[A-Za-zËë{CYRILLIC}]*"
)
# A word wholly of Latin letters that look just like Cyrillic ones, between Cyrillic words.
_WHOLE = re.compile(
    rf"(?:(?<=[{CYRILLIC}] )|(?<=[{CYRILLIC}][,.:;] ))"
    rf"[ABCEHKMOPTXYaceopxy]{{4,}}(?![\w-])(?=[,.;:]? ?(?:[{CYRILLIC}]|$))",
    re.MULTILINE,
)
_SINGLE = re.compile(rf"(?<![\w.&-])[{''.join(_ALONE)}](?=[ \n]+[«„\"(]?[{CYRILLIC}\d])")
_ROMAN_LETTERS = frozenset("IVXLCM") | frozenset("ХІСМ")
# The word that a Roman figure numbers: a century, a volume, a congress.
_NUMBERED = r"(?:в\.|вв\.|век|веках|столет|ст\.|тыс\.|т\.|том|съезд|стол\.)"
_ROMAN_WORD = re.compile(
    rf"(?<![\w.])(?=[ХXІI]*[ХУІПШXVI])[ХУІПШXVI1l]{{1,7}}(?=(?: ?[-—–] ?[ХУІПШXVI1l]{{1,7}})? {_NUMBERED})"
)
# Figures in Cyrillic letters that no word is of, whatever stands beside them: `Николай ІІ`, `часть ХХІІ`; and `Петръ І`
# inside a sentence, where І is no initial.
_ROMAN_FIGURE = re.compile(r"(?<![\w.-])(?:[ІХ]{2,7}|(?<=[а-яёѣіѳѵ\d] )І(?!\. ?[А-ЯЁІѲ]))(?![\w'’])")
_LEGAL_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def signs(text: str) -> Iterator[Edit]:
    """Edits that give odd spaces, breaks and hyphens their plain form and drop stress marks and invisibles."""
    if text.isascii() and "\r" not in text and "\t" not in text:
        return
    for match in _ODD.finditer(text):
        found = match.group()
        if found == "\r\n":
            new = "\n"
        elif found in _COMPOSED:
            new = _COMPOSED[found]
        elif found[0] in _INVISIBLE:
            new = ""
        elif len(found) > 1:  # a letter with its marks
            new = _ONE_FOR_ONE.get(found[0], found[0])
        else:
            new = _ONE_FOR_ONE[found]
        yield Edit(match.start(), match.end(), new)


def scripts(text: str) -> Iterator[Edit]:
    """Edits that write Latin look-alikes in Cyrillic words as Cyrillic, and Cyrillic Roman figures as Latin."""
    found = [
        *_edits(_MIXED, text, _unmix),
        *_edits(_WHOLE, text, _twin),
        *_edits(_SINGLE, text, lambda letter: _ALONE[letter]),
        *_edits(_ROMAN_WORD, text, _roman),
        *_edits(_ROMAN_FIGURE, text, _roman),
    ]
    at = -1
    for edit in sorted(found):
        if edit.start >= at:
            yield edit
            at = edit.end


def _edits(pattern: re.Pattern[str], text: str, change: Callable[[str], str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        new = change(match.group())
        if new != match.group():
            yield Edit(match.start(), match.end(), new)


def _unmix(word: str) -> str:
    """`word` in one script: Latin where it is a Roman figure, else Cyrillic where every Latin letter has a twin."""
    if _ROMAN_LETTERS.issuperset(word):
        return _roman(word)
    cyrillic = word.translate(_LOOKALIKE)
    return word if any("A" <= letter <= "z" for letter in cyrillic) else cyrillic


def _twin(word: str) -> str:
    """`word` in Cyrillic, where it is a word then."""
    cyrillic = word.translate(_LOOKALIKE)
    return cyrillic if known(cyrillic) or known(cyrillic.lower()) else word


def _roman(word: str) -> str:
    """`word` as a Roman figure in Latin letters, or unchanged where it makes none."""
    figure = "".join(_ROMAN.get(letter, letter) for letter in word)
    return figure if _LEGAL_ROMAN.fullmatch(figure) else word
