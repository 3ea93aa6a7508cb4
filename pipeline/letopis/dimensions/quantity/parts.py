"""Parts of a unit said without a number: `полпуда`, `четверть версты`, `рубль с полтиной`, `пуд 10 фунтов`."""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.numeral.lexicon import lookup
from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.agreement import GENITIVE, GENITIVE_SINGULAR
from letopis.dimensions.quantity.bounding import bound_before
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.factors import smaller_in
from letopis.dimensions.quantity.figures import Figure
from letopis.dimensions.quantity.lexicon import Unit, unit_forms
from letopis.dimensions.quantity.scene import take_bound
from letopis.dimensions.quantity.smaller import PARTS, one_smaller
from letopis.dimensions.quantity.substance import name_measured
from letopis.dimensions.quantity.unitphrase import unit_after
from letopis.language.declension import readings

_HALF = Fraction(1, 2)
_SHARES = {
    "половина": "1/2", "половину": "1/2", "половины": "1/2", "половиной": "1/2", "половиною": "1/2", "половине": "1/2",
    "треть": "1/3", "трети": "1/3", "третью": "1/3",
    "четверть": "1/4", "четверти": "1/4", "четвертью": "1/4",
    "осьмушка": "1/8", "осьмушку": "1/8", "осьмушки": "1/8", "восьмушка": "1/8", "восьмушку": "1/8",
}  # fmt: skip
_WHOLES = {"пол", "полу"}
_NOT_HALVES = frozenset({"полк", "полка", "полдень", "полом", "полу", "полушка"})


def half_unit(view: View, at: int) -> tuple[int, Unit, Fraction] | None:
    """The view index after, the unit and the part of it: `полпуда`, `пол-аршина`, `пол версты`, `четверть часа`."""
    form = view.form(at)
    if form in _WHOLES and form == "пол":
        unit = _genitive_unit(view.form(at + 1))
        return (at + 2, unit, _HALF) if unit is not None else None
    if (
        form.startswith("пол")
        and form not in _NOT_HALVES
        and not form.startswith(("полудн", "полуноч"))
        and lookup(form) is None
        and form not in unit_forms()
    ):
        for prefix in ("полу", "пол"):
            rest = form.removeprefix(prefix).lstrip("-")
            if form.startswith(prefix) and len(rest) > 2:
                unit = unit_forms().get(rest)
                if unit is not None and (
                    prefix == "полу" or view.form(at - 1) == "по" or _genitive_unit(rest) is not None
                ):
                    return at + 1, unit, _HALF
    share = _SHARES.get(form)
    if share is not None:
        unit = _genitive_unit(view.form(at + 1))
        return (at + 2, unit, Fraction(share)) if unit is not None else None
    return None


def part_of_percent(view: View, at: int, floor: int) -> Draft | None:
    """`полпроцента`, `четверть процента`."""
    form = view.form(at)
    end = at + 1 if form == "полпроцента" else at + 2
    share = _HALF if form in {"полпроцента", "пол"} else _SHARES.get(form)
    if share is None or (end == at + 2 and view.form(at + 1) != "процента"):
        return None
    value = Fraction(share)
    found = Draft(at, end, None, value, value, "exact", "percent", rule=["part-of-percent"])
    shown = Figure(at, end, value, value, "exact", Fraction(1), GENITIVE_SINGULAR, "part-of-percent")
    if (bounding := bound_before(view, at, floor, shown)) is not None:
        take_bound(found, bounding, before=True)
    return found


def _may_be_half(form: str) -> bool:
    if not form.startswith("пол") or form in _NOT_HALVES or form.startswith(("полудн", "полуноч")):
        return False
    return lookup(form) is None and form not in unit_forms()


def _genitive_unit(form: str) -> Unit | None:
    unit = unit_forms().get(form)
    if unit is None:
        return None
    singular = any(
        r.role == "noun" and r.case == "Gen" and r.number == "Sing" and r.weight > 0.01 for r in readings(form)
    )
    return unit if singular else None


def part_of_unit(
    view: View, at: int, floor: int, times: Fraction | None = None, start: int | None = None
) -> Draft | None:
    """A draft of a part of a unit that begins at word `at`; `times` multiplies it (`три четверти фунта`)."""
    found = half_unit(view, at)
    if found is None:
        return None
    end, unit, part = found
    value = part * (times or 1)
    draft = _draft(view, at if start is None else start, end, unit, value, floor, "part-of-unit")
    return draft


def whole_and_part(view: View, at: int, floor: int) -> Draft | None:
    """`пуд с четвертью`, `рубль с полтиной`, `год с половиной`: one and a part."""
    unit = unit_forms().get(view.form(at))
    if unit is None or view.form(at + 1) not in {"с", "со"}:
        return None
    part = PARTS.get(view.form(at + 2)) or one_smaller(unit, view.form(at + 2))
    if part is None or not _singular(view.form(at)):
        return None
    return _draft(view, at, at + 3, unit, 1 + Fraction(part), floor, "unit-with-part")


def _singular(form: str) -> bool:
    return any(r.role == "noun" and r.known and r.number == "Sing" and r.weight > 0.05 for r in readings(form))


def one_and_smaller(view: View, at: int, floor: int, figures: dict[int, Figure]) -> Draft | None:
    """`рубль 20 копеек`, `пуд десять фунтов`, `по рублю по двадцати копеек`: one of the larger unit, unsaid."""
    unit = unit_forms().get(view.form(at))
    if unit is None or not (_singular_direct(view.form(at)) or _singular_governed(view, at)):
        return None
    again = view.form(at + 1) == "по" == view.form(at - 1)
    joined = again or (view.form(at + 1) == "и" and unit.family == "time")
    figure = figures.get(at + 1 + joined)
    if figure is None or figure.bound != "exact":
        return None
    smaller = unit_after(view, figure.end)
    times = smaller_in(unit.lemma, smaller.name) if smaller is not None else None
    if smaller is None or times is None:
        return None
    if unit.family == "time" and not (joined or unit.lemma == "час"):
        return None
    value = 1 + figure.high / times
    return _draft(view, at, smaller.end, unit, value, floor, "one-unit-and-smaller")


def _singular_direct(form: str) -> bool:
    return any(
        r.role == "noun" and r.known and r.number == "Sing" and r.case in {"Nom", "Acc"} and r.weight > 0.2
        for r in readings(form)
    )


_GOVERNED = {
    "Dat": {"по", "к", "ко"},
    "Gen": {"от", "до", "около", "с", "со", "более", "менее", "свыше", "из", "без", "больше", "меньше"},
}


def _singular_governed(view: View, at: int) -> bool:
    """`по рублю двадцати копеек`, `до пуда десяти фунтов`: one of the unit in the case of a preposition."""
    before = view.form(at - 1)
    return any(
        r.role == "noun" and r.known and r.number == "Sing" and before in _GOVERNED.get(r.case or "", ())
        for r in readings(view.form(at))
    )


def _draft(view: View, start: int, end: int, unit: Unit, value: Fraction, floor: int, rule: str) -> Draft:
    found = Draft(start, end, None, value, value, "exact", unit.type, unit, unit.lemma, unit.lemma, rule=[rule])
    found.trace.append(f"number: {' '.join(view.texts[start:end])} = {float(value):g} {unit.lemma}")
    shown = Figure(start, end, value, value, "exact", Fraction(1), GENITIVE | GENITIVE_SINGULAR, rule)
    bounding = bound_before(view, start, floor, shown)
    if bounding is not None:
        take_bound(found, bounding, before=True)
    elif view.form(start - 1) == "с" and start - 1 >= floor and rule == "part-of-unit":
        found.start, found.bound = start - 1, "approximate"
    name_measured(view, floor, found, "Gen")
    return found
