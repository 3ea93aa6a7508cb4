"""Namesakes of one service told apart by a number after the surname: `Вельяминов 3-й`, `Тучкова 1-го`."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.ordinary import is_month
from letopis.dimensions.person.bounds import Bounds
from letopis.dimensions.person.lexicon import lexicon
from letopis.language.morphology import analyses
from letopis.language.proper import readings

ORDINAL = re.compile(r"([1-9]|1\d|2\d)-(?:ый|ий|ой|й|ого|го|ому|му|ым|м|ом)$")
_CASES = (
    (("ого", "го"), frozenset({"Gen", "Acc"})),
    (("ому", "му"), frozenset({"Dat"})),
    (("ым", "ом", "м"), frozenset({"Ins", "Loc"})),
    (("й",), frozenset({"Nom"})),
)
_SERVICE = frozenset({"military", "court"})
_NEAR = 4


def first_form(form: str) -> str:
    """The number in the nominative: `3-го` → `3-й`."""
    found = ORDINAL.match(form)
    return f"{found[1]}-й" if found else form


def with_number(doc: Doc, one: Bounds) -> Bounds:
    """`one` with the number that follows its surname in its case, and is of no noun or month after it."""
    at = one.end
    if at >= len(doc) or not ORDINAL.match(doc[at].text) or not doc[at - 1].text.istitle():
        return one
    cases = next(cases for endings, cases in _CASES if doc[at].text.endswith(endings))
    fits = any(
        reading.case in cases and reading.number == "Sing" and reading.gender == "Masc"
        for reading in readings(doc[at - 1].text)
    )
    if not fits or _counts_next(doc, at) or ("Gen" in cases and not _serves(doc, one.start)):
        return one
    return replace(one, end=at + 1)


def _counts_next(doc: Doc, at: int) -> bool:
    """Whether the number is of the noun after it (`5-й полк`), of a month's day, or of a list of units."""
    for token in doc[at + 1 : at + _NEAR]:
        if token.pos_ in {"NOUN", "PROPN"}:
            return is_month(doc, token.i) or _shares_case(doc[at].text, token.text)
        if ORDINAL.match(token.text):
            return True
        if token.lower_ == "и":
            continue
        if token.pos_ != "ADJ":
            return False
    return False


def _shares_case(number: str, noun: str) -> bool:
    cases = next(cases for endings, cases in _CASES if number.endswith(endings))
    return any(
        one.pos == "NOUN" and one.feats.get("Case") in cases and one.feats.get("Number") == "Sing"
        for one in analyses(noun)
    )


def _serves(doc: Doc, start: int) -> bool:
    """Whether an officer's rank, or his troops or report, stand before the name: else `3-го` may be a day."""
    title = titles.ending_at(doc, start)
    if title is not None:
        return titles.title_class(title.lemma) in _SERVICE or bool(title.cases)
    return start > 0 and any(one.lemma in lexicon().commanded for one in analyses(doc[start - 1].lower_)[:3])
