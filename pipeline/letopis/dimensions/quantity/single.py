"""`один`: a true numeral, or a word that only says `a certain`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from letopis.dimensions.numeral.lexicon import lookup
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems
from letopis.dimensions.quantity.nouns import is_adjectival

_NEAR = 30
_AROUND = 3 * _NEAR
"""Tokens between the beginnings of drafts that may be near: the first may be long itself."""

_EMPHASIS = frozenset(["только", "лишь", "всего", "по", "ровно", "единственно"])
_NEVER_BEFORE = frozenset(["ни", "еще", "с", "на"])
_NEVER_ITEMS = frozenset(
    [
        "день",
        "раз",
        "время",
        "вечер",
        "утро",
        "ночь",
        "сторона",
        "слово",
        "час",
        "минута",
        "год",
        "лето",
        "зима",
        "весна",
        "осень",
        "неделя",
        "месяц",
        "сутки",
        "столетие",
        "век",
        "мгновение",
        "момент",
        "миг",
        "случай",
        "образ",
        "место",
        "человек",
        "дело",
        "часть",
        "половина",
        "другой",
        "город",
        "вещь",
        "лицо",
    ]
)


def with_neighbours(drafts: list[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Each of the drafts, sorted by place, with those that begin within some tokens of it, itself among them."""
    starts = [found.start for found in drafts]
    for found in drafts:
        first, last = bisect_left(starts, found.start - _AROUND), bisect_right(starts, found.end + _AROUND)
        yield found, drafts[first:last]


def is_true_one(view: View, found: Draft, drafts: list[Draft]) -> bool:
    """Whether `один` counts: emphasised, measured, or beside other counts of its sentence.

    `drafts` are the quantities around it; those of other sentences do not matter.
    """
    figure = found.figure
    if figure is None or figure.low != 1 or figure.high != 1 or figure.scale != 1:
        return True
    word = lookup(view.form(figure.start))
    if word is None or word.value != 1:
        return True
    if found.elliptical and _falls(view, figure.start):
        return any(other is not found and other.high > 1 and _near(view, other, found) for other in drafts)
    if found.elliptical or view.form(figure.end) in {"из", "и"} or is_adjectival((found.item or "").split(" ")[-1]):
        return False
    if "noun-one-inverted" in found.rule:
        return any(other is not found and _near(view, other, found) for other in drafts)
    before = view.form(figure.start - 1)
    if before in _EMPHASIS or "compound" in found.rule:
        return True
    if before in _NEVER_BEFORE and found.type not in {"money", "measure", "percent"}:
        return False
    if found.type in {"money", "measure", "percent"}:
        return True
    if found.type in {"duration", "age"} or (
        (found.item or "").split()[-1:] and (found.item or "").split()[-1] in _NEVER_ITEMS
    ):
        return any(other.high > 1 and _coordinated(view, other, found) for other in drafts)
    return any(
        other is not found
        and other.high > 1
        and other.type in {"count", "measure", "money"}
        and _near(view, other, found)
        for other in drafts
    )


def _falls(view: View, at: int) -> bool:
    """`убито двое, ранен один`: a verb of counting right before it."""
    return view.form(at - 1).startswith(stems("context", "counting", "stems"))


def _near(view: View, one: Draft, other: Draft) -> bool:
    """Whether two drafts stand in one sentence."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return end - start < _NEAR and not any(
        view.texts[i] == BREAK or view.tokens[i].is_sent_start for i in range(start, end + 1)
    )


def _coordinated(view: View, one: Draft, other: Draft) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return end - start <= 2 and set(view.forms[start:end]) <= {",", "и"}
