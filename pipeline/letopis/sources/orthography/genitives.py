"""The high style's feminine genitive in -ыя, -ія (`Святыя Троицы`, `всея Великія и Малыя Россіи`), told from plurals.

Before a common noun the two are spelt alike (`новыя книги`), and the plural is meant; before a woman's or a land's
name, or one of the few names of `exceptions.toml`, it is the genitive.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from letopis.sources.characters import CYRILLIC
from letopis.sources.orthography.rules import modern
from letopis.sources.vocabulary import analyzer

_DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("exceptions.toml").read_text(encoding="utf-8"))
_SACRED = frozenset(_DATA["feminine"]["genitives"])
_LETTER = f"[{CYRILLIC}]"
_ADJECTIVE = rf"{_LETTER}{{2,30}}[ыи]я"
_CHAIN = re.compile(
    rf"(?<!{_LETTER})(?P<adjectives>{_ADJECTIVE}(?: (?:и )?{_ADJECTIVE}){{0,4}}) (?:[а-я]{{3,30}}[ыи] )?"
    rf"(?P<noun>[А-Я]{_LETTER}{{2,30}}[ыи])(?!{_LETTER})"
)
# The last adjective's end and what follows: only a line that has these is looked at whole.
_LAST = re.compile(r"я (?<=[ыи]..)(?:[а-я]{3,30}[ыи] )?[А-Я]")
_WORD = re.compile(_ADJECTIVE)


def genitives(text: str) -> dict[int, str]:
    """The places of the adjectives that are such genitives, and what each is today, in a text in letters of today."""
    return dict(_found(text))


def _found(text: str) -> Iterator[tuple[int, str]]:
    end = -1
    for last in _LAST.finditer(text):
        if last.start() <= end:
            continue
        begun, end = text.rfind("\n", 0, last.start()) + 1, last.end()
        end = len(text) if (found := text.find("\n", end)) < 0 else found
        for chain in _CHAIN.finditer(text, begun, end):
            if not _is_genitive(chain["noun"]):
                continue
            for adjective in _WORD.finditer(text, chain.start("adjectives"), chain.end("adjectives")):
                word = modern(adjective.group())
                if word.endswith(("ые", "ие")):
                    hard = word.endswith("ые") or word[-3] in "гкх"
                    yield adjective.start(), word[:-2] + ("ой" if hard else "ей")


@lru_cache(maxsize=20_000)
def _is_genitive(noun: str) -> bool:
    """Whether `noun` is a feminine genitive that cannot be meant for a plural."""
    word = modern(noun)
    if word.lower() in _SACRED:
        return True
    found = [one for one in analyzer().analyze(word) if one.source == "dictionary"]
    named = any(
        one.pos == "PROPN" and (one.feats.get("Case"), one.feats.get("Gender")) == ("Gen", "Fem")
        and one.feats.get("Number") == "Sing"
        for one in found
    )  # fmt: skip
    return named and not any(one.feats.get("Number") == "Plur" and one.feats.get("NameType") != "Giv" for one in found)
