"""The word lists of `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The lemmas of one list."""
    return frozenset(tomllib.loads(files("letopis.entities").joinpath("words.toml").read_text("utf-8"))[name])
