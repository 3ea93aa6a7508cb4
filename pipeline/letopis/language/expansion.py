"""The words of a phrase, abbreviations written out (`Козельского у.` → `Козельского уезд`)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from letopis.language.declension import Reading, readings
from letopis.language.morphology import inflect

_ACRONYM_LENGTH = 6


@dataclass(slots=True)
class Word:
    """A word of a phrase: its token, its form written out, the space after it, its readings (none where it stays)."""

    token: Token
    form: str
    space: str
    readings: tuple[Reading, ...] = ()
    expanded: bool = False

    def adjectives(self) -> list[Reading]:
        """Its readings as an adjective, participle or pronoun."""
        return [reading for reading in self.readings if reading.role == "adjective"]

    def nouns(self) -> list[Reading]:
        """Its readings as a noun."""
        return [reading for reading in self.readings if reading.role == "noun"]

    def genitive(self) -> str:
        """An abbreviation written out inside a phrase that depends on another word."""
        reading = self.readings[0] if self.expanded and self.readings else None
        if reading is None or reading.analysis is None or reading.role != "noun":
            return self.form
        return inflect(reading.analysis, Case="Gen", Number="Sing") or self.form


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.language").joinpath("expansions.toml").read_text("utf-8"))


def full_names() -> frozenset[str]:
    """The abbreviations, in small letters, that stand for whole names (`спб`)."""
    return frozenset(_data()["names"])


@cache
def is_abbreviation(form: str) -> bool:
    """Whether the form before a full stop is a word cut short (`Петерб.`)."""
    low, data = form.lower(), _data()
    listed = any(low in data[group] for group in ("genitives", "nouns", "names", "adjectives"))
    return len(low) > 1 and (listed or low.endswith(("ск", "цк")))


def short_adjective(form: str) -> str | None:
    """The adjective that the abbreviation `form`, in small letters and without its dot, stands for in names."""
    found: str | None = _data()["adjectives"].get(form)
    return found


def words(tokens: Sequence[Token]) -> list[Word]:
    """The words of `tokens`: whitespace goes, and the full stop of an abbreviation written out."""
    solid = [token for token in tokens if not token.is_space]
    found: list[Word] = []
    for n, token in enumerate(solid):
        space = token.whitespace_ or (" " if n + 1 < len(solid) and solid[n + 1].i != token.i + 1 else "")
        if token.text == "." and found and found[-1].expanded:
            found[-1].space = space
            continue
        following = [other.text for other in solid[n + 1 : n + 3]]
        found.append(_expanded(token, following, space) or Word(token, token.text, space, _readings(token)))
    return found


def _readings(token: Token) -> tuple[Reading, ...]:
    text = token.text
    if token.is_punct or not text[0].isalnum() or text.isdigit() or (len(text) == 1 and text.isupper()):
        return ()
    if text.isupper() and len(text) > 1 and len(text) <= _ACRONYM_LENGTH and not _is_word(text):
        return ()
    return readings(text)


def _is_word(text: str) -> bool:
    return any(reading.known for reading in readings(text))


def _expanded(token: Token, following: list[str], space: str) -> Word | None:
    data = _data()
    form = token.lower_
    dotted = following[:1] == ["."]
    if not dotted and "-" not in form:
        return None
    by_next = data["before"].get(form, {}).get(following[1][:5].lower()) if len(following) > 1 else None
    if by_next and dotted:
        return _word(token, by_next, "adjective", space)
    if len(form) == 1 and token.text.isupper():
        return None
    if dotted and form in data["genitives"]:
        return Word(token, data["genitives"][form], space, (), True)
    if form in data["nouns"]:
        return _word(token, data["nouns"][form], "noun", space)
    if dotted and form in data["names"]:
        return Word(token, data["names"][form], space, readings(data["names"][form])[:1], True)
    if dotted and form in data["adjectives"]:
        return _word(token, data["adjectives"][form], "adjective", space)
    if dotted and form.endswith(("ск", "цк")):
        return _word(token, form + "ий", "adjective", space)
    return None


def _word(token: Token, lemma: str, role: str, space: str) -> Word:
    shaped = lemma.capitalize() if token.text[0].isupper() else lemma
    return Word(token, shaped, space, _any_case(lemma, role), True)


@cache
def _any_case(lemma: str, role: str) -> tuple[Reading, ...]:
    """A reading of `lemma` that goes with any case: an abbreviation shows none."""
    for reading in readings(lemma):
        if reading.role == role and reading.case == "Nom" and reading.known:
            number = reading.number if role == "noun" else None
            gender = reading.gender if role == "noun" else None
            return (Reading(role, None, number, gender, 1.0, True, reading.analysis, lemma, reading.lead),)
    return (Reading(role, None, "Sing", None, 1.0, True, None, lemma),)
