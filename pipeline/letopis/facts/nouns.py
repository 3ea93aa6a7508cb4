"""Nouns of a deed as predicates: `подписание договора`, `взнос советских властей`, `письмо от 20 февраля`."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span

from letopis.entities.reference import antecedent
from letopis.entities.speaker import speaker
from letopis.facts.clauses import Clause
from letopis.facts.frames import by_lemma
from letopis.facts.government import NOUN, Predicate
from letopis.facts.phrases import Phrase
from letopis.facts.words import wordlist

_FOLLOWING = 5
_OWN = frozenset({"мой", "твой", "наш", "ваш"})


def nouns(doc: Doc, clause: Clause) -> list[Predicate]:
    """The nouns of the clause that may evoke a frame, each with the phrases after it that are its own."""
    found = []
    for at, phrase in enumerate(clause.phrases):
        word = doc[phrase.head]
        lemma = word.lemma_.lower()
        if (
            word.pos_ != "NOUN"
            or phrase.mention is not None
            or not (lemma in by_lemma("deeds") or lemma in by_lemma("doers"))
            or (lemma == "распоряжение" and phrase.prep == "в")
        ):
            continue
        predicate = Predicate(word, NOUN, clause, list(phrase.owned), noun=phrase)
        if _is_said_to_be(clause, phrase):
            inner = next((p for p in clause.phrases[at + 1 :] if _tells_of(doc, predicate, p)), None)
            predicate.phrases += [
                p
                for p in clause.phrases
                if p is not phrase
                and p.owner is None
                and p.listed_after is None
                and (inner is None or p.start <= inner.start or p.prep == "от")
            ]
            found.append(predicate)
            continue
        _gather(doc, predicate, phrase, clause.phrases[at + 1 :])
        found.append(predicate)
    return found


def _is_said_to_be(clause: Clause, noun: Phrase) -> bool:
    """Whether the clause only says that the deed was: `был бой на реке`, `осада продолжалась до декабря`."""
    verbs = list(clause.cores)
    existential = not verbs or (len(verbs) == 1 and verbs[0].lemma_.lower().removesuffix("ся") in _existential())
    if not verbs and any(
        "Nom" in p.cases and p is not noun and not p.prep and p.start < noun.start for p in clause.phrases
    ):
        return False
    return existential and "Nom" in noun.cases and not noun.prep and noun.owner is None


@cache
def _existential() -> frozenset[str]:
    return frozenset(verb.removesuffix("ся") for verb in wordlist("existential"))


def _gather(doc: Doc, predicate: Predicate, noun: Phrase, following: list[Phrase]) -> None:
    end = noun.end
    verbs = [core for core in predicate.clause.cores if core.pos_ != "AUX"]
    before_verb = not any(core.i < noun.start for core in verbs)
    for phrase in following[: _FOLLOWING + len(noun.owned)]:
        if phrase in noun.owned or (phrase.owner is not None and phrase.first <= end):
            end = max(end, phrase.reach())
            continue
        if phrase.owner is not None:
            continue
        after = [token for token in doc[end : phrase.first] if not token.is_space]
        if any(token in verbs for token in after) or any(token.text in ";:" for token in after):
            break
        adjacent = not after
        inside = noun.start <= doc[phrase.head].head.i < end
        if phrase.kind == "date":
            taken = phrase.prep == "от" or (adjacent and (not verbs or before_verb or inside))
        elif not phrase.prep:
            figure = phrase.kind == "quantity" and predicate.lemma in by_lemma("deeds") and "Gen" in phrase.cases
            taken = adjacent and (
                figure
                or phrase.cases <= {"Dat", "Loc"}
                or phrase.cases <= {"Gen", "Ins", "Loc"}
                or (phrase.cases <= {"Gen", "Dat", "Loc", "Ins"} and inside)
                or phrase.tagged == "Gen"
            )
        else:
            taken = adjacent and (not verbs or before_verb or inside or phrase.prep in {"о", "к", "между"})
        if not taken:
            if not adjacent and not _resumes(doc, phrase):
                break
            if phrase.kind != "date":
                break
            end = phrase.reach()
            continue
        predicate.phrases.append(phrase)
        end = phrase.reach()
        if _tells_of(doc, predicate, phrase):
            break


def _tells_of(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the phrase is the deed a decree or letter tells of, which takes what follows: `указ о пожаловании …`."""
    deed = phrase.prep == "о" and doc[phrase.head].lemma_.lower() in by_lemma("deeds")
    return deed and predicate.lemma in by_lemma("doers")


def _resumes(doc: Doc, phrase: Phrase) -> bool:
    return phrase.kind == "date"


def correspondents(doc: Doc, predicate: Predicate) -> tuple[Span | None, Span | None]:
    """Who wrote and who received `письмо твоё`, `мой рапорт`, where the document names them."""
    noun = predicate.noun
    token = next((doc[i] for i in range(noun.start, noun.end) if doc[i].lemma_.lower() in _OWN), None) if noun else None
    if token is None:
        return None, None
    theirs = token.lemma_.lower() in {"твой", "ваш"}
    return antecedent(doc, token), speaker(doc, token) if theirs else None
