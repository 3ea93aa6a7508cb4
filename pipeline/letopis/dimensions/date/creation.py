"""Years from the Creation: when each begins, by its style, and whether the indiction beside it agrees."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.anchor import Anchor
from letopis.dimensions.date.expressions import Date, Year
from letopis.dimensions.date.terms import Period, Style, Term, checked

CREATION = 5508
"""How many years before AD 1 the world was created, by the Byzantine reckoning."""
_INDICTION = 15
_SEPTEMBER = 9
_BOUNDS: dict[Style, tuple[int, int, int]] = {"september": (-1, 9, 8), "march": (0, 3, 2), "ultra-march": (-1, 3, 2)}
"""Style → how the year AD in which the year begins differs from year less 5508, its first month, its last."""


def creation_year(year: Year) -> Period:
    """A whole year from the Creation in months of the Julian calendar."""
    assert year.number is not None
    first, start, last = _BOUNDS[year.style]
    begins = year.number - CREATION + first
    return Period(Term(begins, start), Term(begins + (start > last), last), "byzantine", year.style)


def whole_creation_year(anchor: Anchor) -> Period | None:
    """The September year that an anchor counted from the Creation lies in: `того же лета`."""
    if not anchor.period.single and anchor.period.start and anchor.period.end:
        return anchor.period
    term = anchor.term
    assert term is not None
    begins = term.year if (term.month or 1) >= _SEPTEMBER else term.year - 1
    return Period(Term(begins, 9), Term(begins + 1, 8), "byzantine", anchor.period.style)


def in_full(year: Year | None, anchor: Anchor | None) -> Year | None:
    """A year from the Creation said by its last two figures, near an anchor that is one: `92-м году` after 7093."""
    start = anchor.period.start if anchor and anchor.creation else None
    if year is None or year.short is None or start is None:
        return None
    near = start.year + CREATION + (1 if (start.month or 1) >= _SEPTEMBER else 0)
    number = near - near % 100 + year.short
    return replace(year, number=number if number <= near + 20 else number - 100, short=None, creation=True)


def of_creation(date: Date, year: Year) -> Period:
    """A year from the Creation, or a month or day of it; with a note where what stands beside it disagrees."""
    whole = creation_year(year)
    assert whole.start and whole.end
    if year.indiction is not None and year.number is not None and year.indiction != (year.number - 1) % _INDICTION + 1:
        note = (
            f"{year.number} from the Creation is indiction {(year.number - 1) % _INDICTION + 1}, not {year.indiction}"
        )
        return replace(whole, note=note)
    if isinstance(date.month, int):
        number = whole.start.year if date.month >= (whole.start.month or 1) else whole.end.year
        return replace(checked(Term(number, date.month, date.day), "byzantine"), style=year.style)
    if year.stated is not None and whole.start.year != year.stated != whole.end.year:
        note = f"{year.number} from the Creation is {whole.start.year} or {whole.end.year}, not {year.stated}"
        return replace(whole, note=note)
    return whole
