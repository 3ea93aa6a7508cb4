"""What relative and partial dates hang on, in document order, and what they come to.

Dates counted from the moment of writing (`вчера`, `прошлого года`) hang on the dateline or diary heading above
them, on a date the text calls now, or on the day the document is known to be written. Others (`накануне`,
`через год`, a day without a year) hang on the date that the main line of the text spoke of last; dates in
brackets, of documents cited and of looks back do not move that line.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from letopis.dimensions.context import context
from letopis.dimensions.date.expressions import Before, Date, DayFrom, Expression, leaves
from letopis.dimensions.date.meaning import Anchor, evaluate
from letopis.dimensions.date.reading import expression_of
from letopis.dimensions.date.surroundings import sentence
from letopis.dimensions.date.terms import Period
from letopis.dimensions.date.value import reasoning, value
from letopis.dimensions.mention import SPANS, key, mentions
from letopis.entities.directions import aimed, is_future, is_promised
from letopis.entities.governing import Told, candidates, counts_years, is_deictic, lacks_year, takes_only_year
from letopis.entities.roles import HEADS, Role, roles
from letopis.entities.timeline import Known, Timeline, within_a_year
from letopis.entities.written import written_period

_WHERE = {
    "dateline": "the dateline",
    "entry": "the heading",
    "heading": "the heading",
    "now": "the moment of writing",
}
_AHEAD = 50
"""How many years on in the story a year without its century may lie."""
_OPENING = 30
"""Tokens: how near its beginning a text may tell the day on which it is told."""
_NEAR_AHEAD = 20
_NEAR = 60
"""How many years a year without its thousand may be from the text's own."""
_SHORT_CREATION = range(1590, 1702)
"""When years from the Creation were said without their thousands."""


def resolve_dates(doc: Doc) -> None:
    """Give every date of `doc` that hangs on another its value; drop adverbs of days that nothing anchors."""
    dates = mentions(doc, "date")
    read = {date: expression for date in dates if (expression := expression_of(date)) is not None}
    known_roles = roles(doc, dates, read)
    timeline = _opening(doc, dates, read, known_roles)
    timeline.only = _only_year(dates, read)
    told: Told = []
    dropped = set()
    paragraph = 0
    for date in dates:
        expression, role = read.get(date), known_roles[date]
        if expression is None:
            continue
        if timeline.now and timeline.now.role in {"dateline", "entry"} and _new_paragraph(doc, paragraph, date.start):
            timeline.year = timeline.now
        paragraph = date.start
        period = _settle(date, role, expression, timeline, told)
        if period is None:
            period = _settle_ahead(date, expression, dates, read) or _settle_by_only(date, role, expression, timeline)
        if period is None:
            if any(isinstance(leaf, DayFrom) and leaf.strict for leaf in leaves(expression)):
                dropped.add(key(date))
            continue
        if role == "main" and timeline.now and (is_promised(date) or is_future(date)):
            role = "planned"
        stated = evaluate(expression, None) is not None or counts_years(expression)
        known = Known(period, key(date), role, date.text, stated)
        if role == "main" and timeline.now is None and is_deictic(expression):
            timeline.spoken = timeline.spoken or timeline.line
        elif role == "main":
            timeline.spoken = None
        if not told and role == "main" and period.single and period.start and period.start.day:
            timeline.opening = known if date.start < _OPENING else None
        told.append((date.start, known))
        _advance(timeline, known, expression)
    if dropped:
        doc.spans[SPANS] = [span for span in doc.spans[SPANS] if key(span) not in dropped]


def _opening(doc: Doc, dates: list[Span], read: dict[Span, Expression], known_roles: dict[Span, Role]) -> Timeline:
    """What governs before the first date: the day of writing known beside the text, or a dateline at its end."""
    about = context(doc)
    period = written_period(about)
    timeline = Timeline()
    if period is not None:
        timeline.now = Known(period, None, "now", about.reference_date or about.written or "")
    datelines = [date for date in dates if known_roles[date] in {"dateline", "entry"} and date in read]
    if len(datelines) == 1 and datelines[0].start > len(doc) // 2:
        settled = evaluate(read[datelines[0]], None)
        if settled is not None:
            timeline.start(Known(settled, key(datelines[0]), "dateline", datelines[0].text))
    return timeline


def _only_year(dates: list[Span], read: dict[Span, Expression]) -> Known | None:
    """The year of the text where every date that names one names the same."""
    found: dict[int, Known] = {}
    for date in dates:
        period = evaluate(read[date], None) if date in read else None
        year = Anchor(period).year if period is not None and within_a_year(period) else None
        if period is not None and year is not None:
            found.setdefault(year, Known(period, key(date), "main", date.text))
    return next(iter(found.values())) if len(found) == 1 else None


def _new_paragraph(doc: Doc, before: int, now: int) -> bool:
    return any("\n" in token.text for token in doc[before:now] if token.is_space)


def _settle(date: Span, role: Role, expression: Expression, timeline: Timeline, told: Told) -> Period | None:
    """The period of a date, with the anchor it needs; writes the value where an anchor gave it."""
    full = _with_thousand(expression, timeline.year)
    if full is not None:
        assert timeline.year is not None
        period = evaluate(full, None)
        if period is not None:
            _write(date, period, timeline.year, 0)
            return period
    period = evaluate(expression, None)
    if period is not None:
        return period
    return _settle_by(candidates(date, role, expression, timeline, told), date, role, expression, timeline)


def _settle_by_only(date: Span, role: Role, expression: Expression, timeline: Timeline) -> Period | None:
    only = timeline.only if takes_only_year(expression) else None
    return None if only is None else _settle_by([only], date, role, expression, timeline)


def _settle_by(order: list[Known], date: Span, role: Role, expression: Expression, timeline: Timeline) -> Period | None:
    for known in order:
        anchor, aimed_at = aimed(date, expression, _anchor(known, timeline), _role(known, role, timeline))
        period = evaluate(aimed_at, anchor)
        if period is not None:
            _write(date, period, known, anchor.bias)
            return period
    return None


def _anchor(known: Known, timeline: Timeline) -> Anchor:
    """What is told of may lie half a century on, but not after the moment of writing."""
    now = timeline.now
    year, written = Anchor(known.period).year, Anchor(now.period).year if now else None
    if now is known or year is None:
        return Anchor(known.period)
    return Anchor(known.period, ahead=_AHEAD if written is None else max(_NEAR_AHEAD, min(_AHEAD, written + 1 - year)))


def _settle_ahead(date: Span, expression: Expression, dates: list[Span], read: dict[Span, Expression]) -> Period | None:
    """`открылся 26 января и закрылся 10 февраля 1934 года`: the year comes later in the sentence."""
    if not any(lacks_year(leaf) for leaf in leaves(expression)):
        return None
    end = sentence(date.doc, date.start).end
    for later in dates:
        if date.end <= later.start < end and later in read:
            given = evaluate(read[later], None)
            if given is not None and within_a_year(given):
                known = Known(given, key(later), "main", later.text)
                anchor = Anchor(given)
                period = evaluate(expression, anchor)
                if period is not None and _begins_after(period, given):
                    anchor = Anchor(given, bias=-1)
                    period = evaluate(expression, anchor)
                if period is not None:
                    _write(date, period, known, anchor.bias)
                return period
    return None


def _begins_after(period: Period, given: Period) -> bool:
    """`начато 3 мая, кончено 12 февраля 1841 г.`: May is of the year before."""
    if period.start is None or given.end is None or not given.end.month:
        return False
    return period.start.first() > given.end.last()


def _role(known: Known, role: Role, timeline: Timeline) -> Role:
    """What an anchor is to a date of this role: headings go on in order, and under a dateline the dates of its year are
    near the moment of writing too."""
    now = timeline.now
    if role in HEADS:
        return "heading"
    if now is None or now.role not in {"dateline", "entry"} or known.role != "main":
        return known.role
    return now.role if Anchor(now.period).year == Anchor(known.period).year else known.role


def _with_thousand(expression: Expression, year: Known | None) -> Expression | None:
    """`720 году` in a text of 1719, `120 году` in one of 1613: the thousands were often left out."""
    anchor = Anchor(year.period).year if year else None
    if anchor is None or not isinstance(expression, Date) or expression.year is None:
        return None
    number = expression.year.number
    if number is not None and 100 < number <= 209 and anchor in _SHORT_CREATION:
        return replace(expression, year=replace(expression.year, number=7000 + number, creation=True))
    if number is None or not 500 <= number < 1000 or abs(number + 1000 - anchor) > _NEAR:
        return None
    return replace(expression, year=replace(expression.year, number=number + 1000))


def _advance(timeline: Timeline, known: Known, expression: Expression) -> None:
    if known.role in HEADS:
        timeline.head = known
    if known.role in {"dateline", "entry", "now"}:
        timeline.start(known)
    elif known.role == "document" and within_a_year(known.period):
        timeline.year = known
    elif known.role == "reported":
        timeline.story = known
    elif known.role == "account":
        timeline.account = known
    elif known.role == "relative" and _is_earlier(known, timeline.line):
        return
    elif known.role not in {"aside", "back", "reported", "quoted", "planned"} and not isinstance(expression, Before):
        timeline.move(known)


def _is_earlier(known: Known, line: Known | None) -> bool:
    year, told = Anchor(known.period).year, Anchor(line.period).year if line else None
    return year is not None and told is not None and year < told


def _write(date: Span, period: Period, known: Known, bias: int) -> None:
    calendar = context(date.doc).calendar
    date._.value = value(period, calendar, known.of)
    date._.normal = date._.value["edtf"]
    where = _WHERE.get(known.role, "the date before")
    line = f"anchored to {where} {known.text!r} ({replace(known.period, note=None).edtf()})"
    if bias:
        line += f", the year {'after' if bias > 0 else 'before'}"
    date._.trace = [*(date._.trace or []), line, *reasoning(period, calendar)]
