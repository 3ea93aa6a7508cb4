"""Bodies that a text names again by their head alone, with its capital (`Тверской комитет … решение Комитета`)."""

from __future__ import annotations

from collections.abc import Container, Sequence

from spacy.tokens import Doc, Token

from letopis.dimensions.kinds import in_persons
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import readings

NAME = "head-alone"


def again(doc: Doc, found: Sequence[Proposal], called: Container[int]) -> list[Proposal]:
    """The heads alone of bodies that `found` names in full, and of those that a capital is enough for.

    `called` are the words that the model calls names by themselves: firm heads among them are bodies.

    Where such a head has a capital inside a sentence, it is a name at a sentence's head as well.
    """
    taken = {at for one in found for at in range(one.start, one.end)}
    named = frozenset(lemma for one in found if one.end - one.start > 1 for lemma in _heads(doc, one))
    alone = [token for token in doc if token.i not in taken and _is_alone(token)]
    firm = [token for token in alone if token.i in called and lexicon.strength(token.lower_) == "firm"]
    inside = [token for token in alone if not at_head(token) and (token in firm or _names(token, named))]
    shown = frozenset(lemma for token in inside for lemma in _head_lemmas(token))
    begun = [token for token in alone if at_head(token) and not shown.isdisjoint(_head_lemmas(token))]
    return [Proposal(token.i, token.i + 1, NAME) for token in [*inside, *begun]]


def _names(token: Token, named: frozenset[str]) -> bool:
    own = _head_lemmas(token)
    return not own.isdisjoint(named) or lexicon.stands_alone(token.lower_)


def _heads(doc: Doc, one: Proposal) -> frozenset[str]:
    """The lemmas of the head of a name: its first noun of the list."""
    for token in doc[one.start : one.end]:
        if lexicon.strength(token.lower_) and not _is_adjective(token):
            return _head_lemmas(token)
    return frozenset()


def _head_lemmas(token: Token) -> frozenset[str]:
    return lexicon.lemmas(token.lower_) & lexicon.heads()


def _is_adjective(token: Token) -> bool:
    return token.pos_ == "ADJ"


def _is_alone(token: Token) -> bool:
    """Whether the token is a head with a capital of its own, in the singular, with no name or adjective beside it."""
    if not token.text[:1].isupper() or token.text.isupper() or not lexicon.strength(token.lower_):
        return False
    if not any(one.role == "noun" and one.known and one.number == "Sing" for one in readings(token.text)):
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is not None and (before.text in '«"„“(-' or (before.pos_ == "ADJ" and before.text[:1].isupper())):
        return False
    if after is None:
        return True
    person = after.i in in_persons(token.doc)
    named = not person and after.text[:1].isupper() and any(one.case == "Gen" for one in readings(after.text))
    named = named and not at_head(after)
    return not named and after.text not in {"«", "„", "№", "-"} and not after.text.startswith('"')
