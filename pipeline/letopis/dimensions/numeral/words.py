"""Numbers composed of words and figures: from the largest to the smallest, group by group.

A group is below the thousand and has room for one word of each kind: a hundred, then a ten or a teen, then a
unit. A multiplier closes the group and must be smaller than the one before it. An ordinal closes the whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from letopis.dimensions.numeral.digits import figure_at
from letopis.dimensions.numeral.lexicon import Word, added_parts, data, lookup, neighbours
from letopis.dimensions.numeral.thousands import is_multiplier
from letopis.dimensions.numeral.view import View

_ALL = frozenset({"Nom", "Acc", "Gen", "Dat", "Ins", "Loc"})
_COUNTING = frozenset({"units", "teens", "tens", "hundreds", "half"})
_NOT_A_DENOMINATOR = frozenset({Fraction(1), Fraction(2)})


@dataclass(slots=True)
class Composed:
    """A number being read: what is finished (`total`), the open group, and what may still come."""

    end: int
    total: Fraction = Fraction(0)
    group: Fraction | None = None
    room: int = 1000
    last: Fraction | None = None
    scale: Fraction = Fraction(1)
    high: Fraction | None = None
    cases: frozenset[str] = _ALL
    kind: Literal["cardinal", "ordinal", "collective", "fraction"] = "cardinal"
    with_words: bool = False
    with_figures: bool = False
    inverted: bool = False
    over: bool = False
    only_unit: bool = False
    steps: list[str] = field(default_factory=list)

    @property
    def value(self) -> Fraction:
        """The number read so far."""
        return self.total + (self.group or 0)

    def close(self, times: Fraction) -> None:
        """Apply a multiplier to the open group."""
        self.total += (Fraction(1) if self.group is None else self.group) * times
        self.group, self.room, self.last, self.scale = None, 1000, times, times
        if self.high is not None:
            self.high *= times


def compose(view: View, start: int) -> Composed | None:
    """The longest number that begins at word `start`, or `None`."""
    state = Composed(start)
    if not (_inverted(view, state) or _indefinite(view, state)):
        _hyphenated(view, state)
        while _step(view, state):
            pass
    return state if state.end > start else None


def _step(view: View, state: Composed) -> bool:
    """Take one more word into the number; `False` where it ends."""
    at = state.end
    form = view.form(at)
    if state.kind in {"ordinal", "fraction"} or not form:
        return False
    if form == "слишком" and state.group is not None and _multiplies(view, state, state.end + 1):
        state.end, state.over = state.end + 1, True
        return True
    if form == "с" or form == "со":
        return _add_part(view, state)
    if form[0].isdecimal() or not form[0].isalpha():
        return _figure(view, state)
    if form == "и":
        return _and_smaller(view, state)
    if form in neighbours("whole_part"):
        return _decimal_words(view, state)
    word = lookup(form)
    if state.high is not None and (word is None or word.role not in {"multiplier", "counting"}):
        return _hundred_after_unit(state, form)
    if word is not None and _fits(view, state, word, form):
        _take(view, state, word)
        return True
    return _hundred_after_unit(state, form) or _word_fraction(view, state, word)


def _fits(view: View, state: Composed, word: Word, form: str) -> bool:
    nothing_yet = state.group is None and state.last is None
    if nothing_yet and word.role in {"multiplier", "counting"} and _is_ordered(view, state.end):
        return False
    if word.role == "multiplier":
        if word.abbreviation and not is_multiplier(view, state.end, form):
            return False
        alone = word.one or (nothing_yet and _is_genitive_singular(view, state.end, word))
        return (state.last is None or word.value < state.last) and (state.group is not None or alone)
    if word.role == "counting":
        alone = word.one or _is_genitive_singular(view, state.end, word)
        return state.group is not None or (alone and nothing_yet)
    if word.role == "half" or word.role == "vague":
        return nothing_yet
    if word.role == "ordinal-scale":
        return state.group is None and (state.last is None or word.value < state.last)
    if state.with_figures and state.group is not None:
        return False
    if word.role == "units":
        return state.room >= 10 and (word.value != 0 or nothing_yet)
    if word.role == "ordinal":
        needed = 10 if word.slot == 1 else 100 if word.slot == 10 else 1000
        return state.room >= needed
    return state.room >= (100 if word.role in {"teens", "tens"} else 1000)


def _is_ordered(view: View, at: int) -> bool:
    """`на пятом десятке`, `вторую сотню`: one of a row of them, which counts nothing."""
    before = lookup(view.form(at - 1))
    return before is not None and before.role == "ordinal"


def _take(view: View, state: Composed, word: Word) -> None:
    state.end += 1
    state.with_words = True
    if word.abbreviation and view.text(state.end) == "." and view.joins(state.end - 1):
        state.end += 1
    if word.cases and (narrowed := state.cases & word.cases):
        state.cases = narrowed
    if word.role == "multiplier":
        state.close(word.value)
        return
    state.scale = Fraction(1)
    state.only_unit = word.role == "units" and state.room == 1000 and word.value > 1
    if word.role == "counting":
        state.group = (Fraction(1) if state.group is None else state.group) * word.value
        state.high = None if state.high is None else state.high * word.value
        state.room, state.scale = 1, word.value
    elif word.role in {"half", "vague"}:
        state.group, state.room, state.high = word.value, 1, word.high
    else:
        state.group = (state.group or Fraction(0)) + word.value
        state.room = {"units": 1, "teens": 1, "tens": 10, "hundreds": 100}.get(word.role, 1)
    if word.role.startswith("ordinal"):
        state.kind = "ordinal"
    elif word.collective and state.total == 0:
        state.kind = "collective"


def _figure(view: View, state: Composed) -> bool:
    found = figure_at(view, state.end)
    if found is None:
        return False
    if state.group is not None:
        return False
    if state.last is not None and (found.ordinal or found.value >= state.last or found.value.denominator != 1):
        return False
    following = lookup(view.form(found.end))
    if state.last is not None and following is not None and following.value >= state.last:
        return False
    state.end, state.group, state.room, state.with_figures = found.end, found.value, 1, True
    state.steps.append(found.rule)
    if found.ordinal:
        state.kind = "ordinal"
    elif found.fraction:
        state.steps.append("fraction")
    return True


def _add_part(view: View, state: Composed) -> bool:
    """`с половиной`, `с четвертью`, `с третью` add to the group, or to the last multiplier where none is open;
    after a word of counting they are parts of it (`дюжина с половиной`)."""
    surplus = view.form(state.end + 1) in neighbours("surplus")
    if surplus and state.group is not None and _multiplies(view, state, state.end + 2):
        state.end += 2
        state.over = True
        return True
    part = added_parts().get(view.form(state.end + 1))
    if part is None or state.high is not None or (state.group is None and state.last is None):
        return False
    if state.group is None:
        assert state.last is not None
        state.total += part * state.last
        state.last, state.room = Fraction(1), 0
    else:
        state.group += part * (state.scale if state.last is None else 1)
        state.room = 1
    state.end += 2
    state.with_words = True
    state.steps.append("with-added-part")
    return True


def _hyphenated(view: View, state: Composed) -> bool:
    """`две-три`, `пять-шесть`, `сто-двести`: two numbers written as one word bound the number."""
    first, hyphen, second = view.form(state.end).partition("-")
    low, high = lookup(first), lookup(second)
    if not hyphen or low is None or high is None or not {low.role, high.role} <= _COUNTING or low.value >= high.value:
        return False
    state.end, state.group, state.high, state.room, state.with_words = state.end + 1, low.value, high.value, 1, True
    state.cases &= low.cases & high.cases or _ALL
    state.steps.append("two-numbers-with-hyphen")
    return True


def _and_smaller(view: View, state: Composed) -> bool:
    """`тысячу и двести`, `тысяча и одна`: the old `и` before what one thousand leaves over."""
    word = lookup(view.form(state.end + 1))
    if word is None or state.group is not None or state.with_figures or not state.last == state.total == 1000:
        return False
    if word.role not in {"hundreds", "tens", "teens", "units"}:
        return False
    state.end += 1
    return True


def _multiplies(view: View, state: Composed, at: int) -> bool:
    word = lookup(view.form(at))
    return (
        word is not None and word.role in {"multiplier", "counting"} and (state.last is None or word.value < state.last)
    )


def _decimal_words(view: View, state: Composed) -> bool:
    """`две целых (и) пять десятых`."""
    if state.group is None or state.steps:
        return False
    at = state.end + 1
    at += view.form(at) == "и"
    part = compose(view, at)
    if part is None or part.kind != "fraction":
        return False
    state.group += part.value
    state.end, state.room, state.with_words = part.end, 1, True
    state.steps.append("decimal-in-words")
    return True


def _word_fraction(view: View, state: Composed, word: Word | None) -> bool:
    """`две пятых`, `одна десятая`: a cardinal and the ordinal that divides it."""
    divides = word is not None and word.role in {"ordinal", "ordinal-scale"} and word.value not in _NOT_A_DENOMINATOR
    if not divides or state.group is None or state.last is not None or state.with_figures:
        return False
    assert word is not None
    one = state.group == 1
    if not view.form(state.end).endswith(("ая", "ой", "ую", "ою") if one else ("ых", "ым", "ыми")):
        return False
    state.group /= word.value
    state.end += 1
    state.kind = "fraction"
    state.steps.append("fraction-in-words")
    return True


def _hundred_after_unit(state: Composed, form: str) -> bool:
    """`две ста`, `пять сот`, `несколько сот`."""
    if form == "сорока" and state.only_unit and state.group is not None and state.group < 5:
        state.group, state.scale, state.end, state.room, state.only_unit = (
            state.group * 40,
            Fraction(40),
            state.end + 1,
            1,
            False,
        )
        return True
    if form not in data()["hundred_after_unit"]["forms"].split() or not (state.only_unit or state.high is not None):
        return False
    assert state.group is not None
    state.group *= 100
    state.high = None if state.high is None else state.high * 100
    state.scale = Fraction(100)
    state.end += 1
    state.room, state.only_unit = 100 if state.high is None else 1, False
    return True


def _inverted(view: View, state: Composed) -> bool:
    """`тысяч сорок`, `тысячи три`, `десятка два`: the multiplier first makes the number approximate."""
    word = lookup(view.form(state.end))
    if word is None or not (word.few_inverted or word.many_inverted):
        return False
    through = view.form(state.end + 1) in neighbours("between_inverted")
    inner = Composed(state.end + 1 + through)
    _hyphenated(view, inner)
    while _step(view, inner):
        pass
    value = inner.value if inner.high is None else inner.high
    if not through and _is_genitive_singular(view, state.end, word):
        return False
    if (
        inner.end == state.end + 1 + through
        or inner.last is not None
        or inner.kind != "cardinal"
        or value <= 1
        or value >= 1000
    ):
        return False
    if view.form(inner.end) in {"тысяч", "тысячи", "млн", "тыс"}:
        return False
    few = value.denominator != 1 or (value % 10 in {2, 3, 4} and value // 10 % 10 != 1)
    if (few and not word.few_inverted) or (not few and not word.many_inverted):
        return False
    state.end, state.total, state.scale, state.inverted = inner.end, inner.value * word.value, word.value, True
    state.high = None if inner.high is None else inner.high * word.value
    state.with_words, state.with_figures, state.last = True, inner.with_figures, Fraction(1)
    state.cases = inner.cases
    state.steps.append("multiplier-first")
    return True


def _indefinite(view: View, state: Composed) -> bool:
    """`сотни тысяч`, `десятки`, `тысячи пудов`: a plural multiplier with no figure of its own."""
    at = state.end
    word = lookup(view.form(at))
    if word is None or not word.many or word.value in {40, 10000, 12, 144}:
        return False
    if _is_genitive_singular(view, at, word):
        return False
    low, end = word.value, at + 1
    following = lookup(view.form(end))
    if following is not None and following.role == "multiplier" and following.many and following.value > word.value:
        low, end = low * following.value, end + 1
    state.end, state.total, state.high, state.with_words = end, low, 10 * low, True
    state.last, state.scale = Fraction(1), low
    state.steps.append("plural-multiplier")
    return True


def _is_genitive_singular(view: View, at: int, word: Word) -> bool:
    """`около тысячи`, `до сотни`, `тысячи двухсот рублей`: one thousand in the genitive."""
    if not (view.form(at).endswith("и") and word.few_inverted):
        return False
    return view.form(at - 1) in neighbours("genitive") or (word.role == "multiplier" and _is_oblique(view, at + 1))


def _is_oblique(view: View, at: int) -> bool:
    """Whether word `at` is a hundred or a ten in a form that is no nominative: `двухсот`, `пятидесяти`."""
    word = lookup(view.form(at))
    return word is not None and word.role in {"hundreds", "tens"} and "Gen" in word.cases and "Nom" not in word.cases
