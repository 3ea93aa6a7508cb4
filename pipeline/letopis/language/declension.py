"""What case, number and gender a word form may stand in, and its nominative.

rumorph's dictionary decides where it knows the word; a name it does not know is also read by its ending
(`declension.toml`), and a hyphenated one by its parts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rumorph import Analysis

from letopis.language.bodies import of_body
from letopis.language.government import prepositions
from letopis.language.morphology import analyses, inflect

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_ORDINAL = re.compile(r"(\d+|[IVXLCDM]+)-[а-яё]{1,3}$")
_ORDINAL_ENDINGS = {"Masc": "й", "Fem": "я", "Neut": "е", None: "е"}
_NOMINATIVES: dict[str, dict[str | None, str]] = {
    "possessive": {"Masc": "", "Fem": "а", "Neut": "о", None: "ы"},
    "relational": {"Masc": "ий", "Fem": "ая", "Neut": "ое", None: "ие"},
}
_ADJECTIVAL = frozenset({"ADJ", "DET", "VERB", "PRON"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ANALOGY, _BODY = 0.04, 0.4
_FOREIGN = 0.2
_MIN_STEM = 2
_MOST_PARTS = 8
"""Hyphenated parts; what has more is no word but a chain, and stays as it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word form.

    `role` is `noun` or `adjective`; `case`, `number` and `gender` are of Universal Dependencies, `None` where
    any will do; `weight` orders the readings of one form; `lemma` is the nominative an ending gives.
    """

    role: str
    case: str | None
    number: str | None
    gender: str | None
    weight: float
    known: bool
    analysis: Analysis | None = None
    lemma: str = ""
    lead: str | Reading = ""
    tail: str = ""
    name_type: str | None = None
    paradigm: str | None = None

    def nominative(self, number: str | None = None, gender: str | None = None) -> str:
        """The nominative in `number` (its own where `None`); an adjective takes `gender` of its head."""
        number = number or self.number or "Sing"
        lead = self.lead if isinstance(self.lead, str) else self.lead.nominative(number) + "-"
        return lead + self._nominative(number, gender) + self.tail

    def _nominative(self, number: str, gender: str | None) -> str:
        if self.paradigm:
            return self.lemma + _NOMINATIVES[self.paradigm][gender if number == "Sing" else None]
        if self.analysis is None:
            stem = _ORDINAL.match(self.lemma)
            return f"{stem[1]}-{_ORDINAL_ENDINGS[gender if number == 'Sing' else None]}" if stem else self.lemma
        if self.role == "adjective":
            wanted = {"Case": "Nom", "Number": number}
            if number == "Sing":
                wanted["Gender"] = gender or self.gender or "Masc"
            return inflect(self.analysis, **wanted) or self.analysis.lemma
        if number == self.number and self.case == "Nom":
            return str(self.analysis.word)
        if number == "Sing" and self.is_plural_only:
            number = "Plur"
        if number == "Sing":
            return str(self.analysis.lemma)
        return inflect(self.analysis, Case="Nom", Number=number) or str(self.analysis.lemma)

    @property
    def is_plural_only(self) -> bool:
        """Whether the noun has no singular (`ножницы`), so that its lemma is a plural."""
        if self.role != "noun" or self.analysis is None or self.number != "Plur":
            return False
        plural = inflect(self.analysis, Case="Nom", Number="Plur")
        return plural == self.analysis.lemma and inflect(self.analysis, Case="Nom", Number="Sing") != plural


@cache
def _endings() -> dict[str, Any]:
    return tomllib.loads(files("letopis.language").joinpath("declension.toml").read_text("utf-8"))


@lru_cache(maxsize=1 << 16)
def readings(form: str) -> tuple[Reading, ...]:
    """Every reading of the word form, the dictionary's first; a capital makes an unknown word a name."""
    if _ORDINAL.match(form):
        return (Reading("adjective", None, None, None, 1.0, True, lemma=form),)
    found = [reading for analysis in analyses(form) if (reading := _of_analysis(analysis))]
    is_capital, form = form[:1].isupper(), form.lower()
    found.extend(Reading("noun", case, "Sing", gender, _BODY, True, lemma=noun) for noun, case, gender in of_body(form))
    if "-" in form.strip("-") and not any(reading.known for reading in found):
        return tuple(_of_parts(form)) or tuple(found)
    is_adjective = any(reading.role == "adjective" and reading.known for reading in found)
    adjectival = _adjectival(form) if is_capital and not is_adjective else ()
    return (*found, *_by_ending(form), *adjectival)


def is_stressed(reading: Reading) -> bool:
    """Whether the reading is of an adjective on a stressed -ской (`Слободской`)."""
    return reading.analysis is not None and reading.analysis.lemma in _endings()["stressed"]["adjectives"]


def _of_analysis(analysis: Analysis) -> Reading | None:
    feats = analysis.feats
    case = feats.get("Case")
    if analysis.pos in _NOUNS and feats.get("Abbr") != "Yes":
        role = "noun"
    elif analysis.pos in _ADJECTIVAL and case and (analysis.pos != "VERB" or feats.get("VerbForm") == "Part"):
        role = "adjective"
    else:
        return None
    known = analysis.source == "dictionary"
    number, gender = feats.get("Number", "Sing"), feats.get("Gender")
    weight = analysis.prob * (_FOREIGN if feats.get("InflClass") == "Ind" else 1.0)
    return Reading(role, case, number, gender, weight, known, analysis, analysis.lemma, name_type=feats.get("NameType"))


def _by_ending(form: str) -> Iterator[Reading]:
    data = _endings()
    soft, vowels = data["soft"], data["vowels"]
    for ending, nominative, case, gender, likelihood in data["singular"]:
        stem = form[: -len(ending)]
        if not form.endswith(ending) or len(stem) < _MIN_STEM:
            continue
        if not nominative and (stem[-1] in vowels or stem[-1] in "ьъй"):
            continue
        if nominative in {"ь", "я"} and stem[-1] in data["hard"]:
            continue
        if nominative in {"ь", "й", "а"} and (stem[-1] in vowels) != (nominative == "й"):
            continue
        yield Reading("noun", case, "Sing", gender, _ANALOGY * likelihood, False, lemma=stem + nominative)
    for ending, nominative, case, likelihood in data["plural"]:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= _MIN_STEM and (nominative[0] == "и") == (stem[-1] in soft):
            yield Reading("noun", case, "Plur", None, _ANALOGY * likelihood, False, lemma=stem + nominative)
    yield Reading("noun", "Nom", "Sing", _gender(form), _ANALOGY * 0.3, False, lemma=form)
    yield Reading("noun", "Acc", "Sing", _gender(form), _ANALOGY * 0.3, False, lemma=form)


def _adjectival(form: str) -> Iterator[Reading]:
    """The readings of a capital word on -ов, -ин or -ск as an adjective, whose ending will follow the head."""
    for paradigm in _NOMINATIVES:
        data = _endings()[paradigm]
        for ending, case, number, gender in data["endings"]:
            stem = form[: len(form) - len(ending)]
            if form.endswith(ending) and stem.endswith(tuple(data["after"])) and len(stem) > _MIN_STEM + 2:
                yield Reading("adjective", case, number, gender or None, _ANALOGY, False, lemma=stem, paradigm=paradigm)


def _gender(nominative: str) -> str:
    if nominative.endswith(("а", "я")):
        return "Fem"
    return "Neut" if nominative.endswith(("о", "е")) else "Masc"


def _of_parts(form: str) -> Iterator[Reading]:
    parts = form.split("-")
    if len(parts) > _MOST_PARTS:
        return
    joined = next((n for n, part in enumerate(parts[1:-1], 1) if part in prepositions() or part in {"де", "ла"}), 0)
    if joined:
        tail = "-" + "-".join(parts[joined:])
        for reading in readings("-".join(parts[:joined]).capitalize()):
            yield replace(reading, tail=tail + reading.tail)
        return
    lead, last = "-".join(parts[:-1]), parts[-1]
    if not lead or not last:
        return
    firsts = [reading for reading in readings(lead.capitalize()) if reading.known and reading.role == "noun"]
    stays = lead.endswith(("о", "е")) or not firsts or any(first.case == "Nom" for first in firsts)
    for reading in readings(last.capitalize()):
        agreeing = [] if stays else [first for first in firsts if _same(first, reading)]
        yield replace(reading, lead=agreeing[0] if agreeing else lead + "-")


def _same(first: Reading, second: Reading) -> bool:
    return first.case == second.case and first.number == second.number
