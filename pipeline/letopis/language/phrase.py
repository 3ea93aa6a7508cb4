"""A noun phrase in the nominative: its head by case, number and gender, its adjectives agreeing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Literal

from spacy.tokens import Token

from letopis.language.declension import Reading, is_stressed
from letopis.language.expansion import Word, words
from letopis.language.government import governed
from letopis.language.shape import shaped

Number = Literal["Sing", "Plur"]
_CONJUNCTIONS = frozenset({"и", "или", "да", ","})
_DECLINED_ACRONYM = re.compile(r"([А-ЯЁ]{2,})-?(?:а|у|ом|е|ы|ов|ам|ами|ах)$")
_ROMAN = re.compile("[IVXLC]+")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the phrase's surroundings ask of its head."""

    cases: frozenset[str]
    strength: float
    name_type: str | None
    heads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a head is read as, the adjectives before it (`None` for a conjunction), how likely it is."""

    at: int
    head: Reading
    adjectives: tuple[Reading | None, ...]
    score: float
    paucal: bool = False


def nominative(
    tokens: Sequence[Token],
    number: Number | None = None,
    *,
    case: str | None = None,
    name_type: str | None = None,
    heads: frozenset[str] = frozenset(),
) -> str:
    """The phrase of `tokens` in the nominative, in `number` or, where that is `None`, in its own.

    The head is the first noun, or an adjective used as one; adjectives agree with it, what depends on it stays
    as it is, words coordinated with it go with it. Capitals and the text's choice of е for ё are kept,
    abbreviations of `expansions.toml` are written out. `case` says which case the phrase stands in where the
    caller knows; `name_type` (`Geo`, `Sur`, `Giv`) which names the head is likeliest among, `heads` which nouns.
    """
    phrase = words(tokens)
    if not phrase:
        return ""
    asked = replace(_asked(phrase[0].token, case, name_type), heads=heads)
    out: list[str] = []
    at = 0
    while at < len(phrase):
        frame = _group(phrase, at, asked)
        if frame is None:
            if phrase[at].readings:
                break
            out.append(_literal(phrase[at]))
            at += 1
            if _is_acronym(phrase[at - 1]):
                break
            continue
        out.extend(_written(phrase, at, frame, number))
        at, goes_on = _after(phrase, frame, number, out)
        if not goes_on:
            break
        asked = _Asked(frozenset({frame.head.case} if frame.head.case else ()), 4.0, name_type, heads)
    out.extend(word.genitive() + word.space for word in phrase[at:])
    return " ".join("".join(out).split())


def lemmas(token: Token, *, case: str | None = None, name_type: str | None = None) -> dict[str, float]:
    """The nominatives that a name of one word may have, with their scores, the likeliest first."""
    asked = _asked(token, case, name_type)
    found: dict[str, float] = {}
    for word in words([token]):
        adjectives = [reading for reading in word.adjectives() if reading.known]
        fitting = not asked.cases or any(reading.case in asked.cases for reading in adjectives)
        nouns = [reading for reading in word.nouns() if reading.known or not (adjectives and fitting)]
        for reading in [*adjectives, *nouns]:
            lemma = shaped(token.text, reading.nominative())
            found[lemma] = max(found.get(lemma, -99.0), _score(token, reading, asked))
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def agreement(tokens: Sequence[Token], *, name_type: str | None = None) -> Reading | None:
    """The reading of the last of `tokens` as a noun with which all before it agree as adjectives, or `None`."""
    phrase = words(tokens)
    if not phrase:
        return None
    frame = _best(phrase, 0, len(phrase) - 1, "noun", _asked(phrase[0].token, None, name_type))
    return frame.head if frame and not frame.paucal else None


def _asked(first: Token, case: str | None, name_type: str | None) -> _Asked:
    if case:
        return _Asked(frozenset({case}), 6.0, name_type)
    return _Asked(governed(first.doc, first.i), 2.5, name_type)


def _literal(word: Word) -> str:
    declined = _DECLINED_ACRONYM.fullmatch(word.form)
    return (declined[1] if declined else word.form) + word.space


def _is_acronym(word: Word) -> bool:
    return word.token.is_alpha and len(word.form) > 1 and word.form[:2].isupper() and not _ROMAN.fullmatch(word.form)


def _group(phrase: list[Word], at: int, asked: _Asked) -> _Frame | None:
    """The head of the group that begins at `at`: the farthest noun with which all words before it agree."""
    if _DECLINED_ACRONYM.fullmatch(phrase[at].form):
        return None
    end = at
    while end < len(phrase) and _may_precede(phrase, at, end):
        end += 1
    for head_at in range(min(end, len(phrase) - 1), at - 1, -1):
        if phrase[head_at].form not in _CONJUNCTIONS:
            frame = _best(phrase, at, head_at, "noun", asked)
            if frame is not None:
                return frame
    return _best(phrase, at, at, "adjective", asked)


def _may_precede(phrase: list[Word], at: int, end: int) -> bool:
    """Whether the word at `end` can be an adjective, or a conjunction of two, before a head."""
    word = phrase[end]
    if word.form in _CONJUNCTIONS:
        return end > at and end + 1 < len(phrase) and bool(phrase[end + 1].adjectives())
    if not word.adjectives():
        return False
    is_noun = word.token.pos_ == "NOUN" and any(reading.known for reading in word.nouns())
    return not is_noun


def _best(phrase: list[Word], at: int, head_at: int, role: str, asked: _Asked) -> _Frame | None:
    head = phrase[head_at]
    candidates = [reading for reading in head.readings if reading.role == role]
    lower = head.form.islower() and any(reading.known for reading in candidates)
    if role == "noun" and (lower or (any(reading.known for reading in head.adjectives()) and head_at == at)):
        candidates = [reading for reading in candidates if reading.known]
    best: _Frame | None = None
    for reading in candidates:
        frame = _agreed(phrase[at:head_at], head_at, reading, _score(head.token, reading, asked))
        if frame is not None and (best is None or frame.score > best.score):
            best = frame
    return best


def _agreed(before: list[Word], head_at: int, head: Reading, score: float) -> _Frame | None:
    """The frame in which every adjective of `before` agrees with `head`, or `None` where one cannot."""
    coordinated = any(word.form in _CONJUNCTIONS for word in before)
    chosen: list[Reading | None] = []
    paucal = False
    for word in before:
        if word.form in _CONJUNCTIONS:
            chosen.append(None)
            continue
        agreeing = [reading for reading in word.adjectives() if _agrees(reading, head, coordinated)]
        if not agreeing and head.case == "Gen" and head.number == "Sing":
            agreeing = [r for r in word.adjectives() if r.number == "Plur" and r.case in {"Gen", "Nom", "Acc"}]
            paucal = bool(agreeing)
            score -= 1.5
        if not agreeing:
            agreeing = _of_old(word, head)
            score -= 1.5
        if not agreeing:
            return None
        best = max(agreeing, key=lambda reading: (reading.known, reading.weight, is_stressed(reading)))
        chosen.append(best)
        score += 0.5 * log(best.weight + 1e-3)
    return _Frame(head_at, head, tuple(chosen), score, paucal)


def _of_old(word: Word, head: Reading) -> list[Reading]:
    """Readings of an adjective that agrees as of old: `судной приказ`, `Аптекарского приказу` (a genitive on -у)."""
    if head.gender != "Masc" or head.number != "Sing" or head.role != "noun" or not head.known:
        return []
    if head.case in {"Nom", "Acc"} and word.form.endswith("ой"):
        return word.adjectives()
    if head.case == "Dat":
        return [one for one in word.adjectives() if (one.case, one.number, one.gender) == ("Gen", "Sing", "Masc")]
    return []


def _agrees(adjective: Reading, head: Reading, coordinated: bool = False) -> bool:
    if not (_fits(adjective.case, head.case)):
        return False
    if not _fits(adjective.number, head.number):
        return coordinated and adjective.number == "Sing" and head.number == "Plur"
    return adjective.number == "Plur" or _fits(adjective.gender, head.gender)


def _fits(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _score(token: Token, reading: Reading, asked: _Asked) -> float:
    score = 0.5 * log(reading.weight + 1e-3) + (1.5 if reading.known else 0.0)
    for feature, value, worth in (("Case", reading.case, 1.0), ("Number", reading.number, 0.7)):
        score += worth if value and token.morph.get(feature, []) == [value] else 0.0
    score += 0.4 if reading.gender and token.morph.get("Gender", []) == [reading.gender] else 0.0
    score += asked.strength if reading.case in asked.cases else 0.0
    if reading.analysis is not None and reading.analysis.lemma in asked.heads:
        score += 1.0
    if asked.name_type and reading.name_type:
        score += 1.5 if reading.name_type == asked.name_type else -0.5
    return score


def _written(phrase: list[Word], at: int, frame: _Frame, number: Number | None) -> list[str]:
    own = "Plur" if frame.paucal else frame.head.number or "Sing"
    wanted = number or own
    if frame.head.is_plural_only:
        wanted = "Plur"
    out = []
    for word, reading in zip(phrase[at : frame.at], frame.adjectives, strict=True):
        if reading is None:
            out.append(word.form + word.space)
            continue
        mixed = reading.number == "Sing" and frame.head.number == "Plur" and number is None
        form = reading.nominative("Sing" if mixed else wanted, frame.head.gender)
        out.append(shaped(word.form, form) + word.space)
    head = phrase[frame.at]
    return [*out, shaped(head.form, frame.head.nominative(wanted)) + head.space]


def _after(phrase: list[Word], frame: _Frame, number: Number | None, out: list[str]) -> tuple[int, bool]:
    """Write the adjectives that follow the head; where the phrase then stands, and whether another head joins it."""
    at = frame.at + 1
    while at < len(phrase):
        word = phrase[at]
        if word.form in _CONJUNCTIONS and at + 1 < len(phrase) and _joins(phrase, at + 1, frame.head):
            out.append(word.form + word.space)
            return at + 1, True
        agreeing = [reading for reading in word.adjectives() if reading.known and _agrees(reading, frame.head)]
        if not agreeing or _has_own_noun(phrase, at):
            return at, False
        wanted = "Plur" if frame.head.is_plural_only else number or frame.head.number
        out.append(shaped(word.form, agreeing[0].nominative(wanted, frame.head.gender)) + word.space)
        at += 1
    return at, False


def _joins(phrase: list[Word], at: int, head: Reading) -> bool:
    frame = _group(phrase, at, _Asked(frozenset({head.case} if head.case else ()), 4.0, None))
    return frame is not None and frame.head.known and _fits(frame.head.case, head.case)


def _has_own_noun(phrase: list[Word], at: int) -> bool:
    """Whether the adjective at `at` goes with a noun after it rather than with the head before."""
    for word in phrase[at + 1 :]:
        if word.form in _CONJUNCTIONS:
            continue
        nouns = [noun for noun in word.nouns() if noun.known or not word.adjectives()]
        if any(_agrees(reading, noun) for reading in phrase[at].adjectives() for noun in nouns):
            return True
        if not word.adjectives():
            return False
    return False
