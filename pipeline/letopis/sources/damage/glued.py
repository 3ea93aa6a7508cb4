"""Spaces that are wanting after figures (`10августа1920г.`) or stray before punctuation (`1920 г .`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from letopis.sources.revision import Edit

_DATA = tomllib.loads(files("letopis.sources.damage").joinpath("glued.toml").read_text(encoding="utf-8"))
_FIGURE = re.compile(rf"\d(?={'|'.join(_DATA['after_figure'])})", re.IGNORECASE)
_YEAR = re.compile(r"(?<=[ая])[12]\d{3}(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"(?<=[а-яёъ]{2})[а-яёъ](?=\d{1,4}(?!\w))")
MONTHS = tuple(_DATA["before_year"])
_STRAY = re.compile(r"(?<=[\w»)%]) (?=[,;](?:\s|$)|[.:!?](?:$|\s(?![.:!?])))", re.MULTILINE)


def glued(text: str) -> Iterator[Edit]:
    """Edits that part figures from words, and put punctuation next to the word it follows.

    The space that is put in belongs to the sign before it, since the source has none.
    """
    # The signs after which a space is wanting.
    wanting = [match.start() for match in _FIGURE.finditer(text)]
    wanting += [at - 1 for at in (m.start() for m in _YEAR.finditer(text)) if _ends_in_month(text, at)]
    wanting += [match.start() for match in _WORD.finditer(text)]
    edits = {Edit(at, at + 1, f"{text[at]} ") for at in wanting}
    yield from sorted([*edits, *(Edit(match.start(), match.end(), "") for match in _STRAY.finditer(text))])


def _ends_in_month(text: str, at: int) -> bool:
    return text[max(0, at - 10) : at].lower().endswith(MONTHS)
