"""Years, months, days, seasons, decades, centuries, feasts."""

from __future__ import annotations

from dataclasses import replace

from letopis.dimensions.date import calendars, feasts
from letopis.dimensions.date.anchor import Anchor, carried
from letopis.dimensions.date.creation import creation_year, in_full, of_creation, whole_creation_year
from letopis.dimensions.date.expressions import (
    Century,
    Date,
    Decade,
    Feast,
    Millennium,
    Month,
    MonthNear,
    Republican,
    Season,
)
from letopis.dimensions.date.meaning.dispatch import evaluate, numbered
from letopis.dimensions.date.terms import Calendar, Period, Term, checked, single, years


@evaluate.register
def _date(date: Date, anchor: Anchor | None = None) -> Period | None:
    year = date.year
    if year and year.creation:
        return of_creation(date, year)
    full = in_full(year, anchor)
    if full is not None:
        return of_creation(replace(date, year=full), full)
    if isinstance(date.month, Month):
        return _of_month(date.month, date.day, anchor)
    number = numbered(year, anchor, date.month)
    if number is None:
        return None
    if year is None and anchor is not None and anchor.creation:
        number += _goes_on(date, anchor)
    if date.month is None:
        relative = year is None or year.offset is not None
        if relative and anchor and anchor.creation and year and year.offset == 0 and anchor.period.start:
            return whole_creation_year(anchor)
        return single(Term(number))
    inherited: Calendar = "unspecified"
    if anchor and anchor.creation and (year is None or year.offset is not None):
        inherited = "byzantine"
    return checked(
        Term(number, date.month, date.day),
        inherited,
        anchor.period.style if anchor and inherited == "byzantine" else None,
    )


def _goes_on(date: Date, anchor: Anchor) -> bool:
    """Whether a chronicle has gone on into January: `февраля в 5 день` after a day of September."""
    term = anchor.term
    if not anchor.period.single or term is None or not isinstance(date.month, int):
        return False
    if not term.month and not term.season:
        return False
    _, month, day = term.first()
    return (date.month, date.day or 31) < (month, day)


def _of_month(month: Month, day: int | None, anchor: Anchor | None) -> Period | None:
    term = anchor.term if anchor else None
    if anchor is None or term is None or not term.month:
        return None
    year, number = calendars.shift_month(term.year, term.month, month.offset)
    return checked(Term(year, number, day), carried(anchor) if day else "unspecified")


@evaluate.register
def _season(season: Season, anchor: Anchor | None = None) -> Period | None:
    if season.offset is not None:
        if anchor is None or anchor.year is None:
            return None
        if anchor.creation and not anchor.period.single:
            return _season_of_creation(season.number, whole_creation_year(anchor), season.offset)
        return _of_chronicle(nearest(Term(0, season=season.number), season.offset, anchor), anchor)
    full = in_full(season.year, anchor) or season.year
    if full is not None and full.creation:
        return _season_of_creation(season.number, creation_year(full))
    if full is None and anchor is not None and anchor.creation:
        if anchor.period.single:
            return _of_chronicle(nearest(Term(0, season=season.number), 0, anchor), anchor)
        return _season_of_creation(season.number, whole_creation_year(anchor))
    year = numbered(season.year, anchor)
    return None if year is None else single(Term(year, season=season.number))


def _of_chronicle(term: Term, anchor: Anchor) -> Period:
    """The term, which the days that follow it in a chronicle are still counted from the Creation by."""
    return Period(term, term, "byzantine", anchor.period.style) if anchor.creation else single(term)


def _season_of_creation(number: int, whole: Period | None, offset: int = 0) -> Period | None:
    """The season in a year from the Creation, or so many years from that; whole months, which no calendar shifts."""
    if whole is None or whole.start is None or whole.end is None:
        return None
    begins = Term(whole.start.year, season=number)
    term = begins if begins.first() >= whole.start.first() else Term(whole.end.year, season=number)
    term = replace(term, year=term.year + offset)
    return Period(term, term, "byzantine", whole.style)


_WINTER = 24
_SPRING = range(3, 6)
"""Months in which `нынешней зимой` is the winter just over."""


def nearest(named: Term, offset: int, anchor: Anchor) -> Term:
    """The season or month of this name before, in or after the anchor; the winter of January began the year before."""
    term = anchor.term
    assert term is not None
    if not term.month and not term.season:
        return replace(named, year=term.year + offset)
    candidates = [replace(named, year=term.year + step) for step in (-3, -2, -1, 0, 1, 2)]
    first, last = term.first(), term.last()
    if offset < 0:
        return [one for one in candidates if one.last() < first][offset]
    if offset > 0:
        return [one for one in candidates if one.first() > last][offset - 1]
    within = [one for one in candidates if one.first() <= last and one.last() >= first]
    if within:
        return within[0]
    if anchor.creation:
        return next(one for one in candidates if one.first() > last)
    just_over = named.season == _WINTER and (term.month or 0) in _SPRING
    return replace(named, year=term.year - just_over)


@evaluate.register
def _month_near(month: MonthNear, anchor: Anchor | None = None) -> Period | None:
    if anchor is None or anchor.year is None:
        return None
    term = nearest(Term(0, month.month), month.offset, anchor)
    whole = anchor.term
    if month.offset == -1 and whole is not None and not whole.month and not whole.season:
        term = replace(term, year=whole.year)
    return checked(replace(term, day=month.day), carried(anchor) if anchor.creation else "unspecified")


@evaluate.register
def _decade(decade: Decade, anchor: Anchor | None = None) -> Period | None:
    if decade.start is not None:
        return single(Term(decade.start, decade=True))
    if decade.century is None:
        start = anchor.in_century(decade.tens) if anchor else None
        return None if start is None else single(Term(start, decade=True))
    century = evaluate(decade.century, anchor)
    if century is None or century.start is None:
        return None
    if century.start.year <= 0:
        return years(century.start.year + 99 - decade.tens - 8, century.start.year + 100 - decade.tens)
    return single(Term(century.start.year - 1 + decade.tens, decade=True))


@evaluate.register
def _century(century: Century, anchor: Anchor | None = None) -> Period | None:
    number = century.number
    if number is None:
        near = (anchor.age if anchor.year is None else anchor.year) if anchor else None
        if near is None:
            return None
        number = (near - 1) // 100 + 1 + (century.offset or 0)
    if number < 0:
        return years(number * 100 + 1, number * 100 + 100)
    return years(number * 100 - 99, number * 100)


@evaluate.register
def _millennium(millennium: Millennium, anchor: Anchor | None = None) -> Period | None:
    number = millennium.number
    if number < 0:
        return years(number * 1000 + 1, number * 1000 + 1000)
    return years(number * 1000 - 999, number * 1000)


@evaluate.register
def _feast(feast: Feast, anchor: Anchor | None = None) -> Period | None:
    names = feasts.either(feast.name)
    if len(names) > 1:
        return _nearest_feast([replace(feast, name=name) for name in names], anchor)
    full = in_full(feast.year, anchor)
    feast = feast if full is None else replace(feast, year=full)
    year = numbered(feast.year, anchor)
    if feast.year and feast.year.creation and feast.year.number is not None:
        year = _year_within(feast, creation_year(feast.year))
    elif feast.year is None and anchor and anchor.creation:
        whole = whole_creation_year(anchor)
        year = None if whole is None else _year_within(feast, whole)
    if year is None:
        return None
    bounds = feasts.bounds(feast.name, year, feast.add, feast.length)
    if bounds is None:
        return None
    calendar: Calendar = "unspecified" if feasts.is_civil(feast.name) else "julian"
    if feast.year and feast.year.creation:
        calendar = "byzantine"
    return Period(Term(*bounds[0]), Term(*bounds[1]), calendar)


def _nearest_feast(options: list[Feast], anchor: Anchor | None) -> Period | None:
    """The one of two feasts of a name that is nearer to the anchor's day: `к Николину дню`."""
    term = anchor.term if anchor else None
    if anchor is None or term is None or not term.month or options[0].year is not None or anchor.creation:
        return None
    near = calendars.to_number(term.first())
    found = [
        period
        for option in options
        for bias in (-1, 0, 1)
        if (period := evaluate(option, replace(anchor, bias=bias))) is not None
    ]
    return min(found, key=lambda one: abs(_first_day(one) - near), default=None)


def _first_day(period: Period) -> int:
    assert period.start is not None
    return calendars.to_number(period.start.first())


def _year_within(feast: Feast, whole: Period) -> int | None:
    """The year AD in which the feast falls within a year from the Creation."""
    assert whole.start and whole.end
    for number in (whole.start.year, whole.end.year):
        bounds = feasts.bounds(feast.name, number, feast.add, feast.length)
        if bounds and whole.start.first() <= bounds[0] <= whole.end.last("julian"):
            return number
    return None


@evaluate.register
def _republican(date: Republican, anchor: Anchor | None = None) -> Period | None:
    if date.year is None:
        return None
    first = calendars.republican(date.day or 1, date.month, date.year)
    last = calendars.republican(date.day or 30, date.month, date.year)
    return Period(Term(*first), Term(*last), "gregorian") if first and last else None
