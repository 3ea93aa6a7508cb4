"""What stands beside a counted noun and says what is counted: before its figure, or after `человек`."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.agreement import GENITIVE, GENITIVE_PLURAL
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.inverted import is_animate, phrase_before
from letopis.dimensions.quantity.lexicon import load
from letopis.dimensions.quantity.nouns import NounPhrase, is_adjectival, phrase_after
from letopis.dimensions.quantity.scene import Scene
from letopis.dimensions.quantity.substance import is_free, partitive_before
from letopis.language.months import MONTHS

NOT_COUNTED = frozenset(MONTHS) | {"год", "г", "век", "число", "час", "класс", "треть", "четверть"}
"""Nouns after a figure that other rules read."""
_OPENING = frozenset({"", ",", ";", ":", ".", "—", "–", "и", "да", BREAK})


def people_of_a_kind(view: View, found: Draft, phrase: NounPhrase) -> None:
    """`430 человек казаков`: the noun after says what people they are."""
    if phrase.lemma != "человек" or found.end != phrase.end:
        return
    kind = phrase_after(view, phrase.end, GENITIVE_PLURAL)
    if kind is None or kind.number != "Plur" or kind.item[:1].isupper() or not is_animate(kind.lemma):
        return
    if not is_adjectival(kind.lemma) and kind.lemma != "человек":
        found.end, found.item = kind.end, kind.item
        found.rule.append("people-of-a-kind")
        found.trace.append(f"item: {kind.item}, what people they are")


def held_before(scene: Scene, found: Draft) -> None:
    """`муки две баржи`, `свеч сальных три ящика`: what the counted thing holds stands before it and in the span."""
    view = scene.view
    if found.start != scene.figure.start or scene.figure.high < 2 or found.rule[-1] != "number-noun":
        return
    before = phrase_before(view, found.start, GENITIVE, scene.floor)
    if before is None and view.form(found.start - 2) in _OPENING:
        before = partitive_before(view, found.start, scene.floor)
    if before is None or not is_free(view, before) or before.item[:1].isupper() or is_animate(before.lemma):
        return
    opens = view.form(before.start - 1) in _OPENING or view.tokens[before.start - 1].pos_ == "VERB"
    oblique = view.tokens[found.start].morph.get("Case", ["Nom"])[0] not in {"Nom", "Acc"}
    if oblique or view.tokens[before.head].morph.get("Case", []) not in (["Gen"], ["Par"], ["Dat"]):
        return
    if opens and not is_adjectival(before.item.split()[-1]) and before.lemma not in NOT_COUNTED:
        found.start = before.start
        found.item = before.item if found.item == "штука" else found.item
        found.rule.append("held-before")
        found.trace.append(f"holds: {before.item}, the genitive before the figure")


def item_before_classifier(scene: Scene, found: Draft, phrase: NounPhrase) -> None:
    """`дворян 50 человек`, `лошадей 30 голов`: the noun before is what is counted."""
    view = scene.view
    if phrase.lemma not in load("context")["classifiers"]["lemmas"] or phrase.start != phrase.head:
        return
    before = phrase_before(view, found.start, GENITIVE, scene.floor)
    if before is None or before.lemma in NOT_COUNTED or not is_free(view, before) or before.item[:1].isupper():
        return
    if before.number == "Sing" and found.scale < 1000 and phrase.lemma != "голова":
        return
    found.start, found.item = before.start, before.item
    found.rule.append("item-before")
    found.trace.append(f"item: {before.item}, the genitive before the figure")
