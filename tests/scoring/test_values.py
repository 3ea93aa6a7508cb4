from __future__ import annotations

from typing import Any

import pytest

from letopis.scoring.folding import fold
from letopis.scoring.values import granularity, interval_overlap, quantity_parts, same_date, same_figure, same_quantity


def day(edtf: str | None, earliest: str | None, latest: str | None) -> dict[str, Any]:
    return {"edtf": edtf, "earliest": earliest, "latest": latest}


YEAR = day("1920", "1920-01-01", "1920-12-31")


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (YEAR, YEAR, True),
        (YEAR, day("1920-01/1920-12", "1920-01-01", "1920-12-31"), True),
        (YEAR, day("1920", None, None), True),
        (YEAR, day("1921", "1921-01-01", "1921-12-31"), False),
        (YEAR, {}, False),
        (day(None, None, None), day(None, None, None), True),
        (day(None, None, None), YEAR, False),
    ],
)
def test_same_date(gold: dict[str, Any], found: dict[str, Any], same: bool) -> None:
    assert same_date(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "share"),
    [
        (YEAR, YEAR, 1.0),
        (YEAR, day("1920-03", "1920-03-01", "1920-03-31"), 31 / 366),
        (YEAR, day("1921", "1921-01-01", "1921-12-31"), 0.0),
        (YEAR, day("1920/..", "1920-01-01", None), 0.0),
        (day("-0479", "-0479-01-01", "-0479-12-31"), day("-0479-01", "-0479-01-01", "-0479-01-31"), 31 / 365),
    ],
)
def test_interval_overlap(gold: dict[str, Any], found: dict[str, Any], share: float) -> None:
    assert interval_overlap(gold, found) == pytest.approx(share)
    assert interval_overlap(found, gold) == pytest.approx(share)


RIFLES = {"type": "count", "low": 39000, "high": 39000, "bound": "exact", "unit": None, "item": "винтовка"}


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, set()),
        ({"low": 39000.0}, set()),
        ({"low": 39, "high": 39}, {"number"}),
        ({"bound": "at_least"}, {"bound"}),
        ({"unit": "пуд"}, {"unit"}),
        ({"item": "винтовки"}, {"item"}),
        ({"item": "Винтовка"}, set()),
    ],
)
def test_quantity_parts(changed: dict[str, Any], wrong: set[str]) -> None:
    found = {**RIFLES, **changed}
    assert {part for part, right in quantity_parts(RIFLES, found).items() if not right} == wrong
    assert same_quantity(RIFLES, found) is (not wrong)
    assert same_figure(RIFLES, found) is (not wrong & {"number", "bound"})


def test_same_quantity_asks_for_the_type() -> None:
    assert not same_quantity(RIFLES, {**RIFLES, "type": "money"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Пётр", "Петр"),
        ("мѣсто", "место"),
        ("Ѳедоръ", "Федор"),
        ("«Живой»", '"живой"'),
        ("два \n слова", "два слова"),
        (None, ""),
    ],
)
def test_fold_makes_one_word(one: str | None, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Москва", "Москвы"), ("съезд", "сезд")])
def test_fold_keeps_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("earliest", "latest", "name"),
    [
        ("1920-02-03", "1920-02-03", "day"),
        ("1920-02-01", "1920-02-29", "month"),
        ("1920-06-01", "1920-08-31", "season"),
        ("1920-01-01", "1920-12-31", "year"),
        ("1920-01-01", "1929-12-31", "decade"),
        ("1801-01-01", "1900-12-31", "century"),
        ("-0200-01-01", "0200-12-31", "age"),
        ("1920-01-01", None, "open"),
        (None, None, None),
    ],
)
def test_granularity(earliest: str | None, latest: str | None, name: str | None) -> None:
    assert granularity({"earliest": earliest, "latest": latest}) == name
