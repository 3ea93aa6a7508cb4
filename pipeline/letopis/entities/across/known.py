"""What a document knows of one entity, as far as other documents may ask."""

from __future__ import annotations

from dataclasses import dataclass

from letopis.entities.profile import Profile

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of a document.

    `order` is its place in the corpus, `document` says whose it is; `parts` is a person's name, `callings` the classes
    of a person's titles (`military`, `church`); `type` is a place's, `identifier` what a gazetteer has it for where it
    had one only; `years` bound the dates that the document speaks of.
    """

    order: int
    kind: str
    name: str
    document: str = ""
    parts: Profile | None = None
    callings: frozenset[str] = frozenset()
    type: str | None = None
    identifier: str | None = None
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """An entity in a group: the rule that joined it, and the order of the one it was joined to (`None`: the first)."""

    order: int
    rule: str
    to: int | None = None


FIRST = "first-met"
"""The rule of a group's first entity."""


def apart(one: Years | None, other: Years | None) -> int | None:
    """How many years lie between two spans of years, 0 where they meet, `None` where one is not known."""
    if one is None or other is None:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])
