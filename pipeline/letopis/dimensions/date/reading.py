"""What each date of a document says, kept beside its mention so that anchors can resolve it later."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from letopis.dimensions.date.expressions import Expression, pack, unpack
from letopis.dimensions.mention import Mention

_STORE = "letopis.dates"


def remember(doc: Doc, mention: Mention, expression: Expression) -> None:
    """Keep the expression of a date mention."""
    span = doc[mention.start : mention.end]
    doc.user_data.setdefault(_STORE, {})[(span.start_char, span.end_char)] = pack(expression)


def expression_of(span: Span) -> Expression | None:
    """The expression of a date mention, or `None` where another component found it."""
    packed = span.doc.user_data.get(_STORE, {}).get((span.start_char, span.end_char))
    found: Expression | None = None if packed is None else unpack(packed)
    return found
