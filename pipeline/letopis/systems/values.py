"""Values of the contract from the plain numbers that peers give."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

# Nominative names of the currencies whose codes natasha and Pullenti give.
CURRENCIES = {"RUB": "рубль", "USD": "доллар", "EUR": "евро"}


def date_value(year: int | None, month: int | None = None, day: int | None = None) -> dict[str, Any]:
    """The value of a year, a month or a day; without a year, or with an impossible day, one without EDTF."""
    value: dict[str, Any] = {"edtf": None, "earliest": None, "latest": None, "calendar": "unspecified"}
    if year is None or not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return value
    last = monthrange(year, month)[1] if month else 31
    if day is not None and (month is None or not 1 <= day <= last):
        return value
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    value["edtf"] = "-".join(parts)
    value["earliest"] = f"{year:04}-{month or 1:02}-{day or 1:02}"
    value["latest"] = f"{year:04}-{month or 12:02}-{day or last:02}"
    return value


def between(first: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    """The interval from one date value to another."""
    known = first["edtf"] is not None and last["edtf"] is not None
    return {
        "edtf": f"{first['edtf']}/{last['edtf']}" if known else None,
        "earliest": first["earliest"] if known else None,
        "latest": last["latest"] if known else None,
        "calendar": "unspecified",
    }


def money_value(amount: float, currency: str | None) -> dict[str, Any]:
    """An exact sum of money; an unknown currency code stands for itself."""
    whole = int(amount) if amount == int(amount) else amount
    return {
        "type": "money",
        "low": whole,
        "high": whole,
        "bound": "exact",
        "unit": CURRENCIES.get(currency, currency) if currency else None,
        "item": None,
    }
