"""Where mentions live on a spaCy `Doc`, and how the stages hand them on.

`doc.spans["letopis"]` holds one `Span` a mention, `span.label_` its kind. What the span means is read
through extension attributes: `span._.value` (a dict in the shape of `letopis.records.models`),
`span._.normal`, `span._.rule`, `span._.trace` (how the value came about, for `letopis explain`).
Facts and entities refer to a mention by its key `(kind, start_char, end_char)`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span

from letopis.language.memory import memory

SPANS = "letopis"
_STORE = "letopis.mentions"
_INDEX = "mentions by place"

MentionKey = tuple[str, int, int]


@dataclass(slots=True)
class Mention:
    """A mention as a rule proposes it: token bounds (half-open), kind, value, and the rule's readable name."""

    start: int
    end: int
    kind: str
    value: dict[str, Any]
    rule: str
    normal: str | None = None
    trace: list[str] = field(default_factory=list)


def key(span: Span) -> MentionKey:
    """The identity of a mention inside its document: kind and character offsets."""
    return (span.label_, span.start_char, span.end_char)


def _stored(span: Span) -> dict[str, Any]:
    store: dict[MentionKey, dict[str, Any]] = span.doc.user_data.get(_STORE, {})
    return store.get(key(span), {})


def _set(field_name: str) -> Any:
    def setter(span: Span, new: Any) -> None:
        span.doc.user_data.setdefault(_STORE, {}).setdefault(key(span), {})[field_name] = new

    return setter


def _get(field_name: str) -> Any:
    return lambda span: _stored(span).get(field_name)


for _name in ("value", "normal", "rule", "trace"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, getter=_get(_name), setter=_set(_name))


def mentions(doc: Doc, *kinds: str) -> list[Span]:
    """The document's mentions of the given kinds (all where none is given), by start, longest first."""
    group = doc.spans.get(SPANS, ())
    found = [span for span in group if not kinds or span.label_ in kinds]
    return sorted(found, key=lambda span: (span.start_char, -span.end_char, span.label_))


def mentions_between(doc: Doc, start: int, end: int, *kinds: str) -> list[Span]:
    """The mentions of the given kinds that begin at tokens `start` to `end` (half-open), in the order of `mentions`.

    The index behind it is built once after each change, so that a stage may ask sentence by sentence.
    """
    bounds: list[tuple[int, int, str]] | None = memory(doc).get(_INDEX)
    if bounds is None:
        bounds = memory(doc)[_INDEX] = [(span.start, span.end, span.label_) for span in mentions(doc)]
    first, last = bisect_left(bounds, (start,)), bisect_left(bounds, (end,))
    return [Span(doc, a, b, label=kind) for a, b, kind in bounds[first:last] if not kinds or kind in kinds]


def as_mention(span: Span) -> Mention:
    """The mention that `span` of `doc.spans` shows, to be set again."""
    return Mention(span.start, span.end, span.label_, span._.value, span._.rule, span._.normal, span._.trace)


def set_mentions(doc: Doc, kind: str, found: Iterable[Mention]) -> None:
    """Replace the document's mentions of `kind` by `found`; of two that overlap the longest stands."""
    memory(doc).pop(_INDEX, None)
    store = doc.user_data.setdefault(_STORE, {})
    kept = [span for span in doc.spans.get(SPANS, ()) if span.label_ != kind]
    for old in [stored for stored in store if stored[0] == kind]:
        del store[old]
    for mention in without_overlap(found):
        span = Span(doc, mention.start, mention.end, label=kind)
        store[key(span)] = {
            "value": mention.value,
            "normal": mention.normal,
            "rule": mention.rule,
            "trace": mention.trace,
        }
        kept.append(span)
    doc.spans[SPANS] = sorted(kept, key=lambda span: (span.start_char, -span.end_char, span.label_))


def without_overlap(found: Iterable[Mention]) -> list[Mention]:
    """Those of `found` that stand when overlaps are resolved: the longest first, then the earliest."""
    taken: set[int] = set()
    standing = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        tokens = range(mention.start, mention.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            standing.append(mention)
    return sorted(standing, key=lambda m: m.start)
