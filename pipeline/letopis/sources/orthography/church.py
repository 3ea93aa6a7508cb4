"""Words and figures under titlo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.letters import DATA
from letopis.sources.revision import Edit

_FIGURES: dict[str, int] = DATA["figures"]
_STEMS: dict[str, str] = DATA["titlo"]
_PREFIXES: list[str] = DATA["prefix"]["before"]
_OVER: dict[str, str] = DATA["over"]
_TITLO = "\u0483"
_THOUSAND = "\u0482"

_LETTERS = f"{CYRILLIC}{_TITLO}" + "\u2de0-\u2dff\u0487"
_WORD = re.compile(rf"{_THOUSAND}?[{CYRILLIC}][{_LETTERS}{_THOUSAND}]*")


def titlo(text: str) -> Iterator[Edit]:
    """Edits that write figures under titlo in Arabic ones (`҂зн҃` → 7050) and words under titlo in full.

    A word that the list of contractions has not only loses its marks.
    """
    if _TITLO not in text and _THOUSAND not in text and not any(mark in text for mark in _OVER):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if not (_TITLO in word or _THOUSAND in word or any(letter in _OVER for letter in word)):
            continue
        new = _figure(word) or _full(word)
        if new != word:
            yield Edit(match.start(), match.end(), new)


def _figure(word: str) -> str | None:
    """The Arabic figure of `word`, or `None` where its letters make none."""
    if any(letter in _OVER for letter in word):
        return None
    total = 0
    seen: set[int] = set()
    thousand = False
    for letter in word.lower():
        if letter == _THOUSAND:
            thousand = True
        elif letter in _FIGURES:
            value = _FIGURES[letter]
            place = 0 if value < 10 else 1 if value < 100 else 2
            if thousand:
                value, place, thousand = value * 1000, 3, False
            if place in seen:
                return None
            seen.add(place)
            total += value
        elif letter != _TITLO:
            return None
    return str(total) if total else None


def _full(word: str) -> str:
    """`word` without its marks, its contraction written out where it is a listed one."""
    plain = "".join(_OVER.get(letter, letter) for letter in word if letter not in {_TITLO, _THOUSAND, "\u0487"})
    small = plain.lower()
    for before in ("", *_PREFIXES):
        for size in range(min(len(small) - len(before), 6), 1, -1):
            stem = small[len(before) : len(before) + size]
            if small.startswith(before) and stem in _STEMS:
                full = before + _STEMS[stem] + small[len(before) + size :]
                return full.capitalize() if plain[0].isupper() else full
    return plain
