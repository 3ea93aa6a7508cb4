"""Numerals and particles written together or apart as they are today."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from letopis.sources.revision import Edit

_DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("joins.toml").read_text(encoding="utf-8"))
# Second parts, and the first parts that each may follow.
_FIRST: dict[str, set[str]] = {}
for _pair in _DATA["numerals"]:
    for _second in _pair["second"]:
        _FIRST.setdefault(_second, set()).update(_pair["first"])
_SECOND = re.compile(rf" (?P<word>{'|'.join(_FIRST)})(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(r"\w+$")
_NEAR = 12
_APART = re.compile(rf"(?<=[а-яё])-(?=(?:{'|'.join(_DATA['apart'])})(?![\w-]))")


def joins(text: str) -> Iterator[Edit]:
    """Edits that close up numerals in two words, and part particles from the word that a hyphen ties them to."""
    spaces = (Edit(match.start(), match.start() + 1, "") for match in _SECOND.finditer(text) if _joins(text, match))
    hyphens = (Edit(match.start(), match.end(), " ") for match in _APART.finditer(text))
    yield from sorted([*spaces, *hyphens])


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether the word before `match` makes one numeral with it."""
    before = _BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
    return before is not None and before.group().lower() in _FIRST[match["word"].lower()]
