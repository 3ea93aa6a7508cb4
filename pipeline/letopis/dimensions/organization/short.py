"""Abbreviated words of organizations' names, as `short.toml` lists them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from letopis.language import expansion

_CONTRACTED = re.compile(r"[а-я]{1,6}-[а-я]{1,4}")


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("letopis.dimensions.organization").joinpath("short.toml").read_text("utf-8"))


def adjective(form: str) -> str | None:
    """The adjective of a body that the lower-case form before a full stop stands for (`губ` → `губернский`)."""
    return _data()["adjectives"].get(form) or expansion.short_adjective(form)


def head(form: str) -> str | None:
    """The head that the lower-case form before a full stop stands for (`правл` → `правление`)."""
    return _data()["heads"].get(form)


def tail(form: str) -> str | None:
    """The genitive that the lower-case form before a full stop stands for after a head (`внутр` → `внутренних`)."""
    return _data()["tails"].get(form)


@lru_cache(maxsize=1 << 12)
def contracted(form: str) -> str | None:
    """The head that the lower-case form cut short at a hyphen stands for (`ун-та` → `университет`)."""
    if not _CONTRACTED.fullmatch(form):
        return None
    return _data()["contracted"].get(form[: form.index("-") + 2])


def acronym_head(text: str) -> str | None:
    """The head noun of an acronym, whose gender its adjectives have (`АН` → `академия`)."""
    return _data()["acronym_heads"].get(text)
