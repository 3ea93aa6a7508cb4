"""Names, numbers and dates that run over the end of a verse."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from rumorph import Analysis

from letopis.sources.layout.lines import Line
from letopis.sources.orthography.rules import regular
from letopis.sources.vocabulary import analyzer

_DATA = tomllib.loads(files("letopis.sources.layout").joinpath("verse.toml").read_text(encoding="utf-8"))
_ORDINALS = frozenset(_DATA["ordinals"])
_DATED = frozenset(_DATA["dated"])
_LAST = re.compile(r"(?:(?<=\s)|^)[\w-]+$")
_FIRST = re.compile(r"[\w-]+(?![\w-])")
# Parts of a person's name, each with what may follow it.
_FOLLOWING = {"Giv": {"Pat", "Sur"}, "Pat": {"Sur"}}


def enjambed(before: Line, line: Line) -> str | None:
    """How the first letter of `line` is to be written where its first word goes on with the last of `before`.

    A name keeps its capital, a common word loses the one that begins a verse. `None` where the two only meet.
    """
    if line.gap or not before.text[-1].isalnum() or before.capitals:
        return None
    left, right = _LAST.search(before.text), _FIRST.match(line.text)
    if not left or not right:
        return None
    first = right.group()[0]
    found = _joint(left.group(), right.group(), left.start() > 0)
    return first if found == "name" else first.lower() if found else None


@lru_cache(maxsize=10_000)
def _joint(left: str, right: str, inside: bool) -> str | None:
    """What `left` and `right` are together: a `name`, a `phrase`, or nothing; `inside` where `left` begins no line."""
    right_readings, best = _readings(right), _readings(right)[:1]
    if left.isdigit():
        return "phrase" if inside and any(one.lemma in _DATED for one in best) else None
    for one in _readings(left)[:1]:
        if _type(one) in _FOLLOWING and left[0].isupper():
            if any(_type(two) in _FOLLOWING[_type(one)] and _agree(one, two) for two in best):
                return "name" if inside or _type(best[0]) == "Pat" else None
        elif not inside:
            return None
        elif one.pos == "NUM":
            return "phrase" if any(map(_counted, right_readings)) and not _is_name(best) else None
    for one in _readings(left) if inside else []:
        if one.pos != "ADJ":
            continue
        for two in right_readings:
            if _agree(one, two) and (left[0].isupper() or two.lemma in _DATED):
                if _type(two) == "Geo" and two == best[0]:
                    return "name"
                if two.pos == "NOUN" and not _is_name(best):
                    return "phrase"
    return None


def _readings(word: str) -> list[Analysis]:
    found = analyzer().analyze(regular(word))
    return [one for one in found if one.source == "dictionary"]


def _type(one: Analysis) -> str:
    return one.feats.get("NameType", "") if one.pos == "PROPN" else ""


def _is_name(best: list[Analysis]) -> bool:
    return not best or best[0].pos == "PROPN"


def _counted(one: Analysis) -> bool:
    """Whether a number word may be followed by the word so read."""
    return (
        one.pos == "NUM"
        or (one.pos == "NOUN" and one.feats.get("Case") == "Gen")
        or (one.pos == "ADJ" and one.lemma in _ORDINALS)
    )


def _agree(one: Analysis, two: Analysis) -> bool:
    return all(one.feats.get(name) == two.feats.get(name) for name in ("Case", "Gender", "Number"))
