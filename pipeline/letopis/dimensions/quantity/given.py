"""A quantity that the document's own markup gives: its attributes say how much, else the rules that read its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from spacy.tokens import Span

from letopis.dimensions.mention import Mention
from letopis.dimensions.quantity.lexicon import unit_forms
from letopis.dimensions.quantity.value import normal, number
from letopis.sources.orthography.rules import modern


def counted(span: Span, attributes: Mapping[str, str], rule: str, found: Sequence[Span]) -> Mention:
    """The quantity mention on `span`; `found` are the rules' quantities that meet it."""
    nearest = max(found, key=lambda one: min(one.end, span.end) - max(one.start, span.start), default=None)
    said = _said(attributes)
    if nearest is not None and (said is None or _agree(said, nearest._.value)):
        read = dict(nearest._.value)
        return Mention(span.start, span.end, "quantity", read, rule, normal(read), ["the rules read its words"])
    if said is None:
        unread = _value(attributes, None, None, "vague")
        return Mention(span.start, span.end, "quantity", unread, rule, None, ["neither rules nor attributes say it"])
    return Mention(span.start, span.end, "quantity", said, rule, normal(said), ["its attributes say how much"])


def _agree(said: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    return (said["low"], said["high"]) == (read["low"], read["high"])


def _said(attributes: Mapping[str, str]) -> dict[str, Any] | None:
    exact = _figure(attributes.get("quantity"))
    if exact is not None:
        return _value(attributes, exact, exact, "exact")
    low = _figure(attributes.get("min") or attributes.get("atLeast"))
    high = _figure(attributes.get("max") or attributes.get("atMost"))
    if low is not None and high is not None:
        return _value(attributes, low, high, "range") if low <= high else None
    if low is not None:
        return _value(attributes, low, None, "at_least")
    return _value(attributes, None, high, "at_most") if high is not None else None


def _value(attributes: Mapping[str, str], low: Fraction | None, high: Fraction | None, bound: str) -> dict[str, Any]:
    name = _word(attributes.get("unit"))
    unit = unit_forms().get(name) if name else None
    return {
        "type": unit.type if unit else "measure" if name and name != "count" else "count",
        "low": None if low is None else number(low),
        "high": None if high is None else number(high),
        "bound": bound,
        "unit": unit.lemma if unit else None if name == "count" else name,
        "item": _word(attributes.get("commodity")),
        "material": None,
        "si": None,
    }


def _figure(written: str | None) -> Fraction | None:
    try:
        return None if written is None or len(written) > 30 else Fraction(written.strip().replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return None


def _word(written: str | None) -> str | None:
    words = (written or "").lower().split()
    return " ".join(map(modern, words)) or None
