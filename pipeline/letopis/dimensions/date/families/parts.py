"""Parts of a period: beginning, middle, end, halves, thirds, quarters, and the verge of two."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.calendars import days_in
from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import Century, Date, Decade, Expression, Feast, Month, Part, Range, Week, Year
from letopis.dimensions.date.families.ellipsis import completed
from letopis.dimensions.date.families.years import whole
from letopis.dimensions.date.lexicon import fold

_THIRD = {"begin": 0, "middle": 1, "end": 2}
_COUNTS = {"half": 2, "third": 3, "fourth": 4}
_DAY = frozenset({"день", "дня", "дню", "днем", "дне"})
_PART = "(?P<part><begin|middle|end>)"
_FRACTION = "(?:(?P<last><last-ordinal>)|(?P<n><ordinal|roman>)) (?P<size><half|third|fourth>)"
_OF = (
    "(?:<relative> <same>? (?=<a-year|year-number>))?"
    " (?P<of><a-year|a-month|a-season|a-decade|a-century|a-span|a-relative-week|a-feast>)"
)
_BARE = (
    "(?:(?P<number><year-number>)|(?P<decade><decade-number>)(?!<day-word|years-word>)|(?P<year><year-word&!years-word>)|(?P<month><month-word>)"
    "|(?P<century><century-word>)|(?P<week><week-word>)|(?P<roman><roman>)(?=<dash|until|through|and><a-span|a-century>))"
)


def _of(found: Found) -> Expression | None:
    """What the part is of: a date read, a bare number, or `года`, `месяца`, `века` of the anchor."""
    date = found.date("of")
    if date is not None:
        return None if isinstance(date, Feast) else date
    if "number" in found:
        return whole(found.value("number", "year-number"))
    if "decade" in found:
        number = found.value("decade", "decade-number")
        return Decade(number % 100, start=number if number >= 100 else None)
    if "roman" in found:
        return Century(found.value("roman", "roman"))
    return _of_anchor(found)


def _of_anchor(found: Found) -> Expression | None:
    for group, meant in (
        ("year", Date(Year(offset=0))),
        ("month", Date(None, Month(0))),
        ("century", Century(offset=0)),
        ("week", Week(0)),
    ):
        node = found.node(group)
        if node is not None:
            form = fold(found.doc[node.start].text)
            singular = form in {"год", "года", "году", "годе", "месяца", "месяце", "века", "столетия", "недели"}
            return meant if singular else None
    return None


def _third(found: Found) -> Expression | None:
    node, of = found.node("part"), _of(found)
    if node is None or of is None:
        return None
    index = next(index for name, index in _THIRD.items() if name in node.classes)
    return Part(index, 3, of)


def _fraction(found: Found) -> Expression | None:
    size, of = found.node("size"), _of(found)
    if size is None or of is None:
        return None
    count = next(count for name, count in _COUNTS.items() if name in size.classes)
    number = -1 if "last" in found else found.value("n", "ordinal", "roman") - 1
    return Part(number, count, of) if number < count else None


def _half(found: Found) -> Expression | None:
    """`в половине мая` is the middle of May."""
    of = _of(found)
    return None if of is None else Part(1, 3, of)


def _months(found: Found) -> Expression | None:
    of = found.date("of")
    if of is None or not ("last" in found or found.value("n", "ordinal") == 1):
        return None
    return Part(-1 if "last" in found else 0, 3, of)


def _so_many_months(found: Found) -> Expression | None:
    """`первые три месяца 1905 г.`"""
    of, count = found.date("of"), found.value("count", "cardinal")
    if not isinstance(of, Date) or of.year is None or of.month is not None or not 2 <= count <= 11:
        return None
    if "last" in found:
        return Range(replace(of, month=13 - int(count)), replace(of, month=12))
    return Range(replace(of, month=1), replace(of, month=int(count))) if found.value("n", "ordinal") == 1 else None


def _day_of_year(found: Found) -> Expression | None:
    """`последний день 1799 года`, `первый день года`, `последний день мая 1812 года`."""
    noun, of = found.node("day"), _of(found)
    if noun is None or not isinstance(of, Date) or of.year is None or of.day is not None:
        return None
    if fold(found.doc[noun.start].text) not in _DAY or isinstance(of.month, Month):
        return None
    if "last" in found:
        month = of.month or 12
        return replace(of, month=month, day=days_in(of.year.number or 1, month))
    number = found.value("n", "ordinal")
    return replace(of, month=of.month or 1, day=number) if 1 <= number <= 31 else None


def _verge(found: Found) -> Expression | None:
    second, first = found.date("b"), found.node("a")
    if first is None:
        return Range(Part(-1, 3, second.first), Part(0, 3, second.last)) if isinstance(second, Range) else None
    if second is None:
        return None
    earlier = completed(first, second)
    return None if earlier is None else Range(Part(-1, 3, earlier), Part(0, 3, second))


PARTS = Layer(
    Step("third of a period", f"{_PART} <same>? (?:{_OF}|{_BARE})", "a-span", _third),
    Step("half, third or quarter of a period", f"{_FRACTION} (?:{_OF}|{_BARE})", "a-span", _fraction),
    Step("middle of a period", f"(?<!<ordinal|last-ordinal|roman>) <half> {_OF}", "a-span", _half),
    Step(
        "first or last months of a year",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <month-word> (?P<of><a-year>)",
        "a-span",
        _months,
    ),
    Step(
        "first or last so many months of a year",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) (?P<count><cardinal>) <month-word> (?P<of><a-year>)",
        "a-span",
        _so_many_months,
    ),
    Step(
        "day at the start or end of a year or month",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) (?P<day><day-word>)"
        " (?:(?P<of><a-year|a-month>)|(?P<number><year-number>)|(?P<year><year-word&!years-word>))",
        "a-day",
        _day_of_year,
    ),
    Step(
        "verge of two periods",
        "<verge> (?P<a><roman|ordinal|year-number|decade-number|a-year|a-decade|a-century>) <dash|and>"
        " (?P<b><a-century|a-year|a-decade>)",
        "a-span",
        _verge,
    ),
)
