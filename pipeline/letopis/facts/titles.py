"""Titles with complements, and second titles, before a person's name."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.facts.phrases import Phrase
from letopis.facts.readings import reading, tagged_case
from letopis.facts.words import is_title_participle, wordlist


def entitle(doc: Doc, phrases: list[Phrase], at: int) -> None:
    """Join a title that has complements to the name after it: `посол РСФСР в Турции Виноградов`."""
    person = phrases[at]
    if person.title is not None:
        if at > 1 and phrases[at - 1].pronoun and phrases[at - 1].owner is phrases[at - 2]:
            _entitle_again(doc, phrases[at - 2], person, phrases[at - 1].end)
        elif at:
            _entitle_again(doc, phrases[at - 1], person, phrases[at - 1].end)
        return
    start = person.first
    complements: list[Phrase] = []
    for phrase in reversed(phrases[max(0, at - 4) : at]):
        if phrase.pronoun and phrase.owner is not None and phrase.owner.end == phrase.start and phrase.end == start:
            start = phrase.start
            continue
        graded = phrase.kind == "quantity" and doc[phrase.head].lemma_ in wordlist("grades")
        outside = phrase.kind in {"date", "quantity", "person"} and not graded
        if phrase.reach() < start or outside or phrase.pronoun:
            return
        noun = doc[phrase.head]
        shared = phrase.cases & person.cases
        genitive = (
            "Gen" in person.cases and tagged_case(doc[person.head]) == "Gen" and phrase.tagged not in {"Gen", ""}
        ) and "Gen" not in phrase.cases
        names_office = (noun.pos_ == "NOUN" and reading(noun).animate) or is_title_participle(noun)
        if phrase.mention is None and names_office and shared and not genitive:
            person.title = (phrase.start, person.mention.start if person.mention else person.start, phrase.head)
            person.cases, person.start, person.first, person.prep = shared, phrase.start, phrase.first, phrase.prep
            person.owner = phrase.owner
            if person.owner is not None:
                person.owner.owned = [p for p in person.owner.owned if p not in {phrase}] + [person]
            for one in [phrase, *complements]:
                one.owner = person
            return
        start = phrase.first
        complements.append(phrase)


def _entitle_again(doc: Doc, before: Phrase, person: Phrase, end: int) -> None:
    """A second title right before the first: `комендант генерал Бодиско`, `командир его полковник Тарханов`."""
    noun = doc[before.head]
    shared = before.cases & person.cases
    fits = before.mention is None and not before.pronoun and end == person.first
    if fits and shared and noun.pos_ == "NOUN" and reading(noun).animate:
        person.second_title = (before.start, before.end, before.head)
        person.cases, person.first, person.prep = shared, before.first, before.prep
        if person.owner is before:
            person.owner = None
            before.owned = [phrase for phrase in before.owned if phrase is not person]
        if before.owner is not None and before.owner is not person and person.owner is None:
            above = before.owner
            above.owned = [phrase if phrase is not before else person for phrase in above.owned]
            person.owner = above
        before.owner = person
