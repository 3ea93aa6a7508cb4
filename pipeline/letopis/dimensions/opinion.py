"""Dates and figures on which the accurate names model and the rules disagree: a check on the rules, nothing more.

The model knows dates, ages, sums and numbers by their looks alone. Where it sees one and no rule has read anything, or
a rule has read one that it does not see, one of them may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Span

from letopis.dimensions.mention import mentions
from letopis.language.names import ALL

Side = Literal["model", "rules"]

_AS = {"DATE": "date", "MONEY": "quantity", "NUMBER": "quantity", "PERCENT": "quantity", "AGE": "quantity"}
"""The model's types that the rules should have read, and as what."""
_BACKED = {
    "date": frozenset({"DATE", "TIME", "AGE"}),
    "quantity": frozenset({"NUMBER", "MONEY", "PERCENT", "AGE", "DATE", "TIME"}),
}
"""The types that speak for a rule's mention; to the model a duration is a date."""


def disagreements(doc: Doc) -> Iterator[tuple[Side, str, Span]]:
    """Who alone sees it, the kind, and the words, by place; nothing where the model has not read `doc`."""
    if ALL not in doc.spans:
        return
    read = [span for span in mentions(doc) if span.label_ in _BACKED]
    taken = {token.i for span in read for token in span}
    seen: dict[str, set[int]] = {kind: set() for kind in _BACKED}
    alone: list[tuple[Side, str, Span]] = []
    for span in doc.spans[ALL]:
        for kind, types in _BACKED.items():
            if span.label_ in types:
                seen[kind].update(range(span.start, span.end))
        if span.label_ in _AS and taken.isdisjoint(range(span.start, span.end)):
            alone.append(("model", _AS[span.label_], span))
    alone += [
        ("rules", span.label_, span) for span in read if seen[span.label_].isdisjoint(range(span.start, span.end))
    ]
    yield from sorted(alone, key=lambda one: (one[2].start, one[2].end, one[1]))
