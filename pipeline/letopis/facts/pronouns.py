"""Whom a pronoun of the third person stands for where it is no name: common nouns, counted people, those in a list."""

from __future__ import annotations

from collections import deque

from spacy.tokens import Doc, Token

from letopis.entities.reference import antecedent
from letopis.facts.frames import done_by_people, may_befall_persons
from letopis.facts.government import agrees
from letopis.facts.matching import is_animate
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one
from letopis.facts.words import wordlist

_SINGULAR = {
    **dict.fromkeys(("он", "него", "его", "ему", "нему", "нём", "нем"), "Masc"),
    **dict.fromkeys(("она", "её", "ее", "неё", "нее", "ей", "ней", "ею", "нею", "ея"), "Fem"),
}
_PLURAL = frozenset({"они", "оне", "их", "них", "ими", "ними", "им", "ним"})
_KEPT = 8
_FAR = 2
"""How many sentences back a phrase is still meant."""


class Pronouns:
    """Follows a text's people sentence by sentence, and gives each pronoun the phrase it stands for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.recent: deque[tuple[int, Phrase]] = deque(maxlen=_KEPT)
        self.sentence = 0
        self.subject: Phrase | None = None

    def read(self, phrases: list[Phrase]) -> None:
        """Set `stands` of the pronouns among the `phrases` of the next sentence that mean no name."""
        self.sentence += 1
        self.subject = None
        for phrase in phrases:
            if phrase.pronoun:
                phrase.stands = self._meant(phrase)
            if phrase.cases == {"Nom"} and not phrase.prep and phrase.owner is None:
                self.subject = phrase
            if phrase.pronoun:
                continue
            if phrase.listed_after is None and phrase.owner is None and self._may_be_meant(phrase):
                self.recent.append((self.sentence, phrase))

    def _may_be_meant(self, phrase: Phrase) -> bool:
        if phrase.bracketed or phrase.quoted:
            return False
        if len([member for member in phrase.members() if member.kind == "person"]) > 1:
            return True
        if phrase.kind not in {"", "quantity"} or self._named(phrase):
            return False
        thing = not phrase.prep and self.doc[phrase.head].pos_ == "NOUN" and bool(phrase.cases & {"Nom", "Acc"})
        return is_animate(self.doc, phrase) or (thing and phrase.measures not in {"age", "duration", "percent"})

    def _named(self, phrase: Phrase) -> bool:
        """Whether the common noun is said beside a name, which then stands for both."""
        return phrase.alias is not None or any(child.kind == "person" for child in phrase.owned)

    def _meant(self, phrase: Phrase) -> Phrase | None:
        word = self.doc[phrase.head]
        many = word.lower_ in _PLURAL and one(word, "Number") != "Sing"
        gender = "" if many else _SINGULAR.get(word.lower_, "")
        if not many and not gender:
            return None
        fitting = [
            found
            for back, found in self.recent
            if self.sentence - back < _FAR
            and self._fits(found, gender)
            and found.end <= phrase.start
            and ("Nom" in phrase.cases or not (self._acts_beside(found, back) and agrees(word.head, found, self.doc)))
        ]
        if not fitting:
            return None
        people = [found for found in fitting if found.kind not in {"", "quantity"} or is_animate(self.doc, found)]
        subjects = [found for found in people if "Nom" in found.cases and not found.prep]
        verb = word.head.lemma_.lower()
        thing = "Nom" in phrase.cases and not done_by_people(verb)
        if not (thing or "Acc" in phrase.cases) or may_befall_persons(verb):
            fitting = people
        if not fitting:
            return None
        chosen = (subjects or people or fitting)[-1] if "Nom" in phrase.cases else fitting[-1]
        named = antecedent(self.doc, word)
        if named is None or (many and (named.label_ != "person" or named.start < chosen.start)):
            return chosen
        done = chosen.tagged == "Acc" and "Acc" in phrase.cases and not phrase.prep
        here = named[0].sent.start == word.sent.start and named.start < chosen.start
        return chosen if done and here else None

    def _acts_beside(self, found: Phrase, sentence: int) -> bool:
        """Whether the phrase is the subject of the pronoun's own verb: `князь взял город и отдал его` is no prince."""
        if "Nom" not in found.cases or found.prep or found.tagged == "Acc" or sentence != self.sentence:
            return False
        return self.subject is None or self.subject.start <= found.start

    def _fits(self, phrase: Phrase, gender: str) -> bool:
        head = self.doc[phrase.head]
        plural = bool(phrase.listed) or one(head, "Number") == "Plur" or self._counted(phrase)
        if not gender:
            return plural
        return not plural and phrase.kind == "" and one(head, "Gender") == gender and not self._of_everyone(head)

    @staticmethod
    def _counted(phrase: Phrase) -> bool:
        return phrase.kind == "quantity" and phrase.measures == "count"

    @staticmethod
    def _of_everyone(word: Token) -> bool:
        return word.lemma_.lower() in wordlist("pronouns")
