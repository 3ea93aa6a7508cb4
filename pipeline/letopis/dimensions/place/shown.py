"""Names that the model passed over and that a verb, a form or an apposition shows to be a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from letopis.dimensions import taken
from letopis.dimensions.grammar import Classes
from letopis.dimensions.ordinary import at_head, is_common
from letopis.dimensions.place import lexicon
from letopis.dimensions.place.evidence import PERSONAL, is_quoted
from letopis.dimensions.place.proposal import GUESSED, Proposal
from letopis.language.declension import readings
from letopis.language.government import prepositions
from letopis.language.phrase import agreement

_SHORTEST, _NEAR, _LONGEST_NAME = 4, 2, 3
_MONTH_OR_YEAR = re.compile("(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|год|г$)")
_SURNAME = re.compile("(?:ов|ев|ёв|ин|ын|ский|цкий)$")
_NEUTER = re.compile("(?:ск|цк)ое$")
_NEUTER_OF_ALL = re.compile("(?:[скцвн]|ш|ч|щ)(?:ое|ее)$")
_IN_SK = re.compile("[а-яё]{3}[бвгджзклмнпртфхчшьо]ск$")
_CONJUNCTIONS = frozenset({"а", "и", "но", "да"})
_OBJECT = re.compile("(?:ое|[оеё]во|[иы]но|ку|ну|вы|ки)$")
_INSTRUMENTAL = re.compile("[бвгджзклмнпрстфхцчшщь](?:ов|ев|ёв|ин)ом$")
_POSSESSIVES = frozenset({"мой", "твой", "свой", "наш", "ваш"})


def shown_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Capital words of no kind so far, each with the rule that shows it to be a place's name."""
    for token, own in zip(doc, classes, strict=True):
        surely = bool(_NEUTER_OF_ALL.search(token.lower_) or _IN_SK.search(token.lower_))
        if "cap" not in own or len(token.text) < _SHORTEST:
            continue
        if ("organization" in own or ("person" in own and not surely)) and not _is_alone_entry(doc, token):
            continue
        if token.text.isascii() or lexicon.is_never(token.lower_) or is_quoted(doc, token.i, token.i + 1):
            continue
        if is_entry(doc, token):
            yield Proposal(token.i, token.i + 1, lexicon_type(doc, token), "entry-of-a-place", GUESSED, case="Nom")
            continue
        if (end := end_of_dateline(doc, token)) > token.i:
            yield Proposal(token.i, end, None, "place-of-a-dateline", GUESSED, case="Nom")
            continue
        found = _rule(doc, token)
        if found is not None and not _is_attribute(doc, token):
            rule, case = found
            yield Proposal(token.i, token.i + 1, None, rule, GUESSED, case=case)


def _is_alone_entry(doc: Doc, token: Token) -> bool:
    """Whether the word alone heads a line that tells at once which settlement it is (`ВЕРХНЕГЛАЗОВ, город`)."""
    begins = token.i == 0 or "\n" in doc[token.i - 1].text
    return begins and is_entry(doc, token) and lexicon_type(doc, token) == "settlement"


def _rule(doc: Doc, token: Token) -> tuple[str, str | None] | None:
    at = token.i
    if at == 0 or at_head(token) or doc[at - 1].lower_ in _CONJUNCTIONS:
        fronted = bool(_OBJECT.search(token.lower_)) and not _is_person(token, "Acc") and _is_dealt_with(doc, at + 1)
        if fronted and not _is_noun(token) and token.pos_ not in {"NUM", "DET", "PRON"}:
            return "object-before-its-verb", "Acc"
        if taken.is_captured(doc, at, at + 1) and not is_common(token.text) and not _is_person(token, None):
            return "taken-place", "Nom"
        if at == 0 or at_head(token):
            return None
    before = doc[at - 1]
    if _is_of_dictionary(token, before):
        return "place-of-the-dictionary", None
    if taken.is_object(doc, at) and _may_be_object(before, token):
        return "taken-place", "Acc"
    if taken.is_mastered(doc, at) and any(one.case == "Ins" for one in readings(token.text)):
        return "taken-place", "Ins"
    if before.lower_ in {"с", "со", "под", "над", "перед", "пред", "за"} and _INSTRUMENTAL.search(token.lower_):
        return "town-in-the-instrumental", "Ins"
    if _in_apposition(doc, at) and not _is_person(token, None):
        return "place-noun-and-its-owner", None
    if taken.is_sought(doc, at) and not _is_person(token, None) and not _is_noun(token):
        return "place-marched-to", None
    if _IN_SK.search(token.lower_) and not before.text[:1].isupper() and not any(r.known for r in readings(token.text)):
        return "town-in-sk", None
    if _NEUTER.search(token.lower_) and not lexicon.is_ordinary(token.lower_):
        return "neuter-village", None
    if _NEUTER_OF_ALL.search(token.lower_) and taken.deals(before) and not lexicon.is_ordinary(token.lower_):
        return "village-dealt-in", "Acc"
    return None


def _is_noun(token: Token) -> bool:
    """Whether the dictionary has the form as a common noun."""
    return any(one.role == "noun" and one.known and one.name_type is None for one in readings(token.text))


def _is_of_dictionary(token: Token, before: Token) -> bool:
    """Whether the dictionary has the word for a place's name alone, in a case that the preposition before it asks."""
    cases = prepositions().get(before.lower_)
    known = [one for one in readings(token.text) if one.known]
    if cases is None or not known:
        return False
    return all(one.name_type == "Geo" for one in known) and any(one.case in cases for one in known)


def _is_dealt_with(doc: Doc, at: int) -> bool:
    """Whether a verb of taking a place or dealing in one stands at `at` or right after."""
    return any(taken.takes(token) for token in doc[at : at + _NEAR])


def _may_be_object(verb: Token, token: Token) -> bool:
    """Whether the word is in the accusative of a lifeless thing, and no subject that follows its verb."""
    accusative = [one for one in readings(token.text) if one.case == "Acc"]
    if not accusative or (_is_noun(token) and not any(one.known and one.name_type == "Geo" for one in accusative)):
        return False
    infinitive = verb.morph.get("VerbForm", []) == ["Inf"]
    return infinitive or not _is_person(token, None)


def _is_person(token: Token, case: str | None) -> bool:
    """Whether the dictionary has the word as a person's name, in `case` where one is given."""
    return any(one.known and one.name_type in PERSONAL and case in {None, one.case} for one in readings(token.text))


def _in_apposition(doc: Doc, at: int) -> bool:
    """Whether a place's noun and a pronoun of its owner stand before the word (`имение наше Осиновку`)."""
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
    if not noun.text.islower() or lexicon.noun(noun.lower_) is None or is_common(token.text) or _is_noun(token):
        return False
    return any(one.role == "noun" and one.known and one.case == "Nom" for one in readings(noun.text))


def end_of_dateline(doc: Doc, token: Token) -> int:
    """The end of a place's name that begins a line and that a comma and a day or year follow, or the token's own place.

    A surname so placed signs a letter, but for the first line of a document.
    """
    at = token.i
    if at and not doc[at - 1].is_space and not (token.is_sent_start and doc[at - 1].text in {".", "!", "?"}):
        return at
    if at and not doc[at - 1].is_space:
        return at
    end = at + 1
    while end < len(doc) and end - at < _LONGEST_NAME and doc[end].text[0].isupper() and doc[end].is_alpha:
        end += 1
    if end + _NEAR >= len(doc) or doc[end].text != "," or not doc[end + 1].text.isdigit():
        return at
    if not _MONTH_OR_YEAR.match(doc[end + _NEAR].lower_) or (is_common(token.text) and end == at + 1):
        return at
    if end > at + 1 and agreement(list(doc[at:end]), name_type="Geo") is None:
        return at
    signed = any(_is_person(one, "Nom") for one in doc[at:end]) or bool(_SURNAME.search(token.lower_))
    return at if signed and at else end


def lexicon_type(doc: Doc, token: Token) -> str | None:
    """The type of the noun after the comma."""
    sort = lexicon.noun(doc[token.i + _NEAR].lower_)
    return sort.type if sort else None
