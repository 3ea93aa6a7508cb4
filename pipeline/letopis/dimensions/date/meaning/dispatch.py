"""What an expression comes to, given the date it hangs on; the other modules of this package say it kind by kind."""

from __future__ import annotations

from functools import singledispatch

from letopis.dimensions.date.anchor import Anchor
from letopis.dimensions.date.expressions import Expression, Year
from letopis.dimensions.date.terms import Period


@singledispatch
def evaluate(expression: Expression, anchor: Anchor | None = None) -> Period | None:
    """The period that `expression` means, or `None` where only an anchor could say."""
    raise TypeError(f"no date expression: {expression!r}")


def numbered(year: Year | None, anchor: Anchor | None, month: int | None = None) -> int | None:
    """The number of a year; of one from the Creation, that of the year AD which has `month`."""
    if year is None:
        return anchor.year_of(month) if anchor else None
    if year.number is not None:
        return year.number
    if anchor is None:
        return None
    if year.short is not None:
        return None if anchor.year is None else anchor.in_century(year.short)
    if month is not None and year.offset == 0:
        return anchor.year_of(month)
    return None if anchor.year is None else anchor.year + (year.offset or 0)
