"""What a hyphen at the end of a line was: a break inside a word, or a hyphen of the word's own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

from letopis.sources.vocabulary import parts_of_speech

_DATA = tomllib.loads(files("letopis.sources.layout").joinpath("hyphens.toml").read_text(encoding="utf-8"))
_FIRST = frozenset(_DATA["first"])
_SECOND = frozenset(_DATA["second"])
_INNER = frozenset(_DATA["inner"])
_ADVERBS = tuple(_DATA["adverbs"])
_QUARTERS = frozenset({"северо", "юго", "сѣверо"})
_PARTICLES = frozenset(_DATA["particles"])


def own_hyphen(left: str, right: str, known: Callable[[str], bool]) -> bool:
    """Whether the hyphen between `left` at a line's end and `right` on the next line is the word's own.

    `left` and `right` are the letters, digits and inner hyphens on either side; `known` tells words.
    A capital after the hyphen keeps it (`Волжско-⏎Каспийская`), a figure beside it too (`155-⏎й`).
    Else a word known whole is joined, one known with its hyphen keeps it (`по-⏎прежнему`), and for
    what the dictionary has in neither way closed lists decide, else it is joined. Before a consonant, and before а, о,
    у, an old ъ ends a word (`ротмистръ-⏎адъютантъ`).
    """
    if not left or not right or left[-1].isdigit() or right[0].isdigit():
        return True
    if right[0].isupper() and not (left.isupper() and right.isupper() and len(left) > 1):
        return True
    last, first = left.rsplit("-", 1)[-1].lower(), right.split("-", 1)[0].lower()
    if last in _QUARTERS and first.startswith(("восто", "запад")):
        return True
    if known(left + right) or known((left + right).lower()):
        return False
    if last.endswith("ъ") and len(last) > 4 and first[0] not in "еёюяиіѣ":
        return True
    if known(f"{left}-{right}") or known(f"{last}-{first}") or (first in _PARTICLES and known(left)):
        return True
    if last == "по":
        return first.endswith(_ADVERBS)
    if last in _FIRST or (last.endswith(("ско", "цко")) and len(last) > 4):
        return len(last) > 3 or known(right)
    if left[0].isupper() and (first in _SECOND or (first in _INNER and right[len(first) :].startswith("-"))):
        return True
    return _is_noun(last, known) and _is_noun(first, known) and left.islower() and "-" not in right


def _is_noun(word: str, known: Callable[[str], bool]) -> bool:
    """Whether `word` is long enough for half of a compound (`купец-старовер`), and a noun."""
    return len(word) > 3 and known(word) and "NOUN" in parts_of_speech(word)
