"""What one numeral of a text is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Number = Fraction | int
Kind = Literal["cardinal", "ordinal", "collective", "fraction", "roman", "cyrillic"]
Written = Literal["digits", "words", "mixed", "roman", "cyrillic"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: half-open token bounds, the number with its multipliers applied, and how it was read.

    `low` and `high` bound a number that is not one (`сотни тысяч`, `две-три`), and are `None` otherwise.
    `scale` is the last multiplier said (1000 in `39 тыс.`), 1 where there is none. `inverted` marks a multiplier
    put first (`тысяч сорок`), which makes the number approximate; `over` a `с лишним` before the multiplier.
    `case` is the one UD case that the words show.
    """

    start: int
    end: int
    value: Number
    kind: Kind
    written: Written
    rule: str
    case: str | None = None
    low: Number | None = None
    high: Number | None = None
    scale: Number = 1
    inverted: bool = False
    over: bool = False

    @property
    def is_cardinal(self) -> bool:
        """Whether it counts: a cardinal, a collective or a fraction."""
        return self.kind in {"cardinal", "collective", "fraction"}


def plain(value: Number) -> Number:
    """The number as an `int` where it is whole."""
    return int(value) if Fraction(value).denominator == 1 else value
