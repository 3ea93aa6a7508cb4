"""The noun that a participle or a relative clause is said of."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.facts.frames import befalls_persons, may_kill
from letopis.facts.phrases import Phrase
from letopis.facts.readings import agree, reading
from letopis.facts.segments import Segment
from letopis.facts.words import wordlist


def noun_of(doc: Doc, phrases: list[Phrase], participle: Token, segment: Segment) -> Phrase | None:
    """The nearest phrase to the left that agrees with the participle; else the first to the right."""
    shape, verb = reading(participle), participle.lemma_.lower()
    left = [phrase for phrase in phrases if phrase.end <= segment.start]
    for phrase in reversed(left[-6:]):
        if phrase.kind in {"date"} or (phrase.pronoun and phrase.prep):
            continue
        if phrase.kind == "place" and phrase.prep and (may_kill(verb) or befalls_persons(verb)):
            continue
        word = doc[phrase.head]
        shared = agree(shape, reading(word)) & phrase.cases
        if shared or (phrase.mention is not None and phrase.cases & shape.cases and not reading(word).shapes):
            return phrase
    return None


def antecedent(doc: Doc, phrases: list[Phrase], segment: Segment) -> Phrase | None:
    """The nearest phrase to the left that agrees in number and gender with the relative."""
    left = [phrase for phrase in phrases if phrase.reach() <= segment.start and phrase.kind != "date"]
    opener = segment.opener
    assert opener is not None
    wanted = {(number, gender) for _, number, gender in reading(opener).shapes}
    for phrase in reversed(left[-4:]):
        if opener.lower_ in wordlist("relative_adverbs") or opener.lower_ == "что":
            return phrase
        for _, number, gender in reading(doc[phrase.head]).shapes:
            if any(number == n and (n == "Plur" or not g or not gender or g == gender) for n, g in wanted):
                return phrase
        if phrase.listed_after is not None and any(number == "Plur" for number, _ in wanted):
            return phrase.listed_after
    return left[-1] if left else None
