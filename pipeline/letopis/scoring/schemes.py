"""The four schemes of SemEval-2013 task 9 for judging named spans, over all kinds at once.

Source: Segura-Bedmar, Martínez, Herrero-Zazo, SemEval-2013 Task 9, section 5. Each scheme sorts pairs into
correct, incorrect and partial; what has no pair is missed or spurious. Precision is
(correct + ½ partial) / found, recall (correct + ½ partial) / wanted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from letopis.scoring.matching import Span, match, same_span
from letopis.scoring.tally import Tally

Verdict = Literal["correct", "incorrect", "partial"]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many spans of a document fell into each class."""

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def tally(self) -> Tally:
        """The counts as a tally, a partial match worth a half."""
        paired = self.correct + self.incorrect + self.partial
        return Tally.of(self.correct + self.partial / 2, paired + self.spurious, paired + self.missed)


class Scheme(ABC):
    """A rule that gives a pair of overlapping spans its verdict."""

    name: str

    @abstractmethod
    def verdict(self, gold: Span, found: Span) -> Verdict:
        """What the pair counts as."""

    def judge(self, gold: Sequence[Span], found: Sequence[Span]) -> Verdicts:
        """The verdicts of one document under the pairing that this scheme likes best."""
        worth = {"correct": 3, "partial": 2, "incorrect": 1}
        pairs = match(gold, found, lambda one, other: worth[self.verdict(one, other)])
        given = [self.verdict(gold[i], found[j]) for i, j in pairs]
        return Verdicts(
            correct=given.count("correct"),
            incorrect=given.count("incorrect"),
            partial=given.count("partial"),
            missed=len(gold) - len(pairs),
            spurious=len(found) - len(pairs),
        )


class Strict(Scheme):
    """Correct where bounds and kind are both the same; any other overlap is incorrect."""

    name = "strict"

    def verdict(self, gold: Span, found: Span) -> Verdict:
        """Same bounds, same kind."""
        return "correct" if same_span(gold, found) and gold["kind"] == found["kind"] else "incorrect"


class Boundary(Scheme):
    """Correct where the bounds are the same, whatever the kind; any other overlap is incorrect."""

    name = "boundary"

    def verdict(self, gold: Span, found: Span) -> Verdict:
        """Same bounds."""
        return "correct" if same_span(gold, found) else "incorrect"


class Type(Scheme):
    """Correct where the spans overlap and the kind is the same; an overlap with another kind is incorrect."""

    name = "type"

    def verdict(self, gold: Span, found: Span) -> Verdict:
        """Same kind, given that they overlap."""
        return "correct" if gold["kind"] == found["kind"] else "incorrect"


class Partial(Scheme):
    """Correct where the bounds are the same, partial (a half) where they only overlap, whatever the kind."""

    name = "partial"

    def verdict(self, gold: Span, found: Span) -> Verdict:
        """Same bounds, or some of them."""
        return "correct" if same_span(gold, found) else "partial"


SCHEMES: tuple[Scheme, ...] = (Strict(), Boundary(), Type(), Partial())
