"""Roman numerals, also those typed with Cyrillic letters of the same shape."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LOOKALIKES = str.maketrans("ІХСМѴУ", "IXCMVV")
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_WITH_ENDING = re.compile(r"([IVXLCDMІХСМѴУ]+)(?:-[а-яё]{1,3})?")
_ALONE = frozenset("IVXІ")


@lru_cache(maxsize=4096)
def roman(text: str, *, alone: bool = False) -> int | None:
    """The number that `text` writes in Roman letters, or `None`.

    One letter counts only where it is I, V or X in Latin; `alone` lets any letter count (`С` before `век`).
    """
    found = _WITH_ENDING.fullmatch(text)
    if not found:
        return None
    letters = found[1]
    latin = letters.translate(_LOOKALIKES)
    if not _WELL_FORMED.fullmatch(latin):
        return None
    if len(letters) == 1 and not alone and letters not in _ALONE:
        return None
    if (
        not alone
        and len(letters) > 1
        and not any(letter in _LETTERS for letter in letters)
        and set(letters) - set("ІХ")
    ):
        return None
    values = [_LETTERS[letter] for letter in latin]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
