"""What armies, travellers and landowners do with a place (`занял Решт`, `шёл к Карсу`, `продал Репьёво`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token

from letopis.language.morphology import analyses
from letopis.language.proper import readings

_CAPTURED = 3.0
_PERSONAL = frozenset({"Giv", "Pat", "Sur"})
_VILLAGE = re.compile("(?:[оеё]во|[иы]но|ское|[оеё]вку|[иы]нку|[нлрт]ку)$")
_SURNAME_ON_O = re.compile("(?<![оеё]в)(?<![иы]н)о$")
_ADJECTIVAL = re.compile("(?:ск|цк|[бвгджзкпрстфхцчшщ]н)ой$")
_TOWN_INSTRUMENTAL = re.compile("[сц]ком$")
"""A town on -ск in the instrumental (`под Козельском`): an adjective's is on -ским."""
_STANITSA = re.compile("(?:ск|цк)ую$")
_UNDECLINED = re.compile("[еиоуыэю]$|[аеиоуэюя][ая]$")


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads(files("letopis.dimensions").joinpath("kinds.toml").read_text("utf-8"))["place"]
    return data


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_data()[key])


@lru_cache(maxsize=1 << 13)
def lifeless_accusative(form: str) -> bool:
    """Whether the form is a base form on a consonant: after `в`, `на` a man would stand as `Ивана`."""
    return form[-1:].lower() in "бвгджзклмнпрстфхцчшщй" and any(
        one.lemma == form.lower() and one.case == "Nom" and one.gender == "Masc" for one in readings(form)
    )


@lru_cache(maxsize=1 << 13)
def is_personal(form: str, case: str) -> bool:
    """Whether the dictionary has the form as a person's name in the case."""
    return any(one.known and one.type in _PERSONAL and one.case == case for one in readings(form))


def sought(doc: Doc, start: int) -> float:
    """How much speaks for what an army takes (`занял Ямполь`, `осада Бендер`) or marches to (`шёл к Ардагану`)."""
    before, first = doc[start - 1], doc[start]
    cases = {one.case for one in readings(first.text) if not one.unchanged or not _SURNAME_ON_O.search(first.lower_)}
    if is_object(doc, start):
        inanimate = lifeless_accusative(first.text) or first.text[-1] in "уюыиое"
        stanitsa = bool(_STANITSA.search(first.lower_))
        return 0.0 if is_personal(first.text, "Acc") or not inanimate else _CAPTURED + stanitsa
    if "Gen" in cases and before.pos_ == "VERB" and before.lemma_ in _words("reaches"):
        return _CAPTURED
    if "Gen" in cases and any(one.lemma in _words("sieges") for one in analyses(before.lower_)):
        feminine = first.lower_.endswith("ой") and bool(_ADJECTIVAL.search(first.lower_))
        return 0.0 if is_personal(first.text, "Gen") else _CAPTURED + feminine
    case = _data()["approaches"].get(before.lower_)
    if case is not None and not cases.isdisjoint(case) and not any(is_personal(first.text, one) for one in case):
        beside = (*doc[max(start - 5, 0) : start - 1], *doc[start + 1 : start + 4])
        near = [token for token in beside if not token.is_punct]
        if any(token.pos_ == "VERB" and token.lemma_ in _words("marches") for token in near):
            return _CAPTURED
        if any(one.lemma in _words("positions") for token in near for one in analyses(token.lower_)[:3]):
            return _CAPTURED
    elif case is not None and _is_battle(before, first):
        return _CAPTURED
    return _by_form(before.lower_, first)


def _is_battle(before: Token, name: Token) -> bool:
    """Whether a battle is spoken of at a place of the atlas that is a surname's form too (`сражение у Бородина`)."""
    from letopis.dimensions.place import atlas  # the package of places builds on this module

    if before.i == 0 or before.lower_ not in {"у", "при", "под"}:
        return False
    if not any(one.lemma in _words("battles") for one in analyses(before.nbor(-1).lower_)[:3]):
        return False
    return any(atlas.known(one.lemma) for one in readings(name.text))


def _by_form(before: str, name: Token) -> float:
    """What a preposition and the form after it say: `с Лемноса` is from an island, a man is `с Лемносом`."""
    if before in {"с", "со"}:
        likely = [one for one in readings(name.text) if one.weight >= readings(name.text)[0].weight - 0.9]
        alone = bool(likely) and all(one.case in {"Gen", "Acc"} and one.number == "Sing" for one in likely)
        surname = any(one.type == "Sur" and not one.unchanged for one in likely)
        from_it = alone and not surname and name.text[-1] in "ая" and not is_personal(name.text, "Gen")
        return _CAPTURED * from_it
    if before in {"под", "за", "над", "перед", "пред", "с", "со"} and _TOWN_INSTRUMENTAL.search(name.lower_):
        return _CAPTURED
    if before in {"через", "чрез"}:
        as_it_is = _UNDECLINED.search(name.lower_) and not any(one.known for one in readings(name.text))
        return 2.0 if as_it_is or lifeless_accusative(name.text) else 0.0
    return 0.0


def is_dealt_in(doc: Doc, at: int) -> bool:
    """Whether a village's name by its form stands right after a verb of buying, selling, leaving (`продал Ступино`)."""
    before = at - 2 if at > 1 and doc[at - 1].lower_ == "-таки" else at - 1
    verb = doc[before].lower_.removesuffix("-таки") if before >= 0 else ""
    if not any(one.lemma in _words("dealings") for one in analyses(verb)[:3]):
        return False
    return bool(_VILLAGE.search(doc[at].lower_)) and not is_personal(doc[at].text, "Acc")


def is_sought(doc: Doc, at: int) -> bool:
    """Whether an army takes what the word names or marches to it, or its form after a preposition says the same."""
    return at > 0 and sought(doc, at) > 0


def is_mastered(doc: Doc, at: int) -> bool:
    """Whether a verb of mastering, which takes the instrumental, stands before the word (`овладела Горелухами`)."""
    return at > 0 and doc[at - 1].lemma_ in _words("masters")


def deals(token: Token) -> bool:
    """Whether the token is a verb of buying, selling, granting land."""
    return token.pos_ == "VERB" and token.lemma_.removesuffix("-таки") in _words("dealings")


def takes(token: Token) -> bool:
    """Whether the token is a verb of taking a place or of dealing in land."""
    return token.pos_ == "VERB" and token.lemma_ in _words("captures") | _words("dealings")


def is_object(doc: Doc, start: int) -> bool:
    """Whether a verb of taking a place stands right before the word, which is then in the accusative."""
    return start > 0 and doc[start - 1].pos_ == "VERB" and doc[start - 1].lemma_ in _words("captures")


def is_captured(doc: Doc, start: int, end: int) -> bool:
    """Whether a short participle says that the name was taken, given up or burnt (`Касторная будет взята`)."""
    if start > 1 and doc[start - 1].text == "." and len(doc[start - 2].text) == 1:
        return False
    for at in range(end, min(end + 2, len(doc))):
        token = doc[at]
        if token.morph.get("Variant", []) == ["Short"] and token.morph.get("VerbForm", []) == ["Part"]:
            return token.lemma_ in _words("captures") and end - start == 1 and not is_personal(doc[start].text, "Nom")
        if token.pos_ != "AUX":
            break
    return False
