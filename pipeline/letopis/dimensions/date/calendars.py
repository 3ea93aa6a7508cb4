"""Days in the calendars of Russian sources, by Julian day numbers.

Years are astronomical: 1 BC is 0. Both the Julian and the Gregorian calendar are proleptic. The arithmetic is
Richards's (Explanatory Supplement to the Astronomical Almanac, 3rd ed., ch. 15), exact for negative years too.
"""

from __future__ import annotations

from typing import Literal

from convertdate import french_republican

Day = tuple[int, int, int]
System = Literal["gregorian", "julian"]

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int, system: System = "gregorian") -> bool:
    """Whether `year` has a 29 February."""
    return year % 4 == 0 and (system == "julian" or year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int, system: System = "gregorian") -> int:
    """The length of a month."""
    return 29 if month == 2 and is_leap(year, system) else _LENGTHS[month - 1]


def exists(day: Day, system: System = "gregorian") -> bool:
    """Whether the calendar has this day."""
    year, month, number = day
    return 1 <= month <= 12 and 1 <= number <= days_in(year, month, system)


def to_number(day: Day, system: System = "gregorian") -> int:
    """The Julian day number of a day."""
    year, month, number = day
    since = (14 - month) // 12
    years = year + 4800 - since
    months = month + 12 * since - 3
    count = number + (153 * months + 2) // 5 + 365 * years + years // 4
    return count - 32083 if system == "julian" else count - years // 100 + years // 400 - 32045


def from_number(number: int, system: System = "gregorian") -> Day:
    """The day of a Julian day number."""
    if system == "julian":
        centuries, rest = 0, number + 32082
    else:
        shifted = number + 32044
        centuries = (4 * shifted + 3) // 146097
        rest = shifted - 146097 * centuries // 4
    years = (4 * rest + 3) // 1461
    day_of_year = rest - 1461 * years // 4
    months = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * months + 2) // 5 + 1
    return (100 * centuries + years - 4800 + months // 10, months + 3 - 12 * (months // 10), day)


def convert(day: Day, of: System, to: System) -> Day:
    """The same day in the other calendar."""
    return from_number(to_number(day, of), to)


def shift(day: Day, days: int, system: System = "gregorian") -> Day:
    """The day so many days later."""
    return from_number(to_number(day, system) + days, system)


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many months later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def weekday(day: Day, system: System = "gregorian") -> int:
    """0 for Monday to 6 for Sunday."""
    return to_number(day, system) % 7


def easter(year: int) -> Day:
    """The Orthodox Easter of a year, as a Julian day (Meeus's Julian algorithm)."""
    lunar = (19 * (year % 19) + 15) % 30
    solar = (2 * (year % 4) + 4 * (year % 7) - lunar + 34) % 7
    month, day = divmod(lunar + solar + 114, 31)
    return (year, month, day + 1)


def republican(day: int, month: int, year: int) -> Day | None:
    """The Gregorian day of a day of the French Republic, in force 1792 to 1805 and 1871; `None` outside."""
    if not (1 <= year <= 80 and 1 <= month <= 13 and 1 <= day <= 30):
        return None
    found = french_republican.to_gregorian(year, month, day)
    return (int(found[0]), int(found[1]), int(found[2]))
