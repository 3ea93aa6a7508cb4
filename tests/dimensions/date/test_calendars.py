"""Calendar arithmetic against independent ones: `datetime`, `convertdate`, `dateutil`."""

from __future__ import annotations

import datetime

import pytest
from convertdate import julian as other
from dateutil.easter import EASTER_JULIAN
from dateutil.easter import easter as other_easter

from letopis.dimensions.date.calendars import (
    convert,
    days_in,
    easter,
    exists,
    from_number,
    is_leap,
    republican,
    shift,
    shift_month,
    to_number,
    weekday,
)

ORDINAL_TO_NUMBER = 1721425


def test_calendars_every_gregorian_day_from_1_to_2100() -> None:
    day = datetime.date(1, 1, 1)
    last = datetime.date(2100, 12, 31).toordinal()
    for ordinal in range(1, last + 1):
        day = datetime.date.fromordinal(ordinal)
        parts = (day.year, day.month, day.day)
        assert to_number(parts) == ordinal + ORDINAL_TO_NUMBER
        assert from_number(ordinal + ORDINAL_TO_NUMBER) == parts


def test_calendars_every_julian_day_from_1_to_2100() -> None:
    number = to_number((1, 1, 1), "julian")
    for year in range(1, 2101):
        for month in range(1, 13):
            assert number == int(other.to_jd(year, month, 1) + 0.5)
            for day in range(1, days_in(year, month, "julian") + 1):
                assert to_number((year, month, day), "julian") == number
                assert from_number(number, "julian") == (year, month, day)
                number += 1


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((988, 7, 15), (988, 7, 20)),
        ((1480, 11, 11), (1480, 11, 20)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 28), (1700, 3, 10)),
        ((1700, 2, 29), (1700, 3, 11)),
        ((1700, 3, 1), (1700, 3, 12)),
        ((1800, 2, 29), (1800, 3, 12)),
        ((1812, 8, 26), (1812, 9, 7)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((-44, 3, 15), (-44, 3, 13)),
    ],
)
def test_calendars_convert(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert convert(julian, "julian", "gregorian") == gregorian
    assert convert(gregorian, "gregorian", "julian") == julian


def test_calendars_easter() -> None:
    for year in range(326, 2101):
        found = other_easter(year, EASTER_JULIAN)
        assert easter(year) == (found.year, found.month, found.day)


@pytest.mark.parametrize(
    ("day", "month", "year", "gregorian"),
    [(18, 2, 8, (1799, 11, 9)), (9, 11, 2, (1794, 7, 27)), (1, 1, 1, (1792, 9, 22)), (31, 1, 1, None), (1, 1, 0, None)],
)
def test_calendars_republican(day: int, month: int, year: int, gregorian: tuple[int, int, int] | None) -> None:
    assert republican(day, month, year) == gregorian


def test_calendars_leap_years() -> None:
    assert [is_leap(year) for year in (1600, 1700, 1704, 1900, 2000, 0, -4)] == [
        True,
        False,
        True,
        False,
        True,
        True,
        True,
    ]
    assert is_leap(1700, "julian")
    assert not exists((1900, 2, 29))
    assert exists((1900, 2, 29), "julian")


def test_calendars_shift() -> None:
    assert shift((1812, 12, 31), 1) == (1813, 1, 1)
    assert shift((1900, 2, 28), 1, "julian") == (1900, 2, 29)
    assert shift_month(1812, 1, -1) == (1811, 12)
    assert shift_month(0, 1, -1) == (-1, 12)
    assert weekday((1812, 9, 7)) == weekday((1812, 8, 26), "julian") == 0
