"""Titles with complements, and second titles, before a person's name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.facts.phrases import Phrase
from letopis.facts.readings import reading, tagged_case
from letopis.facts.words import is_title_participle, wordlist

_OF_OFFICE = frozenset({"в", "на", "при", "по"})
"""Prepositions of an office's complements: `посол в Турции`, `комиссар по снабжению`."""


def entitle(doc: Doc, phrases: list[Phrase], at: int) -> None:
    """Join a title that has complements to the name after it: `посол РСФСР в Турции Виноградов`."""
    person = phrases[at]
    if person.title is not None:
        _entitle_again(doc, phrases, at)
        return
    start = person.first
    complements: list[Phrase] = []
    for phrase in reversed(phrases[max(0, at - 4) : at]):
        if phrase.pronoun and phrase.owner is not None and phrase.owner.end == phrase.start and phrase.end == start:
            start = phrase.start
            continue
        graded = phrase.kind == "quantity" and doc[phrase.head].lemma_ in wordlist("grades")
        owned = phrase.kind == "person" and phrase.owner is not None and phrase.cases <= {"Gen", "Acc"}
        outside = phrase.kind in {"date", "quantity", "person"} and not graded and not owned
        if phrase.reach() < start or outside or phrase.pronoun:
            return
        noun = doc[phrase.head]
        shared = phrase.cases & person.cases
        genitive = (
            "Gen" in person.cases and tagged_case(doc[person.head]) == "Gen" and phrase.tagged not in {"Gen", ""}
        ) and "Gen" not in phrase.cases
        names_office = _names_office(noun)
        if phrase.mention is None and names_office and shared and not genitive:
            person.title = (phrase.start, person.mention.start if person.mention else person.start, phrase.head)
            person.cases, person.start, person.first, person.prep = shared, phrase.start, phrase.first, phrase.prep
            above = phrase.owner
            person.owner = None if any(above is one for one in (person, *complements)) else above
            if person.owner is not None:
                person.owner.owned = [p for p in person.owner.owned if p not in {phrase}] + [person]
            for one in [phrase, *complements]:
                one.owner = person
            _entitle_again(doc, phrases, at)
            return
        start = phrase.first
        complements.append(phrase)


def _names_office(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return (
        (noun.pos_ == "NOUN" and reading(noun).animate)
        or is_title_participle(noun)
        or (noun.pos_ in {"NOUN", "ADJ"} and lemma in wordlist("title_adjectives"))
    )


def _entitle_again(doc: Doc, phrases: list[Phrase], at: int) -> None:
    """A second title before the first: `комендант генерал Бодиско`, `командир 3-го полка полковник Ермилов`."""
    person = phrases[at]
    start = person.first
    complements: list[Phrase] = []
    for before in reversed(phrases[max(0, at - 6) : at]):
        if before.first >= start:
            continue
        if before.reach() < start or before.kind in {"date", "person"} or before.quoted:
            return
        noun = doc[before.head]
        shared = before.cases & person.cases
        if before.mention is None and not before.pronoun and _names_office(noun) and shared:
            _join(doc, before, person, complements, shared)
            return
        if before.prep and before.prep not in _OF_OFFICE:
            return
        start = before.first
        complements.append(before)


def _join(doc: Doc, title: Phrase, person: Phrase, complements: list[Phrase], shared: frozenset[str]) -> None:
    end = person.first
    while doc[end - 1].text in ".," and end > title.end:
        end -= 1
    person.second_title = (title.start, end, title.head)
    person.cases, person.first, person.prep = shared, title.first, title.prep
    joined = [title, *complements]
    if person.owner in joined:
        person.owner = None
    for phrase in joined:
        phrase.owned = [child for child in phrase.owned if child is not person]
    above = title.owner
    if above is not None and person.owner is None and not any(above is one for one in (person, *joined)):
        above.owned = [phrase if phrase is not title else person for phrase in above.owned]
        person.owner = above
    for phrase in joined:
        phrase.owner = person
