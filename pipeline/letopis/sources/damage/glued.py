"""Spaces that are wanting after figures (`10августа1920г.`) or stray before punctuation (`1920 г .`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from letopis.sources.revision import Edit

_DATA = tomllib.loads(files("letopis.sources.damage").joinpath("glued.toml").read_text(encoding="utf-8"))
_WANTED = re.compile(
    rf"(?<=\d)(?={'|'.join(_DATA['after_figure'])})"
    rf"|(?:{'|'.join(f'(?<={month})' for month in _DATA['before_year'])})(?=[12]\d{{3}}(?!\d))",
    re.IGNORECASE,
)
_STRAY = re.compile(r"(?<=[\w»)%]) (?=[,;](?:\s|$)|[.:!?](?:$|\s(?![.:!?])))", re.MULTILINE)


def glued(text: str) -> Iterator[Edit]:
    """Edits that part figures from words, and put punctuation next to the word it follows.

    The space that is put in belongs to the sign before it, since the source has none.
    """
    for match in sorted([*_WANTED.finditer(text), *_STRAY.finditer(text)], key=lambda m: m.start()):
        if match.group():
            yield Edit(match.start(), match.end(), "")
        else:
            last = text[match.start() - 1]
            yield Edit(match.start() - 1, match.start(), f"{last} ")
