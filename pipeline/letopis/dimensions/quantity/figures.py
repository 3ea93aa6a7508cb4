"""Figures: the numerals that count, with the ranges two of them make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from letopis.dimensions.numeral.lexicon import lookup
from letopis.dimensions.numeral.numeral import Numeral
from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.agreement import Asked, asked
from letopis.dimensions.quantity.lexicon import bounds
from letopis.dimensions.quantity.unitphrase import UnitPhrase, unit_after

DASHES = frozenset("—–-‑−÷")
_NEAR = 3
_LONG_UNIT = 5
_ROUND = 20
_BETWEEN = frozenset({"с", "и", "или", "слишком"})


@dataclass(slots=True)
class Figure:
    """One number or range as said: view bounds, its limits, and what it asks of the noun after it.

    `bound` is exact, approximate (a multiplier put first), range, vague or more_than (`семь с лишним тысяч`).
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    bound: str
    scale: Fraction
    wanted: Asked
    rule: str
    fraction: bool = False
    in_figures: bool = False
    collective: bool = False
    last: Fraction = Fraction(0)
    joined_by: str = ""
    inner: UnitPhrase | None = None

    @property
    def coefficient(self) -> Fraction:
        """The number without its last multiplier."""
        return self.high / self.scale

    def scaled(self, scale: Fraction) -> None:
        """Multiply by a multiplier that is said once for several figures."""
        self.low, self.high, self.scale = self.low * scale, self.high * scale, scale


def figures(view: View, numerals: list[Numeral], index: dict[int, int]) -> list[Figure]:
    """The figures of a document, ranges joined; `index` leads from token to view index."""
    found: list[Figure] = []
    for numeral in numerals:
        figure = _figure(view, numeral, index)
        if found and _repeats(view, found[-1], figure):
            found[-1].end = figure.end + 1
        elif found and (lessened := _less(view, found[-1], figure)) is not None:
            found[-1] = lessened
        elif found and (joined := _range(view, found[-1], figure)) is not None:
            found[-1] = joined
        else:
            found.append(figure)
    for figure in found:
        _surplus(view, figure)
    return found


def _repeats(view: View, first: Figure, second: Figure) -> bool:
    """`58 (пятьдесят восемь) листов`: the same number in brackets once more."""
    bracketed = view.text(first.end) == "(" and second.start == first.end + 1 and view.text(second.end) == ")"
    return bracketed and first.high == second.high and first.in_figures != second.in_figures


def _less(view: View, first: Figure, second: Figure) -> Figure | None:
    """`шесть тысяч без сорока`, `тридцать без двух`: what a round number lacks; `семь без десяти` is the hour."""
    if second.start != first.end + 1 or view.form(first.end) != "без" or first.high < _ROUND:
        return None
    if first.bound not in {"exact", "approximate"} or second.bound != "exact" or 2 * second.high > first.low:
        return None
    if second.fraction or first.high % 10 != 0:
        return None
    low, high = first.low - second.high, first.high - second.high
    lessened = replace(first, end=second.end, low=low, high=high, scale=Fraction(1), wanted=second.wanted)
    return replace(lessened, rule="number-without-some", last=high)


def _surplus(view: View, figure: Figure) -> None:
    """`восемьдесят с лишним депутатов`, `двести и больше мужиков`: a bound between the figure and its noun."""
    if figure.bound != "exact":
        return
    for phrase in bounds("after").get(view.form(figure.end), ()):
        last = figure.end + len(phrase.words)
        if (
            tuple(view.forms[figure.end : last]) == phrase.words
            and view.text(last)[:1].isalpha()
            and lookup(view.form(last)) is None
        ):
            if phrase.words[0] in _BETWEEN and view.tokens[last].pos_ in {"NOUN", "ADJ", "PROPN"}:
                figure.end, figure.bound = last, phrase.bound
            return


def _figure(view: View, numeral: Numeral, index: dict[int, int]) -> Figure:
    start, end = index[numeral.start], index[numeral.end - 1] + 1
    value = Fraction(numeral.value)
    low = value if numeral.low is None else Fraction(numeral.low)
    high = value if numeral.high is None else Fraction(numeral.high)
    bound = "exact"
    if numeral.high is not None:
        bound = "range" if "two-numbers" in numeral.rule else "vague"
    elif numeral.over:
        bound = "more_than"
    elif numeral.inverted:
        bound = "at_most" if "до" in view.forms[start:end] else "approximate"
    form = _last_form(view, start, end)
    counting = high if bound == "range" else Fraction(5) if bound == "vague" else value
    integral = Fraction(int(counting)) if "added-part" in numeral.rule and value >= 1 else counting
    in_figures = numeral.written == "digits" and "case-ending" not in numeral.rule
    return Figure(
        start,
        end,
        low,
        high,
        bound,
        Fraction(numeral.scale),
        asked(integral, Fraction(numeral.scale), form, in_figures or numeral.written == "digits")
        | (asked(value, Fraction(1), "", True) if integral != counting else frozenset()),
        numeral.rule,
        fraction=numeral.kind == "fraction",
        in_figures=numeral.written == "digits",
        collective=numeral.kind == "collective",
        last=value,
    )


def _last_form(view: View, start: int, end: int) -> str:
    for at in range(end - 1, start - 1, -1):
        word = lookup(view.forms[at])
        if word is not None:
            return view.forms[at]
        if "-" in view.forms[at]:
            return view.forms[at].rpartition("-")[2]
    return ""


def _range(view: View, first: Figure, second: Figure) -> Figure | None:
    """`3—4 тыс.`, `от пяти до шести тысяч`, `между тремя и четырьмя`, `два или три`."""
    if first.bound in {"range", "vague"} or second.bound != "exact" or first.fraction != second.fraction:
        return None
    between = [view.forms[i] for i in range(first.end, second.start)]
    before = view.form(first.start - 1)
    inner = None
    if 1 < len(between) <= _LONG_UNIT and before in {"от", "между", "меж"}:
        inner = unit_after(view, first.end)
        if inner is None or inner.end != second.start - 1 or not _same_unit(view, inner, second):
            return None
        between = between[-1:]
    if len(between) != 1:
        return None
    start = first.start
    if between[0] in DASHES or between[0] == "…":
        rule = "range-with-dash"
        if view.joins(first.end - 1) != view.joins(first.end) and not first.in_figures:
            return None
    elif between == ["до"] and before == "от":
        rule, start = "range-from-to", first.start - 1
    elif between == ["и"] and before in {"между", "меж"}:
        rule, start = "range-between", first.start - 1
    elif between == ["или"] or (between == [","] and _consecutive(first, second)):
        rule = "range-of-two-numbers"
    else:
        return None
    low = first.low
    if first.scale == 1 < second.scale and low <= second.coefficient:
        low *= second.scale
    if rule == "range-from-to" and low > second.high and first.bound == second.bound == "exact":
        return _reversed(view, first, second)
    if low >= second.high or (rule == "range-of-two-numbers" and second.high > _NEAR * low):
        return None
    return Figure(
        start,
        second.end,
        low,
        second.high,
        "range",
        second.scale,
        second.wanted,
        rule,
        fraction=second.fraction,
        in_figures=second.in_figures,
        last=second.last,
        joined_by=between[0],
        inner=inner,
    )


def _same_unit(view: View, inner: UnitPhrase, second: Figure) -> bool:
    """Whether the unit after the second limit is that of the first: `от 5 р. до 10 р.`, not `от 30 к. до 5 р.`."""
    outer = unit_after(view, second.end)
    return outer is None or outer.unit.lemma == inner.unit.lemma


def _reversed(view: View, first: Figure, second: Figure) -> Figure | None:
    """`от 50 до 20 пудов` is a range told from its upper end."""
    if view.form(first.start - 1) != "от" or second.scale != first.scale:
        return None
    told = replace(second, start=first.start - 1, low=second.low, high=first.high, bound="range")
    return replace(told, rule="range-from-to-told-downwards", joined_by="до")


def _consecutive(first: Figure, second: Figure) -> bool:
    words = not first.in_figures and not second.in_figures
    return words and second.high == first.high + 1 and second.high <= 10
