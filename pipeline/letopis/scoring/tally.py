"""The one sum that every measure is kept in until it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Precision is `right_found / found`, recall `right_wanted / wanted`.

    For counted items both numerators are the number of pairs that are right; for cluster measures they differ.
    An accuracy has the same pair twice, so that precision, recall and F1 are all the accuracy.
    Tallies add: the sum over documents gives the micro-average.
    """

    right_found: float = 0
    found: float = 0
    right_wanted: float = 0
    wanted: float = 0

    @classmethod
    def of(cls, right: float, found: float, wanted: float) -> Tally:
        """A tally of counted items: `right` of the `found`, which are `right` of the `wanted`."""
        return cls(right, found, right, wanted)

    @classmethod
    def rate(cls, right: float, total: float) -> Tally:
        """An accuracy: `right` out of `total`."""
        return cls(right, total, right, total)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right_found + other.right_found,
            self.found + other.found,
            self.right_wanted + other.right_wanted,
            self.wanted + other.wanted,
        )

    def __bool__(self) -> bool:
        return bool(self.found or self.wanted)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found right; 0 where nothing was wanted."""
        return self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of `tallies`."""
    return sum(tallies, Tally())
