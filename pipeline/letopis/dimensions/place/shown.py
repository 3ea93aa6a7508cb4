"""Names that the model passed over and that a verb, a form or an apposition shows to be a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from letopis.dimensions import evidence
from letopis.dimensions.grammar import Classes
from letopis.dimensions.ordinary import at_head, is_common
from letopis.dimensions.place import lexicon
from letopis.dimensions.place.evidence import PERSONAL, is_quoted
from letopis.dimensions.place.proposal import GUESSED, Proposal
from letopis.language.declension import readings
from letopis.language.phrase import agreement

_SHORTEST, _NEAR = 4, 2
_NEUTER = re.compile("(?:ск|цк)ое$")
_OBJECT = re.compile("(?:ое|[оеё]во|[иы]но|ку|ну|вы|ки)$")
_INSTRUMENTAL = re.compile("[бвгджзклмнпрстфхцчшщь](?:ов|ев|ёв|ин)ом$")
_POSSESSIVES = frozenset({"мой", "твой", "свой", "наш", "ваш"})


def shown_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Capital words of no kind so far, each with the rule that shows it to be a place's name."""
    for token, own in zip(doc, classes, strict=True):
        if "cap" not in own or own & {"person", "place", "organization"} or len(token.text) < _SHORTEST:
            continue
        if token.text.isascii() or lexicon.is_never(token.lower_) or is_quoted(doc, token.i, token.i + 1):
            continue
        if is_entry(doc, token):
            yield Proposal(token.i, token.i + 1, lexicon_type(doc, token), "entry-of-a-place", GUESSED, case="Nom")
            continue
        found = _rule(doc, token)
        if found is not None and not _is_attribute(doc, token):
            rule, case = found
            yield Proposal(token.i, token.i + 1, None, rule, GUESSED, case=case)


def _rule(doc: Doc, token: Token) -> tuple[str, str | None] | None:
    at = token.i
    if at == 0 or at_head(token):
        fronted = bool(_OBJECT.search(token.lower_)) and not _is_person(token, "Acc") and _is_dealt_with(doc, at + 1)
        return ("object-before-its-verb", "Acc") if fronted and not is_common(token.text) else None
    before = doc[at - 1]
    if evidence.is_object(doc, at) and _may_be_object(before, token):
        return "taken-place", "Acc"
    if evidence.is_mastered(doc, at) and any(one.case == "Ins" for one in readings(token.text)):
        return "taken-place", "Ins"
    if before.lower_ in {"с", "со", "под", "над", "перед", "пред", "за"} and _INSTRUMENTAL.search(token.lower_):
        return "town-in-the-instrumental", "Ins"
    if _in_apposition(doc, at) and not _is_person(token, None):
        return "place-noun-and-its-owner", None
    if evidence.is_sought(doc, at) and not _is_person(token, None) and not is_common(token.text):
        return "place-marched-to", None
    if _NEUTER.search(token.lower_) and not any(one.known for one in readings(token.text)):
        return "neuter-village", None
    return None


def _is_dealt_with(doc: Doc, at: int) -> bool:
    """Whether a verb of taking a place or dealing in one stands at `at` or right after."""
    return any(evidence.takes(token) for token in doc[at : at + _NEAR])


def _may_be_object(verb: Token, token: Token) -> bool:
    """Whether the word is in the accusative of a lifeless thing, and no subject that follows its verb."""
    if not any(one.case == "Acc" for one in readings(token.text)) or is_common(token.text):
        return False
    infinitive = verb.morph.get("VerbForm", []) == ["Inf"]
    return infinitive or not _is_person(token, None)


def _is_person(token: Token, case: str | None) -> bool:
    """Whether the dictionary has the word as a person's name, in `case` where one is given."""
    return any(one.known and one.name_type in PERSONAL and case in {None, one.case} for one in readings(token.text))


def _in_apposition(doc: Doc, at: int) -> bool:
    """Whether a place's noun and a pronoun of its owner stand before the word (`имение наше Дубровку`)."""
    if at < _NEAR or doc[at - 1].lemma_ not in _POSSESSIVES:
        return False
    sort = lexicon.noun(doc[at - 2].lower_)
    return sort is not None and not sort.weak


def _is_attribute(doc: Doc, token: Token) -> bool:
    """Whether the word is an adjective of a noun before or after it."""
    for first, second in ((token.i, token.i + 1), (token.i - 1, token.i)):
        if first < 0 or second >= len(doc):
            continue
        other = doc[second] if first == token.i else doc[first]
        if other.pos_ not in {"NOUN", "ADJ", "PROPN"} or not other.is_alpha:
            continue
        adjective = any(one.role == "adjective" for one in readings(token.text))
        if adjective and agreement([token, other]) is not None:
            return True
    return False


def is_entry(doc: Doc, token: Token) -> bool:
    """Whether the word heads an entry: a comma and a place's noun in the nominative follow (`ЗАВОЛОЧСК, город`)."""
    if not at_head(token) or token.i + _NEAR >= len(doc) or doc[token.i + 1].text != ",":
        return False
    noun = doc[token.i + _NEAR]
    if not noun.text.islower() or lexicon.noun(noun.lower_) is None or is_common(token.text):
        return False
    return any(one.role == "noun" and one.known and one.case == "Nom" for one in readings(noun.text))


def lexicon_type(doc: Doc, token: Token) -> str | None:
    """The type of the noun after the comma."""
    sort = lexicon.noun(doc[token.i + _NEAR].lower_)
    return sort.type if sort else None
