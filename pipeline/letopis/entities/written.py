"""The day a document is known to be written, as an anchor."""

from __future__ import annotations

import re
from dataclasses import replace

from letopis.dimensions.context import Context
from letopis.dimensions.date.calendars import convert, exists
from letopis.dimensions.date.terms import Period, Term

_TERM = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


def written_period(about: Context) -> Period | None:
    """The period of `reference_date`, else of `written`; `None` where neither says one.

    Both are Gregorian; in a Julian document their days are counted as Julian ones.
    """
    said = about.reference_date or about.written
    if not said:
        return None
    first, _, last = said.strip().partition("/")
    start, end = _term(first), _term(last or first)
    if start is None and end is None:
        return None
    period = Period(start or end, end or start)
    return _julian(period) if about.calendar == "julian" else period


def _term(said: str) -> Term | None:
    found = _TERM.fullmatch(said.strip())
    if not found:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    term = Term(year, int(month) if month else None, int(day) if day else None)
    if term.month and not 1 <= term.month <= 12:
        return Term(year)
    return term if not day or exists((year, int(month), int(day))) else Term(year, term.month)


def _julian(period: Period) -> Period:
    def julian(term: Term | None) -> Term | None:
        if term is None or not term.day or not term.month:
            return term
        return Term(*convert((term.year, term.month, term.day), "gregorian", "julian"))

    return replace(period, start=julian(period.start), end=julian(period.end))
