"""What smaller units and parts add to a measure or a sum, or take off it: `5 рублей 20 копеек`, `пуд без четверти`."""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.factors import smaller_in
from letopis.dimensions.quantity.lexicon import Unit, unit_forms
from letopis.dimensions.quantity.scene import Scene
from letopis.dimensions.quantity.unitphrase import unit_after
from letopis.language.declension import readings

_LEAST = 20
"""What lacks some whole units (`сто рублей без двух`) is no fewer."""
PARTS = {
    "половиной": "1/2",
    "половиною": "1/2",
    "четвертью": "1/4",
    "четью": "1/4",
    "третью": "1/3",
    "полтиной": "1/2",
    "полтиною": "1/2",
}
LACKING = {"половины": "1/2", "четверти": "1/4", "чети": "1/4", "трети": "1/3", "полтины": "1/2"}


def add_smaller(scene: Scene, found: Draft) -> None:
    """`812 рублей 16 алтын 4 деньги`: smaller units are told in the first."""
    assert found.unit_name is not None
    view, larger = scene.view, found.unit_name
    last = larger
    while found.bound not in {"range", "vague"}:
        again = view.form(found.end) == "по" == view.form(found.start - 1)
        at = found.end + (again or view.form(found.end) in {"и", "с", ","})
        following = scene.next_figure(at)
        if following is None:
            return
        place, figure = following
        phrase = unit_after(view, figure.end)
        if phrase is None or figure.bound != "exact" or phrase.name == last:
            return
        times = smaller_in(larger, phrase.name)
        if times is None or figure.high > times:
            return
        added = figure.high / times
        found.low, found.high, found.end = found.low + added, found.high + added, phrase.end
        found.material = found.material or phrase.material
        found.trace.append(f"and {figure.high} {phrase.name} = {float(added):g} {larger}")
        found.rule.append("compound")
        scene.at, last = place, phrase.name


def add_part(view: View, found: Draft) -> None:
    """`два пуда с половиной`, `рубль с четвертью`: a part of the unit."""
    if view.form(found.end) not in {"с", "со"} or found.unit is None:
        return
    part = PARTS.get(view.form(found.end + 1)) or one_smaller(found.unit, view.form(found.end + 1))
    if part is None:
        return
    found.low, found.high, found.end = found.low + Fraction(part), found.high + Fraction(part), found.end + 2
    found.rule.append("with-part")
    found.trace.append(f"and {part} {found.unit.lemma}")


def take_part(view: View, found: Draft) -> None:
    """`семь четвертей без полуосмины`, `сто рублей без полтины`, `два фунта без четверти`: a part of the unit fewer."""
    clock = found.unit is None or found.unit.lemma == "час"
    if view.form(found.end) != "без" or clock or found.unit is None or found.bound not in {"exact", "approximate"}:
        return
    form = view.form(found.end + 1)
    part = LACKING.get(form) or one_smaller(found.unit, form, "Gen")
    if part is None or Fraction(part) >= found.low:
        return
    found.low, found.high, found.end = found.low - Fraction(part), found.high - Fraction(part), found.end + 2
    found.rule.append("without-part")
    found.trace.append(f"and {part} {found.unit.lemma} fewer")


def take_off(scene: Scene, found: Draft) -> None:
    """`тысячу рублей без двадцати`, `сто лет без двух`: what a round number of units lacks."""
    view = scene.view
    if view.form(found.end) != "без" or found.bound not in {"exact", "approximate"} or found.unit is None:
        return
    following = scene.next_figure(found.end + 1)
    if following is None or found.unit.lemma in {"час", "минута"} or found.low < _LEAST:
        return
    place, figure = following
    same = unit_after(view, figure.end)
    end = same.end if same is not None and same.name == found.unit_name else figure.end
    closed = (
        end > figure.end
        or view.form(end) in {"", ",", ".", ";", ")", "и", "а", BREAK}
        or view.tokens[end].pos_ == "VERB"
    )
    if not closed or figure.bound != "exact" or 2 * figure.high > found.low:
        return
    found.low, found.high, found.end = found.low - figure.high, found.high - figure.high, end
    found.rule.append("without-some")
    found.trace.append(f"and {figure.high} fewer")
    scene.at = place


def one_smaller(unit: Unit, form: str, case: str = "Ins") -> Fraction | None:
    """What one of a smaller unit is of `unit`, or `None`: `четыре аршина с вершком`, `пуд с фунтом`."""
    smaller = unit_forms().get(form)
    if smaller is None or not any(r.role == "noun" and (r.case, r.number) == (case, "Sing") for r in readings(form)):
        return None
    times = smaller_in(unit.lemma, smaller.lemma)
    return 1 / Fraction(times) if times is not None else None
