"""A person's name as identity sees it: its parts folded for comparison, and whether two can be one person's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Span

from letopis.entities import gender
from letopis.language.proper import readings


@dataclass(frozen=True, slots=True)
class Profile:
    """Parts of a name in lower case, ё as е; `None` or empty where the mention has none."""

    given: frozenset[str]
    patronymic: str | None
    surname: str | None
    initials: tuple[str, ...]
    regnal: str | None
    gender: str | None

    @property
    def fullness(self) -> int:
        """How many kinds of parts the name has."""
        return sum(map(bool, (self.given, self.patronymic, self.surname, self.initials, self.regnal)))


@cache
def _variants() -> dict[str, str]:
    data = tomllib.loads(files("letopis.entities").joinpath("names.toml").read_text("utf-8"))
    return {fold(form): fold(line[0]) for line in data["variants"] for form in line}


@cache
def joining_words() -> frozenset[str]:
    """Words that stand between two names of one person (`урождённая`, `по мужу`)."""
    data = tomllib.loads(files("letopis.entities").joinpath("names.toml").read_text("utf-8"))
    return frozenset(map(fold, data["same"]["words"]))


def fold(word: str) -> str:
    """Lower case, ё as е."""
    return word.lower().replace("ё", "е")


def profile(span: Span) -> Profile:
    """The profile of a person mention; of a foreign surname alone, alike for both sexes, a verb tells the gender."""
    found = of_value(span._.value or {}, span._.normal or span.text)
    if found.fullness == 1 and found.surname and fold(span.text) == found.surname and _is_anyones(span.text):
        return replace(found, gender=_by_verb(span) or found.gender)
    return found


def _by_verb(span: Span) -> str | None:
    """The gender of the verb in the past right after the name."""
    verb = span.doc[span.end] if span.end < len(span.doc) else None
    found = verb.morph.get("Gender", []) if verb is not None and verb.pos_ in {"VERB", "AUX"} else []
    return found[0] if found and found[0] != "Neut" else None


@lru_cache(maxsize=1 << 12)
def _is_anyones(form: str) -> bool:
    """Whether the form may be a man's surname in the nominative and a woman's, who does not decline it (`Берг`)."""
    found = readings(form)
    stiff = any((one.lemma, one.gender, one.case) == (form.lower(), "Fem", "Dat") for one in found)
    return stiff and not any(one.type == "Giv" for one in found)


def of_value(value: Mapping[str, Any], normal: str) -> Profile:
    """The profile of a person by the parts of the name and the name in the nominative."""
    given = frozenset(_variants().get(word, word) for word in fold(value.get("given") or "").split())
    initials = tuple(fold(letter) for letter in (value.get("initials") or "").replace(".", " ").split())
    surname = value.get("surname")
    return Profile(
        given,
        _patronymic(value.get("patronymic")),
        fold(surname).replace("-", " ") if surname else None,
        initials,
        value.get("regnal"),
        gender.of_person(normal),
    )


def _patronymic(word: str | None) -> str | None:
    """A patronymic with its spoken forms led back: `Иваныч` as `Иванович`, `Петров сын` as `Петрович`."""
    if not word:
        return None
    low = fold(word)
    if low.endswith((" сын", " дочь")):
        stem = low.rsplit(" ", 1)[0]
        low = stem.removesuffix("ов").removesuffix("ев").removesuffix("ин") + "ович"
    for spoken, full in (("иваныч", "иванович"), ("ьич", "ьевич"), ("нишна", "нична")):
        if low.endswith(spoken) and low != "ильич":
            return low[: -len(spoken)] + full
    return low


def compatible(one: Profile, other: Profile) -> bool:
    """Whether nothing in the two names speaks against one person."""
    if one.gender is not None and other.gender is not None and one.gender != other.gender:
        return False
    if one.surname and other.surname and one.surname != other.surname:
        return False
    if one.patronymic and other.patronymic and one.patronymic != other.patronymic:
        return False
    if one.regnal and other.regnal and one.regnal != other.regnal:
        return False
    if one.given and other.given and not (one.given <= other.given or other.given <= one.given):
        return False
    return _initials_fit(one, other) and _initials_fit(other, one)


def _initials_fit(short: Profile, full: Profile) -> bool:
    """Whether the initials of one name begin the parts of the other."""
    letters = short.initials
    if not letters:
        return True
    if full.initials and any(a[:1] != b[:1] for a, b in zip(letters, full.initials, strict=False)):
        return False
    if full.given and not full.initials and not any(word.startswith(letters[0]) for word in full.given):
        return False
    return not (full.patronymic and len(letters) > 1 and not full.patronymic.startswith(letters[1][:1]))


def linked(one: Profile, other: Profile) -> bool:
    """Whether two compatible names share what makes them one person's: surname, given name with patronymic, number."""
    if one.surname and one.surname == other.surname:
        return True
    if one.given and other.given and one.given & other.given:
        if one.patronymic and one.patronymic == other.patronymic:
            return True
        if one.regnal and one.regnal == other.regnal:
            return True
        return _lone_given(one) or _lone_given(other)
    if one.initials and one.initials == other.initials:
        return len(one.initials) > 1 and not (one.surname and other.surname)
    if _called_alike(one, other) or _called_alike(other, one):
        return True
    lone = (one, other) if one.fullness == 1 else (other, one)
    return lone[0].fullness == 1 and bool(lone[0].patronymic) and lone[0].patronymic == lone[1].patronymic


def _called_alike(lone: Profile, full: Profile) -> bool:
    """Whether the one word taken for a surname is the other's only name (`Ходжа Насреддин` and `Насреддина`)."""
    return lone.fullness == 1 and lone.surname in full.given and not full.surname and not full.patronymic


def _lone_given(name: Profile) -> bool:
    return not (name.patronymic or name.surname or name.regnal or name.initials)


def merged(one: Profile, other: Profile) -> Profile:
    """The parts of both."""
    return replace(
        one,
        given=one.given | other.given,
        patronymic=one.patronymic or other.patronymic,
        surname=one.surname or other.surname,
        initials=max(one.initials, other.initials, key=len),
        regnal=one.regnal or other.regnal,
        gender=one.gender or other.gender,
    )
