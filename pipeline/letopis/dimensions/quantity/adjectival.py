"""Adjectives before their figure that stand for a noun: `больных 45`, `домов новых 5, старых 9`."""

from __future__ import annotations

from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.inverted import adjective_before, is_animate, is_personal
from letopis.dimensions.quantity.nouns import NounPhrase, adjective_nominative, is_adjectival
from letopis.dimensions.quantity.scene import Scene
from letopis.dimensions.quantity.setting import same_sentence
from letopis.language.declension import readings

_CONTINUING = frozenset({",", ";", "и", "а", "да", "в", "том", "числе", "из", "них"})


def counted_adjective(scene: Scene, end: int) -> NounPhrase | None:
    """`больных 45`: an adjective that stands for persons, unless it goes on from a thing: `домов новых 5, старых 9`."""
    if end <= scene.floor:
        return None
    found = adjective_before(scene.view, end)
    last = scene.last if scene.last is not None and same_sentence(scene.view, scene.last.end, end) else None
    if found is None or is_personal(scene.view.texts[found.head]) or not _names_a_thing(last):
        return found
    return found if with_head_before(scene, found) is not None else None


def with_head_before(scene: Scene, phrase: NounPhrase) -> str | None:
    """`школ земских 23, церковных шесть`: the adjective with the noun of the count before it, which it goes on from."""
    view, last = scene.view, scene.last
    if (
        last is None
        or last.type != "count"
        or last.item is None
        or last.head is None
        or "inverted" not in last.rule[-1]
    ):
        return None
    if not same_sentence(view, last.end, phrase.start) or is_personal(view.texts[phrase.head]):
        return None
    between = set(view.forms[last.end : phrase.start])
    head = last.item.split()[-1]
    if not between <= _CONTINUING or is_adjectival(head):
        return None
    gender = next((r.gender for r in readings(head) if r.role == "noun" and r.case == "Nom" and r.gender), None)
    return f"{adjective_nominative(view, phrase.head, gender, False)} {head}"


def _names_a_thing(last: Draft | None) -> bool:
    """Whether the quantity before has something inanimate that an adjective may go on from."""
    if last is None or last.type in {"duration", "age", "percent"}:
        return False
    if last.item is None:
        return last.unit is not None
    head = last.item.split()[-1]
    return not is_animate(head) and not head.endswith(("ый", "ий", "ой"))
