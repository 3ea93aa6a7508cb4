"""The names of the months, which several kinds of mention have to tell from other nouns."""

from __future__ import annotations

from functools import lru_cache

from letopis.language.morphology import analyses

MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
"""In the nominative, January first."""


@lru_cache(maxsize=1 << 10)
def is_month(form: str, case: str) -> bool:
    """Whether the lower-case `form` is a month's name in the case (`Gen`: `октября`)."""
    return any(one.lemma in MONTHS and one.feats.get("Case") == case for one in analyses(form))
