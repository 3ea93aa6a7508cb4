"""One day given in both calendars: do the two agree?"""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date.calendars import convert, exists
from letopis.dimensions.date.terms import Period, Term, iso_day


def agree(julian: Period | None, gregorian: Period | None) -> Period | None:
    """The Julian day or days, marked `both`; with a note where the Gregorian ones are others."""
    if julian is None or gregorian is None or not (julian.start and julian.end and gregorian.start and gregorian.end):
        return None
    found = replace(julian, calendar="both")
    pairs = ((julian.start, gregorian.start), (julian.end, gregorian.end))
    for old, new in pairs:
        wanted = _converted(old)
        if wanted is None:
            return replace(found, note=julian.note or f"there is no Julian day {old.edtf()}")
        if new.first() != wanted:
            return replace(
                found, note=f"{iso_day(old.first())} Julian is {iso_day(wanted)} Gregorian, not {new.edtf()}"
            )
    return replace(found, note=None)


def _converted(term: Term) -> tuple[int, int, int] | None:
    day = term.first()
    return convert(day, "julian", "gregorian") if term.day and exists(day, "julian") else None
