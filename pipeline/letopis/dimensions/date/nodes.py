"""The document as the date rules see it: nodes, each some tokens with classes, a value, or a date already read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from letopis.dimensions.date.expressions import Expression
from letopis.dimensions.date.lexicon import Tag


@dataclass(frozen=True, slots=True)
class Node:
    """Half-open token bounds, classes, the value each class has, and the date read here with its rule's name."""

    start: int
    end: int
    classes: frozenset[str]
    values: dict[str, Any] = field(default_factory=dict)
    date: Expression | None = None
    rule: str = ""
    trail: tuple[str, ...] = ()
    """The rules that read this node and the nodes inside it, innermost first."""

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


def word(start: int, end: int, tags: Sequence[Tag]) -> Node:
    """A node of a word with the given classes."""
    return Node(start, end, frozenset(tag for tag, _ in tags), {tag: value for tag, value in tags if value is not None})
