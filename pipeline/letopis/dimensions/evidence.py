"""What a name's own form and the words beside it say for a person, a place or an organization."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.syllabic import is_syllabic
from letopis.dimensions.taken import is_captured, is_dealt_in, lifeless_accusative, sought
from letopis.language.government import prepositions
from letopis.language.morphology import analyses
from letopis.language.proper import is_surname_of_noun, readings

Score = dict[str, float]
"""Kind → how much speaks for it."""

_BESIDE = 4.0
_CAPTURED = 3.0
_SPELT_OUT = re.compile("[АЕЁИОУЫЭЮЯ].*[АЕЁИОУЫЭЮЯ].|.{7}")
_PERSONAL = frozenset({"Giv", "Pat", "Sur"})
_SURNAME, _THIRD = re.compile("(?:ов|ев|ёв|ин|ын)(?:[ауы]|ым|е|ой|ых)?$"), 3
_PLURAL_OBLIQUE, _LONG_ENOUGH = re.compile("[бвгджзклмнпрстфхцчшщ](?:ах|ях|ами|ями)$"), 5
_SURNAME_AS_IT_IS = re.compile("[бвгджзклмнпрстфхцчшщ](?:[оеё]в|[иы]н)ы?$")
_LISTED, _LISTING, _TOWN = 6, 2.5, 2.3
_PLACE_INSTRUMENTAL = re.compile("[бвгджзклмнпрстфхцчшщь](?:ов|ев|ёв)ом$")
"""A town on -ов declines as a noun (`под Псковом`), a surname as an adjective (`с Псковым`)."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.dimensions").joinpath("kinds.toml").read_text("utf-8"))


@cache
def _words(kind: str, key: str) -> frozenset[str]:
    return frozenset(_data()[kind][key])


@cache
def _settlement() -> re.Pattern[str]:
    return re.compile(_data()["place"]["endings"])


@lru_cache(maxsize=1 << 13)
def is_place_noun(form: str) -> bool:
    """Whether a word in lower case is a noun that stands beside places' names (`город`, `курган`)."""
    return form.islower() and any(one.lemma in _words("place", "nouns") for one in analyses(form) if one.pos == "NOUN")


def is_place_short(form: str) -> bool:
    """Whether a word in lower case before a full stop is an abbreviation of a noun of places (`г`, `дер`)."""
    return form in _words("place", "abbreviations")


@lru_cache(maxsize=1 << 12)
def is_of_neighbourhood(form: str) -> bool:
    """Whether a word in lower case is an adjective of where places lie (`в соседней Ягодновской`)."""
    return form.islower() and any(one.lemma in _words("place", "neighbouring") for one in analyses(form))


def is_firm(form: str) -> bool:
    """Whether the form is an abbreviation of a company's sort before its name (`Т-ва`)."""
    return form.lower() in _words("organization", "firms")


def evidence(doc: Doc, start: int, end: int) -> Score:
    """How much the name at `start:end` and the words beside it speak for each kind."""
    score: Score = defaultdict(float)
    first = doc[start]
    likely = readings(first.text)
    if end - start == 1:
        if first.morph.get("Case", []) == ["Acc"] and lifeless_accusative(first.text):
            score["place"] += 2.0
        for kind, weight in _form(first).items():
            score[kind] += weight
    else:
        types = {one.type for token in doc[start:end] if not token.is_punct for one in readings(token.text)[:2]}
        score["person"] += 3.0 * ("Pat" in types)
    before = doc[start - 1] if start > 0 else None
    if before is not None and not before.is_space:
        if before.text == "." and start > 1 and doc[start - 2].lower_ in _words("place", "abbreviations"):
            if is_gentleman(doc, start):
                score["person"] += _BESIDE
            else:
                score["place"] += _BESIDE if doc[start - 2].lower_ not in {"г", "м", "о", "с", "д"} else 1.5
        title = titles.ending_at(doc, start)
        if title is not None and doc[title.noun].lower_ not in {"г", "о", "м"}:
            if agrees(first.text, title):
                score["person"] += _BESIDE
        elif titles.is_plain(before):
            score["person"] += 2.0
        elif any(one.lemma in _words("person", "possessions") for one in analyses(before.lower_) if one.pos == "NOUN"):
            score["person"] += 2.0 * any(one.case == "Gen" and one.type != "Geo" for one in readings(first.text))
        noun = any(one.lemma in _words("place", "nouns") for one in analyses(before.lower_) if one.pos == "NOUN")
        if noun and not acts_beside(doc, start, end):
            score["place"] += _BESIDE + 2.0 * any(
                [one.case] == before.morph.get("Case", []) for one in readings(first.text)
            )
        if any(one.lemma in _words("organization", "bare") for one in analyses(before.lower_) if one.pos == "NOUN"):
            score["organization"] += _BESIDE
        beyond = doc[start - 2] if start > 1 and is_of_neighbourhood(before.lower_) else before
        strength = _data()["place"]["prepositions"].get(beyond.lower_)
        if strength and not _is_acronym(first.text):
            only = max(strength.values()) if len(strength) == 1 else 0.0
            score["place"] += max((strength.get(case, 0.0) for case in _cases(first)), default=0.0) or only
            if "Acc" in strength and lifeless_accusative(first.text):
                score["place"] += 3.0
        if (
            before.text in '«"„“'
            and start > 1
            and any(one.lemma in _words("organization", "nouns") for one in analyses(doc[start - 2].lower_))
        ):
            score["organization"] += _BESIDE
        score["place"] += sought(doc, start)
        if is_no_surname(doc, start):
            score["place"] += _BESIDE
        elif is_of_inhabitants(before) and any(one.case == "Gen" for one in likely):
            score["place"] += _CAPTURED
    score["place"] += _listed_where(doc, start)
    score["place"] += _CAPTURED * is_captured(doc, start, end)
    score["place"] += 2.5 * _joined_to_place(doc, start, end)
    score["place"] += _BESIDE * _is_renamed(doc, end) + _CAPTURED * (end - start == 1 and is_dealt_in(doc, start))
    beside = [doc[at] for at in (start - 1, end) if 0 <= at < len(doc)]
    if any(token.pos_ == "VERB" and token.lemma_ in _words("place", "subjects") for token in beside):
        score["place"] += 1.5 * any((one.case, one.number) == ("Nom", "Sing") for one in likely)
    if any(one.case == "Nom" and not one.unchanged and one.weight >= likely[0].weight - 1.1 for one in likely):
        score["person"] += max(_acts(doc, at) for at in (start - 1, end))
    if (
        start >= 1
        and doc[start - 1].text == "."
        and start >= 2
        and len(doc[start - 2].text) == 1
        and doc[start - 2].text.isupper()
    ):
        score["person"] += _BESIDE
    return score


def is_no_surname(doc: Doc, at: int) -> bool:
    """Whether what would be a surname's nominative stands where none can, and so is a place's genitive plural or an
    accusative (`из Дубков`, `жители Тарков`, `в Козлов`)."""
    if at == 0 or not _SURNAME_AS_IT_IS.search(doc[at].lower_) or _is_nominative_noun(doc[at].lower_):
        return False
    if any(one.known and one.type == "Giv" for one in readings(doc[at].text)):
        return False
    aside = at > 1 and doc[at - 1].lower_ == "стороны" and doc[at - 2].lower_ in {"с", "со"}
    return aside or doc[at - 1].lower_ in prepositions() or is_of_inhabitants(doc[at - 1])


def _is_nominative_noun(form: str) -> bool:
    """Whether the dictionary has the form as a common noun's nominative (`Покров`)."""
    return any(
        one.source == "dictionary" and one.pos == "NOUN" and one.feats.get("Case") == "Nom" for one in analyses(form)
    )


def is_of_inhabitants(token: Token) -> bool:
    """Whether the word is a noun of who lives in a place or of what a river has (`жители Чоха`, `устье Койсу`)."""
    return any(one.lemma in _words("place", "parts") for one in analyses(token.lower_)[:3])


def _listed_where(doc: Doc, start: int) -> float:
    """How much the preposition before a list of names speaks for a place at its `start` too (`через Хаву и Чирлю`)."""
    at, words = start, 0
    while at > 2 and words < _LISTED and doc[at - 1].lower_ in {",", "и"} and doc[at - 2].text.istitle():
        at, words = at - 2, words + 1
        while words < _LISTED and doc[at - 1].text.istitle() and not doc[at - 1].is_sent_start and at > 1:
            at, words = at - 1, words + 1
    before = doc[at - 1].lower_ if at else ""
    if at == start or before not in _words("place", "listing"):
        return 0.0
    asked = prepositions().get(before, frozenset())
    return _LISTING * any(one.case in asked for one in readings(doc[start].text))


def agrees(form: str, title: titles.Title) -> bool:
    """Whether a name can stand in apposition to the title before it: no place, and likely in the title's case."""
    found = readings(form)
    if form.isupper() and len(form) > 1 and title.lemma and not title.upper:
        return False
    if not found or {one.type for one in found if one.known} == {"Geo"}:
        return _as_place_is_called(form, title)
    if not title.cases:
        return True
    common = [one for one in analyses(form.lower()) if one.source == "dictionary" and one.pos == "NOUN"]
    named = any(one.known and one.type in _PERSONAL for one in found)
    if common and not named and not is_surname_of_noun(form):
        return any(one.feats.get("Case") in title.cases for one in common)
    best = found[0].weight
    return any(
        one.case in title.cases for one in found if one.weight >= best - 0.6 or (one.known and one.type in _PERSONAL)
    )


def _as_place_is_called(form: str, title: titles.Title) -> bool:
    """Whether a surname that is a place's name too stands in apposition: in the title's case, and in no genitive,
    which the place that an office is over would be in (`губернатору Абазе`, not `губернатору Твери`)."""
    known = {one.case for one in readings(form) if one.known and one.number == "Sing" and not one.unchanged}
    return bool(known & title.cases) and "Gen" not in known


def is_gentleman(doc: Doc, start: int) -> bool:
    """Whether `г.` before the surname is `господин`: no preposition of place and no comma stands before it."""
    if start < _THIRD or doc[start - 2].lower_ != "г" or not _SURNAME.search(doc[start].lower_):
        return False
    before = doc[start - _THIRD]
    return before.pos_ in {"NOUN", "ADJ", "VERB", "PROPN", "ADV"} and not is_place_noun(before.lower_)


def acts_beside(doc: Doc, start: int, end: int) -> bool:
    """Whether a surname after a noun in another case does what a person does (`по станции Назаров велел`)."""
    if end - start > 1 or end >= len(doc) or not _SURNAME.search(doc[start].lower_):
        return False
    case = doc[start - 1].morph.get("Case", [])
    return case not in ([], ["Nom"]) and does_as_person(doc[end]) and doc[end].morph.get("Number", []) != ["Plur"]


def _is_acronym(form: str) -> bool:
    """Whether the form is all capitals and could not be read as a word: `в ЕСПЧ` says nothing of a place."""
    return form.isupper() and len(form) > 1


def _is_renamed(doc: Doc, end: int) -> bool:
    """Whether `, ныне X`, `(бывший X)` follows the name, and so is a place's."""
    if end + 2 >= len(doc) or doc[end].text not in {",", "("}:
        return False
    return doc[end + 1].lower_ in _words("place", "renamed") and doc[end + 2].text[:1].isupper()


def _joined_to_place(doc: Doc, start: int, end: int) -> bool:
    """Whether `и` or a comma joins the name to one that the dictionary has for a place's alone."""
    for link, other in ((start - 1, start - 2), (end, end + 1)):
        joined = 0 <= other < len(doc) and doc[link].text in {"и", "или", "да"} and doc[other].text[:1].isupper()
        if joined and {one.type for one in readings(doc[other].text) if one.known} == {"Geo"}:
            return True
    return False


def does_as_person(token: Token) -> bool:
    """Whether the token is a finite verb of what persons do (`велел`, `спросил`)."""
    finite = token.pos_ == "VERB" and token.morph.get("VerbForm", ["Fin"])[0] == "Fin"
    return finite and token.lemma_ in _words("person", "verbs")


def _acts(doc: Doc, at: int) -> float:
    """How much the verb at `at` speaks for a person as its subject."""
    if not 0 <= at < len(doc) or doc[at].pos_ != "VERB" or doc[at].morph.get("VerbForm", ["Fin"])[0] != "Fin":
        return 0.0
    return 1.5 if doc[at].lemma_ in _words("person", "verbs") else 0.7


def _cases(token: Token) -> list[str]:
    return token.morph.get("Case", []) or sorted({one.case for one in readings(token.text)})


@lru_cache(maxsize=1 << 13)
def _types_of_atlas(form: str) -> frozenset[str]:
    """The types of the places of the atlas that the form names; none where it is a person's name too (`при Порте`)."""
    from letopis.dimensions.place import atlas  # the package of places builds on this module

    found = readings(form)
    if any(one.known and one.type in _PERSONAL for one in found):
        return frozenset()
    lemmas = {one.lemma for one in found} | {one.lemma for one in analyses(form.lower())}
    return frozenset(place.type for lemma in lemmas for place in atlas.known(lemma))


def _joined(form: str) -> dict[str, float]:
    """What a double name says: given names both (`Мария-Антуанетта`), a title of the East at its end (`Энвер-паша`)."""
    first, *others = form.split("-")
    if any(one.lemma in _words("person", "joined") for one in analyses(others[-1].lower())[:4]):
        return {"person": _BESIDE}
    parts = [first, *others]
    if all(any(one.known and one.type == "Giv" for one in readings(part)) for part in parts):
        return {"person": 3.0}
    return {}


def _form(token: Token) -> dict[str, float]:
    """What the form itself says: the dictionary's sorts of name, else the endings of surnames."""
    types = {one.type for one in readings(token.text) if one.known and one.type != "Adj"}
    if _PLACE_INSTRUMENTAL.search(token.lower_) and not types - {"Sur", "Geo"}:
        return {"place": 2.5}
    if types:
        if types <= _PERSONAL:
            return {"person": 2.0}
        return {"place": _TOWN} if types == {"Geo"} else {}
    known = _types_of_atlas(token.text)
    if known & {"state", "country"}:
        return {"place": 3.0}
    if known and not _SURNAME.search(token.lower_):
        return {"place": 2.0}
    if "-" in token.text and (joined := _joined(token.text)):
        return joined
    if token.text.isupper() and len(token.text) > 1 and not _SPELT_OUT.search(token.text):
        return {"person": -_BESIDE}
    if _PLURAL_OBLIQUE.search(token.lower_) and len(token.text) > _LONG_ENOUGH:
        return {"place": 3.0}
    if is_syllabic(token.text):
        return {"organization": 3.0, "person": -_BESIDE}
    if not token.text.isupper() and _settlement().search(token.lower_):
        return {"place": 1.6}
    likely = readings(token.text)[:1]
    return {"person": 1.6} if likely and likely[0].type == "Sur" and likely[0].weight >= 3 else {}
