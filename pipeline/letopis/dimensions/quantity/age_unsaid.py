"""Ages whose unit stands apart from its figure, or is left unsaid: `ей было двадцать`, `сын Иван 12`."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.bounding import owner_before
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, units, word_set

_OLDEST = 110
_OTHERS = frozenset({"money", "measure"})
_ENDS = frozenset({",", ".", ";", ")", "", BREAK, "и", "а", "да"})


def is_age_apart(view: View, found: Draft) -> bool:
    """Whether the unit stands apart: `лет ему было двадцать семь`, `лет, пожалуй, сорока`."""
    between = word_set("context", "age", "dative") | word_set("context", "age", "apart")
    between |= word_set("context", "age", "perhaps")
    for i in range(found.start - 1, max(found.start - 6, -1), -1):
        form = view.form(i)
        if form in {"лет", "годов", "годков"} and i < found.start - 1:
            found.type, found.unit, found.unit_name = "age", units()["год"], "год"
            if view.form(i + 1) == ",":
                found.bound = "approximate" if found.bound == "exact" else found.bound
            found.trace.append("age: `лет` stands apart from its figure")
            return True
        if form not in between:
            return False
    return False


def is_age_of_kin(view: View, found: Draft, previous: Draft | None, following: Draft | None, closed: bool) -> bool:
    """Whether it is an age whose unit another has, or none: `жена Авдотья 34, сын Иван 12, дочь Марья 3 лет`."""
    at = found.start - 1
    if found.high > _OLDEST or not closed or at < 0 or view.form(at) == "лет":
        return False
    owned = (found.rule[0] == "bounded" and owner_before(view, found.start)) or _is_told_of(view, found, previous)
    told = any(other is not None and other.unit_name == "год" for other in (previous, following))
    named = view.tokens[at].pos_ == "PROPN" or view.form(at).startswith(stems("context", "age", "persons"))
    if not owned and not (told and named and view.form(found.end) in _ENDS):
        return False
    found.type = "age"
    found.trace.append("age: of somebody named before it")
    return True


def _is_told_of(view: View, found: Draft, previous: Draft | None) -> bool:
    """`ей было двадцать`, `мне тридцать один`: a dative that opens its clause, with at most a copula between."""
    figure = found.figure
    if figure is None or figure.collective or figure.in_figures or found.high.denominator != 1:
        return False
    if previous is not None and previous.type in _OTHERS:
        return False
    for i in range(found.start - 1, max(found.start - 5, -1), -1):
        form = view.form(i)
        if form in word_set("context", "age", "dative"):
            opens = view.form(i - 1) in _ENDS | {"—", "–", "но", "когда", "что", ":"} or view.tokens[i].is_sent_start
            return bool(opens) or i < found.start - 1 or view.form(found.start - 1) == "было"
        if form not in word_set("context", "age", "apart"):
            return False
    return False
