"""What the rules read from: the words, the figures, and how far the last quantity reached."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.bounding import Bounding, bound_before
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.figures import Figure


@dataclass(slots=True)
class Scene:
    """The document as the rules go through it; `floor` is the view index that nothing may reach back over."""

    view: View
    figures: list[Figure]
    at: int = 0
    floor: int = 0
    blocked: frozenset[int] = frozenset()
    last: Draft | None = None

    @property
    def figure(self) -> Figure:
        """The figure being read."""
        return self.figures[self.at]

    def next_figure(self, at: int) -> tuple[int, Figure] | None:
        """The figure that begins at word `at`, with its place in the list."""
        for n in (self.at + 1, self.at + 2, self.at + 3, self.at + 4):
            if n < len(self.figures) and self.figures[n].start == at:
                return n, self.figures[n]
        return None


def draft(scene: Scene, rule: str, *, start: int | None = None, end: int | None = None) -> Draft:
    """A draft on the figure at hand, its bounding words taken in."""
    figure = scene.figure
    begin = figure.start if start is None else start
    found = Draft(
        begin,
        figure.end if end is None else end,
        figure,
        figure.low,
        figure.high,
        figure.bound,
    )
    found.trace.append(f"number: {_said(scene.view, figure)} = {_shown(figure)} ({figure.rule})")
    bounding = bound_before(scene.view, begin, scene.floor, figure)
    if bounding is not None:
        take_bound(found, bounding, before=True)
    found.rule.append(rule)
    return found


def take_bound(found: Draft, bounding: Bounding, *, before: bool) -> None:
    """Let a bounding phrase into the span, and what it says into the bound."""
    if before:
        found.start = bounding.at
    else:
        found.end = max(found.end, bounding.at)
    found.trace.append(f"bound: {bounding.words} → {bounding.bound}")
    if found.bound in {"exact", "approximate", "vague"} or (found.bound == "range" and bounding.bound != "approximate"):
        if found.bound == "range" and bounding.bound in {"more_than", "at_least"}:
            found.high = found.low
        elif found.bound == "range":
            found.low = found.high
        found.bound = bounding.bound
    if found.rule[:1] != ["bounded"]:
        found.rule.insert(0, "bounded")


def _said(view: View, figure: Figure) -> str:
    return " ".join(view.texts[figure.start : figure.end])


def _shown(figure: Figure) -> str:
    return _plain(figure.low) if figure.low == figure.high else f"{_plain(figure.low)}…{_plain(figure.high)}"


def _plain(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else f"{float(number):g}"
