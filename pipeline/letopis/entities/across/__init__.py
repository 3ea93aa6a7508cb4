"""Which entities of different documents are one: by names that hardly two can bear, and never against the evidence.

A wrong merge is worse than a missed one. Two documents' entities are one only where the names alone say so; a lone
surname, a given name with a patronymic, a village's name that no table has are left apart. Each join names its rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from letopis.entities.across.known import Joined, Known
from letopis.entities.across.organizations import organizations
from letopis.entities.across.persons import persons
from letopis.entities.across.places import places
from letopis.entities.profile import fold

_JOIN = {"person": persons, "place": places, "organization": organizations}


def block(one: Known) -> str:
    """The key that all entities share which may be one with it: nothing is compared across blocks."""
    if one.kind == "person":
        parts = one.parts
        if parts is None:
            return f"person {one.order}"
        given = min(parts.given, default="")
        return f"person {(given if parts.regnal else parts.surname or given) or one.order}"
    if one.kind == "place" and one.identifier:
        return f"place {one.identifier}"
    return f"{one.kind} {fold(one.name)}"


def joined(held: Sequence[Known]) -> list[list[Joined]]:
    """The entities of one block (in the order of the corpus) grouped by what they are of."""
    return _JOIN[held[0].kind](held) if held else []
