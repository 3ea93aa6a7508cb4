"""Reads a sentence into noun phrases.

The news-trained parser attaches badly in old prose; agreement, adjacency and the mentions already found say
more. A phrase is a mention with the noun it is in apposition to, or a noun with its agreeing words.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from letopis.facts.clauses import is_abbreviated_verb
from letopis.facts.following import MODIFIERS, NOUNS, OPENING, POSSESSIVE, Following
from letopis.facts.linking import Linker
from letopis.facts.phrases import NAMES, Phrase
from letopis.facts.readings import CASES, agree, cases_of_name, one, reading, tagged_case
from letopis.facts.words import (
    is_title_participle,
    modal_forms,
    preposition_openers,
    prepositions,
    wordlist,
)

_CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d$")
"""`в 4.30`: no phrase of its own, and no part of the one after it."""


def atoms(sentence: Span, mentions: list[Span]) -> dict[int, Span]:
    """First token → the outermost mention that begins there; mentions inside others are left out."""
    found: dict[int, Span] = {}
    end = -1
    for span in sorted(mentions, key=lambda s: (s.start, -s.end)):
        if span.start >= end:
            found[span.start] = span
            end = span.end
    return found


class Chunker:
    """Reads one sentence into phrases."""

    def __init__(self, sentence: Span, mentions: list[Span]) -> None:
        self.doc = sentence.doc
        self.start, self.stop = sentence.start, sentence.end
        self.atoms = atoms(sentence, mentions)
        self.phrases: list[Phrase] = []
        self.following = Following(self.doc, self.stop, self.atoms)
        self.bracket = False
        self.dropped = False

    def read(self) -> list[Phrase]:
        """The phrases in order of text, linked."""
        i, prep, first = self.start, "", -1
        while i < self.stop:
            token = self.doc[i]
            if i not in self.atoms:
                word, length = self._preposition(i)
                if word:
                    prep, first = word, i
                    i += length
                    continue
                if token.text in "()":
                    self.bracket = token.text == "("
                if prep and _CLOCK.match(token.text):
                    prep, first, i = "", -1, i + 1
                    continue
            phrase = self._phrase(i)
            if phrase is None:
                if not token.is_space and token.text not in '«"„“':
                    prep, first = "", -1
                i += 1
                continue
            if self.dropped:
                prep, self.dropped = "", False
            phrase.prep, phrase.first = prep, first if prep else phrase.start
            phrase.bracketed = self.bracket
            self._govern(phrase)
            self.phrases.append(phrase)
            i, prep, first = phrase.end, "", -1
        Linker(self.doc, self.stop, self.atoms, self.phrases).link()
        return self.phrases

    def _preposition(self, i: int) -> tuple[str, int]:
        if self.doc[i].lower_ not in preposition_openers():
            return "", 0
        words = [self.doc[j].lower_ for j in range(i, min(i + 3, self.stop))]
        for length in (3, 2, 1):
            phrase = " ".join(words[:length])
            if len(words) >= length and phrase in prepositions():
                if length == 1 and self.doc[i].pos_ not in {"ADP", "ADV", "SCONJ", "PROPN", "NOUN", "CCONJ"}:
                    return "", 0
                return prepositions()[phrase][0], length
        return "", 0

    def _govern(self, phrase: Phrase) -> None:
        """Keep the cases that the preposition governs."""
        if phrase.prep:
            governed = frozenset(prepositions_by_name()[phrase.prep])
            phrase.cases = (phrase.cases & governed) or governed
            if phrase.tagged not in phrase.cases:
                phrase.tagged = ""

    def _phrase(self, i: int) -> Phrase | None:
        if i in self.atoms:
            return self._mention(self.atoms[i], i)
        token = self.doc[i]
        if token.lower_ == "роду" and i > self.start and self.doc[i - 1].lower_ == "от":
            return None
        if token.text in OPENING:
            return self.following.quotation(i)
        if (
            token.lower_ in wordlist("conditional")
            or token.lemma_ in wordlist("modal_words")
            or token.lower_ in modal_forms()
            or is_abbreviated_verb(token)
        ):
            return None
        relative = token.lemma_ in wordlist("relative_pronouns")
        if relative or token.pos_ == "PRON" or (token.pos_ == "DET" and token.lemma_ in wordlist("pronouns")):
            attributive = token.lemma_ in wordlist("attributive_pronouns") or token.lower_ in POSSESSIVE
            if not relative and attributive and self._modifies_next(i):
                return self._common(i)
            cases = reading(token).cases or frozenset({tagged_case(token)} - {""}) or CASES
            return Phrase(i, i + 1, i, cases, tagged_case(token), pronoun=True)
        if token.pos_ in NOUNS or token.pos_ in MODIFIERS or _is_full_participle(token):
            return self._common(i)
        return None

    def _modifies_next(self, i: int) -> bool:
        """Whether the pronoun at `i` belongs to a noun after it."""
        at = i + 1
        while at < self.stop and at not in self.atoms and self.doc[at].pos_ in MODIFIERS:
            at += 1
        if at >= self.stop:
            return False
        if at in self.atoms and self.atoms[at].label_ in {"quantity", "date"}:
            return False
        following = self.doc[at]
        if following.pos_ not in NOUNS:
            return False
        if self.doc[i].lower_ in POSSESSIVE and i > self.start and one(self.doc[i - 1], "VerbForm") == "Fin":
            named = at + 1 in self.atoms and self.atoms[at + 1].label_ == "person"
            if named and reading(following).animate:
                return False  # `строил её купец Гладилин`
        if self.doc[i].lower_ in POSSESSIVE and self._is_given_to(i, at):
            return False  # `предать их суду`
        if self.doc[i].lower_ in POSSESSIVE:
            return at not in self.atoms  # `уступил его Ивану`: the object beside a name
        return bool(agree(reading(self.doc[i]), reading(following))) or at in self.atoms

    def _is_given_to(self, i: int, at: int) -> bool:
        """Whether the pronoun at `i` is a verb's object, and the dative at `at` whom it is given to."""
        if i == self.start or one(self.doc[i - 1], "VerbForm") not in {"Fin", "Inf", "Conv"}:
            return False
        if tagged_case(self.doc[at]) != "Dat" or "Acc" in reading(self.doc[at]).cases:
            return False
        for token in self.doc[at + 1 : min(at + 12, self.stop)]:
            if token.is_punct:
                return True
            if token.i in self.atoms or tagged_case(token) in {"Acc", "Gen", "Nom"}:
                return False
        return True

    def _mention(self, span: Span, start: int) -> Phrase:
        head = span.root.i if span.label_ in {"quantity", "date"} else span.start
        if span.label_ in NAMES:
            cases, tagged = cases_of_name(span), tagged_case(self.doc[span.start])
        else:
            cases, tagged = _cases_of_figure(span)
        phrase = Phrase(start, span.end, head, cases, tagged if tagged in cases else "", mention=span)
        self.following.agreeing(phrase)
        return phrase

    def _common(self, i: int) -> Phrase | None:
        """Modifiers, a noun, what agrees after it, and a name in apposition."""
        at, modifiers = i, []
        while at < self.stop and at not in self.atoms:
            token = self.doc[at]
            if token.lower_ in modal_forms() or token.lemma_ in wordlist("modal_words") | wordlist("relative_pronouns"):
                break
            if token.pos_ in MODIFIERS or _is_full_participle(token) or (token.pos_ == "PRON" and at == i):
                modifiers.append(token)
            elif token.pos_ in {"ADV", "PART"} and modifiers and at + 1 < self.stop and at + 1 not in self.atoms:
                if self.doc[at + 1].pos_ not in MODIFIERS:
                    break
            elif token.lower_ == "и" and modifiers and at + 1 < self.stop and at + 1 not in self.atoms:
                following = self.doc[at + 1]
                if following.pos_ != "ADJ" or not agree(reading(modifiers[-1]), reading(following)):
                    break
            else:
                break
            at += 1
        if at < self.stop and at in self.atoms and modifiers:
            return self._described(i, modifiers, self.atoms[at])
        if at >= self.stop or self.doc[at].pos_ not in NOUNS:
            return self._substantive(i, modifiers)
        head = self.doc[at]
        cases = reading(head).cases or frozenset({tagged_case(head)} - {""}) or CASES
        start = at
        for modifier in reversed(modifiers):
            shared = cases & agree(reading(modifier), reading(head))
            if not shared and modifier.pos_ != "NUM" and modifier.lower_ not in POSSESSIVE:
                break
            cases, start = shared or cases, modifier.i
        if start > i:
            apart = self._substantive(i, [modifier for modifier in modifiers if modifier.i < start])
            if apart is not None:
                return apart
            self.dropped = True
        if head.pos_ == "PROPN" and cases == {"Nom"} and head.lower_[-1] not in "аяйь" and not reading(head).animate:
            cases |= {"Acc"}
        tagged = tagged_case(head)
        phrase = Phrase(start, at + 1, at, cases, tagged if tagged in cases else "")
        self.following.agreeing(phrase)
        self.following.name(phrase)
        shortened = (
            phrase.mention is None
            and len(head.text) <= 3
            and phrase.end < self.stop
            and self.doc[phrase.end].text == "."
        )
        if shortened and phrase.end == at + 1 and at + 2 < self.stop:
            return None
        return phrase

    def _described(self, i: int, modifiers: list[Token], span: Span) -> Phrase | None:
        """An adjective before a name: `благодарный Ататюрк`, `вся Россия`."""
        phrase = self._mention(span, i)
        if span.label_ in {"quantity", "date"}:
            phrase.start = span.start
            return phrase
        last = modifiers[-1]
        if not phrase.cases & reading(last).cases and reading(last).cases and last.lower_ not in POSSESSIVE:
            apart = self._substantive(i, modifiers)
            if apart is not None:
                return apart
            phrase.start = span.start
            return phrase
        for modifier in modifiers:
            phrase.cases = (phrase.cases & reading(modifier).cases) or phrase.cases
        return phrase

    def _ends(self, at: int) -> bool:
        return at >= self.stop or self.doc[at].is_punct

    def _substantive(self, i: int, modifiers: list[Token]) -> Phrase | None:
        """An adjective that stands for a noun: `раненых`, `второй`."""
        full = [token for token in modifiers if one(token, "Variant") != "Short" and tagged_case(token)]
        if not full or full[-1].i != i + len(modifiers) - 1:
            full = full[:1]
        if not full:
            return None
        if (
            full[0].pos_ == "VERB"
            and not is_title_participle(full[0])
            and not (one(full[0], "Number") == "Plur" and len(modifiers) == 1 and self._ends(i + 1))
        ):
            return None
        if len(full[0].text) <= 3 and full[0].i + 1 < self.stop and self.doc[full[0].i + 1].text == ".":
            return None
        last = full[-1] if full[-1].i < i + len(modifiers) else full[0]
        return Phrase(i, last.i + 1, last.i, reading(last).cases or CASES, tagged_case(last))


def _is_full_participle(token: Token) -> bool:
    return one(token, "VerbForm") == "Part" and bool(one(token, "Case")) and one(token, "Variant") != "Short"


def _cases_of_figure(span: Span) -> tuple[frozenset[str], str]:
    """Oblique where the numeral or the noun plainly is; else nominative or accusative (or genitive after `не`)."""
    words = [token for token in span if token.is_alpha and token.pos_ in {"NUM", "NOUN", "ADJ", "PROPN"}]
    approximated = span[0].pos_ in {"ADP", "ADV", "PART"} or span[0].lower_ in {"без", "около", "до"}
    if approximated or not words:
        return frozenset({"Nom", "Acc", "Gen"}), ""
    first = words[0]
    cases = reading(first).cases
    if cases and cases <= {"Dat", "Ins", "Loc"}:
        agreed = cases & reading(words[-1]).cases if len(words) > 1 else cases
        return agreed or cases, tagged_case(first)
    if len(words) > 1 and cases == {"Gen", "Dat", "Ins", "Loc"} and reading(words[-1]).cases == {"Gen"}:
        return frozenset({"Gen"}), "Gen"
    if first.pos_ == "NUM" and cases >= {"Gen", "Acc"} and "Nom" not in cases:
        return frozenset({"Gen", "Acc"}), tagged_case(first)  # `семерых егерей`, `двух лошадей`
    if len(span) == 1 and first.pos_ == "NOUN":
        return cases, tagged_case(first)
    return frozenset({"Nom", "Acc", "Gen"}), ""


def prepositions_by_name() -> dict[str, tuple[str, ...]]:
    """Preposition → the cases it governs."""
    return dict(prepositions().values())


def phrases(sentence: Span, mentions: list[Span]) -> list[Phrase]:
    """The noun phrases of a sentence; `mentions` are those inside it."""
    return Chunker(sentence, mentions).read()
