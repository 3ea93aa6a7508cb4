"""Noun phrases by agreement: which words around a figure answer what it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log10

from spacy.tokens import Token

from letopis.dimensions.numeral.lexicon import fold, lookup
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.agreement import GENITIVE_PLURAL, Asked
from letopis.dimensions.quantity.lexicon import word_set
from letopis.language.declension import Reading, readings
from letopis.language.models import embeddings

_POSSESSIVE = frozenset({"его", "ее", "их"})
_NO_NOUN = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "ADV", "AUX", "VERB"})
_LONGEST = 7
_LIKELY = 0.02
_FIFTH = 0.2
_BETWEEN = 4
"""Words: how far before its noun the preposition of a count may stand."""
_WHOLE = 6
"""An unknown word so long is no abbreviation."""
_COMPOUND = re.compile(r"\d+-[а-яё]{4,}")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Adjectives and their noun: view bounds, the nominative singular, the head's case and number."""

    start: int
    end: int
    item: str
    head: int
    lemma: str
    case: str | None
    number: str | None


def is_adjectival(nominative: str) -> bool:
    """Whether an item is an adjective that stands for a noun: `двухпутный`."""
    return nominative.endswith(("ый", "ий", "ой")) and any(r.role == "adjective" for r in readings(nominative))


def phrase_after(view: View, at: int, wanted: Asked) -> NounPhrase | None:
    """The noun phrase that begins at word `at` and has a case and number of `wanted`, its adjectives agreeing."""
    modifiers: list[int] = []
    i = at + (view.form(at) in _POSSESSIVE)
    while i < len(view) and i < at + _LONGEST:
        if modifiers and view.form(i) in {"и", ",", "или", "да"} and modifies(view, i + 1, wanted):
            i += 1
            continue
        if view.tokens[i].pos_ == "ADV" and modifies(view, i + 1, wanted) and not modifies(view, i, wanted):
            i += 1
            continue
        noun = noun_at(view, i, wanted)
        adjective = modifies(view, i, wanted)
        if noun is not None and not (adjective and _goes_on(view, i + 1, wanted)):
            return _phrase(view, at, i, modifiers, noun)
        if not adjective:
            break
        modifiers.append(i)
        i += 1
    if modifiers and modifiers[-1] == i - 1:
        return _nominalised(view, at, modifiers, wanted)
    return None


def _goes_on(view: View, at: int, wanted: Asked) -> bool:
    """Whether the word before `at` is an adjective of a noun that follows."""
    noun = noun_at(view, at, wanted)
    if noun is not None and (view.tokens[at].pos_ != "ADJ" or not modifies(view, at, wanted)):
        return True
    return modifies(view, at, wanted) and noun_at(view, at + 1, wanted) is not None


def noun_at(view: View, at: int, wanted: Asked) -> Reading | None:
    """The reading of word `at` as a noun that has a case and number of `wanted`, or `None`."""
    if not is_word(view, at):
        return None
    text = view.texts[at]
    found = [r for r in readings(text) if r.role == "noun"]
    known = any(r.known for r in readings(text))
    fitting = [
        r
        for r in found
        if (r.known or not known) and (answers(r, wanted) or _is_host(r, wanted) or _is_paucal_room(r, wanted))
    ]
    if not fitting and (view.text(at - 1)[:1].isdecimal() or lookup(view.form(at - 1)) is not None):
        subject = view.form(at).endswith("ь") or (at + 1 < len(view) and view.tokens[at + 1].pos_ == "VERB")
        bare = [] if subject else [r for r in found if _is_bare_plural(r, wanted)]
        fitting = [replace(r, case="Gen", number="Plur") for r in bare]
    if not fitting:
        return None
    token = view.tokens[at]
    best = max(fitting, key=lambda r: _likelihood(r, token)) if len(fitting) > 1 else fitting[0]
    if best.weight < 0.3 and (token.pos_ in _NO_NOUN or (token.pos_ == "ADJ" and not best.known)):
        return None
    if best.known and best.weight < _LIKELY / 2 and sum(r.weight for r in found) > 0.5:
        return None
    if not best.known and len(text) < _WHOLE and view.text(at + 1) == "." and view.joins(at):
        return None
    if text[0].isupper() and best.number == "Sing" and token.pos_ == "PROPN" and not token.is_sent_start:
        return None
    return best


def _is_host(reading: Reading, wanted: Asked) -> bool:
    """`40 000 пехоты`: a collective stands in the genitive singular after any number."""
    if reading.case not in {"Gen", "Par"} or reading.number != "Sing" or not wanted >= GENITIVE_PLURAL:
        return False
    return reading.analysis is not None and fold(reading.analysis.lemma) in word_set("context", "collective", "lemmas")


def _is_paucal_room(reading: Reading, wanted: Asked) -> bool:
    """`две столовые`, `три мастерские`: what a feminine adjective names stands in the plural after two to four."""
    if ("Gen", "Sing") not in wanted or reading.analysis is None or reading.number != "Plur" or not reading.known:
        return False
    adjectival = reading.gender == "Fem" and reading.analysis.lemma.endswith("ая")
    return adjectival and reading.case in {"Nom", "Acc"} and reading.analysis.feats.get("Animacy") == "Inan"


def _is_bare_plural(reading: Reading, wanted: Asked) -> bool:
    """`17 рекрут`, `500 драгун`: the old genitive plural of men of a kind, which has no ending."""
    if not reading.known or reading.analysis is None or not wanted >= GENITIVE_PLURAL or ("Nom", "Sing") in wanted:
        return False
    nominative = (reading.case, reading.number, reading.gender) == ("Nom", "Sing", "Masc")
    return nominative and reading.analysis.pos == "NOUN" and reading.analysis.feats.get("Animacy") == "Anim"


def _likelihood(reading: Reading, token: Token) -> float:
    """How likely a reading is here: by itself, by the tagger's lemma and gender, by how common its lemma is."""
    if reading.analysis is None:
        return reading.weight
    same_lemma = reading.analysis.lemma == token.lemma_
    same_gender = reading.gender is not None and token.morph.get("Gender", []) == [reading.gender]
    return (
        _with_people(reading, token)
        + _of_half(reading.analysis.lemma)
        + reading.weight
        + 0.15 * same_lemma
        + 0.15 * same_gender
        + 0.1 * log10(1 + _count(reading.analysis.lemma))
    )


def _with_people(reading: Reading, token: Token) -> float:
    """`с 40 стрелками` is riflemen, and not arrows: who goes with somebody is likelier alive."""
    analysis = reading.analysis
    if analysis is None or reading.case != "Ins" or analysis.feats.get("Animacy") != "Anim" or not reading.known:
        return 0.0
    before = token.doc[max(0, token.i - _BETWEEN) : token.i]
    return 2.0 if any(other.lower_ in {"с", "со"} for other in before) else 0.0


@lru_cache(maxsize=1 << 12)
def _of_half(lemma: str) -> float:
    """`полугалера`: a word that no dictionary has is likelier half of a noun that it has."""
    rest = lemma.removeprefix("полу")
    if rest == lemma or len(rest) < 3:
        return 0.0
    return float(any(r.role == "noun" and r.known and r.analysis and r.analysis.lemma == rest for r in readings(rest)))


@lru_cache(maxsize=1 << 14)
def _count(lemma: str) -> int:
    """How often navec's news corpus has the word."""
    vocabulary = embeddings().vocab
    at = vocabulary.get(lemma)
    return int(vocabulary.counts[at]) if at is not None else 0


def is_word(view: View, at: int) -> bool:
    """Whether `at` is a word that may be a noun or an adjective: no sign, no number, but `24-фунтовый`."""
    text = view.text(at)
    if _COMPOUND.fullmatch(text):
        return True
    return len(text) > 1 and text != BREAK and text[0].isalpha() and lookup(fold(text)) is None


def answers(reading: Reading, wanted: Asked) -> bool:
    """Whether a reading has a case and number of `wanted`."""
    case = "Gen" if reading.case == "Par" else reading.case
    return any(
        (case is None or case == one) and (reading.number is None or reading.number == number) for one, number in wanted
    )


def modifies(view: View, at: int, wanted: Asked) -> bool:
    """Whether word `at` can be an adjective of such a noun; the paucal takes plural adjectives."""
    if not is_word(view, at) or view.tokens[at].pos_ in {"ADP", "CCONJ", "SCONJ", "PART", "PRON"}:
        return False
    return any(_agrees(r, wanted) for r in adjectives(view.texts[at]))


@lru_cache(maxsize=1 << 14)
def adjectives(text: str) -> tuple[Reading, ...]:
    """The readings of a word as an adjective or participle; of an unknown word, where it is above all one."""
    found = [r for r in readings(text) if r.role == "adjective"]
    known = tuple(r for r in found if r.known)
    if known or text[:1].isupper() or any(r.known for r in readings(text)):
        return known
    return tuple(r for r in found if r.weight > _FIFTH)


def _agrees(reading: Reading, wanted: Asked) -> bool:
    if answers(reading, wanted):
        return True
    paucal = ("Gen", "Sing") in wanted and reading.number == "Plur"
    return paucal and reading.case in {"Gen", "Nom", "Acc", None}


def _phrase(view: View, start: int, at: int, before: list[int], noun: Reading) -> NounPhrase:
    gender, plural = noun.gender, noun.is_plural_only
    end = at + 1
    after = _adjectives_after(view, end, noun)
    words = [adjective_nominative(view, i, gender, plural) for i in (*before, *range(end, after)) if describes(view, i)]
    lemma = noun.nominative("Plur" if plural else "Sing")
    head = cased(view.texts[at], lemma)
    return NounPhrase(start, after, " ".join([*words, head]), at, fold(lemma), noun.case, noun.number)


def adjective_nominative(view: View, at: int, gender: str | None, plural: bool) -> str:
    """The adjective at `at` in the nominative that agrees with its noun."""
    found = adjectives(view.texts[at])
    best = max(found, key=lambda r: r.weight)
    return cased(view.texts[at], best.nominative("Plur" if plural else "Sing", gender or "Masc"))


def describes(view: View, at: int) -> bool:
    """Whether an adjective says what a thing is like, and does not only point at it: `трёх таких ссылок`."""
    found = adjectives(view.texts[at])
    pointing = [r for r in found if r.analysis is not None and r.analysis.pos in {"DET", "PRON"}]
    return len(pointing) < len(found)


def cased(source: str, target: str) -> str:
    """`target` with a capital where the word is a name in the dictionary; а sentence's first letter is no capital."""
    return target if target[:1].isupper() and source[:1].isupper() else target.lower()


def _adjectives_after(view: View, at: int, noun: Reading) -> int:
    """The view index after the adjectives that follow their noun, where nothing follows that they could go with."""
    end = at
    case = "Gen" if noun.case == "Par" else noun.case
    while end < at + 3 and is_word(view, end) and view.tokens[end].pos_ == "ADJ":
        own = adjectives(view.texts[end])
        counted = lookup(view.form(at - 2)) is not None or view.form(at - 2).isdecimal()
        few = noun.number == "Sing" and case == "Gen" and counted
        agrees = any(r.case in {None, case} and r.number == noun.number and _same_gender(r, noun) for r in own)
        if not agrees and not (few and any(r.case in {"Nom", "Gen"} and r.number == "Plur" for r in own)):
            break
        end += 1
    following = view.form(end)
    closed = (
        end == len(view)
        or view.tokens[end].pos_ == "VERB"
        or following in {",", ".", ";", ":", ")", "—", "–", "-", "и", BREAK}
        or following[0].isdecimal()
    )
    return end if end > at and (closed or lookup(following) is not None) else at


def _same_gender(adjective: Reading, noun: Reading) -> bool:
    return noun.number == "Plur" or adjective.gender in {None, noun.gender}


def _nominalised(view: View, start: int, words: list[int], wanted: Asked) -> NounPhrase | None:
    """`пятеро раненых`, `200 конных`: the last adjective stands for a person or thing."""
    words = [i for i in words if "," not in view.forms[start:i]]
    head = words[-1]
    plural_only = frozenset(pair for pair in wanted if pair[1] == "Plur") or wanted
    found = [r for r in adjectives(view.texts[head]) if r.known and _agrees(r, plural_only | wanted)]
    if not found or view.tokens[head].pos_ not in {"ADJ", "NOUN", "PROPN", "VERB"}:
        return None
    best = max(found, key=lambda r: r.weight)
    if best.case == "Ins" and len(wanted) > 2 and view.form(start - 1)[-1:].isdecimal():
        return None
    told = [adjective_nominative(view, i, "Masc", False) for i in words]
    joiner = " и " if view.form(head - 1) == "и" and len(told) > 1 else " "
    return NounPhrase(start, head + 1, joiner.join(told), head, fold(told[-1]), best.case, best.number)
