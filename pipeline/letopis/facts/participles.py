"""Participles before their noun as predicates."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.facts.clauses import Clause
from letopis.facts.government import PARTICIPLE, Predicate
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one, tagged_case

_LOST = frozenset({"убитыми", "ранеными", "пленными", "умершими"})
"""How a side lost its men, no deeds of their own: `потерял убитыми 40`."""


def attributive(doc: Doc, read: list[Phrase], parts: list[Clause]) -> list[Predicate]:
    """Participles before their noun with words of their own: `направленные им на помощь Ефимов и Саблин`."""
    cores = {core.i for clause in parts for core in clause.cores}
    found = []
    for clause in parts:
        own = clause.phrases
        for at, phrase in enumerate(own):
            start = own[at - 1].end if at else clause.start
            for i in range(start, phrase.first):
                token = doc[i]
                full = one(token, "VerbForm") == "Part" and bool(one(token, "Case"))
                if not full or token.i in cores or token.lower_ in _LOST:
                    continue
                between, head = [], None
                for later in own[at : at + 5]:
                    shares = later.cases & {tagged_case(token)} and not later.prep
                    noun = later.mention is not None or doc[later.head].pos_ in {"NOUN", "PROPN"}
                    if later.owner is None and shares and noun and (later is not phrase):
                        head = later
                        break
                    between.append(later)
                if head is not None:
                    found.append(Predicate(token, PARTICIPLE, clause, between, head=head))
    return found
