"""Whether what a sentence tells of a date is past or still to come: by the verb of the date's own clause."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import sentence
from letopis.dimensions.date.verbs import verbs

Tense = Literal["past", "ahead", "present"]

_JOINING = frozenset({"и", "а", "но", "да", "или", "что", "чтобы", "который", "когда", "если"})
_AWAITED = verbs("awaited")

_PROMISED = verbs("promised")
_DUE = frozenset({"к", "ко", "до", "с", "со", "на", "по", "не"})


def awaits(verb: Token) -> bool:
    """Whether the verb's present tense tells what is to come."""
    return fold(verb.lemma_) in _AWAITED


def tense(date: Span) -> Tense | None:
    """The tense of the verb nearest to the date: in its clause, else in the clauses around; `None` without a verb."""
    clauses, own = _clauses(date)
    order = [own]
    for distance in range(1, len(clauses)):
        order += [at for at in (own + distance, own - distance) if 0 <= at < len(clauses)]
    for at in order:
        found = _of_clause(clauses[at], date)
        if found is not None:
            return found
    return None


def _clauses(date: Span) -> tuple[list[list[Token]], int]:
    """The date's sentence cut at its marks and conjunctions, and which part holds the date."""
    clauses: list[list[Token]] = [[]]
    own = 0
    for token in sentence(date.doc, date.start):
        inside = date.start <= token.i < date.end
        if not inside and (token.is_punct or fold(token.lemma_) in _JOINING):
            clauses.append([])
        clauses[-1].append(token)
        if token.i == date.start:
            own = len(clauses) - 1
    return clauses, own


def _of_clause(words: list[Token], date: Span) -> Tense | None:
    verbs = [token for token in words if token.pos_ in {"VERB", "AUX"}]
    if any(fold(token.lemma_) == "быть" and token.morph.get("Tense", []) == ["Fut"] for token in verbs):
        return "ahead"
    for verb in sorted(verbs, key=lambda token: abs(token.i - date.start)):
        found = _of_verb(verb)
        if found == "past" and fold(verb.lemma_) in _PROMISED and _is_due(date):
            return "ahead"
        if found is not None:
            return found
    return "ahead" if any(verb.morph.get("VerbForm", []) == ["Inf"] for verb in verbs) else None


def _is_due(date: Span) -> bool:
    before = date.doc[date.start - 1].lower_ if date.start else ""
    return before in _DUE or date[0].lower_ in _DUE


def _of_verb(verb: Token) -> Tense | None:
    form, told = verb.morph.get("VerbForm", []), verb.morph.get("Tense", [])
    if form == ["Part"] and (verb.morph.get("Variant", []) == ["Short"] or told == ["Past"]):
        return "past"
    if verb.morph.get("Mood", []) == ["Imp"]:
        return "ahead"
    if form != ["Fin"]:
        return None
    if told == ["Past"]:
        return "past"
    if told == ["Fut"] or awaits(verb):
        return "ahead"
    return "present"
