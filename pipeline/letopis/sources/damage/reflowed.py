"""Hyphens of lines that are no more: words still cut after their text was made one line (`Кас- пийский`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.printed import known_as_printed as known
from letopis.sources.revision import Edit

_CUT = re.compile(rf"(?<![\w-])(?P<left>[{CYRILLIC}]+)(?P<hyphen>[-¬] ?)(?P<right>[{CYRILLIC}]+)(?![\w-])")
# What may follow a hyphen that waits for a later word: `двух- и трёхлетний`.
_WAITING = frozenset({"и", "или", "либо", "да", "а", "но", "до", "то"})
# Words cut short at a hyphen (`ун-т`, `об-ва`), which no line has cut.
_CONTRACTED = re.compile(
    r"(?:ун|ин|инст|к|ком|об|о|общ|т|тов|мин|изд|пр|прав|аг|з|ф|б|р|п|д|г|ст|м|хоз|упр)"
    r"-(?:[тдвнк]|[тдвнк][аоуеи]|[тдвнк]ом|ца|цы|це|цу|ко)",
    re.IGNORECASE,
)
# From so many cuts beyond doubt on, halves that are words themselves are joined too.
_DOUBTLESS = 3


def reflowed(text: str) -> Iterator[Edit]:
    """Edits that join words which the dictionary has whole and not with their hyphen.

    A hyphen with a space after it is a line's, unless a conjunction follows. One without a space is a line's where a
    half is no word; where both are (`вес-не`), only in a text that has other such cuts.
    """
    found = [match for match in _CUT.finditer(text) if _is_cut(match)]
    sure = sum(_doubtless(match) for match in found)
    for match in found:
        if sure >= _DOUBTLESS or _doubtless(match):
            yield Edit(match.start("hyphen"), match.end("hyphen"), "")


def _is_cut(match: re.Match[str]) -> bool:
    """Whether the word is known joined and not hyphened."""
    left, right = match["left"], match["right"]
    if match["hyphen"] == "-" and _CONTRACTED.fullmatch(f"{left}-{right}"):
        return False
    if not right.islower() or right in _WAITING or not known(left + right):
        return False
    return not known(f"{left}-{right}")


def _doubtless(match: re.Match[str]) -> bool:
    spaced = match["hyphen"] != "-"
    return (spaced and len(match["right"]) > 1) or not (known(match["left"]) and known(match["right"]))
