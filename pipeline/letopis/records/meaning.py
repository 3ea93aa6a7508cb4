"""A mention's value in one short phrase for people."""

from __future__ import annotations

from letopis.records.models import DateValue, Mention, PlaceValue, QuantityValue


def meaning(mention: Mention) -> str:
    """A mention's value in one short phrase: `39000 винтовка`, `1920/1922`, `Мустафа Кемаль Ататюрк`."""
    value = mention.value
    if isinstance(value, DateValue):
        calendar = "" if value.calendar == "unspecified" else f" ({value.calendar}, {value.as_written} as written)"
        return (value.edtf or "unresolved") + calendar
    if isinstance(value, QuantityValue):
        noun = " ".join(part for part in (value.material, value.unit, value.item) if part)
        named = f": {', '.join(value.members)}" if value.members else ""
        percent = "%" if value.type == "percent" else ""
        return f"{figure(value)}{percent} {noun}".strip() + named
    place = f" ({value.type})" if isinstance(value, PlaceValue) and value.type else ""
    return (mention.normal or mention.text) + place


def figure(value: QuantityValue) -> str:
    """The number with its bound as signs: `≥ 39000`, `~ 20`, `3000–3500`."""
    low, high = _number(value.low), _number(value.high)
    return {
        "exact": low,
        "approximate": f"~ {low}",
        "more_than": f"> {low}",
        "at_least": f"≥ {low}",
        "less_than": f"< {high}",
        "at_most": f"≤ {high}",
        "range": f"{low}–{high}",
        "vague": f"{low}…{high}",
    }[value.bound]


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:g}" if abs(number) < 1e6 and number != int(number) else f"{number:.10g}"
