"""Places of different documents: one where a gazetteer has them for one, or a state or a region bears the name."""

from __future__ import annotations

from collections.abc import Sequence

from letopis.entities.across.known import FIRST, Joined, Known

_ONE_OF_A_NAME = frozenset({"country", "state", "region", "continent"})
"""Types of which hardly two bear one name; villages, rivers and streets of one name are many."""


def places(held: Sequence[Known]) -> list[list[Joined]]:
    """The places of one block (one identifier, or one name that the gazetteer does not have) grouped."""
    groups: dict[str, list[Joined]] = {}
    for one in held:
        if one.identifier:
            key, rule = one.identifier, "same-identifier"
        elif one.type in _ONE_OF_A_NAME:
            key, rule = f"type {one.type}", "same-name-and-type"
        else:
            key, rule = f"alone {one.order}", FIRST
        group = groups.setdefault(key, [])
        group.append(Joined(one.order, rule, group[0].order) if group else Joined(one.order, FIRST))
    return list(groups.values())
