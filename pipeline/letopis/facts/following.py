"""What comes after a phrase's head and belongs to it: agreeing words, a name in apposition, a quoted title."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.facts.phrases import NAMES, Phrase
from letopis.facts.readings import agree, cases_of_name, one, reading, tagged_case
from letopis.facts.words import wordlist

NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
POSSESSIVE = frozenset({"его", "её", "ее", "их"})
OPENING = {"«": "»", "„": "“", '"': '"', "“": "”"}


class Following:
    """Reads on after a head, up to `stop`; `atoms` are the mentions by their first token."""

    def __init__(self, doc: Doc, stop: int, atoms: dict[int, Span]) -> None:
        self.doc = doc
        self.stop = stop
        self.atoms = atoms

    def agreeing(self, phrase: Phrase) -> None:
        """Take in agreeing words after the head: `воевод своих`, `князь тверской`."""
        while phrase.end < self.stop and phrase.end not in self.atoms:
            token = self.doc[phrase.end]
            if token.lower_ in POSSESSIVE and self._goes_on_to_a_name(phrase):
                phrase.end += 1
                return
            if token.pos_ not in {"ADJ", "DET"} or token.lemma_ in wordlist("relatives"):
                return
            if len(token.text) <= 3 and phrase.end + 1 < self.stop and self.doc[phrase.end + 1].text == ".":
                return
            shared = phrase.cases & reading(token).cases
            possessive = token.lower_ in POSSESSIVE and not self._precedes_noun(phrase.end)
            if not shared and not possessive:
                return
            if phrase.mention is None and tagged_case(token) == "Gen" and phrase.tagged not in {"Gen", ""}:
                return
            named = self.atoms.get(phrase.end + 1)
            titled = named is not None and named.label_ == "person" and reading(self.doc[phrase.head]).animate
            if not titled and phrase.end + 1 < self.stop and self._agrees_forward(token, phrase.end + 1):
                return
            phrase.cases = shared or phrase.cases
            phrase.end += 1

    def _goes_on_to_a_name(self, phrase: Phrase) -> bool:
        """Whether the one meant is named after the possessive: `командир его Ермилов`, `жене его Фёкле`."""
        at = phrase.end + 1
        if phrase.mention is not None or not reading(self.doc[phrase.head]).animate or at >= self.stop:
            return False
        if at not in self.atoms and reading(self.doc[at]).animate and at + 1 in self.atoms:
            return self.atoms[at + 1].label_ == "person" and bool(phrase.cases & reading(self.doc[at]).cases)
        named = self.atoms.get(at)
        return named is not None and named.label_ == "person" and bool(phrase.cases & cases_of_name(named))

    def _precedes_noun(self, at: int) -> bool:
        return at + 1 < self.stop and self.doc[at + 1].pos_ in NOUNS | MODIFIERS

    def _agrees_forward(self, token: Token, at: int) -> bool:
        following = self.doc[at]
        while at + 1 < self.stop and following.pos_ in {"ADJ", "DET"}:
            at += 1
            following = self.doc[at]
        return following.pos_ in NOUNS and bool(agree(reading(token), reading(following)))

    def name(self, phrase: Phrase) -> None:
        """Join a name or a quoted title to the noun before it: `князь Михаил`, `транспорт «Байкал»`, `р. Медная`."""
        at = phrase.end
        if (at < self.stop and self.doc[at].text == "." and len(self.doc[phrase.head].text) <= 5) or (
            at + 1 < self.stop and self.doc[at].lower_ in {"же", "ж", "то"} and at + 1 in self.atoms
        ):
            at += 1
        elif at + 2 < self.stop and self.doc[at].lower_ in wordlist("courtesy") and at + 2 in self.atoms:
            at += 2
        if at < self.stop and at in self.atoms:
            span = self.atoms[at]
            if span.label_ not in NAMES:
                return
            shared = phrase.cases & cases_of_name(span)
            person = span.label_ == "person"
            dotted = self.doc[at - 1].text == "." and at == phrase.end + 1
            if dotted and person and not self.doc[phrase.head].text[:1].islower():
                return
            animate = reading(self.doc[phrase.head]).animate or dotted
            geographic = self.doc[phrase.head].lemma_ in wordlist("place_nouns") or dotted
            plural = one(self.doc[phrase.head], "Number") == "Plur" and not self._another_name(span.end, shared)
            if (
                person
                and tagged_case(span[0]) == "Gen"
                and "Gen" in cases_of_name(span)
                and not (one(self.doc[phrase.head], "Gender") == "Fem" and "Nom" in shared)
                and phrase.tagged not in {"Gen", ""}
                and "Gen" not in phrase.cases
                and not dotted
            ):
                return
            if person and shared and animate and not plural:
                phrase.title = (phrase.start, phrase.end, phrase.head)
                phrase.cases, phrase.mention, phrase.end = shared, span, span.end
            elif (
                span.label_ == "organization"
                and one(self.doc[phrase.head], "Number") == "Sing"
                and self.doc[phrase.head].lemma_ in wordlist("collective")
                and tagged_case(span[0]) != "Gen"
                and (shared or ("Nom" in cases_of_name(span) and span[0].pos_ != "ADJ"))
            ) or (not person and geographic and (shared or "Nom" in cases_of_name(span))):
                phrase.mention, phrase.end = span, span.end
        elif at < self.stop and self.doc[at].text in "«„" and at == phrase.end:
            closing = self._closing(at, 12)
            if closing:
                phrase.end = closing + 1

    def _another_name(self, at: int, cases: frozenset[str]) -> bool:
        """Whether another name in one of the cases is listed at `at`."""
        listed = at < self.stop and self.doc[at].lower_ in {"и", "да", ","} and at + 1 in self.atoms
        return listed and bool(cases & cases_of_name(self.atoms[at + 1]))

    def _closing(self, at: int, within: int) -> int:
        wanted = OPENING[self.doc[at].text]
        for j in range(at + 1, min(at + within, self.stop)):
            if self.doc[j].text == wanted:
                return j
        return 0

    def quotation(self, i: int) -> Phrase | None:
        """A short title in quotation marks as a phrase of its own; a quoted sentence is none."""
        closing = self._closing(i, 18)
        if not closing or closing == i + 1:
            return None
        inner = self.doc[i + 1 : closing]
        speaks = any(one(token, "VerbForm") in {"Fin", "Inf"} or one(token, "Variant") == "Short" for token in inner)
        if speaks or inner[0].text[:1].islower():
            return None
        mention = self.atoms.get(i + 1)
        whole = mention is not None and mention.end == closing
        return Phrase(
            i, closing + 1, i + 1, frozenset({"Nom", "Acc"}), "", quoted=True, mention=mention if whole else None
        )
