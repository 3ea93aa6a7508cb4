"""Whether a fact is asserted, negated, requested, planned or hypothetical."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.facts.clauses import Clause
from letopis.facts.government import INFINITIVE, NOUN, PARTICIPLE, Predicate
from letopis.facts.readings import one
from letopis.facts.unreal import governs, noun_governs, words
from letopis.facts.words import wordlist

_ORDER = ("negated", "hypothetical", "requested", "planned")


def is_negated(doc: Doc, token: Token) -> bool:
    """Whether `не` (or `никогда`, `ни`) stands before the verb in its own words."""
    at = token.i - 1
    steps = 0
    while at >= token.sent.start and steps < 3:
        before = doc[at]
        if before.lower_ == "не":
            return not (at + 2 < len(doc) and doc[token.i + 1 : token.i + 2].text == "только")
        if before.lower_ in {
            "бы",
            "был",
            "была",
            "были",
            "было",
            "будет",
            "будут",
            "её",
            "ее",
            "его",
            "их",
            "ещё",
            "еще",
            "и",
            "ему",
            "ей",
            "им",
            "мне",
            "нам",
        }:
            at -= 1
            steps += 1
            continue
        return False
    return False


def factuality(doc: Doc, predicate: Predicate, clauses_requested: dict[int, str]) -> str:
    """The factuality of what the predicate says; the content of orders and wishes takes it from their verb."""
    token = predicate.token
    if predicate.form != NOUN and is_negated(doc, token):
        return "negated"
    if _conditional(predicate.clause) or (_unreal(doc, predicate) and predicate.form != PARTICIPLE):
        return "hypothetical"
    said = clauses_requested.get(id(predicate.clause))
    if said:
        return said
    if predicate.form == INFINITIVE and not predicate.compound_future:
        return _of_infinitive(doc, predicate)
    if predicate.form == NOUN:
        return _of_noun(doc, predicate)
    if predicate.is_imperative:
        return "requested"
    if _future(doc, predicate) and _wished(doc, predicate):
        return "requested"
    if _future(doc, predicate):
        return "hypothetical" if _after_condition(predicate) else "planned"
    return "asserted"


def _of_infinitive(doc: Doc, predicate: Predicate) -> str:
    governor = predicate.governor
    if predicate.by_noun is not None:
        return noun_governs(doc[predicate.by_noun.head].lemma_.lower())
    if governor is None:
        if predicate.clause.kind == "purpose" or (
            predicate.clause.opener is not None and predicate.clause.opener.lower_ == "чтобы"
        ):
            return "planned"
        before = doc[max(predicate.token.sent.start, predicate.token.i - 4) : predicate.token.i]
        for token in reversed(list(before)):
            found = noun_governs(token.lemma_.lower()) or governs(token.lemma_.lower())
            if found:
                return {"phase": "asserted", "possible": "hypothetical"}.get(found, found)
        return "requested" if predicate.clause.kind == "main" else "planned"
    made = governs(governor.lemma)
    if is_negated(doc, governor.token):
        return "negated" if made in {"phase", "possible", "planned", ""} else made
    if made == "phase":
        return factuality(doc, governor, {})
    if made == "possible":
        return "hypothetical"
    return made or (
        "planned" if one(governor.token, "VerbForm") != "Fin" or governor.token.lemma_ == "быть" else "asserted"
    )


def _of_noun(doc: Doc, predicate: Predicate) -> str:
    """`стремились к захвату`, `потребовал денонсации`, `отказался от передачи`."""
    noun = predicate.noun
    if noun is None or noun.prep in {"по", "согласно"}:
        return "asserted"
    if noun.owner is not None and noun_governs(doc[noun.owner.head].lemma_.lower()):
        return noun_governs(doc[noun.owner.head].lemma_.lower())
    if not noun.prep and "Ins" in noun.cases and "Nom" not in noun.cases:
        return "asserted"
    for core in predicate.clause.cores:
        if (
            "Nom" in noun.cases
            and not noun.prep
            and is_negated(doc, core)
            and core.lemma_.lower() in wordlist("existential")
        ):
            return "negated"
        made = governs(core.lemma_.lower())
        near = abs(core.i - noun.head) < 12
        dependent = (noun.prep in {"к", "на", "о", "от", ""} and noun.start > core.i) or doc[noun.head].head.i == core.i
        if made in {"planned", "requested", "negated"} and near and dependent and "Nom" not in (noun.tagged,):
            return made
        if near and dependent and is_negated(doc, core) and noun.start > core.i and not noun.prep:
            return "negated"
    before = doc[max(noun.first - 1, 0)]
    if noun_governs(before.lemma_.lower()) and noun.first > 0:
        return noun_governs(before.lemma_.lower())
    if noun.prep == "для":
        return "planned"
    return "asserted"


def _conditional(clause: Clause) -> bool:
    found: Clause | None = clause
    for _ in range(4):
        if found is None:
            return False
        if found.opener is not None and found.opener.lower_ in wordlist("conditional"):
            return True
        found = found.parent
    return False


def _unreal(doc: Doc, predicate: Predicate) -> bool:
    """Whether `бы` stands with the verb, `чтобы` apart."""
    clause = predicate.clause
    for start, end in clause.stretches:
        for token in doc[start:end]:
            if token.lower_ in words("particles_unreal") and abs(token.i - predicate.token.i) < 8:
                return one(predicate.token, "Tense") == "Past" or predicate.form == INFINITIVE
    return False


def _wished(doc: Doc, predicate: Predicate) -> bool:
    """`Пусть он вернётся`."""
    start = predicate.clause.start
    return any(token.lower_ in {"пусть", "пускай"} for token in doc[start : predicate.token.i])


def _future(doc: Doc, predicate: Predicate) -> bool:
    token = predicate.token
    if one(token, "Tense") == "Fut":
        return True
    window = doc[max(token.sent.start, token.i - 4) : min(token.i + 3, token.sent.end)]
    return any(t.lemma_ == "быть" and one(t, "Tense") == "Fut" for t in window if t.i != token.i) and one(
        token, "VerbForm"
    ) in {"Inf", "Part"}


def _after_condition(predicate: Predicate) -> bool:
    """Whether the clause follows its condition: `если я умру, наследники продадут`."""
    before = predicate.clause.before
    steps = 0
    while before is not None and steps < 3:
        if (
            before.kind == "subordinate"
            and before.opener is not None
            and before.opener.lower_ in wordlist("conditional")
        ):
            return not predicate.clause.after_break
        before, steps = before.before, steps + 1
    return False
