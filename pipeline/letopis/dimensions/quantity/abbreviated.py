"""What is counted, abbreviated: `2 000 чел.`, `50 экз.`, `жит. 1 126`."""

from __future__ import annotations

from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.lexicon import load, word_set
from letopis.dimensions.quantity.nouns import NounPhrase
from letopis.dimensions.quantity.scene import Scene

_SHORTEST = 3
"""Letters: a shorter abbreviation before a figure says too little."""


def abbreviated_after(view: View, at: int) -> NounPhrase | None:
    """`2 000 чел.`, `50 экз.`"""
    form = view.form(at)
    whole = load("context")["classifiers"]["two_words"].get(f"{form} {view.form(at + 2)}")
    if whole is not None and view.text(at + 1) == ".":
        return NounPhrase(at, at + 3 + (view.text(at + 3) == "."), whole, at, whole, "Gen", "Plur")
    lemma = load("context")["classifiers"]["abbr"].get(form)
    if lemma is None or (len(form) == 1 and view.text(at + 1) != "."):
        return None
    end = at + 1 + (view.text(at + 1) == "." and view.joins(at))
    return NounPhrase(at, end, lemma, at, lemma, "Gen", "Plur")


def abbreviated_before(scene: Scene, end: int) -> NounPhrase | None:
    """`жит. 1 126`, `чел. 40`: an abbreviation of what is counted, before its figure."""
    view, at = scene.view, end - 2
    if at < scene.floor or view.text(end - 1) != "." or not view.joins(at) or len(view.form(at)) < _SHORTEST:
        return None
    lemma = load("context")["classifiers"]["abbr"].get(view.form(at))
    if lemma is None or view.form(at) in word_set("context", "numbering", "words"):
        return None
    return NounPhrase(at, end, lemma, at, lemma, "Gen", "Plur")
