"""`1868 г. рождения`, `1889 г. р.`, `уроженец с. Кленовик`: a birth told beside a person's name."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.facts.fact import Fact, Filler
from letopis.facts.phrases import Phrase

_NATIVES = frozenset({"уроженец", "уроженка"})
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
    """The births of a sentence that no verb tells, each of the last person named before it, else of the next."""
    found = []
    person: Phrase | None = None
    for at, phrase in enumerate(phrases):
        end = told_at(doc, phrase)
        if end >= 0 and person is not None and person.mention is not None and phrase.mention is not None:
            roles = {"patient": [Filler(key(person.mention))], "time": [Filler(key(phrase.mention))]}
            found.append(Fact("birth", end, end + 1, "рождение", roles))
        native = _native(doc, phrase)
        if native >= 0:
            named = phrase if phrase.kind == "person" else person or _next_person(phrases[at + 1 :])
            where = _birthplaces(phrases[at:], native)
            if named is not None and named.mention is not None and where:
                roles = {"patient": [Filler(key(named.mention))], "place": where}
                found.append(Fact("birth", native, native + 1, doc[native].lemma_.lower(), roles))
        if phrase.kind == "person":
            person = phrase
    return found


def _native(doc: Doc, phrase: Phrase) -> int:
    """The token `уроженец` of a phrase or of the title joined to its name, -1 where it has none."""
    heads = [phrase.head, *(title[2] for title in (phrase.title, phrase.second_title) if title is not None)]
    return next((head for head in heads if doc[head].lemma_.lower() in _NATIVES), -1)


def _next_person(following: list[Phrase]) -> Phrase | None:
    return next((phrase for phrase in following[:3] if phrase.kind == "person"), None)


def _birthplaces(following: list[Phrase], native: int) -> list[Filler]:
    """The first place right after the word."""
    places = [
        p for first in following[:3] for p in (first, *first.owned) if p.kind == "place" and p.mention is not None
    ]
    near = [p for p in places if p.mention is not None and native < p.mention.start <= native + 5]
    return [Filler(key(p.mention)) for p in near[:1] if p.mention is not None]
