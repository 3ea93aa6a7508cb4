"""Church Slavonic numerals: letters under a titlo, `҂` for thousands, as in `҂зн҃` (7050).

Values follow the alphabet's Greek order (Unicode Technical Note 41, "Church Slavonic Typography in Unicode").
"""

from __future__ import annotations

from functools import lru_cache

TITLO = "\u0483"
THOUSAND = "҂"
_VALUES = {
    letter: value
    for letters, step in (("авгдеѕзиѳ", 1), ("іклмнѯопч", 10), ("рстуфхѱѡц", 100))
    for value, letter in zip(range(step, 10 * step, step), letters, strict=True)
}
_VALUES |= {"є": 5, "ꙃ": 6, "з": 7, "н": 50, "ї": 10, "ҁ": 90, "ѵ": 400, "ꙋ": 400, "ѿ": 800, "ц": 900, "ѹ": 400}
_IGNORED = frozenset({TITLO, "·", ".", "\u0484", "\u0485", "\u0486", "\u0487"})


@lru_cache(maxsize=4096)
def slavonic(text: str) -> int | None:
    """The number written in Cyrillic letters, or `None` where `text` shows neither titlo nor thousands sign."""
    if TITLO not in text and THOUSAND not in text:
        return None
    total, thousands = 0, False
    for letter in text.lower():
        if letter == THOUSAND:
            thousands = True
        elif letter in _VALUES:
            total += _VALUES[letter] * (1000 if thousands else 1)
            thousands = False
        elif letter not in _IGNORED:
            return None
    return total or None
