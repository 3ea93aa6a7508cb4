"""From a draft to the value of the record: numbers, bound, conversion."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import Unit

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
    unit = draft.unit
    if draft.type != "measure" or unit is None or unit.si is None or unit.si_unit is None:
        return None
    if written is not None and written < unit.since:
        return None
    factor = Fraction(unit.si)
    low, high = _converted(draft.low, factor), _converted(draft.high, factor)
    return {
        "value": [low, high] if draft.bound in {"range", "vague"} else low,
        "unit": unit.si_unit,
        "basis": f"1 {draft.unit_name} = {unit.si} {unit.si_unit}",
    }


def _converted(said: Fraction, factor: Fraction) -> float:
    return round(float(said * factor), 4)


def normal(found: dict[str, Any]) -> str:
    """A short readable rendering: `1500–2000 пуд ржаная мука`, `≥ 39000 винтовка`."""
    low, high, bound = found["low"], found["high"], found["bound"]
    sign = {"more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "approximate": "≈ "}.get(bound, "")
    figure = f"{low}–{high}" if bound in {"range", "vague"} else f"{low if low is not None else high}"
    percent = "%" if found["type"] == "percent" else None
    words = [word for word in (percent, found["unit"], found["item"]) if word]
    return " ".join([sign + figure, *words])


def factor_note(unit: Unit) -> str:
    """How a unit is converted, for the trace."""
    return f"1 {unit.lemma} = {unit.si} {unit.si_unit}" if unit.si else f"no safe factor for {unit.lemma}"
