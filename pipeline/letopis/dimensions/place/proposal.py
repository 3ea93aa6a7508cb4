"""A place as a rule proposes it, before its name is put into the nominative."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

FIRM, MODEL, KNOWN, GUESSED = range(4)
"""How strongly a rule speaks: of proposals that overlap the stronger stands, then the longer, then the earlier."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Token bounds, the type its noun shows (`None` where none does), the rule, and its strength.

    `case` and `gender` are those of the noun beside the name; `normal` is set where the name's words do not
    stand together (`Тульской и Орловской губерний`).
    """

    start: int
    end: int
    type: str | None
    rule: str
    strength: int = FIRM
    normal: str | None = None
    case: str | None = None
    gender: str | None = None
    trace: tuple[str, ...] = field(default=())


Proposals = list[Proposal]


def standing(
    proposed: Iterable[Proposal], recut: Callable[[Proposal], list[Proposal]] = lambda _: []
) -> list[Proposal]:
    """Those of `proposed` that stand, by place; what is left of a model's name beside a firmer one is `recut`."""
    owner: dict[int, Proposal] = {}
    kept: list[Proposal] = []
    for one in sorted(proposed, key=lambda p: (p.strength, p.start - p.end, p.start)):
        for piece in _free(one, owner) if one.strength == MODEL else [one]:
            pieces = [piece] if piece == one else recut(piece)
            for fitting in pieces:
                if not any(at in owner for at in range(fitting.start, fitting.end)):
                    owner.update(dict.fromkeys(range(fitting.start, fitting.end), fitting))
                    kept.append(fitting)
    return sorted(kept, key=lambda p: p.start)


def _free(one: Proposal, owner: dict[int, Proposal]) -> list[Proposal]:
    """The runs of its tokens that nothing firmer has taken."""
    runs: list[Proposal] = []
    start: int | None = None
    for at in range(one.start, one.end + 1):
        free = at < one.end and at not in owner
        if free and start is None:
            start = at
        elif not free and start is not None:
            runs.append(replace(one, start=start, end=at))
            start = None
    return runs
