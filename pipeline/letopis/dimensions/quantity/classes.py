"""What each token is to the rules of quantities, for `letopis explain`."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.numeral.lexicon import fold, lookup
from letopis.dimensions.quantity.agreement import GENITIVE
from letopis.dimensions.quantity.lexicon import bounds, load, unit_abbreviations, unit_forms, word_set
from letopis.language.declension import readings

Classes = frozenset[str]


def classes(doc: Doc) -> list[Classes]:
    """The class names of every token: number words by role, units by family, bounds, materials, genitives."""
    return [_classes(token.text) for token in doc]


def _classes(text: str) -> Classes:
    form = fold(text)
    found: set[str] = set()
    if text[:1].isdecimal():
        found.add("figures")
    if (word := lookup(form)) is not None:
        found.add(word.role)
    if (unit := unit_forms().get(form)) is not None:
        found.add(unit.family)
    if (short := unit_abbreviations().get(form)) is not None and unit is None:
        found.add(f"{short.family}-abbreviation")
    if text in load("money")["signs"]:
        found.add("money-sign")
    if any(form in phrase.words for phrases in bounds("before").values() for phrase in phrases):
        found.add("bound")
    if form in word_set("context", "numbering", "words"):
        found.add("numbering")
    if not found and text[:1].isalpha() and any((r.case, r.number) in GENITIVE for r in readings(text) if r.known):
        found.add("genitive")
    return frozenset(found)
