"""Figures below nought: `-5 градусов`, `минус двадцать`."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.bounding import bound_before
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.scene import take_bound

_SIGNS = frozenset("-−–—‑")
_SWAPPED = {"more_than": "less_than", "at_least": "at_most", "less_than": "more_than", "at_most": "at_least"}


def take_minus(view: View, found: Draft, floor: int) -> None:
    """Take a minus right before the figure into the span and into the number; bounds turn round with it."""
    figure = found.figure
    if figure is None or found.high <= 0:
        return
    at = figure.start - 1
    if at < floor or not (view.form(at) == "минус" or _is_sign(view, at)):
        return
    found.start = min(found.start, at)
    bounding = bound_before(view, at, floor, figure)
    if bounding is not None:
        take_bound(found, bounding, before=True)
        found.bound = _SWAPPED.get(found.bound, found.bound)
    found.low, found.high = -found.high, -found.low
    found.rule.append("below-nought")
    found.trace.append(f"sign: {view.text(at)} makes the figure negative")


def _is_sign(view: View, at: int) -> bool:
    """Whether a dash is written together with the figure and apart from the word before: ` -5`, not `3-5`."""
    if view.text(at) not in _SIGNS or not view.joins(at) or view.joins(at - 1):
        return False
    before = view.text(at - 1)
    return before not in {"", BREAK} and not before[-1].isdecimal()
