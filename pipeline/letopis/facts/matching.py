"""Whether what stands in a place is of the kind or of the words that a frame asks for."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from letopis.dimensions.seen import is_people
from letopis.entities.reference import antecedent
from letopis.facts.frames import Condition, word_class
from letopis.facts.phrases import NAMES, Phrase
from letopis.facts.readings import one, reading
from letopis.facts.words import is_title_participle, wordlist

PERSONAL = frozenset({"я", "ты", "он", "она", "оно", "мы", "вы", "они", "кто", "себя", "который", "кой", "никто"})
_NEARLY_PLACES = frozenset({"из", "к", "до", "через", "под"})


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma_.lower()


def lemmas(doc: Doc, phrase: Phrase) -> frozenset[str]:
    """The lemmas a phrase may be recognised by: its head's, of a figure or a body's name every word's.

    A part is known by what it is part of: `часть команды`, `остаток войска`; a pronoun by what it stands for.
    """
    if phrase.stands is not None:
        return lemmas(doc, phrase.stands)
    if phrase.owned and lemma(doc[phrase.head]) in wordlist("parts"):
        return lemmas(doc, phrase.owned[0])
    if phrase.kind in {"quantity", "organization"} and phrase.mention is not None:
        return frozenset(lemma(token) for token in phrase.mention) | {lemma(doc[phrase.head])}
    return frozenset({lemma(doc[phrase.title[2] if phrase.title else phrase.head])})


@cache
def _actors() -> frozenset[str]:
    return wordlist("collective") | word_class("people")


def is_animate(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase is of a person or people."""
    if phrase.kind in {"person"}:
        return True
    if phrase.kind == "quantity" and phrase.mention is not None:
        nouns = [token for token in phrase.mention if token.pos_ == "NOUN"]
        if not nouns:
            return any(lemma(token) in wordlist("collective_numerals") for token in phrase.mention)
        return phrase.measures != "measure" and any(reading(token).animate for token in nouns)
    if phrase.pronoun:
        return lemma(doc[phrase.head]) in PERSONAL
    word = doc[phrase.head]
    people = word.pos_ in {"ADJ", "DET"} and one(word, "Number") == "Plur"
    people = people or lemma(word) in wordlist("persons") or is_title_participle(word) or is_people(doc, word.i)
    return phrase.mention is None and not phrase.quoted and (people or reading(word).animate)


def is_actor(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase is of someone or something that acts."""
    clipped = phrase.mention is None and lemma(doc[phrase.head]).endswith(("ком", "совет", "трест", "союз", "отряд"))
    return phrase.kind in NAMES or is_animate(doc, phrase) or clipped or bool(lemmas(doc, phrase) & _actors())


def accompanies(doc: Doc, phrase: Phrase) -> bool:
    """Whether those who stand with `с` go along: people, troops, ships, counted or not; not `с поминками`, `с боем`."""
    if phrase.pronoun or lemmas(doc, phrase) & word_class("battle"):
        return False
    return is_actor(doc, phrase) or bool(lemmas(doc, phrase) & wordlist("movable"))


def is_abstract(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase is of no one and nothing that moves or acts."""
    if phrase.mention is not None or phrase.pronoun or phrase.quoted or is_actor(doc, phrase):
        return False
    return not lemmas(doc, phrase) & wordlist("movable")


def is_title(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase is a rank, office or occupation."""
    word = doc[phrase.title[2] if phrase.title else phrase.head]
    if phrase.kind in {"quantity", "date", "place", "person"}:
        return False
    known = (
        lemma(word) in wordlist("title_adjectives") or is_title_participle(word) or lemma(word) in word_class("office")
    )
    return known or (word.pos_ == "NOUN" and reading(word).animate)


def kinds(doc: Doc, phrase: Phrase) -> frozenset[str]:
    """The kinds of `frames.toml` that the phrase is of."""
    found = {"any"}
    if phrase.kind not in {"quantity", "date"}:
        found.add("noun")
    if phrase.stands is not None:
        found |= kinds(doc, phrase.stands)
    if phrase.kind:
        found |= {phrase.kind, "any-mention"}
    if phrase.pronoun and lemma(doc[phrase.head]) in {"он", "она", "оно", "они"}:
        meant = antecedent(doc, doc[phrase.head])
        found |= {meant.label_, "any-mention"} if meant is not None else set()
        found |= {"placelike", "movement"} if meant is not None and meant.label_ == "place" else set()
    if phrase.kind == "quantity" and phrase.mention is not None:
        found.add(str((phrase.mention._.value or {}).get("type") or ""))
    word = doc[phrase.head]
    unknown_name = (
        phrase.mention is None and word.pos_ == "PROPN" and word.text[:1].isupper() and not word.is_sent_start
    )
    if unknown_name and not phrase.quoted and not reading(word).animate:
        found |= {"place", "placelike"}
    if phrase.kind == "place" or lemmas(doc, phrase) & (word_class("territory") | word_class("location")):
        found.add("placelike")
    if is_actor(doc, phrase):
        found |= {"actor", "people", "person-object"} if is_animate(doc, phrase) else {"actor"}
    elif is_abstract(doc, phrase):
        found.add("abstract")
    if is_title(doc, phrase):
        found.add("title")
    if (
        phrase.kind == "date"
        or phrase.kind == "place"
        or found & {"placelike"}
        or (phrase.prep in _NEARLY_PLACES and phrase.kind == "organization")
    ):
        found.add("movement")
    if phrase.prep in {"из", "от"}:
        found.add("origin")
    if phrase.quoted:
        found.add("quoted")
    if phrase.kind == "place" and any(
        word in doc[phrase.start : phrase.end].text.lower() for word in ("крепост", "тюрьм", "острог")
    ):
        found.add("prison")
    if lemma(doc[phrase.head]) in {"имение", "поместье", "душа", "земля", "вещь"}:
        found.add("estate-mortgage")
    return frozenset(found)


def filler_kinds(doc: Doc, phrase: Phrase) -> frozenset[str]:
    """The kinds of filler a role may be restricted to: actor, place, quantity, money."""
    found = kinds(doc, phrase)
    chosen = {"actor"} & found | {"quantity"} & found | {"money"} & found
    if "placelike" in found and "quantity" not in found:
        chosen.add("place")
    return frozenset(chosen)


def stands(doc: Doc, condition: Condition, phrases: list[Phrase], content: frozenset[str]) -> bool:
    """Whether the condition holds of what stands in its place."""
    if condition.place == "content":
        return bool(condition.kinds & content)
    if "none" in condition.kinds and not phrases:
        return True
    return any(
        bool(condition.lemmas & lemmas(doc, member)) or bool(condition.kinds & kinds(doc, member))
        for phrase in phrases
        for member in phrase.members()
    )
