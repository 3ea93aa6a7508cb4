"""Mentions that the document itself marks up: they stand before all that rules find, and rules say what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span

from letopis.dimensions import titles
from letopis.dimensions.date.given import dated
from letopis.dimensions.mention import Mention, as_mention, mentions, set_mentions
from letopis.dimensions.organization.proposal import Proposal as Body
from letopis.dimensions.organization.rules import described
from letopis.dimensions.person.bounds import Bounds
from letopis.dimensions.person.value import describe
from letopis.dimensions.place.proposal import Proposal as Place
from letopis.dimensions.place.value import mentions as places
from letopis.dimensions.quantity.given import counted

_STORE = "letopis.given"
_NAMES = ("person", "place", "organization")
_FIGURES = ("date", "quantity")


class Marked(NamedTuple):
    """Characters `start:end` of a `Doc`, the kind they are of, the element that says so and its attributes."""

    start: int
    end: int
    kind: str
    element: str
    attributes: Mapping[str, str]


class _Stretch(NamedTuple):
    """The same in tokens."""

    start: int
    end: int
    rule: str
    attributes: Mapping[str, str]

    def meets(self, span: Span) -> bool:
        return self.start < span.end and span.start < self.end

    def nests(self, span: Span) -> bool:
        """Whether one of the two lies inside the other and they are not the same."""
        inside = self.start <= span.start and span.end <= self.end
        around = span.start <= self.start and self.end <= span.end
        return inside != around


def set_given(doc: Doc, found: Iterable[Marked]) -> None:
    """Tell `apply_given` what is marked in `doc`."""
    doc.user_data[_STORE] = [(*one[:4], dict(one.attributes)) for one in found]


def apply_given(doc: Doc) -> None:
    """Put the given mentions of `doc` in the place of what rules found there; without such, change nothing."""
    by_kind: dict[str, list[_Stretch]] = {kind: [] for kind in (*_NAMES, *_FIGURES)}
    for start, end, kind, element, attributes in doc.user_data.get(_STORE, ()):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and not any(span.start < other.end for other in by_kind[kind]):
            by_kind[kind].append(_Stretch(span.start, span.end, f"given by {element}", attributes))
    if any(by_kind.values()):
        before = {kind: mentions(doc, kind) for kind in by_kind}
        for kind, stretches in by_kind.items():
            others = [s for other, all_ in by_kind.items() if other != kind for s in all_ if _rivals(kind, other)]
            kept = [
                span
                for span in before[kind]
                if not any(s.meets(span) for s in stretches)
                and not any(s.meets(span) and not (kind in _NAMES and s.nests(span)) for s in others)
            ]
            if stretches or len(kept) < len(before[kind]):
                set_mentions(doc, kind, _made(doc, kind, kept, stretches, before[kind]))


def _rivals(kind: str, other: str) -> bool:
    return (kind in _NAMES) == (other in _NAMES)


def _made(doc: Doc, kind: str, kept: list[Span], stretches: list[_Stretch], found: list[Span]) -> list[Mention]:
    """The mentions of `kind`: those kept, and the given ones with what rules and attributes say of them."""
    if kind == "person":
        return _persons(doc, kept, stretches)
    standing = [as_mention(span) for span in kept]
    if kind == "place":
        return standing + places(doc, [Place(s.start, s.end, None, s.rule) for s in stretches])
    if kind == "organization":
        return standing + [described(doc, Body(s.start, s.end, s.rule)) for s in stretches]
    reading = dated if kind == "date" else counted
    return standing + [
        reading(doc[s.start : s.end], s.attributes, s.rule, [span for span in found if s.meets(span)])
        for s in stretches
    ]


def _persons(doc: Doc, kept: list[Span], stretches: list[_Stretch]) -> list[Mention]:
    """All persons described anew, for names explain each other; titles inside a given name are its titles."""
    inner = {_after_titles(doc, s): s for s in stretches}
    bounds = [Bounds(span.start, span.end, span._.rule) for span in kept]
    bounds += [Bounds(start, s.end, s.rule) for start, s in inner.items()]
    made = describe(doc, sorted(bounds, key=lambda one: one.start))
    for mention in made:
        if mention.rule.startswith("given by ") and mention.start in inner:
            mention.start = inner[mention.start].start
    return made


def _after_titles(doc: Doc, stretch: _Stretch) -> int:
    start = stretch.start
    for at in range(stretch.start + 1, stretch.end):
        title: Any = titles.ending_at(doc, at)
        if title is not None and stretch.start <= title.start <= start:
            start = at
    return start
