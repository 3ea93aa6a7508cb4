"""Words that make what they govern planned, requested, negated or merely possible (`factuality.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """A list of lemmas of `factuality.toml`."""
    data = tomllib.loads(files("letopis.facts").joinpath("factuality.toml").read_text("utf-8"))
    return frozenset(data[name].split())


@cache
def governs(lemma: str) -> str:
    """What a verb makes of its infinitive: planned, phase, possible, negated, requested, or `""`."""
    for name in ("phase", "possible", "negated", "requested", "planned"):
        if lemma in words(name):
            return name
    return ""


@cache
def noun_governs(lemma: str) -> str:
    """What a noun makes of its infinitive or of the deed after it."""
    if lemma in words("possible_nouns"):
        return "hypothetical"
    return "planned" if lemma in words("planned_nouns") else "requested" if lemma in words("requested_nouns") else ""
