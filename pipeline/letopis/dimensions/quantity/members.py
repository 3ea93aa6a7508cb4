"""Proper names listed as the counted things: `два миноносца — «Живой» и «Жуткий»`."""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.draft import Draft

_OPENING = frozenset("«\"„“'")
_CLOSING = frozenset("»\"“”'")
_MOST = 12


def members(view: View, found: Draft) -> list[str] | None:
    """The names after a count's dash, colon or bracket, where they are as many as the count, or quoted."""
    if found.type != "count" or found.bound != "exact" or found.item is None or not 1 < found.high <= _MOST:
        return None
    at = found.end
    if view.form(at) not in {"—", "–", "-", ":", "("} and view.text(at) not in _OPENING:
        return None
    at += view.text(at) not in _OPENING
    names: list[str] = []
    quoted = True
    while at < len(view):
        name, end, marked = _name(view, at)
        if name is None:
            break
        names.append(name)
        quoted &= marked
        if view.form(end) not in {",", "и", "да"}:
            break
        at = end + 1 + (view.form(end) == "," and view.form(end + 1) == "и")
    if names and (Fraction(len(names)) == found.high or (quoted and 1 < len(names) <= found.high)):
        return names
    return None


def _name(view: View, at: int) -> tuple[str | None, int, bool]:
    """A name in quotation marks, or up to three capitalised words; the view index after; whether it is quoted."""
    text = view.text(at)
    if text in _OPENING:
        for end in range(at + 1, min(at + 8, len(view))):
            if view.texts[end] in _CLOSING:
                return _joined(view, at + 1, end), end + 1, True
        return None, at, False
    end = at
    while end < min(at + 3, len(view)) and view.texts[end][:1].isupper() and view.texts[end][:1].isalpha():
        end += 1
    return (_joined(view, at, end), end, False) if end > at else (None, at, False)


def _joined(view: View, start: int, end: int) -> str:
    parts = [view.texts[i] + ("" if view.joins(i) or i == end - 1 else " ") for i in range(start, end)]
    return "".join(parts)
