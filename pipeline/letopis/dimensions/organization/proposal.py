"""An organization as a rule proposes it, before its name is put into the nominative."""

from __future__ import annotations

from dataclasses import dataclass

FIRM, MODEL = 0, 1


@dataclass(frozen=True, slots=True)
class Proposal:
    """Token bounds, the rule, and whether a rule of heads or the model speaks.

    `normal` is set where the name's words do not stand in their order or are abbreviated.
    """

    start: int
    end: int
    rule: str
    strength: int = FIRM
    normal: str | None = None
