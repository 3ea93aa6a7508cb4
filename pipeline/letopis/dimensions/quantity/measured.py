"""Quantities with a unit: measures, money, durations, percent."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.bounding import bound_after, bound_before, is_preposition
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import Unit, load, stems, units, word_set
from letopis.dimensions.quantity.materials import material_after
from letopis.dimensions.quantity.scene import Scene, draft, take_bound
from letopis.dimensions.quantity.smaller import add_part, add_smaller, take_off, take_part
from letopis.dimensions.quantity.substance import name_measured
from letopis.dimensions.quantity.unitphrase import UnitPhrase, unit_after, unit_before
from letopis.language.declension import readings

_ENDINGS = ("", *"ауые", "ом", "ов", "ам", "ами", "ах")
_PERCENT = frozenset(("%", "%%", "проц", *("процент" + ending for ending in _ENDINGS)))
_NEAR = 7
_COINS = 20
"""More coins than this were told in altyns or roubles."""


HALF_ROUBLE = frozenset({"полтиной", "полтиною"})
"""A figure with one of these is of roubles: `по семи с полтиной сажень`."""


def percent(scene: Scene) -> Draft | None:
    """`45%`, `пять процентов`, `6½ проц.`"""
    view, end = scene.view, scene.figure.end
    form = view.form(end)
    if form not in _PERCENT:
        return None
    end += 1
    if form == "проц" and view.text(end) == ".":
        end += 1
    found = draft(scene, "number-percent", end=end)
    found.type = "percent"
    return found


def sign_before(scene: Scene) -> Draft | None:
    """`$5`, `£10`."""
    view, figure = scene.view, scene.figure
    lemma = load("money")["signs"].get(view.text(figure.start - 1))
    if lemma is None or figure.start - 1 < scene.floor:
        return None
    found = draft(scene, "sign-number", start=figure.start - 1)
    _set_unit(found, units()[lemma], lemma)
    add_smaller(scene, found)
    return found


def unit_follows(scene: Scene) -> Draft | None:
    """`500 пудов ржаной муки`, `151 р. 40 к.`, `пять миллионов турецких лир золотом`."""
    view, figure = scene.view, scene.figure
    lemma = load("money")["signs"].get(view.text(figure.end)) or _degree(view, figure.end)
    phrase = UnitPhrase(figure.end, figure.end + 1, units()[lemma], lemma) if lemma else unit_after(view, figure.end)
    if phrase is None and figure.inner is not None:
        phrase = replace(figure.inner, start=figure.end, end=figure.end)
    if phrase is None or _is_name_of_money(scene, phrase) or _is_year(view, scene, phrase):
        return None
    if not _has_context(view, phrase, scene.figure.start) or _is_share(view, scene, phrase):
        return None
    if figure.fraction and phrase.case not in {"Gen", None}:
        return None
    if phrase.unit.family != "money" and view.form(figure.end - 1) in HALF_ROUBLE:
        return None
    found = draft(scene, "number-unit", end=phrase.end)
    _take_unit(found, phrase)
    add_smaller(scene, found)
    add_part(view, found)
    take_part(view, found)
    take_off(scene, found)
    name_measured(view, scene.floor, found, phrase.case)
    if found.item is None and phrase.unit.lemma == "бочка" and not _follows_a_measure(scene):
        found.type, found.unit, found.unit_name, found.measure, found.item = "count", None, None, None, "бочка"
        found.trace.append("a cask of nothing said is a thing counted")
    return found


def _degree(view: View, at: int) -> str | None:
    """`12°` of heat or of an angle; of latitude and longitude it says where (`54° 30′`, `60° с. ш.`)."""
    lemma: str | None = load("units")["signs"].get(view.text(at))
    if lemma is None or view.text(at + 1)[:1].isdecimal() or view.form(at + 1) in word_set("units", "place", "after"):
        return None
    before = {view.form(i) for i in range(max(0, at - _NEAR), at)}
    return None if before & word_set("units", "place", "before") else lemma


def _follows_a_measure(scene: Scene) -> bool:
    return scene.last is not None and scene.last.type == "measure"


def _is_name_of_money(scene: Scene, phrase: UnitPhrase) -> bool:
    """`денег`, which are coins of half a kopeck only in small numbers: `по 4 деньги с воза`."""
    coins = phrase.unit.family == "money" and scene.figure.scale == 1 and scene.figure.high <= _COINS
    return phrase.unit.only_after_unit and not coins


def _is_share(view: View, scene: Scene, phrase: UnitPhrase) -> bool:
    """`три четверти населения`: no measure of grain, and a bare share is no quantity."""
    figure = scene.figure
    if phrase.unit.lemma != "четверть" or figure.high != 3 or figure.in_figures:
        return False
    following = view.form(phrase.end)
    return following[:1].isalpha() and not following.startswith(stems("context", "grain", "stems"))


def _has_context(view: View, phrase: UnitPhrase, start: int) -> bool:
    """Whether a word that is a unit only beside certain others (`линия`, `узел`) has one of them near."""
    wanted = load("context")["unit_context"].get(phrase.unit.lemma)
    if wanted is None:
        return True
    if any(view.form(i).startswith(tuple(wanted)) for i in range(phrase.end, phrase.end + 2)):
        return True
    for i in range(start - 1, max(start - 1 - _NEAR, -1), -1):
        if view.forms[i] in {";", ".", BREAK}:
            return False
        if view.forms[i].startswith(tuple(wanted)):
            return True
    return False


def unit_precedes(scene: Scene) -> Draft | None:
    """`рублей триста`, `фунта два чаю`, `холста аршин шестьдесят`, `верстах в сорока`: the figure is approximate."""
    view, figure = scene.view, scene.figure
    bounding = bound_before(view, figure.start, scene.floor, figure)
    end = figure.start if bounding is None else bounding.at
    if bounding is None and is_preposition(view.form(end - 1)) and end - 1 > scene.floor:
        end -= 1
    phrase = unit_before(view, end, scene.floor)
    if (
        phrase is None
        or (phrase.unit.only_after_unit and not _beside_coins(scene, phrase))
        or figure.fraction
        or not _inverted(view, phrase, figure.start, figure.high)
    ):
        return None
    if not _has_context(view, phrase, phrase.start):
        return None
    if view.form(phrase.start - 1) in {"без", "безо"} or _is_birth_year(view, phrase, figure.high):
        return None
    if end < figure.start and bounding is None and phrase.case not in {"Gen", "Loc", "Dat", "Ins", None}:
        return None
    found = draft(scene, "unit-number-inverted", start=phrase.start)
    found.bound = "approximate" if figure.bound == "exact" else figure.bound
    if _is_listed_figure(view, phrase, scene):
        found.bound = figure.bound
    if bounding is not None:
        start = found.start
        take_bound(found, bounding, before=True)
        found.start = start
        found.bound = bounding.bound
    _take_unit(found, phrase)
    found.end = figure.end
    material_end, material = material_after(view, found.end)
    if found.type == "money" and material_end > found.end:
        found.end, found.material = material_end, material if material != "other" else None
    add_part(view, found)
    name_measured(view, scene.floor, found, phrase.case)
    return found


def _beside_coins(scene: Scene, phrase: UnitPhrase) -> bool:
    """`алтын пять да денег шесть`: the smallest coins, next to larger ones."""
    paid = scene.last is not None and scene.last.type == "money" and phrase.start - scene.last.end <= 1
    return paid and phrase.unit.family == "money" and scene.figure.high <= _COINS


def _fits_number(phrase: UnitPhrase, number: Fraction) -> bool:
    """Whether an inverted unit's form goes with its number: `версты три`, but not `года 260`."""
    if number.denominator != 1 or (number % 10 in {2, 3, 4} and number // 10 % 10 != 1):
        return True
    found = [r for r in readings(phrase.form) if r.role == "noun" and r.known and r.analysis is not None]
    own = [r for r in found if r.analysis is not None and r.analysis.lemma == phrase.unit.lemma]
    return not own or any(r.number == "Plur" and r.case not in {"Nom", "Acc"} for r in own)


def _inverted(view: View, phrase: UnitPhrase, start: int, number: Fraction) -> bool:
    """Whether the unit's form is one that goes before its figure: no nominative singular."""
    if not _fits_number(phrase, number):
        return False
    if phrase.case == "Nom" or view.text(phrase.end - 1) == ".":
        return view.text(phrase.end - 1) == "." and phrase.end == start
    lemma_form = phrase.form == phrase.unit.lemma
    return not lemma_form or phrase.form in {"аршин", "алтын", "фут", "штоф", "лот", "евро"}


def _is_birth_year(view: View, phrase: UnitPhrase, number: Fraction) -> bool:
    """`г. р. 1895`: the abbreviation is `рождения`, the number a year."""
    return phrase.end - phrase.start == 2 and view.text(phrase.end - 1) == "." and 900 <= number <= 2100


def _is_listed_figure(view: View, phrase: UnitPhrase, scene: Scene) -> bool:
    """Whether the order is that of a table (`руб. 500`, `пудов 1 236`), not of approximate speech."""
    figure = scene.figure
    if view.text(phrase.end - 1) == "." or (phrase.unit.family == "money" and phrase.case == "Ins"):
        return True
    return figure.in_figures and (figure.high % 5 != 0 or figure.high.denominator != 1) and figure.high > 10


def _take_unit(found: Draft, phrase: UnitPhrase) -> None:
    _set_unit(found, phrase.unit, phrase.name)
    found.material = phrase.material
    found.trace.append(f"unit: {phrase.name} ({phrase.unit.family})")


def _set_unit(found: Draft, unit: Unit, name: str) -> None:
    found.unit, found.unit_name, found.measure, found.type = unit, name, name, unit.type


def _is_year(view: View, scene: Scene, phrase: UnitPhrase) -> bool:
    """`1812 года`, `в 1920 годах`: a year that the dates did not take."""
    figure = scene.figure
    if phrase.unit.lemma != "год" or phrase.form == "лет":
        return False
    whole = figure.in_figures and figure.high.denominator == 1 and figure.scale == 1
    return whole and (300 <= figure.high <= 2100 or not _counts_years(int(figure.high), phrase.form))


def _counts_years(number: int, form: str) -> bool:
    """Whether the form goes with so many years: `2 года`, but not `в 10000 году`, `5 года`."""
    one = number % 10 == 1 and number % 100 != 11
    few = number % 10 in {2, 3, 4} and number // 10 % 10 != 1
    agreeing = {"год": one, "году": one, "годе": one, "годом": one, "года": one or few, "г": 0 < number < 100}
    return agreeing.get(form, True)


def after_bound(view: View, found: Draft) -> None:
    """Take in `с лишним`, `и более` and their like after the whole."""
    bounding = bound_after(view, found.end)
    if bounding is not None and found.bound in {"exact", "approximate"}:
        take_bound(found, bounding, before=False)
        found.bound = bounding.bound
