"""What a name cannot be, whatever the model says: a preposition alone, or one half of a pair of quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from letopis.language.government import simple

_OPENERS = {"»": "«", "”": "“„", "“": "„«", ")": "("}
"""By each closing mark those that open before it; `“` closes in German fashion and opens in English."""
_CLOSERS = {"«": "»“", "„": "“”", "(": ")"}
_EITHER = '"'


def well_formed(words: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """The bounds without marks at an edge whose other half is outside; None where no name is left."""
    while start < end:
        if _is_half(words[end - 1], words[start : end - 1], _OPENERS):
            end -= 1
        elif _is_half(words[start], words[start + 1 : end], _CLOSERS):
            start += 1
        else:
            break
    if start == end or (start + 1 == end and words[start].lower() in simple()):
        return None
    return start, end


def _is_half(mark: str, others: Sequence[str], partners: dict[str, str]) -> bool:
    if mark == _EITHER:
        return list(others).count(_EITHER) % 2 == 0
    return mark in partners and not any(other in partners[mark] for other in others)
