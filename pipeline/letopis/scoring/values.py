"""When the value found for a date or a quantity is the value wanted."""

from __future__ import annotations

from datetime import date
from typing import Any

from letopis.scoring.folding import fold

Value = dict[str, Any]

# The parts of a quantity that are judged each alone.
QUANTITY_PARTS = ("number", "bound", "unit", "item")


def same_date(gold: Value, found: Value) -> bool:
    """The same EDTF, or the same earliest and latest day; a date without EDTF wants one without."""
    if gold.get("edtf") is None:
        return found.get("edtf") is None
    return found.get("edtf") == gold["edtf"] or _bounds(gold) == _bounds(found)


def _bounds(value: Value) -> tuple[Any, Any]:
    return value.get("earliest"), value.get("latest")


def interval_overlap(gold: Value, found: Value) -> float:
    """How far two dates cover the same days: shared days over days covered by either (Jaccard), 0 to 1.

    An open end matches an open end and nothing else: it has no length to share.
    """
    if same_date(gold, found):
        return 1.0
    ends = [*_bounds(gold), *_bounds(found)]
    if (ends[0] is None) != (ends[2] is None) or (ends[1] is None) != (ends[3] is None):
        return 0.0
    days = [_ordinal(day) for day in ends]
    first, last, other_first, other_last = days
    if None in (first, other_first) or None in (last, other_last):
        return 0.0
    assert first is not None and last is not None and other_first is not None and other_last is not None
    shared = min(last, other_last) - max(first, other_first) + 1
    covered = max(last, other_last) - min(first, other_first) + 1
    return max(0, shared) / covered if covered > 0 else 0.0


# The longest that a date of each granularity is, in days.
_GRANULARITIES = (("day", 1), ("month", 31), ("season", 93), ("year", 366), ("decade", 3_653), ("century", 36_525))


def granularity(value: Value) -> str | None:
    """How fine a date is, by the days between its bounds: day, month, season, year, decade, century, age.

    An interval is as fine as its length, one with an open end is `open`; `None` where neither end is known.
    """
    ends = _bounds(value)
    if ends == (None, None):
        return "open" if value.get("edtf") else None
    first, last = _ordinal(ends[0]), _ordinal(ends[1])
    if first is None or last is None:
        return "open"
    return next((name for name, days in _GRANULARITIES if last - first < days), "age")


def _ordinal(day: str | None) -> int | None:
    """Days since an arbitrary origin in the proleptic Gregorian calendar, years before 1 too."""
    if day is None:
        return None
    sign, digits = (-1, day[1:]) if day.startswith("-") else (1, day)
    year, month, of_month = (int(part) for part in digits.split("-"))
    year *= sign
    # The calendar repeats every 400 years of 146,097 days.
    turns = (year - 2000) // 400
    return date(year - turns * 400, month, of_month).toordinal() + turns * 146_097


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)


def quantity_parts(gold: Value, found: Value) -> dict[str, bool]:
    """Which parts of a quantity are right: its number, bound, unit and item."""
    return {
        "number": all(_number(gold.get(end)) == _number(found.get(end)) for end in ("low", "high")),
        "bound": gold.get("bound") == found.get("bound"),
        "unit": fold(gold.get("unit")) == fold(found.get("unit")),
        "item": fold(gold.get("item")) == fold(found.get("item")),
    }


def same_figure(gold: Value, found: Value) -> bool:
    """The same number and bound, whatever the unit and item."""
    parts = quantity_parts(gold, found)
    return parts["number"] and parts["bound"]


def same_quantity(gold: Value, found: Value) -> bool:
    """The same type, number, bound, unit and item."""
    return gold.get("type") == found.get("type") and all(quantity_parts(gold, found).values())


def same_value(kind: str, gold: Value | None, found: Value | None) -> bool:
    """Whether a date or a quantity has the value wanted."""
    judge = same_date if kind == "date" else same_quantity
    return judge(gold or {}, found or {})
