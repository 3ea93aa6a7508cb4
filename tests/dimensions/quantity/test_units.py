"""The units' data: classes complete, factors agreeing with pint and with the statutes' ratios."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest

from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import paradigm, unit_abbreviations, unit_forms, units
from letopis.dimensions.quantity.value import value

REGISTRY = pint.UnitRegistry()
KNOWN_TO_PINT = {
    "фут": "foot",
    "дюйм": "inch",
    "ярд": "yard",
    "километр": "kilometer",
    "сантиметр": "centimeter",
    "миллиметр": "millimeter",
    "гектар": "hectare",
    "килограмм": "kilogram",
    "тонна": "metric_ton",
    "литр": "liter",
    "гектолитр": "hectoliter",
    "кубометр": "meter**3",
}


@pytest.mark.parametrize(("lemma", "name"), KNOWN_TO_PINT.items())
def test_factors_agree_with_pint(lemma, name):
    unit = units()[lemma]
    assert REGISTRY.Quantity(1, name).to(unit.si_unit.replace("m2", "m**2")).magnitude == pytest.approx(float(unit.si))


@pytest.mark.parametrize(
    ("larger", "times", "smaller"),
    [
        ("верста", 500, "сажень"),
        ("сажень", 3, "аршин"),
        ("аршин", 16, "вершок"),
        ("сажень", 7, "фут"),
        ("фут", 12, "дюйм"),
        ("берковец", 10, "пуд"),
        ("пуд", 40, "фунт"),
        ("фунт", 32, "лот"),
        ("фунт", 96, "золотник"),
        ("золотник", 96, "доля"),
        ("четверть", 8, "четверик"),
        ("четверик", 8, "гарнец"),
        ("ведро", 10, "штоф"),
        ("рубль", 100, "копейка"),
        ("алтын", 6, "деньга"),
        ("рубль", 200, "деньга"),
    ],
)
def test_ratios_are_those_of_the_statutes(larger, times, smaller):
    assert units()[smaller].within[larger] == times


def test_a_desyatina_is_2400_square_sazhens():
    assert float(units()["десятина"].si) == pytest.approx(2400 * float(units()["сажень"].si) ** 2)


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


@pytest.mark.parametrize(("written", "safe"), [(None, True), (1834, True), (1700, False)])
def test_no_factor_before_its_time(written, safe):
    pud = units()["пуд"]
    draft = Draft(0, 1, None, Fraction(2), Fraction(2), "exact", "measure", pud, "пуд")
    si = value(draft, written)["si"]
    expected = {"value": 32.761, "unit": "kg", "basis": "1 пуд = 16.3804964 kg"}
    assert si == (expected if safe else None)


def test_a_range_converts_to_a_pair():
    draft = Draft(0, 1, None, Fraction(2), Fraction(3), "range", "measure", units()["аршин"], "аршин")
    assert value(draft, None)["si"]["value"] == [1.4224, 2.1336]
