"""A quantity while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from letopis.dimensions.quantity.figures import Figure
from letopis.dimensions.quantity.lexicon import Unit


@dataclass(slots=True)
class Draft:
    """View bounds, the figure with its bound, and what is counted, measured or paid.

    `unit_name` is what the record calls the unit, `measure` the unit it converts by, `None` where none is safe.
    `elliptical` says that the text leaves the noun unsaid; `rule` collects the names of the rules that took part.
    """

    start: int
    end: int
    figure: Figure | None
    low: Fraction
    high: Fraction
    bound: str
    type: str = "count"
    unit: Unit | None = None
    unit_name: str | None = None
    measure: str | None = None
    item: str | None = None
    material: str | None = None
    members: list[str] | None = None
    elliptical: bool = False
    head: int = -1
    rule: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)

    @property
    def scale(self) -> Fraction:
        """The figure's last multiplier."""
        return self.figure.scale if self.figure is not None else Fraction(1)
