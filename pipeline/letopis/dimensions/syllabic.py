"""Names of bodies made of the first syllables of their words (`Губземотдел`), as the years from 1917 made them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from letopis.language.proper import readings


@cache
def _pattern() -> re.Pattern[str]:
    data = tomllib.loads(files("letopis.dimensions").joinpath("kinds.toml").read_text("utf-8"))
    return re.compile(data["organization"]["syllables"])


@lru_cache(maxsize=1 << 13)
def is_syllabic(form: str) -> bool:
    """Whether the form is such a name, and no name that the dictionary knows."""
    return bool(_pattern().search(form.lower())) and not any(one.known for one in readings(form))
