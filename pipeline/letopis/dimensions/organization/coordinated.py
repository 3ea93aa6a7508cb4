"""Bodies that share a head in the plural (`Тверское и Псковское губернские правления`), and units without theirs."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import Reading, readings
from letopis.language.phrase import agreement

NAME = "adjectives-and-shared-head"


def shared_head(match: Match) -> list[Proposal] | None:
    """As many bodies as there are adjectives in the singular before a head in the plural."""
    names, common, head = match.tokens("names"), match.tokens("common"), match.doc[match.end - 1]
    assert names is not None
    rest = [*(common or ()), head]
    own = [token for token in names if token.text not in {",", "и", "да", "или"}]
    frame = agreement(rest) if len(rest) > 1 else None
    if len(rest) > 1 and (frame is None or frame.number != "Plur"):
        return None
    noun = _plural(own[-1], head, shown=frame is not None)
    if noun is None:
        return None
    lemma, gender = noun
    shared = [_adjective(token, gender) for token in rest[:-1]]
    found = [_adjective(token, gender, singular=True) for token in own]
    if len(own) < 2 or None in found or None in shared:
        return None
    tail = " ".join([*(one for one in shared if one), lemma.lower()])
    last = own[-1].i
    return [
        Proposal(token.i, match.end if token.i == last else token.i + 1, match.rule, normal=f"{adjective} {tail}")
        for token, adjective in zip(own, found, strict=True)
    ]


def _plural(last: Token, head: Token, *, shown: bool) -> tuple[str, str | None] | None:
    """The singular and gender of a head that stands in the plural, or `None`; `shown`: an adjective of it is plural."""
    found = [one for one in readings(head.text) if one.role == "noun" and one.known and one.number == "Plur"]
    lemmas = [lemma for one in found if (lemma := one.nominative("Sing")) in lexicon.heads()]
    if not lemmas:
        return None
    gender = next((one.gender for one in readings(lemmas[0]) if one.role == "noun" and one.case == "Nom"), None)
    masculine = last.text.endswith("-й") and gender == "Masc" and head.lower_ != lemmas[0]
    if not shown and not masculine:
        frame = agreement([last, head])
        if frame is not None and frame.number == "Sing":
            return None
    return lemmas[0], gender


def _adjective(token: Token, gender: str | None, *, singular: bool = False) -> str | None:
    """The adjective in the nominative singular as it agrees with the head."""
    for one in readings(token.text):
        if one.role == "adjective" and (one.known or one.paradigm) and not (singular and one.number == "Plur"):
            word = one.nominative("Sing", gender)
            return f"{word[0].upper()}{word[1:]}" if token.text[0].isupper() else word
    return None


def regiment_without_noun(match: Match) -> list[Proposal] | None:
    """`поручик Тенгинского пехотного`: a regiment's adjectives without their noun."""
    doc, (first, arm) = match.doc, match.doc[match.start : match.end]
    if _has_noun(doc, match.end, arm):
        return None
    for one in readings(arm.text):
        if one.role != "adjective" or one.number != "Sing" or one.gender == "Fem":
            continue
        own = next((r for r in readings(first.text) if _same(r, one)), None)
        if own is not None:
            normal = f"{own.nominative('Sing', 'Masc')} {one.nominative('Sing', 'Masc')}"
            return [Proposal(match.start, match.end, match.rule, normal=normal[0].upper() + normal[1:])]
    return None


def _same(one: Reading, other: Reading) -> bool:
    return one.role == "adjective" and (one.case, one.number) == (other.case, other.number)


def _has_noun(doc: Doc, at: int, arm: Token) -> bool:
    """Whether a noun in small letters, or another adjective, that agrees with the arm follows it."""
    following = doc[at : at + 1]
    if not following or not following[0].text[0].islower() or following[0].pos_ not in {"NOUN", "ADJ"}:
        return False
    return following[0].pos_ == "ADJ" or agreement([arm, following[0]]) is not None


_OWN = "(<cap&adjective>|<ordinal>)"
RULES: list[Rule[list[Proposal]]] = [
    Rule(
        NAME,
        f"(?P<names>{_OWN} (<,> {_OWN}){{0,6}} <,>? <and> {_OWN}) (?P<common><low&adjective>{{0,3}}) "
        "(<firm>|<capital>)",
        shared_head,
    ),
    Rule("regiment-without-its-noun", "<cap&adjective&relational> <arm>", regiment_without_noun),
]
NAMES = frozenset(rule.name for rule in RULES)
