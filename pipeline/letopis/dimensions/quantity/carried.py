"""What a figure without its noun carries on from the quantity before it: its type, its row, the plan it answers to."""

from __future__ import annotations

from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.dimensions.quantity.scene import Scene
from letopis.dimensions.quantity.setting import same_sentence
from letopis.language.declension import readings

TYPES = frozenset({"count", "money", "measure"})
_HUNDRED = 100
_MEMBER = 4


def goes_on_from_percents(scene: Scene) -> bool:
    """`православных 96,1%, раскольников 2,3`: a decimal in a row of percents counts nobody."""
    figure, last = scene.figure, scene.last
    broken = figure.in_figures and figure.scale == 1 and figure.high.denominator != 1
    return broken and last is not None and last.type == "percent" and same_sentence(scene.view, last.end, figure.start)


def is_of_that_age(found: Draft, previous: Draft) -> bool:
    """`детей до 14 лет 435`: how many of that age there are."""
    told = found.figure is not None and found.figure.in_figures and found.start == previous.end
    return told and previous.unit_name == "год" and previous.bound in {"at_most", "less_than", "at_least", "more_than"}


def is_planned(view: View, start: int) -> bool:
    """`при плане в 9 500`, `против сметы 300`: what was reckoned beside what came out."""
    at = start - 1 - (view.form(start - 1) in {"в", "на"})
    return view.form(at).startswith(stems("context", "planned", "stems"))


def goes_on(view: View, found: Draft, previous: Draft) -> bool:
    """`168 вёрст, до Клина 84½`; `180 руб., ученика 45`: a new member of the row, without a verb of its own."""
    first = previous.end
    if previous.type == "percent" and view.form(first + 1) == "," and view.form(first)[:1].isalpha():
        first += 1
    between = range(first, found.start)
    if not 1 < len(between) <= _MEMBER or view.form(first) not in {",", ";", "и", "а", "да"}:
        return False
    if view.form(found.start - 1) in word_set("context", "numbering", "words"):
        return False
    return all(view.tokens[i].pos_ in {"ADP", "NOUN", "PROPN", "ADJ", "ADV"} for i in between[1:])


def takes_type(view: View, previous: Draft, found: Draft) -> bool:
    """Whether a figure is of the type before it; of stretches of time: `на десять лет, а то и на двадцать пять`."""
    before = view.form(found.start - 1)
    if previous.type == "age":
        return before in {"и", "нет"}
    if previous.type == "percent":
        return found.high < _HUNDRED and view.tokens[found.start - 1].pos_ != "VERB"
    if previous.type != "duration":
        return previous.type in TYPES
    return before == view.form(previous.start - 1) and view.tokens[found.start - 1].pos_ == "ADP"


def disagrees(view: View, found: Draft, previous: Draft) -> bool:
    """`ссуда в 8 000 рублей, две откроют`: the feminine goes with no masculine unit."""
    if found.figure is None or previous.unit is None or view.form(found.end - 1) not in {"две", "обе", "одна", "одну"}:
        return False
    return any(r.role == "noun" and r.case == "Nom" and r.gender == "Masc" for r in readings(previous.unit.lemma))
