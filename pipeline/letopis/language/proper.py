"""What a form of a proper name may be the form of: base form, gender, number, case; by dictionary and paradigm."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from letopis.language.morphology import analyses, inflect

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_KNOWN, _ADJECTIVE = 3.0, 2.5
_CERTAIN, _GUESS, _STIFF, _HIDDEN = 2.3, 1.25, 2.0, 0.5
_OF_NOUN = 0.6
_ON_OV = re.compile("[оеё]в$")


_MOST_PARTS = 8
"""Hyphenated parts; what has more is no name but a chain, and stays as it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form: base form (lower case), kind of name (UD `NameType`, or `Adj`), gender, number, case.

    `weight` grows with how usual such a name is; `known` says that the dictionary has it, `unchanged` that the
    name is read as one that does not decline.
    """

    lemma: str
    type: str
    gender: str
    number: str
    case: str
    weight: float
    known: bool
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Ending:
    ending: str
    base: str
    after: re.Pattern[str]
    gender: str
    number: str
    case: str
    type: str
    weight: float
    unchanged: bool


class _Data(NamedTuple):
    """Endings by last letter ("" for none), irregular forms, endings that `stem` strips, particles inside names,
    last parts of double names that do not decline."""

    endings: dict[str, tuple[_Ending, ...]]
    irregular: dict[str, dict[str, str]]
    stripped: tuple[str, ...]
    joining: frozenset[str]
    unchanged: frozenset[str]


@cache
def _data() -> _Data:
    data = tomllib.loads(files("letopis.language").joinpath("proper.toml").read_text("utf-8"))
    rows: dict[str, list[_Ending]] = {}
    for paradigm in data["paradigm"]:
        after = re.compile(paradigm["after"] + "$")
        for gender in ("Masc", "Fem", "Plur"):
            if gender not in paradigm:
                continue
            number = "Plur" if gender == "Plur" else "Sing"
            base = paradigm[gender][0].split("|")[0]
            for case, variants in zip(CASES, paradigm[gender], strict=True):
                for ending in variants.split("|"):
                    row = _Ending(
                        ending, base, after, "" if number == "Plur" else gender, number, case, paradigm["type"],
                        paradigm["weight"] * ((0.8 if paradigm["type"] == "Sur" else 0.3) if number == "Plur" else 1.0),
                        not any(paradigm[gender]),
                    )  # fmt: skip
                    rows.setdefault(ending[-1:], []).append(row)
    endings = {last: tuple(found) for last, found in rows.items()}
    particles, unchanged = frozenset(data["joining"]["particles"]), frozenset(data["unchanged"]["parts"])
    return _Data(endings, data["irregular"], tuple(data["stem"]["endings"]), particles, unchanged)


@lru_cache(maxsize=1 << 15)
def readings(form: str) -> tuple[Reading, ...]:
    """Every reading of `form` as a proper name; the parts of a double name (`Грум-Гржимайло`) decline by the last."""
    whole = list(_from_dictionary(form)) if "-" in form else []
    head, hyphen, last = ("", "", form.lower()) if whole else form.lower().rpartition("-")
    if whole:
        return tuple(sorted(whole, key=lambda one: (-one.weight, one.lemma)))
    first, *middle = form.lower().split("-")
    if len(middle) > 1 and middle[0] in _data().joining:
        rest = "-".join(middle)
        declined = [one for one in readings(first) if one.number == "Sing"]
        if first.endswith(("у", "ю")):
            declined = [one for one in declined if not one.unchanged] or declined
        return tuple(replace(one, lemma=f"{one.lemma}-{rest}", known=False) for one in declined)
    if hyphen and last in _data().unchanged:
        return tuple(
            Reading(form.lower(), "Sur", gender, "Sing", case, _CERTAIN, False, True)
            for gender in ("Masc", "Fem")
            for case in CASES
        )
    if hyphen and form.rpartition("-")[2].islower():
        return tuple(
            Reading(f"{_first_part(head, one)}-{one.lemma}", "Com", one.gender, one.number, one.case, one.weight, False)
            for one in _common_nouns(last)
        ) or tuple(_by_paradigm(form.lower()))
    found = list(_from_dictionary(last.title())) + list(_by_paradigm(last))
    if hyphen:
        found = [
            Reading(
                f"{_first_part(head, one)}-{one.lemma}", one.type, one.gender, one.number, one.case,
                one.weight - _STIFF * _stays_oblique(head, one), False,
            )
            for one in found
        ]  # fmt: skip
    if any((one.known or one.weight >= _CERTAIN) and one.type in {"Giv", "Pat", "Sur"} for one in found):
        undeclined = any(one.known and one.case == "Dat" and one.lemma == form.lower() for one in found)
        given = not undeclined and any(
            one.known and (one.type, one.case, one.number) == ("Giv", "Nom", "Sing") and one.lemma == form.lower()
            for one in found
        )
        living = _living(form) if not hyphen else frozenset()
        only_after_preposition = {one.case for one in found if one.known} == {"Loc"}
        found = [
            one
            for one in found
            if one.known
            or (one.unchanged and (undeclined or only_after_preposition))
            or one.lemma in living
            or (not one.unchanged and one.weight > _GUESS and not (given and one.type == "Com"))
        ]
    nouns = _nouns(form) if form[:1].isupper() and not hyphen else frozenset()
    best: dict[tuple[str, str, str, str, str], Reading] = {}
    for one in found:
        if (one.lemma, one.case) in nouns and one.number == "Sing" and not one.known:
            one = replace(one, weight=one.weight + _OF_NOUN)
        key = (one.lemma, one.type, one.gender, one.number, one.case)
        if key not in best or best[key].weight < one.weight:
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: (-one.weight, one.lemma)))


def _from_dictionary(form: str) -> Iterable[Reading]:
    for analysis in analyses(form):
        feats = analysis.feats
        if analysis.source != "dictionary" or feats.get("Case") not in CASES or feats.get("Variant") == "Short":
            continue
        number, gender = feats.get("Number", "Sing"), feats.get("Gender", "")
        if analysis.pos == "PROPN":
            kind, weight = feats.get("NameType", "Com"), _KNOWN + analysis.prob
            lemma = analysis.lemma
            if number == "Plur":
                lemma = inflect(analysis, Case="Nom") or lemma
                weight -= 2
        elif analysis.pos == "ADJ":
            kind, weight = "Adj", _ADJECTIVE
            lemma = inflect(analysis, Case="Nom") or analysis.lemma
        else:
            continue
        yield Reading(lemma, kind, gender if number == "Sing" else "", number, feats["Case"], weight, True)


def _common_nouns(form: str) -> Iterable[Reading]:
    """Readings of the second half of a name that is a common noun (`Кучек-хана`)."""
    for one in analyses(form):
        if one.pos in {"NOUN", "ADJ"} and one.feats.get("Case") in CASES and one.source == "dictionary":
            number, case = one.feats.get("Number", "Sing"), one.feats["Case"]
            gender = one.feats.get("Gender", "") if number == "Sing" else ""
            yield Reading(one.lemma, "Com", gender, number, case, _KNOWN, True)


def _living(form: str) -> frozenset[str]:
    """The common nouns for men and beasts that the form is of; a surname may be the same word (`Имрана Хана`)."""
    return frozenset(
        one.lemma
        for one in analyses(form.lower())
        if one.source == "dictionary" and one.pos == "NOUN" and one.feats.get("Animacy") == "Anim"
    )


def _nouns(form: str) -> frozenset[tuple[str, str]]:
    """The common nouns that the form is of, with its case: surnames are often such words (`Гроза`, `Якорь`)."""
    return frozenset(
        (one.lemma, one.feats["Case"])
        for one in analyses(form.lower())
        if one.source == "dictionary"
        and one.pos == "NOUN"
        and one.feats.get("Number") == "Sing"
        and "Case" in one.feats
    )


@lru_cache(maxsize=1 << 13)
def is_surname_of_noun(form: str) -> bool:
    """Whether the form, a common noun's genitive plural alone, is a surname's nominative with its capital
    (`полковник Стрельцов`)."""
    if not _ON_OV.search(form) or not form[:1].isupper():
        return False
    nouns = [one.feats for one in analyses(form.lower()) if one.source == "dictionary" and one.pos == "NOUN"]
    living = any(one.get("Animacy") == "Anim" for one in nouns)
    return living and all(one.get("Number") == "Plur" for one in nouns)


def _by_paradigm(form: str) -> Iterable[Reading]:
    rows = _data().endings
    for lemma, forms in _data().irregular.items():
        yield from (
            Reading(lemma, "Sur", "Masc", "Sing", case, _KNOWN, True) for case, one in forms.items() if one == form
        )
    for row in (*rows.get(form[-1:], ()), *rows.get("", ())):
        if not form.endswith(row.ending):
            continue
        stem = form[: len(form) - len(row.ending)]
        if len(stem) >= 2 and row.after.search(stem):
            yield Reading(
                _spelt(stem, row.base), row.type, row.gender, row.number, row.case, row.weight, False, row.unchanged
            )


def _spelt(stem: str, base: str) -> str:
    """Stem and ending as they are spelt together: after к, г, х and hissing letters stands и."""
    return stem + ("и" + base[1:] if base[:1] == "ы" and stem[-1] in "кгхжчшщ" else base)


@lru_cache(maxsize=1 << 13)
def hidden(form: str) -> tuple[Reading, ...]:
    """The readings by paradigm that `readings` leaves out since the dictionary knows the form as a name (`Фока`)."""
    if "-" in form:
        return ()
    shown = {(one.lemma, one.gender, one.number, one.case) for one in readings(form)}
    return tuple(
        replace(one, weight=one.weight - _HIDDEN)
        for one in _by_paradigm(form.lower())
        if one.number == "Sing"
        and (not one.unchanged or form.endswith("е"))
        and (one.lemma, one.gender, one.number, one.case) not in shown
    )


def _first_part(head: str, last: Reading) -> str:
    """The first half of a double name in the nominative where it declines with the last, else as it stands."""
    if (last.case == "Nom" and last.number == "Sing") or head.count("-") >= _MOST_PARTS:
        return head
    fitting = [
        one
        for one in readings(head)
        if (one.case, one.number) == (last.case, last.number) and one.gender == last.gender and one.type != "Geo"
    ]
    return fitting[0].lemma if fitting else head


def _stays_oblique(head: str, last: Reading) -> bool:
    """Whether the last half does not decline and the first is a surname in another case (`Кирееву-Горленко`)."""
    if not last.unchanged:
        return False
    first = [one for one in readings(head) if one.known or one.weight >= _CERTAIN]
    return bool(first) and all((one.case, one.gender) != (last.case, last.gender) for one in first)


@lru_cache(maxsize=1 << 15)
def stem(form: str) -> str:
    """`form` in lower case, ё as е, without its ending: equal for most forms of one name."""
    low = form.lower().replace("ё", "е")
    for ending in _data().stripped:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: len(low) - len(ending)]
    return low


def written(lemma: str, form: str, *, yo: bool) -> str:
    """`lemma` with the capitals of `form`; ё becomes е where `form` has е there and the text does without ё."""
    if form.isupper() and len(form) > 1:
        form = form.title()
    pieces, models = lemma.split("-"), form.split("-")
    if len(pieces) != len(models):
        pieces, models = [lemma], [form]
    lemma = "-".join(_capitals(piece, model) for piece, model in zip(pieces, models, strict=True))
    if yo or "ё" not in lemma.lower():
        return lemma
    return "".join("е" if letter == "ё" and form[i : i + 1] == "е" else letter for i, letter in enumerate(lemma))


def _capitals(word: str, model: str) -> str:
    """`word` with capitals where `model` has them."""
    return "".join(letter.upper() if model[i : i + 1].isupper() else letter for i, letter in enumerate(word))


def coverage(forms: Iterable[str]) -> Counter[str]:
    """Base form → how many different forms among `forms` it explains."""
    counted: Counter[str] = Counter()
    for form in sorted({form.lower() for form in forms}):
        counted.update({one.lemma for one in readings(form)})
    return counted
