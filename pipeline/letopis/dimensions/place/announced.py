"""The rule of names after a place's noun (`в селе Привольном`, `г. Борисове`, `мыс Дежнёва`, `Царство Польское`)."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from letopis.dimensions.evidence import acts_beside, is_gentleman
from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.ordinary import at_head, is_grammar, is_month, only_begins
from letopis.dimensions.place import atlas, lexicon
from letopis.dimensions.place.evidence import PERSONAL, RELATIONAL, SURNAME, has_own_noun, is_dotted, is_person
from letopis.dimensions.place.proposal import Proposal, Proposals
from letopis.language.declension import readings
from letopis.language.government import governed, prepositions
from letopis.language.morphology import analyses
from letopis.language.phrase import agreement, lemmas

_MAX_NAME = 3
_PROVINCES = frozenset({"region", "state"})


def noun_and_name(match: Match) -> Proposals | None:
    """`в селе Привольном`, `г. Борисове`, `мыс Дежнёва`, `Царство Польское`: a place's noun and a name after it."""
    doc, head = match.doc, match.doc[match.start]
    sort = _announced(head)
    name = match.tokens("name")
    if sort is None or name is None:
        return None
    if _counts(head) or is_grammar(name[0].text) or is_month(doc, name.start):
        return None
    if is_dotted(head) and (only_begins(doc, name.start) or is_gentleman(doc, name.start)):
        return None
    if acts_beside(doc, name.start, name.end):
        return None
    start, end = name.start, _end_of_name(doc, name.start, name.end)
    if has_own_noun(doc, start, end):
        return None
    peoples = _end_of_peoples(doc, start) if sort.type == "state" and head.text[0].isupper() else start
    if peoples > start:
        return [Proposal(match.start, peoples, sort.type, match.rule)]
    agreeing = _postposed(head, doc[start]) if end == start + 1 else False
    genitive = sort.genitive and _is_genitive(head, doc, start, end) and not _is_of_water(head)
    known = end == start + 1 and _is_settled(doc[start])
    if (sort.type == "street" and not known) or (genitive and not known) or (agreeing and sort.type in _PROVINCES):
        return [Proposal(match.start, end, sort.type, match.rule)]
    capital = head.text[0].isupper() and (not at_head(head) or known)
    if sort.type == "state" and capital and _may_follow_state(doc, start, end):
        return [Proposal(match.start, end, sort.type, match.rule)]
    if sort.weak or (is_person(doc, start, end) and not _is_dateline(head, doc[start])):
        return None
    case, gender = _case_of(head, doc[start]), _gender_of(sort)
    return [
        Proposal(start, end, sort.type, match.rule, case=case, gender=gender),
        *_listed(doc, head, end, Proposal(start, end, sort.type, match.rule, case=case, gender=gender)),
    ]


def _is_of_water(head: Token) -> bool:
    """Whether the noun in small letters is a part of the water after it (`на берегу Вохмы`; but `Берег Скелетов`)."""
    return head.text.islower() and any(
        one.lemma in lexicon.data()["genitive"]["capital"] for one in analyses(head.text)
    )


def _counts(head: Token) -> bool:
    """Whether the abbreviation is of what a figure before it counts or dates (`1828 г.`, `XVIII в.`, `5 д.`)."""
    if not is_dotted(head) or head.i == 0:
        return False
    before = head.nbor(-1).text
    return before[-1].isdigit() or set(before) <= set("IVXLCІ")


def _announced(head: Token) -> lexicon.Noun | None:
    """What sort of place the noun or abbreviation before a name shows."""
    kind = lexicon.data()["before"].get(head.lower_)
    dotted = head.i + 1 < len(head.doc) and head.nbor(1).text == "."
    if kind and (dotted or "-" in head.text):
        genitive = head.lower_ in {"о", "о-в", "о-ва", "о-ву", "о-ве", "м", "бух"}
        return lexicon.Noun(head.lower_, kind, False, genitive and not dotted, False)
    return lexicon.noun(head.lower_)


def _end_of_name(doc: Doc, start: int, end: int) -> int:
    """Where the name ends: words that agree with one another, a saint's title or initials and what follows."""
    for at in range(min(end, start + _MAX_NAME), start + 1, -1):
        tokens = list(doc[start:at])
        if has_own_noun(doc, at - 1, at):
            continue
        if tokens[0].lower_.startswith("св") or "." in {token.text for token in tokens}:
            return at
        if agreement(tokens, name_type="Geo") is not None:
            return at
        genitive = [any(reading.case == "Gen" for reading in readings(token.text)[:6]) for token in tokens]
        if all(genitive) and all(token.morph.get("Case", []) == ["Gen"] for token in tokens):
            return at
    return start + 1


def _gender_of(sort: lexicon.Noun) -> str | None:
    """The gender of the noun before a name, which the name often shares."""
    lemma = lexicon.data()["full"].get(sort.lemma, sort.lemma)
    return next((one.gender for one in readings(lemma) if one.role == "noun" and one.case == "Nom"), None)


def _case_of(noun: Token, name: Token) -> str | None:
    """The case of the noun before a name; of an abbreviation, what stands before it asks for."""
    if lexicon.noun(noun.lower_) is not None and not is_dotted(noun):
        found = noun.morph.get("Case", [])
        before = prepositions().get(noun.nbor(-1).lower_, frozenset()) if noun.i else frozenset()
        asked = before & {one.case for one in readings(noun.text) if one.role == "noun"}
        if len(asked) == 1 and not set(found) & asked:
            return next(iter(asked))
        return found[0] if found else None
    asked = governed(noun.doc, noun.i)
    shown = [case for case in ("Loc", "Ins", "Acc", "Gen", "Dat") if case in asked]
    shown = [case for case in shown if any(one.case == case for one in readings(name.text))]
    if "Acc" in shown and name.text[-1] in "ая":  # a lifeless name has no such accusative
        shown.remove("Acc")
    if shown:
        return shown[0]
    if asked and any(one.case == "Nom" for one in readings(name.text)):
        return "Nom"
    return "Gen" if noun.i > 0 and noun.nbor(-1).pos_ == "NOUN" else None


def _end_of_peoples(doc: Doc, at: int) -> int:
    """The end of peoples in the genitive plural (`Королевство Сербов, Хорватов и Словенцев`), or `at`."""

    def is_people(token: Token) -> bool:
        found = [one for one in readings(token.text) if one.role == "noun" and one.known and one.name_type != "Sur"]
        return bool(found) and all(one.case in {"Gen", "Acc"} and one.number == "Plur" for one in found)

    end = at
    while end < len(doc) and is_people(doc[end]):
        end += 1
        if end + 1 < len(doc) and doc[end].lower_ in {",", "и"} and is_people(doc[end + 1]):
            end += 1
    alone = end == at + 1 and SURNAME.search(doc[at].lower_)
    return at if alone else end


def _is_settled(token: Token) -> bool:
    """Whether the word is a name of the atlas and no surname, so that no street is called after it as it stands."""
    found = [reading for reading in readings(token.text) if reading.known]
    return not any(one.name_type in PERSONAL for one in found) and any(
        atlas.known(lemma) for lemma in list(lemmas(token, name_type="Geo"))[:4]
    )


def _may_follow_state(doc: Doc, start: int, end: int) -> bool:
    """Whether the name after a capital noun of a state is no person's (`Республика Алтай`)."""
    return not is_person(doc, start, end) and not re.search("(?:ов|ев|ёв|ин)[аыу]?$", doc[end - 1].lower_)


def _postposed(noun: Token, name: Token) -> bool:
    """Whether the name is an adjective that agrees with the noun before it (`губерния Нижегородская`)."""
    nouns = [reading for reading in readings(noun.text) if reading.role == "noun" and reading.known]
    adjectives = [
        reading for reading in readings(name.text) if reading.role == "adjective" and reading.paradigm != "possessive"
    ]
    adjectives = [one for one in adjectives if one.known or RELATIONAL.search(name.lower_)]
    return any(
        one.case == other.case and one.number == other.number and other.gender in {None, one.gender}
        for one in nouns
        for other in adjectives
    )


def _is_genitive(noun: Token, doc: Doc, start: int, end: int) -> bool:
    """Whether the name depends on the noun in the genitive rather than stands in its case."""
    if doc[start].lower_.startswith("св") or doc[end - 1].text == ".":
        return True
    found = [reading for reading in readings(doc[end - 1].text) if reading.weight > 0.02]
    if not any(reading.case == "Gen" and reading.number == "Sing" for reading in found):
        return False
    if any(reading.known and reading.name_type == "Geo" for reading in found) or found[0].name_type == "Geo":
        return False
    case = noun.morph.get("Case", [])
    if case and case != ["Gen"] and not any([reading.case] == case for reading in found):
        return True
    if end - start > 1:
        return True
    personal = [reading.name_type in PERSONAL for reading in found if reading.case == "Gen"]
    return any(personal) or (noun.i > 0 and any(reading.known and reading.name_type is None for reading in found))


def _is_dateline(head: Token, name: Token) -> bool:
    """Whether `С. Привольное` at a line's head is a village: its name a neuter, in the nominative."""
    neuter = any(one.case == "Nom" and one.gender == "Neut" for one in readings(name.text) if one.known)
    return head.lower_ in lexicon.data()["before"] and at_head(head) and neuter


def _listed(doc: Doc, noun: Token, end: int, first: Proposal) -> Proposals:
    """The names that follow the first after a plural noun (`сёла Покровское, Ивановка и Ольховка`)."""
    plural = noun.morph.get("Number", []) == ["Plur"] or noun.lower_ in {"гг", "рр", "дд", "сс"}
    out: Proposals = []
    at = end
    while plural and at + 1 < len(doc) and doc[at].lower_ in {",", "и"} and len(doc[at + 1].text) > 1:
        start = at + 1
        if doc[start].lower_ == "и":
            start += 1
        if start >= len(doc) or not doc[start].text[0].isupper():
            break
        stop = start
        while stop < len(doc) and doc[stop].text[0].isupper() and doc[stop].is_alpha:
            stop += 1
        at = _end_of_name(doc, start, max(stop, start + 1))
        out.append(replace(first, start=start, end=at))
    return out


_NAME = "(?P<name>(<saint><dot>?)?<cap>{1,3}|(<letter><dot>){1,2}<cap>)"
RULES: list[Rule[Proposals]] = [
    Rule(
        "place-noun-and-name",
        f"(<noun>|<street&after><dot>|<before&low><dot>|<before&head><dot>|<before&joined&low>) {_NAME}",
        noun_and_name,
    ),
]
