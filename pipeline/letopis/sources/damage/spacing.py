"""Words that stray spaces cut (`персид ский`, `г ода`), joined again in texts that show such damage."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.letters import modern_letters
from letopis.sources.orthography.printed import cost_as_printed as cost
from letopis.sources.orthography.printed import known_as_printed as known
from letopis.sources.revision import Edit
from letopis.sources.vocabulary import cases, parts_of_speech

_DATA = tomllib.loads(files("letopis.sources.damage").joinpath("spacing.toml").read_text(encoding="utf-8"))
_BEFORE = frozenset(_DATA["before"])
_PARTICLES = frozenset(_DATA["particles"])
_LONE = frozenset(_DATA["lone"])
_CASES = {word: frozenset(governed) for word, governed in _DATA["cases"].items()}
_LETTERS = frozenset(_DATA["letters"])
_ABBREVIATIONS = frozenset(_DATA["abbreviations"])
# Parts of speech that want a word after them.
_BOUND = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "NOUN", "INTJ", "ADV", "X"})

# Words with one space between them and nothing else: only such can be pieces of one.
_CHAIN = re.compile(rf"(?<![\w-])[{CYRILLIC}]+(?: [{CYRILLIC}]+)+(?![\w-])")

# The most pieces one word is taken to be cut into, and the longest word made of them.
_PIECES = 5
_LONGEST = 30
_LONGEST_NAME = 16
_LONGEST_PIECE = 7
# In nats: what a cut costs, what a space between words costs where one word in four is cut.
_CUT = 1.5
_SPACE = 0.3
# What the whole must gain over its pieces where each of these is a word itself.
_MARGIN = 3.0
_LONE_MARGIN = 6.0
# A word above this cost (about one in 160,000) is not common.
_COMMON = 12.0
# A word above this one (about one in 2,000,000) is rarer than a slip of grammar.
_UNCOMMON = 14.5
# A text is damaged where this share of words is cut beyond doubt, in two places or more.
_SHARE = 0.005
# From this share on one place is enough, and two words that are commoner as one are taken for one too.
BAD = 0.02
_SAMPLE = 200_000


def cut_share(text: str) -> float:
    """The share of words of `text` that stray spaces cut beyond doubt; 0 where it is no damaged text.

    Such a pair holds a piece that is no word, and is a word together. Clean texts have next to none.
    """
    words = cuts = 0
    for chain in _CHAIN.finditer(text, 0, min(len(text), _SAMPLE)):
        pieces = chain.group().split(" ")
        words += len(pieces)
        cuts += sum(_certain(a, b) for a, b in pairwise(pieces))
    share = cuts / max(words, 1)
    return share if share >= BAD or (cuts > 1 and share >= _SHARE) else 0.0


def joined(text: str, bad: bool) -> Iterator[Edit]:
    """Edits that delete stray spaces inside words; for damaged texts only.

    Pieces that are all words themselves are joined only where the text is `bad`.
    """
    for chain in _CHAIN.finditer(text):
        at = chain.start()
        pieces = chain.group().split(" ")
        taken = 0
        for size in _groups(pieces, text[chain.end() : chain.end() + 1], bad):
            for i in range(taken, taken + size):
                at += len(pieces[i])
                if i + 1 < taken + size:
                    yield Edit(at, at + 1, "")
                at += 1
            taken += size


def _certain(a: str, b: str) -> bool:
    """Whether `a b` can be nothing but one word: `b` begins small, and one of the two is no word."""
    if not b[0].islower() or (known(a) and known(b)) or len(a) + len(b) < 4 or b in _BEFORE or b in _LONE:
        return False
    return known(a + b)


def _groups(pieces: list[str], after: str, bad: bool) -> list[int]:
    """How many `pieces` make each word, in order: the cheapest reading of the chain, which `after` follows."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        mark = after if end == len(pieces) else " "
        options = []
        for size in range(1, min(_PIECES, end) + 1):
            group = tuple(pieces[end - size : end])
            if size > 1 and (not group[1][0].islower() or sum(map(len, group)) > _LONGEST):
                break
            options.append((best[end - size][0] + _price(group, mark, bad, end > size), size))
        best.append(min(options))
    sizes: list[int] = []
    end = len(pieces)
    while end:
        sizes.append(best[end][1])
        end -= best[end][1]
    return sizes[::-1]


@lru_cache(maxsize=100_000)
def _price(group: tuple[str, ...], after: str, bad: bool, inside: bool) -> float:
    """The cost of reading `group` as one word; infinite where it may not be read so.

    `after` follows it, and it stands `inside` a sentence where a word without a stop precedes it.
    """
    if len(group) == 1:
        return _word_cost(group[0]) + _SPACE
    whole = "".join(group)
    if any(map(_closed, group, group[1:])):
        return math.inf
    if any(not piece.islower() for piece in group[1:]) and not whole.isupper():
        return math.inf
    if after == "." and whole.lower() in _ABBREVIATIONS:
        return _CUT
    strange = [piece for piece in group if not _stands(piece, after if piece is group[-1] else " ")]
    if inside and len(group[0]) == 1 and group[0].isupper() and group[0] not in strange:
        # Inside a sentence no word of one letter is a capital: it begins a name.
        strange.insert(0, group[0])
    if not known(whole):
        return _word_cost(whole) + _CUT if _may_be_a_name(group, strange) else math.inf
    price = _word_cost(whole) + _CUT * (len(group) - 1)
    if strange:
        return min(price, sum(_word_cost(piece) for piece in group))
    if not bad or _by_right(group):
        return math.inf
    apart = sum(_word_cost(piece) + _SPACE for piece in group)
    if _ungoverned(group) and cost(whole) < _UNCOMMON:
        return min(price, apart - 1)
    return price if apart - price >= _margin(group) else math.inf


def _closed(piece: str, following: str) -> bool:
    """Whether `piece` ends in a `ъ` that can stand only at a word's end."""
    return piece[-1] in "ъЪ" and following[0] not in "еёюяіиѣ"


def _stands(piece: str, after: str) -> bool:
    """Whether `piece` can be a word where it stands, `after` following: no preposition ends a clause."""
    word = modern_letters(piece).lower()
    if len(word) == 1 and word not in _LETTERS:
        return after == "."
    if after and after in ",;:!?)»" and word in _BEFORE | _LONE and parts_of_speech(word) <= _BOUND:
        return False
    return known(piece)


def _may_be_a_name(group: tuple[str, ...], strange: list[str]) -> bool:
    """Whether `group`, together no dictionary word, may be a name or a rare word that was cut in two.

    Only what begins small and is no word by itself is surely a piece of one; beside it a common word, or
    a short one before it, stands by itself.
    """
    small = [piece for piece in strange if piece.islower()]
    if len(group) != 2 or not small or sum(map(len, group)) > _LONGEST_NAME:
        return False
    first, second = group
    if first not in strange and (len(first) < 3 or cost(first) < _COMMON):
        return False
    return (second in strange or cost(second) > _COMMON) and min(map(len, small)) <= _LONGEST_PIECE


def _margin(group: tuple[str, ...]) -> float:
    """What the whole must gain over its pieces, all of them words."""
    return _LONE_MARGIN if _LONE.intersection(modern_letters(piece).lower() for piece in group) else _MARGIN


def _ungoverned(group: tuple[str, ...]) -> bool:
    """Whether `group` is a preposition and a word that cannot follow it: a verb, or a noun in no case it governs."""
    first, second = modern_letters(group[0]).lower(), modern_letters(group[1]).lower()
    if len(group) != 2 or first not in _CASES or "ADV" in parts_of_speech(second):
        return False
    found = cases(second) if second not in _LETTERS else frozenset()
    return "" not in found and not found & _CASES[first]


def _by_right(group: tuple[str, ...]) -> bool:
    """Whether the pieces, all words, stand side by side by the rules of the language."""
    if len(group) != 2 or _ungoverned(group):
        return False
    first, second = (modern_letters(piece).lower() for piece in group)
    if first in _PARTICLES and second in _CASES:
        return True
    return first in _BEFORE and cost(second) <= _COMMON


def _word_cost(word: str) -> float:
    """The cost of `word`; one that the dictionary has not costs by its length, a name less than a common word."""
    price = cost(word)
    if not math.isinf(price):
        return price
    return 14.0 + len(word) if word[0].isupper() else 18.0 + 1.5 * len(word)
