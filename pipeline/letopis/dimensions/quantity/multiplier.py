"""Thousands said once for several figures: `12 тыс. пленных, … писал о 20`, `сыну десять тысяч, дочерям по семи`."""

from __future__ import annotations

from letopis.dimensions.numeral.lexicon import lookup
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import word_set

_ALIKE = 4
"""A figure without its thousands is no more than so many times larger or smaller than the one that has them."""
_ENDS = frozenset({",", ".", ";", ")", "", BREAK, "и", "а", "да"})


def goes_on_with_multiplier(view: View, found: Draft, previous: Draft, closed: bool) -> bool:
    """Whether the thousands of the figure before go on: after a preposition (`12 тыс. пленных, … писал о 20`), of money
    also after a verb (`просил три тысячи; дали две`) and in shares (`сыну десять тысяч, дочерям по семи`)."""
    figure = found.figure
    if figure is None or previous.figure is None or previous.scale < 1000 or figure.scale != 1:
        return False
    coefficient = previous.high / previous.scale
    before = view.form(found.start - 1)
    governed = before in word_set("context", "ellipsis", "prepositions")
    paid = False
    if previous.type == "money":
        governed |= found.start == previous.end + 1 and view.form(previous.end) == ","
        shared = found.high < coefficient and view.form(found.end) in _ENDS
        governed |= shared and before in word_set("context", "ellipsis", "shares")
        governed |= before in word_set("context", "ellipsis", "rest")
        paid = _is_paid(view, found.start - 1)
    if not (governed or paid):
        return False
    if figure.in_figures and paid and not coefficient / _ALIKE <= found.high <= coefficient * _ALIKE:
        return False
    near = coefficient / 10 <= found.high <= coefficient * 10 and found.high < 1000
    closed = closed or before in word_set("context", "ellipsis", "rest")
    return near and closed and lookup(view.form(found.end)) is None


def _is_paid(view: View, at: int) -> bool:
    """`дали две`, `просила она 70`: a verb before the figure, its pronoun between."""
    if at > 0 and view.tokens[at].pos_ == "PRON" and view.tokens[at].morph.get("Case", []) == ["Nom"]:
        at -= 1
    return at >= 0 and view.tokens[at].pos_ == "VERB"
