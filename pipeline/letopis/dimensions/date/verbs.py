"""The verbs of `verbs.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def verbs(name: str) -> frozenset[str]:
    """The infinitives of one list."""
    return frozenset(tomllib.loads(files("letopis.dimensions.date").joinpath("verbs.toml").read_text("utf-8"))[name])
