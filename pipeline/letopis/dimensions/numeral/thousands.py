"""Whether `т.` abbreviates a thousand (`18 т. пудов`, `жителей около 12 т.`)."""

from __future__ import annotations

from letopis.dimensions.numeral.lexicon import neighbours
from letopis.dimensions.numeral.view import View

_BEFORE = 7
"""Words: how far before `т.` the people may stand."""


def is_multiplier(view: View, at: int, form: str) -> bool:
    """`т.` is a thousand only before money or people, and always with its dot."""
    if form != "т":
        return True
    if view.text(at + 1) != ".":
        return False
    return view.form(at + 2) in neighbours("thousand_sign") or _counts_people(view, at)


def _counts_people(view: View, at: int) -> bool:
    """Whether people in the genitive plural stand before the figure that ends at word `at`: `жителей около 12 т.`"""
    for i in range(at - 1, max(at - _BEFORE, -1), -1):
        if view.form(i) in neighbours("thousand_of"):
            return True
        if not view.form(i)[:1].isalpha():
            continue
        morph = view.tokens[i].morph
        if morph.get("Animacy", []) == ["Anim"]:
            return morph.get("Case", []) == ["Gen"] and morph.get("Number", []) == ["Plur"]
        if view.tokens[i].pos_ not in {"ADP", "ADV", "PART"} and view.text(i + 1) != ".":
            return False
    return False
