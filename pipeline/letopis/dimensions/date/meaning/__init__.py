"""From what a date says to the period it means: `evaluate(expression, anchor)`."""

from letopis.dimensions.date.anchor import Anchor
from letopis.dimensions.date.meaning import composed, counted, plain
from letopis.dimensions.date.meaning.dispatch import evaluate

__all__ = ["Anchor", "composed", "counted", "evaluate", "plain"]
