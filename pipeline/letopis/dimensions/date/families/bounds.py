"""Doubtful dates and open bounds: `около 1240 г.`, `1812 (?)`, `не ранее мая`, `до 1917 года`."""

from __future__ import annotations

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import After, Before, Expression, Qualified, Range, Shift
from letopis.dimensions.date.families.ellipsis import with_year_of
from letopis.dimensions.date.families.years import QUESTIONED, whole
from letopis.dimensions.date.nodes import Node
from letopis.dimensions.date.surroundings import token_after

_DATE = "(?P<date><date|year-number>)"


def _date(node: Node | None) -> Expression | None:
    if node is None:
        return None
    return whole(node["year-number"]) if node.date is None else node.date


def _approximate(found: Found) -> Expression | None:
    date, node = _date(found.node("date")), found.node("date")
    if date is None or node is None:
        return None
    if node.date is None and not _may_be_year(found, node):
        return None
    return Qualified(date, "~")


def _may_be_year(found: Found, node: Node) -> bool:
    """`около 1200` may well be a count: without `г.` only a short `ок.` or a figure that is not round says year."""
    short = found.doc[found.nodes[0].start].lower_ in {"ок", "прибл", "приблиз"}
    after = token_after(found.doc, node.end)
    closes = after is None or after.is_punct or after.pos_ == "ADP"
    return closes and (short or node["year-number"] % 100 != 0)


def _approximate_and_uncertain(found: Found) -> Expression | None:
    date = _date(found.node("date"))
    return None if date is None else Qualified(date, "%")


def _uncertain(found: Found) -> Expression | None:
    date = _date(found.node("date"))
    return None if date is None else Qualified(date, "?")


def _instrumental(found: Found) -> bool:
    """`с маем`, `с 1812 годом`: `с` is with, not since."""
    node = found.node("date")
    return node is not None and found.doc[node.end - 1].morph.get("Case", []) == ["Ins"]


def _since(found: Found) -> Expression | None:
    return None if _instrumental(found) else _after(found)


def _after(found: Found) -> Expression | None:
    date = _date(found.node("date"))
    if date is None or isinstance(date, Shift | After | Before):
        return None
    return After(date)


def _before(found: Found) -> Expression | None:
    date = _date(found.node("date"))
    if date is None or isinstance(date, Shift | After | Before):
        return None
    return Before(date)


def _within(found: Found) -> Expression | None:
    year, inner, bound = _date(found.node("year")), found.date("date"), found.node("bound")
    if year is None or inner is None or bound is None:
        return None
    dated = with_year_of(inner, year)
    opens = not bound.classes.isdisjoint({"not-before", "after", "from"})
    return After(dated, year) if opens else Before(dated, year)


def _closed(found: Found) -> Expression | None:
    first, last = found.date("a"), found.date("b")
    if isinstance(first, After) and isinstance(last, Before):
        return Range(with_year_of(first.date, last.date), last.date)
    return None


def _through(found: Found) -> Expression | None:
    """`по 1 мая`, `по май`, but not `по маю` or `по субботам`."""
    node = found.node("date")
    if node is None or "a-feast" in node.classes or found.doc[node.end - 1].morph.get("Case", []) == ["Dat"]:
        return None
    return _before(found)


QUALIFIED = Layer(
    Step(
        "approximate date", f"<about> <in|on>? {_DATE} (?!<dash><date|year-number|two-digits>)", "a-span", _approximate
    ),
    Step(
        "approximate date with a question mark",
        f"<about> {_DATE} (?:{QUESTIONED}|<question>)",
        "a-span",
        _approximate_and_uncertain,
    ),
    Step("uncertain date", f"<perhaps> <comma>? <in|on>? {_DATE}", "a-span", _uncertain),
    Step(
        "date with a question mark",
        f"(?P<date><date>) {QUESTIONED}",
        "a-span",
        _uncertain,
    ),
    Step(
        "year with a question mark",
        f"(?P<date><year-number>) (?:{QUESTIONED}|<question> (?=<close|close-square>))",
        "a-span",
        _uncertain,
    ),
)

BOUNDS = Layer(
    Step("since", f"<from> <very>? {_DATE}", "a-open-end", _since),
    Step("not before", f"<not-before> {_DATE}", "a-open-end", _after),
    Step("after", f"<after> <very>? {_DATE}", "a-open-end", _after),
    Step("until", f"<until> <very>? {_DATE}", "a-open-start", _before),
    Step("through", f"<through> {_DATE}", "a-open-start", _through),
    Step("not after", f"<not-after> {_DATE}", "a-open-start", _before),
    Step("before", f"<before> <very>? {_DATE}", "a-open-start", _before),
    Step(
        "bound within a year",
        "(?P<year><a-year>|<year-number>) <comma>? (?P<bound><not-before|after|not-after|until>)"
        " (?P<date><a-month|a-day|a-span>)",
        "a-span",
        _within,
    ),
)

CLOSED = Layer(
    Step(
        "not before — not after",
        "(?P<a><a-open-end>) (?:<dash>|<comma>? <and>?) (?P<b><a-open-start>)",
        "a-span",
        _closed,
    ),
)
