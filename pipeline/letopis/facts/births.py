"""`1868 г. рождения`, `1889 г. р.`: a year of birth beside a person's name."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.facts.fact import Fact, Filler
from letopis.facts.phrases import Phrase

_WORDS = frozenset({"рождения", "рожд"})


def told_at(doc: Doc, date: Phrase) -> int:
    """The token after the date that says it is of a birth, -1 where none does."""
    end = date.end
    if date.kind != "date" or end >= len(doc):
        return -1
    if doc[end].lower_ in _WORDS:
        return end
    abbreviated = doc[end].lower_ == "р" and end + 1 < len(doc) and doc[end + 1].text == "."
    return end if abbreviated and doc[end - 1].text == "." else -1


def births(doc: Doc, phrases: list[Phrase]) -> list[Fact]:
    """The births of a sentence that are told by a year alone, each of the last person named before it."""
    found = []
    person: Phrase | None = None
    for phrase in phrases:
        at = told_at(doc, phrase)
        if at >= 0 and person is not None and person.mention is not None and phrase.mention is not None:
            roles = {"patient": [Filler(key(person.mention))], "time": [Filler(key(phrase.mention))]}
            found.append(Fact("birth", at, at + 1, "рождение", roles))
        if phrase.kind == "person":
            person = phrase
    return found
