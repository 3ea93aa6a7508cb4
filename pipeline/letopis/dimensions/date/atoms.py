"""From tokens to the nodes that the rules match: words by the lexicon, phrases, numbers by their shape.

Blanks and marks of footnotes are passed over; a line break is a node that no rule crosses. An abbreviation takes its
full stop with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions.date.feasts import MAX_NAME, name_at
from letopis.dimensions.date.lexicon import Tag, fold, phrases, tags
from letopis.dimensions.date.nodes import Node, word
from letopis.dimensions.numeral.reader import numerals
from letopis.dimensions.numeral.roman import roman
from letopis.dimensions.numeral.view import is_note_mark

FIRST_YEAR, LAST_YEAR = 1000, 2100
CREATION = range(5600, 7600)
"""Years from the Creation that Russian texts can mean: AD 92 to 2091."""

_SMALL = frozenset({"this-year-short", "past-year-short", "this-month-short", "past-month-short"})
"""Phrases that with a capital are initials: `М. Г. Двинина`."""
_WITH_DOT = frozenset({"month-short", "weekday-short", "now-short", "day-short"})
_ABBREVIATED = frozenset(
    {
        "род",
        "ум",
        "сконч",
        "г",
        "гг",
        "в",
        "вв",
        "ст",
        "нач",
        "сер",
        "кон",
        "пол",
        "четв",
        "перв",
        "втор",
        "трет",
        "посл",
        "предп",
    }
)
_SUFFIXED = re.compile(r"(\d+)-?([а-яё]{1,3})")
_ENDINGS = frozenset(
    [
        "го",
        "ого",
        "его",
        "й",
        "ый",
        "ий",
        "ой",
        "я",
        "ая",
        "ья",
        "е",
        "ое",
        "ее",
        "му",
        "ому",
        "ему",
        "м",
        "ом",
        "ем",
        "х",
        "ых",
        "их",
        "ые",
        "ие",
        "ым",
        "ми",
        "ыми",
        "ю",
        "ую",
        "ей",
    ]
)
_LOOSE_ENDINGS = _ENDINGS - {"м", "я", "е", "х", "й", "ей", "ее", "ю"} | {"го"}
_COMPLETED = 4
"""How many tokens a word is that an editor completed: its beginning, a bracket, its end, a bracket."""
_PLURAL_WORD = ("ых", "ые", "ыми")
_PLURAL_ENDINGS = frozenset({"е", "ые", "ие", "х", "ых", "их", "м", "ым", "ми", "ыми"})
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\.(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")


def atoms(doc: Doc) -> list[Node]:
    """The nodes of `doc`, in order."""
    kept = [token for token in doc if not (token.is_space and "\n" not in token.text) and not is_note_mark(token)]
    forms = ["\n" if token.is_space else fold(token.text) for token in kept]
    spelled = _spelled_numbers(doc)
    found: list[Node] = []
    at = 0
    while at < len(kept):
        node, width = (
            _feast(kept, at) or _phrase(kept, forms, at) or _number_in_words(kept, spelled, at) or _one(kept, forms, at)
        )
        found.append(node)
        at += width
    return found


def _phrase(kept: list[Token], forms: list[str], at: int) -> tuple[Node, int] | None:
    for phrase in phrases().get(forms[at], ()):
        width = len(phrase.words)
        if tuple(forms[at : at + width]) == phrase.words:
            if phrase.tag[0] in _SMALL and not kept[at].text.islower():
                continue
            tag = [phrase.tag]
            return word(kept[at].i, kept[at + width - 1].i + 1, tag), width
    return None


def _feast(kept: list[Token], at: int) -> tuple[Node, int] | None:
    found = name_at([token.text for token in kept[at : at + MAX_NAME]], lambda width: _before_noun(kept, at + width))
    if found is None:
        return None
    name, width = found
    listed: list[Tag] = [("feast", name)]
    if width == 1:
        listed += [tag for tag in tags(kept[at].text) if tag[0] == "weekday"]
    return word(kept[at].i, kept[at + width - 1].i + 1, listed), width


def _before_noun(kept: list[Token], at: int) -> bool:
    return at < len(kept) and kept[at].is_alpha and kept[at].pos_ in {"NOUN", "PROPN", "ADJ"}


def _spelled_numbers(doc: Doc) -> dict[int, tuple[int, list[Tag]]]:
    """Start token → end token and classes of each number written in words or in Church Slavonic letters."""
    found = {}
    for numeral in numerals(doc):
        if numeral.written not in {"words", "cyrillic"} or numeral.high is not None:
            continue
        value = numeral.value
        listed: list[Tag] = []
        last = doc[numeral.end - 1]
        if numeral.kind == "ordinal" and isinstance(value, int):
            listed = [("ordinal", value), ("in-words", None), *_ordinal_tags(value)]
            tens = value % 10 == 0 and (10 <= value <= 90 or FIRST_YEAR <= value <= LAST_YEAR)
            if tens and (("plural", None) in _plural(last.text) or fold(last.text).endswith(_PLURAL_WORD)):
                listed.append(("decade-number", value))
            listed += [tag for tag in tags(last.text) if tag[0] in {"decade"}]
        elif numeral.kind == "cyrillic" and isinstance(value, int):
            listed = [("number", value), *_plain_tags(value, str(value))]
        elif numeral.is_cardinal:
            listed = [("cardinal", value), ("in-words", None)]
            listed += [tag for tag in tags(last.text) if tag[0] in {"half", "third", "fourth", "unit"}]
        if listed:
            found[numeral.start] = (numeral.end, listed)
    return found


def _plural(text: str) -> tuple[Tag, ...]:
    return tuple(tag for tag in tags(text) if tag[0] == "plural")


def _number_in_words(kept: list[Token], spelled: dict[int, tuple[int, list[Tag]]], at: int) -> tuple[Node, int] | None:
    if kept[at].i not in spelled:
        return None
    end, listed = spelled[kept[at].i]
    width = 1
    while at + width < len(kept) and kept[at + width].i < end:
        width += 1
    return word(kept[at].i, end, listed), width


def _one(kept: list[Token], forms: list[str], at: int) -> tuple[Node, int]:
    """One token, or a few written together: a number with its ending, Roman digits of two alphabets."""
    token, form = kept[at], forms[at]
    if form == "\n":
        return word(token.i, token.i + 1, [("break", None)]), 1
    if form[0].isdecimal():
        return _figure(kept, forms, at)
    given = _day_given(kept, forms, at)
    if given is not None:
        return given
    pair = _pair_of_months(form)
    if pair is not None:
        return word(token.i, token.i + 1, [("month-pair", pair)]), 1
    width = 1
    text = token.text
    while at + width < len(kept) and _joined(kept, at + width) and roman(text + kept[at + width].text):
        text += kept[at + width].text
        width += 1
    full = _completed(kept, at)
    if full is not None:
        text, width = full
    listed = list(tags(text)) if width == 1 or full is not None else []
    value = _roman(text)
    if value is not None:
        listed += [("roman", value), ("century-number", value)]
        if value <= 12:
            listed.append(("month-number", value))
    if text[:1].isupper():
        listed.append(("capital", None))
    if _takes_dot(listed, form) and at + width < len(kept) and forms[at + width] == ".":
        width += 1
    return word(token.i, kept[at + width - 1].i + 1, listed), width


def _completed(kept: list[Token], at: int) -> tuple[str, int] | None:
    """`сент[ября]`, `г<ода>`: a word that an editor completed, and its width in tokens."""
    parts = kept[at : at + _COMPLETED]
    if len(parts) < _COMPLETED or not all(_joined(kept, at + step) for step in range(1, _COMPLETED)):
        return None
    if parts[1].text + parts[3].text not in {"[]", "<>"} or not (parts[0].is_alpha and parts[2].is_alpha):
        return None
    return parts[0].text + parts[2].text, _COMPLETED


def _day_given(kept: list[Token], forms: list[str], at: int) -> tuple[Node, int] | None:
    """`[5] мая`: a day that an editor supplied, in its brackets."""
    if forms[at] not in {"[", "<"} or at + 3 >= len(forms) or not forms[at + 1].isdecimal():
        return None
    if forms[at] + forms[at + 2] not in {"[]", "<>"} or not any(name == "month" for name, _ in tags(forms[at + 3])):
        return None
    if len(forms[at + 1]) > 2:
        return None
    return word(kept[at].i, kept[at + 2].i + 1, _plain_tags(int(forms[at + 1]), forms[at + 1])), 3


def _pair_of_months(form: str) -> tuple[int, int] | None:
    """`ноябре-декабре`, one token."""
    first, hyphen, second = form.partition("-")
    if not hyphen:
        return None
    found = [next((value for name, value in tags(part) if name == "month"), None) for part in (first, second)]
    return (found[0], found[1]) if found[0] and found[1] else None


def _takes_dot(listed: list[Tag], form: str) -> bool:
    return form in _ABBREVIATED or any(name in _WITH_DOT for name, _ in listed)


def _joined(kept: list[Token], at: int) -> bool:
    before = kept[at - 1]
    return before.i + 1 == kept[at].i and not before.whitespace_


@lru_cache(maxsize=1 << 14)
def _roman(text: str) -> int | None:
    if text.islower() and len(text) > 1 and text.isascii():
        text = text.upper()
    return roman(text, alone=text in {"Х", "V", "X", "I", "L"})


def _figure(kept: list[Token], forms: list[str], at: int) -> tuple[Node, int]:
    token, form = kept[at], forms[at]
    first = token.i
    pointed = _POINTED.fullmatch(form)
    if pointed:
        day, month, year = (pointed[6], pointed[5], pointed[4]) if pointed[4] else pointed.groups()[:3]
        return word(first, first + 1, [("pointed", (int(day), int(month), int(year), len(year)))]), 1
    if form.isdecimal():
        ending = forms[at + 1] if at + 1 < len(kept) and _joined(kept, at + 1) else ""
        if ending in _LOOSE_ENDINGS:
            return word(first, kept[at + 1].i + 1, _ordinal_figure(form, ending)), 2
        return word(
            first,
            first + 1,
            [("number", int(form[:9])), ("cardinal", int(form[:9])), *_plain_tags(int(form[:9]), form)],
        ), 1
    suffixed = _SUFFIXED.fullmatch(form)
    if suffixed and suffixed[2] in _ENDINGS and len(suffixed[1]) <= 4:
        return word(first, first + 1, _ordinal_figure(suffixed[1], suffixed[2])), 1
    month_year = _MONTH_YEAR.fullmatch(form)
    if month_year and 1 <= int(month_year[1]) <= 12 and FIRST_YEAR <= int(month_year[2]) <= LAST_YEAR:
        return word(first, first + 1, [("month.year", (int(month_year[1]), int(month_year[2])))]), 1
    day_month = _DAY_MONTH.fullmatch(form)
    if day_month and 1 <= int(day_month[1]) <= 31 and 1 <= int(day_month[2]) <= 12:
        return word(first, first + 1, [("day.month", (int(day_month[1]), int(day_month[2])))]), 1
    return word(first, first + 1, []), 1


def _plain_tags(value: int, digits: str) -> list[Tag]:
    found: list[Tag] = []
    if len(digits) <= 2:
        if 1 <= value <= 31:
            found.append(("day", value))
        if 1 <= value <= 12:
            found.append(("month-number", value))
        if 1 <= value <= 25:
            found.append(("century-number", value))
        if len(digits) == 2:
            found.append(("two-digits", value))
    elif len(digits) == 3:
        found.append(("three-digits", value))
    elif len(digits) == 4 and digits[0] != "0":
        if FIRST_YEAR <= value <= LAST_YEAR:
            found.append(("year-number", value))
        elif value in CREATION:
            found.append(("creation-number", value))
    return found


def _ordinal_tags(value: int) -> list[Tag]:
    digits = str(value)
    found: list[Tag] = [tag for tag in _plain_tags(value, digits) if tag[0] != "two-digits"]
    if FIRST_YEAR <= value <= LAST_YEAR:
        found.append(("year-ordinal", value))
    if 10 <= value <= 99:
        found.append(("two-digits-ordinal", value))
    return found


def _ordinal_figure(digits: str, ending: str) -> list[Tag]:
    value = int(digits)
    found: list[Tag] = [("ordinal", value), *_ordinal_tags(value)]
    if ending in _PLURAL_ENDINGS and value % 10 == 0 and (value <= 90 or value >= 100):
        found.append(("decade-number", value))
    if ending in {"ти", "х", "и"}:
        found.append(("cardinal", value))
    return found
