"""The nominative that an unknown place's name most often has, by the ending of its form."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_SHORTEST = 2


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str, str, float], ...]:
    data = tomllib.loads(files("letopis.dimensions.place").joinpath("usual.toml").read_text("utf-8"))
    return tuple((re.compile(row["form"] + "$"), row["cut"], row["nominative"], row["weight"]) for row in data["usual"])


@lru_cache(maxsize=1 << 14)
def usual(form: str) -> tuple[str, float] | None:
    """The likeliest nominative of the lower-case `form` and how much speaks for it; `None` where no ending tells."""
    for pattern, cut, nominative, weight in _rows():
        if pattern.search(form):
            base = re.sub(f"{cut}$", "", form) if cut else form
            return (base + nominative, weight) if len(base) >= _SHORTEST else None
    return None
