"""From a draft to the value of the record: numbers, bound, conversion."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.factors import Factor, factor

_OPEN_ABOVE = frozenset({"more_than", "at_least"})
_OPEN_BELOW = frozenset({"less_than", "at_most"})


def value(draft: Draft, written: int | None) -> dict[str, Any]:
    """The record's value; `written` is the year the document was written in, where that is known."""
    low = None if draft.bound in _OPEN_BELOW else number(draft.low)
    high = None if draft.bound in _OPEN_ABOVE else number(draft.high)
    found: dict[str, Any] = {
        "type": draft.type,
        "low": low,
        "high": high,
        "bound": draft.bound,
        "unit": draft.unit_name,
        "item": draft.item,
        "material": draft.material,
        "si": _si(draft, written),
    }
    if draft.members:
        found["members"] = draft.members
    return found


def number(exact: Fraction) -> int | float:
    """A JSON number: whole where it is whole, else to six decimals."""
    return int(exact) if exact.denominator == 1 else round(float(exact), 6)


def _si(draft: Draft, written: int | None) -> dict[str, Any] | None:
    found = factor(draft.measure) if draft.type == "measure" and draft.measure is not None else None
    if found is None or not found.authority.holds(written):
        return None
    low, high = _converted(draft.low, found), _converted(draft.high, found)
    return {
        "value": [low, high] if draft.bound in {"range", "vague"} else low,
        "unit": found.unit,
        "basis": f"1 {draft.unit_name} = {_decimal(found.value)} {found.unit} ({found.authority.basis})",
    }


def _converted(said: Fraction, found: Factor) -> float:
    return round(float(said * found.value), 4)


def _decimal(exact: Fraction) -> str:
    """The factor to ten figures, without an exponent."""
    return f"{float(exact):.12f}".rstrip("0").rstrip(".") if exact < 1 else f"{float(exact):.10g}"


def normal(found: dict[str, Any]) -> str:
    """A short readable rendering: `1500–2000 пуд ржаная мука`, `≥ 39000 винтовка`."""
    low, high, bound = found["low"], found["high"], found["bound"]
    sign = {"more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "approximate": "≈ "}.get(bound, "")
    figure = f"{low}–{high}" if bound in {"range", "vague"} else f"{low if low is not None else high}"
    percent = "%" if found["type"] == "percent" else None
    words = [word for word in (percent, found["unit"], found["item"]) if word]
    return " ".join([sign + figure, *words])
