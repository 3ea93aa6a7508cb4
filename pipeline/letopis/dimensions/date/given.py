"""A date that the document's own markup gives: its attributes say when it is, else the rules' reading of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.tokens import Span

from letopis.dimensions.date.reading import expression_of, remember
from letopis.dimensions.date.terms import Period, Term
from letopis.dimensions.date.value import unresolved, value
from letopis.dimensions.mention import Mention

# TEI's att.datable.w3c: a year, a month or a day of the proleptic Gregorian calendar, with or without an hour.
_DAY = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?")


def dated(span: Span, attributes: Mapping[str, str], rule: str, found: Sequence[Span]) -> Mention:
    """The date mention on `span`; `found` are the rules' dates that meet it."""
    nearest = max(found, key=lambda one: min(one.end, span.end) - max(one.start, span.start), default=None)
    read: dict[str, Any] = dict(nearest._.value) if nearest is not None else unresolved()
    said = _said(attributes)
    if said is not None and said["edtf"] != read["edtf"]:
        return Mention(span.start, span.end, "date", said, rule, said["edtf"], ["its attributes say when"])
    mention = Mention(span.start, span.end, "date", read, rule, read["edtf"], ["the rules read its words"])
    expression = expression_of(nearest) if nearest is not None else None
    if expression is not None:
        remember(span.doc, mention, expression)
    return mention


def _said(attributes: Mapping[str, str]) -> dict[str, Any] | None:
    """What `when`, or the bounds, say; `None` where they say nothing that is a date."""
    if "when" in attributes:
        start = end = _term(attributes["when"])
    else:
        start = _term(attributes.get("from", attributes.get("notBefore", "")))
        end = _term(attributes.get("to", attributes.get("notAfter", "")))
    if (start is None and end is None) or (start and end and start.first() > end.last()):
        return None
    return value(Period(start, end, "gregorian"))


def _term(written: str) -> Term | None:
    match = _DAY.fullmatch(written.strip())
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None
    term = Term(year, month, day)
    return term if day is None or day <= Term(year, month).last()[2] else None
