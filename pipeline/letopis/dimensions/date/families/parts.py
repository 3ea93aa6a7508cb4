"""Parts of a period: beginning, middle, end, halves, thirds, quarters, and the verge of two."""

from __future__ import annotations

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import Century, Date, Decade, Expression, Feast, Month, Part, Range, Week, Year
from letopis.dimensions.date.families.ellipsis import completed
from letopis.dimensions.date.families.years import whole
from letopis.dimensions.date.lexicon import fold

_THIRD = {"begin": 0, "middle": 1, "end": 2}
_COUNTS = {"half": 2, "third": 3, "fourth": 4}
_PART = "(?P<part><begin|middle|end>)"
_FRACTION = "(?:(?P<last><last-ordinal>)|(?P<n><ordinal|roman>)) (?P<size><half|third|fourth>)"
_OF = "(?P<of><a-year|a-month|a-season|a-decade|a-century|a-span|a-relative-week|a-feast>)"
_BARE = (
    "(?:(?P<number><year-number>)|(?P<decade><decade-number>)(?!<day-word|years-word>)|(?P<year><year-word&!years-word>)|(?P<month><month-word>)"
    "|(?P<century><century-word>)|(?P<week><week-word>)|(?P<roman><roman>)(?=<dash><a-span|a-century>))"
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


def _verge(found: Found) -> Expression | None:
    second, first = found.date("b"), found.node("a")
    if first is None:
        return Range(Part(-1, 3, second.first), Part(0, 3, second.last)) if isinstance(second, Range) else None
    if second is None:
        return None
    earlier = completed(first, second)
    return None if earlier is None else Range(Part(-1, 3, earlier), Part(0, 3, second))


PARTS = Layer(
    Step("third of a period", f"{_PART} (?:{_OF}|{_BARE})", "a-span", _third),
    Step("half, third or quarter of a period", f"{_FRACTION} (?:{_OF}|{_BARE})", "a-span", _fraction),
    Step("middle of a period", f"(?<!<ordinal|last-ordinal|roman>) <half> {_OF}", "a-span", _half),
    Step(
        "first or last months of a year",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <month-word> (?P<of><a-year>)",
        "a-span",
        _months,
    ),
    Step(
        "verge of two periods",
        "<verge> (?P<a><roman|ordinal|year-number|decade-number|a-year|a-decade|a-century>) <dash|and>"
        " (?P<b><a-century|a-year|a-decade>)",
        "a-span",
        _verge,
    ),
)
