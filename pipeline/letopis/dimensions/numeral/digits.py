"""Numbers in figures: groups of thousands, decimals, common fractions, grown-on endings.

`223,892` may be a whole number or a decimal. It is whole in English grouping, which Russian statistics of the
nineteenth century keep, and a decimal by the later habit; what follows decides (`_is_decimal`), and `rule` says how.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from unicodedata import numeric

from letopis.dimensions.numeral.lexicon import data, lookup, neighbours
from letopis.dimensions.numeral.view import View

_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d+)([.,])(\d+)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:,\d{3})+)\.(\d+)")
_TAILED = re.compile(r"(\d[\d.,]*)-([а-яё]{1,3})")
_COMPOUND = re.compile(r"(\d+)(?:[.,]\d+)?-[а-яё-]{4,}")
_VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_WITH_VULGAR = re.compile(rf"(\d+)([{''.join(sorted(_VULGAR))}])")
_LONGEST_WRITTEN = 40
_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures: the view index after it, its value, how it was read, and whether it orders."""

    end: int
    value: Fraction
    rule: str
    ordinal: bool = False
    grouped: bool = False
    fraction: bool = False


def figure_at(view: View, at: int) -> Figure | None:
    """The number in figures that begins at word `at`, or `None`."""
    text = view.text(at)
    if not text or len(text) > _LONGEST_WRITTEN or not (text[0].isdecimal() or text[0] in _VULGAR):
        return None
    if _is_over_nothing(view, at):
        return None
    return _tailed(view, at, text) or _single(view, at, text)


def _is_over_nothing(view: View, at: int) -> bool:
    """`1/0`: neither of its figures says a number."""
    divisor = view.text(at + 2) if view.text(at + 1) in {"/", "⁄"} and view.joins(at + 1) else view.text(at)
    divides = divisor != view.text(at) or (view.text(at - 1) in {"/", "⁄"} and view.joins(at - 1))
    return divisor == "0" and divides


def _single(view: View, at: int, text: str) -> Figure | None:
    if text in _VULGAR:
        return Figure(at + 1, _vulgar(text), "vulgar-fraction", fraction=True)
    if with_vulgar := _WITH_VULGAR.fullmatch(text):
        return Figure(at + 1, Fraction(int(with_vulgar[1])) + _vulgar(with_vulgar[2]), "figures-with-vulgar-fraction")
    if _PLAIN.fullmatch(text):
        return _whole(view, at, text)
    if mixed := _GROUPED_DECIMAL.fullmatch(text):
        whole, part = (mixed[1], mixed[2]) if mixed[1] else (mixed[3], mixed[4])
        return Figure(at + 1, Fraction(re.sub(r"\D", "", whole) + "." + part), "grouped-thousands-with-decimals")
    if decimal := _DECIMAL.fullmatch(text):
        if _GROUPED.fullmatch(text) and not _is_decimal(view, at, text):
            return Figure(at + 1, Fraction(decimal[1] + decimal[3]), "one-mark-as-thousands", grouped=True)
        return Figure(at + 1, Fraction(f"{decimal[1]}.{decimal[3]}"), "decimal-figures")
    if _GROUPED.fullmatch(text):
        return Figure(at + 1, Fraction(re.sub(r"\D", "", text)), "grouped-thousands", grouped=True)
    return None


def _whole(view: View, at: int, text: str) -> Figure:
    end, value = at + 1, text
    if len(text) <= 3 and text[0] != "0":
        while end < len(view) and end - at < _GROUPS and _is_group(view, end):
            value += view.texts[end] if view.texts[end].isdecimal() else view.texts[end + 1]
            end += 1 if view.texts[end].isdecimal() else 2
    rule = "thousands-parted-by-blanks" if end > at + 1 else "figures"
    whole = Fraction(int(value))
    if _PLAIN.fullmatch(text) and end > at + 1 and (tail := _decimal_group(view, end)) is not None:
        return Figure(end + 1, Fraction(f"{value}{tail[0]}.{tail[1]}"), "thousands-parted-by-blanks", grouped=True)
    if end == at + 1 and (division := _division(view, at)) is not None:
        return Figure(at + 3, division, "figures-with-slash", fraction=True)
    added = _added(view, end)
    if added is not None and len(value) < 5:
        return Figure(added[0], whole + added[1], "figures-with-fraction")
    return Figure(end, whole, rule, grouped=end > at + 1)


def _is_group(view: View, at: int) -> bool:
    """Whether word `at` is one more group of three digits, parted by a blank or an apostrophe."""
    text = view.texts[at]
    if len(text) == 3 and text.isdecimal():
        return not view.joins(at - 1)
    return (
        text in "'’"
        and view.joins(at - 1)
        and view.joins(at)
        and len(view.text(at + 1)) == 3
        and view.text(at + 1).isdecimal()
    )


def _decimal_group(view: View, at: int) -> tuple[str, str] | None:
    """The last group with decimals, `567,50` in `1 234 567,50`, after at least one group."""
    found = _DECIMAL.fullmatch(view.text(at))
    if found and len(found[1]) == 3 and not view.joins(at - 1):
        return found[1], found[3]
    return None


def _division(view: View, at: int) -> Fraction | None:
    """`1/2`: a proper fraction written with a stroke."""
    if view.text(at + 1) not in {"/", "⁄"} or not (view.joins(at) and view.joins(at + 1)):
        return None
    above, below = view.text(at), view.text(at + 2)
    if not (below.isdecimal() and len(below) <= 3 and len(above) <= 2) or not 0 < int(above) < int(below):
        return None
    if view.text(at + 3) in {"/", "⁄", "."} and view.joins(at + 2) and view.text(at + 4).isdecimal():
        return None
    return Fraction(int(above), int(below))


def _added(view: View, at: int) -> tuple[int, Fraction] | None:
    """The view index after a common fraction that follows a whole number, and its value: `2 ½`, `2 и 1/2`."""
    if view.form(at) == "и" and view.text(at + 1)[:1].isdecimal():
        at += 1
    text = view.text(at)
    if text in _VULGAR:
        return at + 1, _vulgar(text)
    if text.isdecimal() and len(text) <= 2 and (division := _division(view, at)) is not None:
        return at + 3, division
    return None


def _vulgar(sign: str) -> Fraction:
    return Fraction(numeric(sign)).limit_denominator(16)


def _is_decimal(view: View, at: int, text: str) -> bool:
    """Whether one group of three after one mark is a decimal: `0,125`, `2,763 млн`, `1,250 кг`, `3,125 пуда`."""
    whole, part = re.split("[.,]", text, maxsplit=1)
    if whole == "0":
        return True
    if part == "000":
        return False
    following = view.form(at + 1)
    word = lookup(following)
    if following in neighbours("decimal") or (word is not None and word.role == "multiplier"):
        return True
    if at + 1 < len(view) and (morph := view.tokens[at + 1].morph).get("Case", []) == ["Gen"]:
        return (
            morph.get("Number", []) == ["Sing"]
            and not _asks_singular(part)
            and len(following) > 2
            and view.tokens[at + 1].pos_ == "NOUN"
            and (view.text(at + 2) != ".")
        )
    return False


def _asks_singular(figures: str) -> bool:
    """Whether the whole number too takes the genitive singular: `223,892 души`."""
    return figures[-1] in "1234" and figures[-2] != "1"


@cache
def _suffixes(name: str) -> frozenset[str]:
    return frozenset(data()["suffixes"][name].split())


def _tailed(view: View, at: int, text: str) -> Figure | None:
    """`5-ти`, `20ти`, `2-х` count; `5-й`, `3-го`, `40-х` order; `12-тысячный`, `30-летний` are adjectives."""
    end = at + 1
    if joined := _COMPOUND.fullmatch(text.lower()):
        return Figure(end, Fraction(int(joined[1])), "figures-in-compound-adjective", ordinal=True)
    if found := _TAILED.fullmatch(text):
        figures, tail = found[1], found[2]
    elif _PLAIN.fullmatch(text) and view.joins(at) and view.form(at + 1).isalpha():
        figures, tail, end = text, view.form(at + 1), at + 2
        if tail not in _suffixes("cardinal") | _suffixes("ordinal") or (len(tail) == 1 and tail not in "йя"):
            return None
    elif _FIGURES.fullmatch(text) and view.joins(at) and view.text(at + 1) in {"-", "‑"} and view.joins(at + 1):
        if not view.form(at + 2).isalpha() or view.tokens[at + 2].pos_ not in {"ADJ", "NOUN", "ADV"}:
            return None
        return Figure(at + 3, Fraction(text.replace(",", ".")), "figures-in-compound-adjective", ordinal=True)
    else:
        return None
    if not figures.isdecimal():
        return None
    value = Fraction(int(figures))
    following = view.form(end)
    years = following in neighbours("years")
    if tail in _suffixes("cardinal") or (
        tail in _suffixes("cardinal_up_to_four") and 2 <= value <= 4 and not years and tail == "х"
    ):
        return Figure(end, value, "figures-with-case-ending")
    if tail in _suffixes("ordinal"):
        return Figure(end, value, "figures-with-ordinal-ending", ordinal=True)
    return None
