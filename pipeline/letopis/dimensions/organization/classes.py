"""The class of each token that the rules of organizations are written over."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions.evidence import is_firm
from letopis.dimensions.grammar import Classes
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.organization import headless, lexicon, short
from letopis.language.declension import readings
from letopis.language.months import is_month

_LIKELY = 0.05
RELATIONAL = re.compile("(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ою|ие|их|ими)$")
_ORDINAL = re.compile(r"\d+-(?:й|я|е|го|му|м|ю|х|ой|ый|ая|ое|ом|ую|ого|ому|ым|ей|ий)$|[IVXLC]+(?:-[а-яё]{1,3})?$")
_ROMAN = re.compile("[IVX]+")
_MARKS = {"«": "open", "„": "open", "»": "close", "”": "close", '"': "quote", "“": "quote"}
_GUARDS = frozenset({"лейб-гвардии", "гвардии"})
PURPOSE = frozenset({"по", "для", "о", "об"})
"""Prepositions between a body and what it is for (`комитет по делам печати`)."""
HIS = frozenset({"его", "её", "ее", "ея", "их"})
MAJESTIES = frozenset({"величества", "величеств", "высочества", "высочеств"})
"""With a word of `HIS` before them, a sovereign's style (`Его Императорского Величества`)."""


def classes(doc: Doc) -> list[Classes]:
    """One set of class names a token."""
    return [_of_form(token.text) | ({"head"} if at_head(token) else set()) for token in doc]


def is_guards(token: Token) -> bool:
    """Whether the word stands before a unit's name as it is (`лейб-гвардии Семёновский полк`)."""
    return token.lower_ in _GUARDS


@lru_cache(maxsize=1 << 16)
def _of_form(text: str) -> Classes:
    lower = text.lower()
    own: set[str] = set()
    if text in {"(", ")", ".", ",", "«", "»", '"', "“", "”", "„"}:
        return frozenset({_MARKS.get(text, text)})
    own.add("cap" if text[0].isupper() else "low")
    if _ORDINAL.fullmatch(text):
        own.add("ordinal")
    elif any(r.role == "adjective" and (r.known or r.paradigm or r.weight > _LIKELY) for r in readings(text)):
        own.add("adjective")
        if lexicon.is_ordinal(lower):
            own.add("ordinal-word")
        if not lexicon.is_ordinary(lower):
            own.add("own")
    strength = lexicon.strength(lower)
    if strength:
        own |= {"noun", strength}
        if lexicon.is_military(lower):
            own.add("unit")
        if lexicon.is_party(lower):
            own.add("party")
    if is_firm(text):
        own |= {"noun", "capital"}
    if lower in _GUARDS:
        own = {"guards"}
    if headless.is_acronym(text):
        own.add("acronym")
    if headless.is_syllabic(text) or (text[0].isupper() and headless.is_name(text)):
        own.add("name")
    if lexicon.is_press_staff(lower):
        own.add("press-staff")
    if lower in {"в", "во"}:
        own.add("in")
    if lexicon.is_printed(lower):
        own.add("printed")
    if lexicon.is_report(lower):
        own.add("report")
    if text.isdigit():
        own.add("digits")
    if short.adjective(lower):
        own.add("short-adjective")
    if short.tail(lower):
        own.add("short-tail")
    if short.contracted(lower):
        own.add("contracted")
    if short.acronym_head(text):
        own.add("acronym-head")
    if lower in {"л", "лб", "лейб"}:
        own.add("guards-letter")
    if lower in {"ж", "жел"}:
        own.add("rail")
    if lower in {"д", "дор"} or lexicon.is_road(lower):
        own.add("road")
    if lower in {"гв", "лейб-гв"}:
        own.add("guards-short")
    if lower in {"и", "да", "или"}:
        own.add("and")
    if RELATIONAL.search(lower):
        own.add("relational")
    if lexicon.is_arm(lower):
        own.add("arm")
    if text in {"°", "&", "№", "-"} or text.isdigit():
        own.add("mark")
    if text == "-":
        own.add("hyphen")
    if short.head(lower):
        own.add("short-head")
    if lexicon.is_numbered(lower):
        own.add("works")
    if lexicon.is_told_by_ordinal(lower):
        own.add("figured")
    if lexicon.is_formation(lower):
        own.add("formation")
    if lower in PURPOSE:
        own.add("for")
    if lexicon.is_purpose(lower):
        own.add("purpose")
    if lower in HIS:
        own.add("his")
    if lexicon.is_committee(lower):
        own.add("committee")
    if lexicon.is_party_letters(text):
        own.add("party-letters")
    if _ROMAN.fullmatch(text):
        own.add("roman")
    if lexicon.is_told_by_figure(lower):
        own.add("told-by-figure")
    if lower in MAJESTIES:
        own.add("majesty")
    if text[0].isupper() and lexicon.begins_society(lower):
        own.add("society")
    if lower in {"союз", "союза", "союзу", "союзом", "союзе"}:
        own.add("union")
    if is_month(lower, "Gen"):
        own.add("month")
    if text == "№":
        own.add("number-sign")
    return frozenset(own)
