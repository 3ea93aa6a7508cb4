"""The units' data: every unit defined or knowingly not, factors agreeing with pint's own and with the statutes."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib.resources import files

import pint
import pytest

from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.factors import factor, smaller_in
from letopis.dimensions.quantity.lexicon import load, paradigm, unit_abbreviations, unit_forms
from letopis.dimensions.quantity.value import value

REGISTRY = pint.UnitRegistry()
KNOWN_TO_PINT = {
    "фут": "foot",
    "дюйм": "inch",
    "ярд": "yard",
    "английская миля": "mile",
    "морская миля": "nautical_mile",
    "акр": "acre",
    "километр": "kilometer",
    "сантиметр": "centimeter",
    "миллиметр": "millimeter",
    "гектар": "hectare",
    "тонна": "metric_ton",
    "длинная тонна": "long_ton",
    "английский фунт": "pound",
    "карат": "carat",
    "литр": "liter",
    "гектолитр": "hectoliter",
    "кубометр": "meter**3",
    "квадратная сажень": "(7 foot)**2",
}
PINTS_NAMES = {"m": "m", "m2": "m**2", "l": "l", "kg": "kg"}


@pytest.mark.parametrize(("name", "pints"), KNOWN_TO_PINT.items())
def test_factors_agree_with_pint(name, pints):
    found = factor(name)
    told = REGISTRY.Quantity(1, "") * REGISTRY.parse_expression(pints)
    assert found is not None
    assert told.to(PINTS_NAMES[found.unit]).magnitude == pytest.approx(float(found.value), rel=1e-4)


@pytest.mark.parametrize(
    ("name", "told", "unit"),
    [
        ("фунт", "0.40951241", "kg"),
        ("пуд", "16.3804964", "kg"),
        ("аптекарский фунт", "0.35832336", "kg"),
        ("аршин", "0.7112", "m"),
        ("верста", "1066.8", "m"),
        ("межевая верста", "2133.6", "m"),
        ("десятина", "10925.397504", "m2"),
        ("хозяйственная десятина", "14567.196672", "m2"),
        ("четверть", "209.91", "l"),
        ("четверик", "26.238", "l"),
        ("ведро", "12.2994", "l"),
        ("бочка жидкости", "491.976", "l"),
    ],
)
def test_factors_are_those_of_the_statute_of_1899(name, told, unit):
    found = factor(name)
    assert found is not None
    assert found.unit == unit
    assert float(found.value) == pytest.approx(float(told), rel=5e-5)


@pytest.mark.parametrize("name", ["бочка", "ласт", "куль", "косая сажень", "четь", "рубль", "год", "стопа", "нетакой"])
def test_no_factor_where_none_is_safe(name):
    assert factor(name) is None


@pytest.mark.parametrize(
    ("larger", "times", "smaller"),
    [
        ("верста", 500, "сажень"),
        ("сажень", 3, "аршин"),
        ("аршин", 16, "вершок"),
        ("сажень", 7, "фут"),
        ("фут", 12, "дюйм"),
        ("дюйм", 10, "линия"),
        ("десятина", 2400, "квадратная сажень"),
        ("берковец", 10, "пуд"),
        ("пуд", 40, "фунт"),
        ("фунт", 32, "лот"),
        ("фунт", 96, "золотник"),
        ("золотник", 96, "доля"),
        ("четверть", 8, "четверик"),
        ("четверик", 8, "гарнец"),
        ("ведро", 10, "штоф"),
        ("стопа", 20, "десть"),
        ("десть", 24, "лист"),
        ("гросс", 12, "дюжина"),
        ("рубль", 100, "копейка"),
        ("алтын", 6, "деньга"),
        ("рубль", 200, "деньга"),
        ("фунт стерлингов", 240, "пенс"),
        ("год", 12, "месяц"),
        ("сутки", 24, "час"),
    ],
)
def test_ratios_are_those_of_the_statutes(larger, times, smaller):
    assert smaller_in(larger, smaller) == times
    assert smaller_in(smaller, larger) is None


def test_what_does_not_convert():
    assert smaller_in("пуд", "аршин") is None
    assert smaller_in("месяц", "день") is None


@pytest.mark.parametrize("group", load("units")["authorities"])
def test_every_authority_has_its_units(group):
    """A group that `units.txt` lacks, or that converts nothing, would be a slip."""
    text = files("letopis.dimensions.quantity").joinpath("units.txt").read_text("utf-8")
    body = text.partition(f"@group {group}\n")[2].partition("@end")[0]
    names = re.findall(r"^    (\w+) = ", body, re.MULTILINE)
    assert names
    assert group.startswith("money") or all(factor(name.replace("_", " ")) for name in names)


def test_every_group_has_an_authority():
    text = files("letopis.dimensions.quantity").joinpath("units.txt").read_text("utf-8")
    assert set(re.findall(r"^@group (\w+)$", text, re.MULTILINE)) == set(load("units")["authorities"])


@pytest.mark.parametrize("lemma", ["верста", "сажень", "пуд", "четверть", "десятина", "рубль", "копейка", "франк"])
def test_every_form_leads_to_its_unit(lemma):
    for form in paradigm(lemma):
        assert unit_forms()[form.lower().replace("ё", "е")].lemma == lemma


@pytest.mark.parametrize(
    ("abbreviation", "lemma"),
    [("р", "рубль"), ("коп", "копейка"), ("саж", "сажень"), ("дес", "десятина"), ("п", "пуд")],
)
def test_abbreviations(abbreviation, lemma):
    assert unit_abbreviations()[abbreviation].lemma == lemma


def measured(name: str, low: int, high: int, bound: str = "exact") -> Draft:
    return Draft(0, 1, None, Fraction(low), Fraction(high), bound, "measure", None, name, name)


@pytest.mark.parametrize(("written", "safe"), [(None, True), (1834, True), (1700, False)])
def test_no_factor_before_its_time(written, safe):
    si = value(measured("пуд", 2, 2), written)["si"]
    basis = "1 пуд = 16.3804964 kg (pound of 1747, ukase of 1835, statute of 1899)"
    assert si == ({"value": 32.761, "unit": "kg", "basis": basis} if safe else None)


@pytest.mark.parametrize(("written", "safe"), [(1900, True), (1930, False), (1800, False)])
def test_no_factor_after_its_time(written, safe):
    assert (value(measured("драхма", 3, 3), written)["si"] is not None) == safe


def test_a_range_converts_to_a_pair():
    assert value(measured("аршин", 2, 3, "range"), None)["si"]["value"] == [1.4224, 2.1336]
