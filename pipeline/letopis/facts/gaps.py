"""A verb left out: `Москва дала 20 пушек, Тула — 300 ружей`; `Ершов пошёл к реке, а Вагнер — к аулу`."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.facts.matching import is_actor
from letopis.facts.phrases import Phrase
from letopis.facts.speech import DASHES

_BEFORE = frozenset({",", ";", "а", "и", "же"})


def begins_gap(doc: Doc, phrase: Phrase) -> bool:
    """Whether a dash stands for the verb after the phrase: someone named or living, after a mark or `а`."""
    after = phrase.reach()
    if phrase.prep or "Nom" not in phrase.cases or phrase.pronoun or phrase.first == 0 or after >= len(doc):
        return False
    if doc[after].text not in DASHES or doc[phrase.first - 1].lower_ not in _BEFORE:
        return False
    return phrase.kind != "quantity" and is_actor(doc, phrase)


def gap_subjects(doc: Doc, verb: int, phrases: list[Phrase]) -> list[Phrase]:
    """Those of `phrases` after the token `verb` that are subjects of its repetition left unsaid."""
    return [phrase for phrase in phrases if phrase.start > verb and begins_gap(doc, phrase)]
