"""What a date says before anything anchors it: a small tree that `evaluate` turns into a period.

`deictic` expressions are counted from the moment of writing (`вчера`, `прошлого года`), others from the date
that the text spoke of last (`накануне`, `того же года`). A missing year or month is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from letopis.dimensions.date.terms import Style


class Expression:
    """Any node of the tree."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Year(Expression):
    """A year: its number, or its last two digits (`short`), or so many years from the anchor's."""

    number: int | None = None
    short: int | None = None
    offset: int | None = None
    deictic: bool = False
    creation: bool = False
    """Counted from the Creation, 5508 years earlier."""
    style: Style = "september"
    stated: int | None = None
    """The year AD that the text gives beside the year from the Creation."""
    indiction: int | None = None
    """The year of the indiction that the text gives beside it."""


@dataclass(frozen=True, slots=True)
class Month(Expression):
    """So many months from the anchor's month."""

    offset: int
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Date(Expression):
    """A year, a month of a year, or a day of a month."""

    year: Year | None = None
    month: int | Month | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Season(Expression):
    """A season (21 to 24) of a year, or the one so many years off the anchor's."""

    number: int
    year: Year | None = None
    offset: int | None = None
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class MonthNear(Expression):
    """The month of this name before, in or after the anchor (`сего мая`, `прошлого апреля`), or a day of it."""

    month: int
    offset: int
    deictic: bool = False
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Decade(Expression):
    """The decade of a year, or of the tens of a century; `century` may be missing."""

    tens: int
    century: Century | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Century(Expression):
    """A century by its number, BC negative, or so many centuries from the anchor's."""

    number: int | None = None
    offset: int | None = None
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Millennium(Expression):
    """A millennium by its number, BC negative."""

    number: int


@dataclass(frozen=True, slots=True)
class Shift(Expression):
    """So many units later (earlier where negative) than the anchor; `count` `None` where the text is vague."""

    halves: int | None
    """The count doubled, so that halves stay whole."""
    unit: str
    deictic: bool = False
    approximate: bool = False
    event: bool = False
    """Counted from the event that follows: `через 25 лет после приговора`."""


@dataclass(frozen=True, slots=True)
class DayFrom(Expression):
    """So many days from the anchor's day; `strict` where a coarser anchor makes it no date at all."""

    offset: int
    deictic: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Week(Expression):
    """The week so many weeks from the anchor's, Monday to Sunday."""

    offset: int
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Quarter(Expression):
    """The quarter of a year so many quarters from the anchor's."""

    offset: int
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Weekday(Expression):
    """A day of the week (0 is Monday): the nearest before or after the anchor, or (`in_week`) of the week so many weeks
    from the anchor's."""

    number: int
    offset: int | None = None
    deictic: bool = False
    in_week: bool = False


@dataclass(frozen=True, slots=True)
class Feast(Expression):
    """A day or season of the church year; `add` days later; `length` in days where it lasts."""

    name: str
    year: Year | None = None
    add: int = 0
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Republican(Expression):
    """A day or month of the French Republic."""

    month: int
    year: int | None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Part(Expression):
    """Part `index` (from 0; negative from the end) of `count` equal parts."""

    index: int
    count: int
    of: Expression


@dataclass(frozen=True, slots=True)
class Range(Expression):
    """From one date to another; what one lacks the other gives."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class After(Expression):
    """Open to the right; closed by the end of `within` where that is given."""

    date: Expression
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Before(Expression):
    """Open to the left; closed by the start of `within` where that is given."""

    date: Expression
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Qualified(Expression):
    """Approximate (`~`), uncertain (`?`) or both (`%`)."""

    date: Expression
    qualifier: str


@dataclass(frozen=True, slots=True)
class Double(Expression):
    """One day in both calendars."""

    julian: Expression
    gregorian: Expression


@dataclass(frozen=True, slots=True)
class Styled(Expression):
    """A date whose calendar the text names."""

    date: Expression
    calendar: str


_CLASSES = {one.__name__: one for one in Expression.__subclasses__()}


def pack(expression: Any) -> Any:
    """The tree as nested lists, fit for `doc.user_data` and for spaCy's DocBin."""
    if isinstance(expression, Expression):
        name = type(expression).__name__
        return [name, *(pack(getattr(expression, one.name)) for one in fields(expression))]  # type: ignore[arg-type]
    return expression


def unpack(packed: Any) -> Any:
    """The inverse of `pack`."""
    if isinstance(packed, list | tuple):
        name, *values = packed
        return _CLASSES[name](*(unpack(value) for value in values))
    return packed


def leaves(expression: Expression) -> list[Expression]:
    """The tree's parts that are no composition of others, left to right."""
    inner = [getattr(expression, one.name) for one in fields(expression)]  # type: ignore[arg-type]
    composite = isinstance(expression, Part | Range | After | Before | Qualified | Double | Styled)
    if not composite:
        return [expression]
    return [leaf for part in inner if isinstance(part, Expression) for leaf in leaves(part)]
