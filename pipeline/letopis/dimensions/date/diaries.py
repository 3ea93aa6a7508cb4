"""Diaries whose days are headed by a bare figure: `Март.` on its line, then `27. Был у сестры.`, `29.`"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from letopis.dimensions.date.lexicon import fold, tags
from letopis.language.memory import memory

_HEADED = re.compile(r"\s*(?:(\d{1,2})\s+)?([^\W\d_]+)\b\.?(\s*\d{4}(?:\s*г(?:ода)?\.?)?\.?\s*$)?")
_MONTH_FIRST = re.compile(r"\s*([^\W\d_]+)\s+(\d{1,2})\b(?:-го)?\s*(?:[.,:—–]|\d{4}|$)")
_BARE = re.compile(r"\s*(\d{1,2})\.(?=\s|$)")
_LAST = 31


def diary_days(doc: Doc) -> frozenset[int]:
    """The offsets of the bare figures that head a day's entry.

    They follow the line of a month alone, or one that begins with a day and its month in either order, and each is
    greater than the one before it; one that is not (`1.`, `2.` under `12 мая`) begins a numbered list and ends the
    diary.
    """
    kept: dict[str, frozenset[int]] = memory(doc)
    if "diary days" not in kept:
        kept["diary days"] = frozenset(_read(doc.text))
    return kept["diary days"]


def _is_month(word: str) -> bool:
    return any(name == "month" for name, _ in tags(fold(word)))


def _read(text: str) -> list[int]:
    found: list[int] = []
    last: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        first = _MONTH_FIRST.match(line)
        headed, bare = _HEADED.match(line), _BARE.match(line)
        if first and _is_month(first[1]):
            last = int(first[2])
        elif headed and _is_month(headed[2]):
            alone = headed[3] is not None or not line[headed.end() :].strip()
            if headed[1] or alone:
                last = int(headed[1] or 0)
        elif bare and last is not None:
            day = int(bare[1])
            if last < day <= _LAST:
                found.append(at + bare.start(1))
                last = day
            else:
                last = None
        at += len(line)
    return found
