"""The words of a sentence as the news that slovnet's models were taught on would have them.

slovnet takes `ГЕНЕРАЛ КОРНИЛОВ` for an organization; of `генерал Корнилов` it is sure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.sources.vocabulary import analyzer

_SPELT_OUT = re.compile(r"(?=.{4})[А-ЯЁІѢ-]*[АЕЁИІОУЫЭЮЯѢ][А-ЯЁІѢ-]*")
_NAME = 0.3
_RARE = 0.02
_INITIAL = 2


def without_headline_capitals(words: Sequence[str]) -> list[str]:
    """The words of a sentence, those in capitals as in running text; acronyms stay.

    A word in capitals that the dictionary does not have is a word of running text, not an acronym, only where most
    words of the sentence are in capitals.
    """
    capitals = [word for word in words if _SPELT_OUT.fullmatch(word)]
    if not capitals:
        return list(words)
    heading = 2 * len(capitals) > sum(len(word) > 3 and word[0].isalpha() for word in words)
    return [_lowered(word, heading) if _SPELT_OUT.fullmatch(word) else word for word in words]


def as_news(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The words as news would have them: no capitals of headlines or respect, abbreviations before and after names
    written out without their full stop. Also the number that each word shown has among `words`.
    """
    seen = without_headline_capitals(words)
    seen[1:] = map(_respected, seen[1:])
    shown: list[str] = []
    numbers: list[int] = []
    for i, word in enumerate(seen):
        if numbers and word == "." and shown[-1] != seen[numbers[-1]]:
            continue
        shown.append(written_out(seen, i) or word)
        numbers.append(i)
    return shown, numbers


def written_out(words: Sequence[str], i: int) -> str | None:
    """The whole word that stands for the abbreviation at `i`, where the words about it make it one."""
    low = words[i].lower()
    if low not in _abbreviated() or (len(low) == 1 and low != words[i]) or i + 1 >= len(words) or words[i + 1] != ".":
        return None
    data: dict[str, dict[str, str]] = _data()
    if i + 2 < len(words) and words[i + 2][0].isupper() and not (i and words[i - 1][-1].isdigit()):
        return data["before"].get(low)
    if i and words[i - 1].istitle() and len(words[i - 1]) > _INITIAL:
        return data["after"].get(low)
    return None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.language").joinpath("capitals.toml").read_text("utf-8"))


@cache
def _abbreviated() -> frozenset[str]:
    return frozenset({*_data()["before"], *_data()["after"]})


@cache
def _respect() -> frozenset[str]:
    return frozenset(_data()["respect"]["words"])


@lru_cache(maxsize=1 << 15)
def _respected(word: str) -> str:
    """A word of respect or a pronoun in small letters."""
    if len(word) < 2 or not word.istitle():
        return word
    found = analyzer().analyze(word)
    if any(one.pos == "PROPN" and one.prob > _NAME for one in found):
        return word
    respected = any(one.prob > _RARE and (one.lemma in _respect() or one.pos in {"PRON", "DET"}) for one in found)
    return word.lower() if respected else word


@lru_cache(maxsize=1 << 14)
def _lowered(word: str, heading: bool) -> str:
    title = word.title()
    known = [found for found in analyzer().analyze(title) if found.source == "dictionary"]
    if not known:
        return title if heading else word
    return title if sum(found.prob for found in known if found.pos == "PROPN") > _NAME else word.lower()
