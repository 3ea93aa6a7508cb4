"""The names of a document as reference sees them: in order, with gender, number and standing in the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import SPANS, mentions
from letopis.entities import gender
from letopis.language.memory import memory

_STORE = "letopis.reference"


class Row(NamedTuple):
    """A mention: token bounds, kind, gender (`None` where unknown), number, whether a subject, its sentence's start."""

    start: int
    end: int
    kind: str
    gender: str | None
    number: str
    subject: bool
    sentence: int


def rows(doc: Doc) -> list[Row]:
    """The document's names as rows, kept on the document until its mentions change."""
    group = doc.spans.get(SPANS, ())
    kept = memory(doc).get(_STORE)
    if kept is not None and kept[0] == len(group):
        return kept[1]  # type: ignore[no-any-return]
    found = [_row(span) for span in mentions(doc, "person", "place", "organization")]
    memory(doc)[_STORE] = (len(group), found)
    return found


def _row(span: Span) -> Row:
    normal = span._.normal or span.text
    said: str | None
    if span.label_ == "person":
        said = gender.of_person(normal)
        number = "Plur" if said == "Plur" else "Sing"
        said = None if said == "Plur" else said
    else:
        said, number = gender.of_thing(normal)
    head = head_of(span)
    while head.dep_ in {"conj", "appos", "flat", "flat:name"} and head.head.i != head.i:
        head = head.head
    return Row(span.start, span.end, span.label_, said, number, head.dep_.startswith("nsubj"), span[0].sent.start)


def head_of(span: Span) -> Token:
    """The token of `span` whose head stands outside it."""
    for token in span:
        if token.head.i == token.i or not span.start <= token.head.i < span.end:
            return token
    return span[0]


def at_token(found: list[Row], i: int) -> Row | None:
    """The mention that covers token `i`."""
    at = bisect_left(found, i + 1, key=lambda row: row.start)
    return next((row for row in reversed(found[max(at - 3, 0) : at]) if row.start <= i < row.end), None)


def first_at(found: Sequence[Row], start: int) -> int:
    """The place in `found` of the first mention that begins at token `start` or after it."""
    return bisect_left(found, start, key=lambda row: row.start)


def span_of(doc: Doc, row: Row) -> Span:
    """The mention of `row` as a span labelled with its kind."""
    return Span(doc, row.start, row.end, label=row.kind)
