"""Layers of rules: each layer reads the nodes the layer before it left, and joins those that match into one.

A step's pattern is written over node classes as in `letopis.dimensions.grammar`; its result is an expression
(or `None` to decline). Of matches that overlap the longest stands, then the earlier rule's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions.date.expressions import Expression
from letopis.dimensions.date.nodes import Node
from letopis.dimensions.grammar import Grammar, Rule


@dataclass(frozen=True, slots=True)
class Found:
    """Where a step's pattern holds: the nodes, and those of its named groups."""

    doc: Doc
    nodes: Sequence[Node]
    groups: Mapping[str, Sequence[Node]]

    def __contains__(self, group: str) -> bool:
        return bool(self.groups.get(group))

    def node(self, group: str) -> Node | None:
        """The first node of a group."""
        nodes = self.groups.get(group)
        return nodes[0] if nodes else None

    def value(self, group: str, *names: str) -> Any:
        """The value of the first of the classes `names` that a group's first node has, else `None`."""
        node = self.node(group)
        if node is None:
            return None
        return next((node.values[name] for name in names if name in node.values), None)

    def merged(self) -> Found:
        """The groups that a pattern had to name twice (`day`, `day2`) under one name."""
        groups = {name.rstrip("2"): nodes for name, nodes in self.groups.items() if nodes}
        return Found(self.doc, self.nodes, groups)

    def date(self, group: str) -> Expression | None:
        """The date read at a group's first node."""
        node = self.node(group)
        return node.date if node else None


Build = Callable[[Found], Expression | None]


@dataclass(frozen=True, slots=True)
class Step:
    """A readable name, a pattern over node classes, the kind of date it makes, and what reads it."""

    name: str
    pattern: str
    kind: str
    build: Build


class Layer:
    """Steps that compete for the same nodes."""

    def __init__(self, *steps: Step) -> None:
        self._steps = steps
        self._grammar: Grammar[None] = Grammar(
            Rule(str(index), step.pattern, lambda _: None) for index, step in enumerate(steps)
        )

    def __call__(self, doc: Doc, nodes: list[Node]) -> list[Node]:
        """The nodes with every match joined."""
        joined = self._standing(doc, nodes)
        if not joined:
            return nodes
        left: list[Node] = []
        at = 0
        for start, end, node in joined:
            left.extend(nodes[at:start])
            left.append(node)
            at = end
        return [*left, *nodes[at:]]

    def _standing(self, doc: Doc, nodes: list[Node]) -> list[tuple[int, int, Node]]:
        matches = sorted(
            self._grammar.matches(doc, [node.classes for node in nodes]),
            key=lambda found: (found[1].start - found[1].end, int(found[0].name), found[1].start),
        )
        taken: set[int] = set()
        standing = []
        for rule, match in matches:
            if not taken.isdisjoint(range(match.start, match.end)):
                continue
            step = self._steps[int(rule.name)]
            matched = nodes[match.start : match.end]
            groups = {name: nodes[start:end] for name, (start, end) in match.groups.items()}
            date = step.build(Found(doc, matched, groups))
            if date is None:
                continue
            taken.update(range(match.start, match.end))
            trail = tuple(name for node in matched for name in node.trail)
            node = Node(
                matched[0].start,
                matched[-1].end,
                frozenset({"date", step.kind}),
                {},
                date,
                step.name,
                (*trail, step.name),
            )
            standing.append((match.start, match.end, node))
        return sorted(standing, key=lambda one: one[0])
