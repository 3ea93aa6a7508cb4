"""Bodies of different documents: one where they bear one name at one time, and the name is more than a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from letopis.entities.across.known import FIRST, Joined, Known, Years, apart

_NEAR = 30
"""Years between what two documents speak of, past which one name may be of two bodies."""
_LONG = 3
_NUMBERED = re.compile(r"\d|(?:^|\s)[IVXLC]+(?:\s|$)")


def organizations(held: Sequence[Known]) -> list[list[Joined]]:
    """The bodies of one name grouped: those whose years meet; without years, those of a long name."""
    groups: list[tuple[list[Joined], list[Years]]] = []
    for one in held:
        for group, years in groups:
            if _one_time(one, years):
                group.append(
                    Joined(one.order, "same-name-and-time" if years and one.years else "same-long-name", group[0].order)
                )
                if one.years:
                    years.append(one.years)
                break
        else:
            groups.append(([Joined(one.order, FIRST)], [one.years] if one.years else []))
    return [group for group, _ in groups]


def _one_time(one: Known, years: Sequence[Years]) -> bool:
    """Whether the body can be the group's: near in time, or where time is not known by a long name without a number."""
    words = one.name.split()
    if one.years is not None and years:
        return (len(words) > 1 or one.name.isupper()) and all(
            (apart(one.years, other) or 0) <= _NEAR for other in years
        )
    return len(words) >= _LONG and not _NUMBERED.search(one.name)
