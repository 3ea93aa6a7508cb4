"""From a phrase to what fills a role: a mention, the mention a pronoun stands for, or the noun phrase's span."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.entities.reference import antecedent
from letopis.facts.clauses import Clause
from letopis.facts.fact import Filler
from letopis.facts.matching import lemma
from letopis.facts.phrases import Phrase
from letopis.facts.words import wordlist

_THIRD = frozenset({"он", "она", "оно", "они", "его", "её", "их"})
_FIRST_SECOND = frozenset({"я", "мы", "ты", "вы"})
_NOTHING = frozenset(
    {"себя", "что", "это", "то", "ничто", "никто", "кто", "тот", "сей", "весь", "оный", "сам", "каждый", "другой"}
)


def fillers(doc: Doc, phrase: Phrase, clause: Clause | None) -> list[Filler]:
    """The fillers that a phrase and those listed with it give; none for pronouns that stay dark."""
    found: list[Filler] = []
    for member in phrase.members():
        found.extend(_one(doc, member, clause))
    return found


def _one(doc: Doc, phrase: Phrase, clause: Clause | None) -> list[Filler]:
    if phrase.alias is not None and phrase.alias.mention is not None:
        return [Filler(key(phrase.alias.mention))]
    if phrase.mention is not None:
        return [Filler(key(phrase.mention))]
    word = doc[phrase.head]
    if lemma(word) in wordlist("relative_pronouns") or (
        lemma(word) == "что" and clause is not None and clause.kind == "relative"
    ):
        source = clause.antecedent if clause is not None else None
        if source is None:
            return []
        return fillers(doc, source, None) if not source.pronoun else []
    if phrase.stands is not None:
        return fillers(doc, phrase.stands, None)
    if phrase.pronoun:
        resolved = antecedent(doc, word) if lemma(word) in _THIRD | _FIRST_SECOND - {"мы"} else None
        if resolved is not None:
            return [Filler(key(resolved))]
        if lemma(word) in _FIRST_SECOND:
            return [Filler(None, phrase.start, phrase.end)]
        return []
    if lemma(word) in _NOTHING:
        return []
    return [Filler(None, *span(phrase))]


def span(phrase: Phrase) -> tuple[int, int]:
    """The phrase with what it owns right after it."""
    return phrase.start, max([phrase.end, *(child.reach() for child in phrase.owned if child.start >= phrase.end)])
