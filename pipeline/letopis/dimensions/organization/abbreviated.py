"""Bodies with abbreviated words (`Вятского губ. правл.`, `Каз. палата`, `Орловский у. исполком`)."""

from __future__ import annotations

from spacy.tokens import Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import Reading, readings


def abbreviated_body(match: Match) -> Proposal | None:
    """The name with its abbreviations written out, its adjectives agreeing with the head."""
    words = [token for token in match.span if token.text != "."]
    *before, head = words
    lemma_of_head = lexicon.short_head(head.lower_) if _is_dotted(head) else None
    if lemma_of_head is None and not any(_is_short(token) for token in before):
        return None
    lemma = lemma_of_head or next((one.nominative("Sing") for one in readings(head.text) if _is_noun(one)), None)
    if lemma is None or not before:
        return None
    adjectives = [_adjective(token, lemma) for token in before]
    if any(one is None for one in adjectives):
        return None
    shaped = lemma.capitalize() if head.text[0].isupper() else lemma
    normal = " ".join([*(one for one in adjectives if one), shaped])
    return Proposal(match.start, match.end, match.rule, normal=normal)


def _is_noun(one: Reading) -> bool:
    return one.role == "noun" and one.known


def _is_dotted(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "."


def _is_short(token: Token) -> bool:
    return _is_dotted(token) and lexicon.short_adjective(token.lower_) is not None


def _adjective(token: Token, head: str) -> str | None:
    """The adjective, written out, as it agrees with the noun `head` in the nominative."""
    gender = next((one.gender for one in readings(head) if one.role == "noun" and one.case == "Nom"), "Masc")
    full = lexicon.short_adjective(token.lower_) if _is_short(token) else token.lower_
    for one in readings(full.capitalize() if full else ""):
        if one.role == "adjective" and (one.known or one.paradigm):
            word = one.nominative("Sing", gender)
            return word.capitalize() if token.text[0].isupper() else word
    return None


RULES: list[Rule[Proposal]] = [
    Rule(
        "abbreviated-body",
        "(<cap&adjective>|<cap&short-adjective><.>) (<adjective>|<short-adjective><.>){0,3} (<firm>|<capital>|<short-head><.>)",
        abbreviated_body,
    ),
]
