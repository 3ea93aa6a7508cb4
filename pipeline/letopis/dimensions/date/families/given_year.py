"""What the rules for days, months and feasts share: the year given after or before, and its patterns."""

from __future__ import annotations

from letopis.dimensions.date.cascade import Found
from letopis.dimensions.date.expressions import Date, Year
from letopis.dimensions.date.lexicon import fold

YEAR = "(?P<year><a-year>|<year-number>)"
OF_YEAR = "(?:(?:<new>|<relative> <same>?)? (?P<year><a-year>|<year-number>))"
"""`того же 1932 года`, `нового 1871 года` too."""
MONTH = "(?P<month><month|month-short>)"
_PLURAL = frozenset(
    {"числах", "числам", "числами", "чисел", "днях", "дням", "днями", "дней", "дни", "первые", "последние"}
)


def year_in(found: Found, group: str = "year") -> Year | None:
    """The year of a group: a date already read, or a bare number."""
    date = found.date(group)
    if isinstance(date, Date):
        return date.year
    number = found.value(group, "year-number", "year-ordinal")
    return None if number is None else Year(number)


def no_year(found: Found) -> bool:
    """Whether what stands for the year is no plain year."""
    return found.date("year") is not None and not isinstance(found.date("year"), Date)


def of_several_days(found: Found) -> bool:
    """Whether a word of the match is a plural of days: `в первых числах`."""
    return any(fold(found.doc[node.start].text) in _PLURAL for node in found.nodes)
