"""What a figure leaves unsaid and its neighbours say: a shared noun, a shared multiplier, the rows of an inventory."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.ellipsis import RULE, is_supported
from letopis.dimensions.quantity.factors import smaller_in
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.dimensions.quantity.setting import same_sentence
from letopis.language.declension import readings

_LINKS = frozenset({",", "и", "или", "до", "по", "а", "×", "x", "х"})
_INVERTED = "noun-number-inverted"
_UNIT_FIRST = "unit-number-inverted"
_LOOSELY = frozenset({"было", "будет", "остал", "осталось", "прибы"})


def settle(view: View, drafts: list[Draft]) -> list[Draft]:
    """Drafts with what is shared filled in; bare figures that nothing supports are dropped."""
    for n in range(len(drafts) - 2, -1, -1):
        if drafts[n].elliptical and not drafts[n + 1].elliptical:
            _share(view, drafts[n], drafts[n + 1])
    kept: list[Draft] = []
    for n, found in enumerate(drafts):
        if found.elliptical and found.rule[-1] == RULE:
            previous = _beside(view, kept[-1:], found)
            following = _beside(view, drafts[n + 1 : n + 2], found)
            if not is_supported(view, found, previous, following):
                continue
        kept.append(found)
    _approximate(view, kept)
    _exact_in_rows(view, kept)
    return _from_to(view, kept)


def _from_to(view: View, drafts: list[Draft]) -> list[Draft]:
    """`от 30 к. до 5 р. 10 к.`: two sums are the limits of one, told in the unit of the second."""
    merged: list[Draft] = []
    for found in drafts:
        first = merged[-1] if merged else None
        if first is not None and (low := _lower_limit(view, first, found)) is not None:
            merged[-1] = replace(
                found, start=first.start - 1, low=low, bound="range", rule=["range-from-to", *found.rule]
            )
        else:
            merged.append(found)
    return merged


def _lower_limit(view: View, first: Draft, second: Draft) -> Fraction | None:
    """The lower limit in the second's unit, where two drafts stand after `от` and `до`."""
    if view.form(first.start - 1) != "от" or first.bound != "exact" or second.bound not in {"exact", "at_most"}:
        return None
    until = first.end if view.form(first.end) == "до" else None
    if until is None or second.start not in {until, until + 1} or first.unit_name is None or second.unit_name is None:
        return None
    times = 1 if first.unit_name == second.unit_name else smaller_in(second.unit_name, first.unit_name)
    low = first.low / times if times is not None else None
    return low if low is not None and low < second.high else None


def _beside(view: View, others: list[Draft], found: Draft) -> Draft | None:
    """The draft of `others` where it stands in the sentence of `found`."""
    for other in others:
        if same_sentence(view, min(other.end, found.end), max(other.start, found.start)):
            return other
    return None


def _share(view: View, found: Draft, following: Draft) -> None:
    """`39 и 45 тыс. винтовок`: the head after the last figure belongs to each."""
    between = view.forms[found.end : following.start]
    links = _LINKS | word_set("context", "ellipsis", "sexes") | word_set("context", "extent", "instrumental")
    if following.unit_name == "год":
        links |= word_set("context", "age", "dative")
    figure = found.figure
    if figure is None or following.figure is None or following.start < found.end or "inverted" in following.rule[-1]:
        return
    if "item-before" in following.rule or (following.bound == "vague" != found.bound):
        return
    if not between or not links.issuperset(between) or figure.scale > following.scale:
        return
    if between[:2] in ([",", "по"], [",", "или"]):
        return
    if between == [","] and "number-sharing-noun" not in following.rule and following.type != "age":
        return
    if view.form(found.start - 1) == "из":
        return
    if figure.scale == 1 < following.scale and found.low <= 10 * (following.high / following.scale):
        found.low, found.high = found.low * following.scale, found.high * following.scale
    if word_set("context", "age", "dative").intersection(between):
        found.type, found.elliptical = "age", False
        found.rule.append("age")
        return
    found.type, found.unit, found.unit_name = following.type, following.unit, following.unit_name
    found.item, found.material, found.measure = following.item, following.material, following.measure
    found.elliptical = False
    found.rule[-1] = "number-sharing-noun"
    found.trace.append(f"shares: {following.item or following.unit_name} of the figure after it")


def _approximate(view: View, drafts: list[Draft]) -> None:
    """`изб двадцать` is about twenty; a row of an inventory, or what was taken or killed, is told exactly."""
    for n, found in enumerate(drafts):
        figure = found.figure
        if figure is None or found.rule[-1] != _INVERTED or found.bound != "exact" or figure.in_figures:
            continue
        if (
            figure.scale > 1
            or found.start < found.head
            or found.head != found.end - (figure.end - figure.start) - 1
            or figure.high <= 1
        ):
            continue
        beside = [*drafts[max(0, n - 1) : n], *drafts[n + 1 : n + 2]]
        row = any(_is_row(view, other, found) for other in beside)
        if not row and not _counted_out(view, found.start) and not _lists_few(view, found):
            found.bound = "approximate"
            found.trace.append("the noun before its figure makes it approximate")


def _lists_few(view: View, found: Draft) -> bool:
    """`ложек две` lists, `ложки две` approximates: after two to four the plural is no speech but a list."""
    if found.high not in {2, 3, 4}:
        return False
    own = [r for r in readings(view.texts[found.head]) if r.role == "noun" and r.known and r.case == "Gen"]
    return bool(own) and all(r.number == "Plur" for r in own)


def _exact_in_rows(view: View, drafts: list[Draft]) -> None:
    """`червонных 50, талеров 300`: units before their figures, side by side, are a table too."""
    listed = [d.rule[-1].startswith(_UNIT_FIRST) and d.figure is not None and d.figure.in_figures for d in drafts]
    for n, found in enumerate(drafts):
        beside = [m for m in (n - 1, n + 1) if 0 <= m < len(drafts) and listed[m]]
        figure = found.figure
        plain = figure is not None and found.bound == "approximate" and found.rule[0] != "bounded"
        plain = plain and figure is not None and view.tokens[figure.start - 1].pos_ != "ADP"
        if listed[n] and plain and any(_is_row(view, drafts[m], found) for m in beside):
            found.bound = "exact"


def _is_row(view: View, one: Draft, other: Draft) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return set(view.forms[start:end]) <= {",", "и", "да", ";"} and end - start <= 2


def _counted_out(view: View, start: int) -> bool:
    near = [view.form(i) for i in range(max(0, start - 3), start)]
    said = tuple(stem for stem in stems("context", "counting", "stems") if stem not in _LOOSELY)
    return any(form.startswith(said) or form == ":" for form in near)
