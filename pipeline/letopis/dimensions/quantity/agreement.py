"""What a figure asks of the noun it counts.

After a figure Russian asks the genitive singular (2, 3, 4, halves), the genitive plural (5 and more, multipliers,
`несколько`) or, in the oblique cases, the figure's own case in the plural.
"""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.numeral.lexicon import lookup

Asked = frozenset[tuple[str, str]]

GENITIVE: Asked = frozenset({("Gen", "Sing"), ("Gen", "Plur")})
GENITIVE_PLURAL: Asked = frozenset({("Gen", "Plur")})
GENITIVE_SINGULAR: Asked = frozenset({("Gen", "Sing")})
_OBLIQUE = ("Dat", "Ins", "Loc")
_EVERY = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


def asked(value: Fraction, scale: Fraction, form: str, in_figures: bool) -> Asked:
    """The cases and numbers that the noun after a number may have; `form` is the number's last word."""
    direct = _direct(value, scale, form)
    one = _ends_in_one(value, scale)
    if in_figures:
        return direct | (
            {(case, "Sing") for case in _EVERY} if one else {(case, "Plur") for case in ("Gen", *_OBLIQUE)}
        )
    word = lookup(form)
    cases = word.cases if word is not None else frozenset()
    if one:
        return frozenset((case, "Sing") for case in (cases or _EVERY))
    found = set(direct) if not cases or cases & {"Nom", "Acc"} else set()
    found |= {(case, "Plur") for case in cases & {"Gen", *_OBLIQUE}}
    if value >= 5:
        found |= GENITIVE_PLURAL
    if form.endswith(("ью", "ею")) and scale > 1:
        found.add(("Ins", "Plur"))
    return frozenset(found)


def _ends_in_one(value: Fraction, scale: Fraction) -> bool:
    return scale == 1 and value.denominator == 1 and value % 10 == 1 and value % 100 != 11


def _direct(value: Fraction, scale: Fraction, form: str) -> Asked:
    if scale > 1:
        return GENITIVE_PLURAL | (GENITIVE_SINGULAR if scale >= 1000 else frozenset())
    if value.denominator != 1:
        return GENITIVE
    if value % 10 in {2, 3, 4} and value // 10 % 10 != 1:
        return GENITIVE_SINGULAR | (GENITIVE_PLURAL if form.endswith(("ое", "еро")) else frozenset())
    return GENITIVE_PLURAL
