"""Which of the dates told a relative or partial date may hang on, the likeliest first.

What the moment of writing says (`вчера`, `прошлого года`) hangs on that moment. What points back (`того же года`,
`того же числа`) means the date named last in its sentence, whatever that date does in the text, and else the main
line's. What goes on (`на другой день`, `через год`) goes on from the main line. A day or a month without its year
takes that of its own clause, else of the main line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span

from letopis.dimensions.date.expressions import Decade, Expression, Month, Shift, Weekday, Year, leaves
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.meaning import Anchor, evaluate
from letopis.dimensions.date.surroundings import is_verb, sentence
from letopis.dimensions.date.terms import Period
from letopis.entities.directions import is_future, is_promised
from letopis.entities.roles import HEADS, Role, said
from letopis.entities.timeline import Known, Timeline
from letopis.language.memory import memory

_BORN = frozenset({"род", "родиться", "крестить", "крещеный"})
_DIED = frozenset({"ум", "умереть", "скончаться", "сконч", "погибнуть", "казнить", "†"})
_POINTING = frozenset({"тот", "этот", "оный"})
_SAME = frozenset({"же", "ж"})
_OUTSIDE = frozenset({"aside", "quoted"})
_OFF_LINE = frozenset({"back", "account", "quoted", "planned", "reported"})

_YEAR = 9
"""Characters: a year in figures and its word."""
_NEAR_BY = 4
"""How many dates back a bound may stand that `в этом году` means."""

Told = list[tuple[int, Known]]
"""The dates told so far: where each begins, and what it is."""


def candidates(date: Span, role: Role, expression: Expression, timeline: Timeline, told: Told) -> list[Known]:
    """The dates that `date` may hang on, the likeliest first."""
    leaf = next((leaf for leaf in leaves(expression) if evaluate(leaf, None) is None), expression)
    order = _by_kind(date, role, leaf, timeline, told)
    if not _is_deictic(leaf):
        of_year = [_of_life(date, told), _in_clause(date, told)] if lacks_year(leaf) else []
        order = [*of_year, *([timeline.story] if timeline.story and said(date) else []), *order]
    quoted = told[-1][1] if role == "quoted" and told and told[-1][1].role == "quoted" else None
    if quoted and not any(token.text == "»" for token in date.doc[told[-1][0] : date.start]):
        order.insert(0, quoted)
    return [known for known in order if known is not None]


def takes_only_year(expression: Expression) -> bool:
    """Whether the one year that the whole text names is meant where nothing nearer is told."""
    leaf = next((leaf for leaf in leaves(expression) if evaluate(leaf, None) is None), expression)
    return lacks_year(leaf) or _is_short(leaf) or _deictic_year(leaf) == 0


def _by_kind(date: Span, role: Role, leaf: Expression, timeline: Timeline, told: Told) -> list[Known | None]:
    now, line, year, age = timeline.now, timeline.line, timeline.year, timeline.age
    if _is_deictic(leaf):
        closed = timeline.account if (_deictic_year(leaf) or 0) < 0 else None
        opening = timeline.opening if _deictic_year(leaf) is not None else None
        return [closed, now, timeline.spoken, opening, line, year]
    if _points_back(date, leaf):
        return [_named_last(date, told), _bound_named_last(told), line, year, now]
    if isinstance(leaf, Shift):
        written = now if is_future(date) and now and now.role != "now" else None
        near = now is None and leaf.unit in {"day", "week"} and is_future(date)
        spoken = (timeline.spoken or timeline.day) if near else None
        before = _in_sentence(date, told) or _in_brackets(date, told)
        return [_event(date, told) if leaf.event else None, before, written, spoken, line, now]
    if getattr(getattr(leaf, "year", None), "offset", None) is not None:
        return [_in_sentence(date, told), line, year, now]
    if type(leaf).__name__ in {"Decade", "Century"}:
        counted_now = getattr(getattr(leaf, "century", None), "deictic", False)
        return [now if counted_now else None, line or age, age, now]
    if isinstance(leaf, Weekday) and now and _is_day_of_writing(now):
        return [now, line, year]
    if type(leaf).__name__ in {"DayFrom", "Quarter", "Week"} or not lacks_year(leaf):
        return [line, year, now]
    ahead = now is not None and (is_promised(date) or (is_future(date) and _is_about_now(now, year)))
    if now and role not in HEADS and (ahead or _is_near(leaf, now, year)):
        return [now, year, line]
    return [timeline.heading() if role in HEADS else None, year, line, now]


def lacks_year(leaf: Expression) -> bool:
    """Whether a day, month, season, feast or decade leaves its year or century to another date."""
    if isinstance(leaf, Decade):
        return leaf.start is None and leaf.century is None
    return hasattr(leaf, "year") and leaf.year is None


def counts_years(expression: Expression) -> bool:
    """`того же года`, `в следующем году`."""
    return any(getattr(getattr(leaf, "year", None), "offset", None) is not None for leaf in leaves(expression))


def is_deictic(expression: Expression) -> bool:
    """Whether any part of the date is counted from the moment of writing."""
    return any(_is_deictic(leaf) for leaf in leaves(expression))


def _is_short(leaf: Expression) -> bool:
    return getattr(getattr(leaf, "year", None), "short", None) is not None


def _is_deictic(leaf: Expression) -> bool:
    holders = (leaf, getattr(leaf, "year", None), getattr(leaf, "month", None))
    return any(getattr(holder, "deictic", False) for holder in holders)


def _deictic_year(leaf: Expression) -> int | None:
    """The years that `сего года` (0), `в истекшем году` (-1) add to the moment of writing."""
    year = getattr(leaf, "year", None)
    return year.offset if isinstance(year, Year) and year.deictic else None


def _points_back(date: Span, leaf: Expression) -> bool:
    """`того же года`, `15-го того же месяца`, `того же числа`, `в этом году`."""
    holders = (leaf, getattr(leaf, "year", None), getattr(leaf, "month", None))
    if not any(getattr(holder, "offset", None) == 0 for holder in holders):
        return False
    return any(token.lemma_ in _POINTING or token.lower_ in _SAME for token in date)


def _named_last(date: Span, told: Told) -> Known | None:
    """The date named last in the same sentence, outside brackets and quotations."""
    start = sentence(date.doc, date.start).start
    for at, known in reversed(told):
        if at < start:
            return None
        if known.role not in _OUTSIDE:
            return known
    return None


def _bound_named_last(told: Told) -> Known | None:
    """`До 1764 года владел вотчинами; в этом году их отобрали`: a bound moves no main line, yet it may be meant."""
    last = next((known for _, known in reversed(told[-_NEAR_BY:]) if known.role not in _OUTSIDE), None)
    return last if last is not None and last.stated and last.period.start is None else None


def _in_brackets(date: Span, told: Told) -> Known | None:
    """`после перевода (1855) основал курсы, закрытые спустя два года`: a year alone in brackets dates its sentence."""
    if not told or told[-1][1].role != "aside" or told[-1][0] < sentence(date.doc, date.start).start:
        return None
    at, known = told[-1]
    start = sentence(date.doc, date.start).start
    others = takewhile(lambda one: one[0] >= start, reversed(told[:-1][-_NEAR_BY:]))
    closes = next((token.text for token in date.doc[at : date.start] if token.is_punct), "") == ")"
    alone = at > 0 and date.doc[at - 1].text == "(" and closes and known.period.single
    return known if alone and not any(other.role == "main" for _, other in others) else None


def _in_clause(date: Span, told: Told) -> Known | None:
    """`в прошлом 1773 году, в сентябре месяце`: the date just told off the main line, without a verb between; or the
    only one of the sentence."""
    if not told or told[-1][1].role not in _OFF_LINE - _OUTSIDE - {"planned"}:
        return None
    at, known = told[-1]
    start = sentence(date.doc, date.start).start
    if at < start:
        return None
    if known.stated and not any(is_verb(token) for token in date.doc[at : date.start]):
        return known
    others = takewhile(lambda one: one[0] >= start, reversed(told))
    numbered = any(char.isdecimal() for char in known.text[-_YEAR:])
    return known if numbered and all(other.role == known.role for _, other in others) else None


def _is_near(leaf: Expression, now: Known, year: Known | None) -> bool:
    """Whether a day, month or season hangs on the dateline, the text having named no other year since."""
    if not _is_day_of_writing(now) or isinstance(getattr(leaf, "month", None), Month):
        return False
    if year is None or not year.stated:
        return True
    start = year.period.start
    whole = start is not None and not start.month and not start.season
    return not whole and Anchor(year.period).year == Anchor(now.period).year


def _is_about_now(now: Known, year: Known | None) -> bool:
    """Whether the text is written of its own time, so that what it tells to come is to come for the writer too."""
    if year is not None and year.period.calendar == "byzantine":
        return False
    told, written = Anchor(year.period).year if year else None, Anchor(now.period).year
    return _is_day_of_writing(now) or told is None or written is None or abs(written - told) <= 1


def _is_day_of_writing(now: Known) -> bool:
    return now.role == "dateline" or (now.role == "now" and bool(now.period.start and now.period.start.day))


def _of_life(date: Span, told: Told) -> Known | None:
    """The first or last year of the life span in brackets at the head of an article, beside `род.` and `ум.`"""
    if not told or told[0][1].role != "aside":
        return None
    span = told[0][1]
    near = {fold(token.lemma_) for token in date.doc[max(0, date.start - 4) : date.start]}
    for words, bound in ((_BORN, span.period.start), (_DIED, span.period.end)):
        if near & words and bound is not None and span.period.start != span.period.end:
            return replace(span, period=Period(bound, bound))
    return None


def _in_sentence(date: Span, told: Told) -> Known | None:
    """The date just told in the same sentence, though the main line did not move there.

    `выехал ещё 3 марта 1871 года, вернулся в мае следующего`; `к 1 января 1912 г. 80 членов (годом раньше 64)`.
    """
    if not told or told[-1][1].role not in _OFF_LINE:
        return None
    if told[-1][1].role == "planned" and not is_future(date):
        return None
    return told[-1][1] if told[-1][0] >= sentence(date.doc, date.start).start else None


def _event(date: Span, told: Told) -> Known | None:
    """`через 25 лет после приговора`: the date that stood where the text spoke of the same event before."""
    doc = date.doc
    noun = next((token for token in doc[date.end + 1 : date.end + 5] if token.pos_ in {"NOUN", "PROPN"}), None)
    if noun is None or not told:
        return None
    places = _places(doc).get((noun.lemma_, noun.pos_), [])
    before = bisect_left(places, date.start)
    if not before:
        return None
    end = sentence(doc, places[before - 1]).end
    return next((known for start, known in reversed(told) if start < end and known.role not in {"aside", "back"}), None)


def _places(doc: Doc) -> dict[tuple[str, str], list[int]]:
    """Where each noun of the text stands, by lemma and part of speech."""
    kept: dict[str, dict[tuple[str, str], list[int]]] = memory(doc)
    if "noun places" not in kept:
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for token in doc:
            if token.pos_ in {"NOUN", "PROPN"}:
                found[token.lemma_, token.pos_].append(token.i)
        kept["noun places"] = found
    return kept["noun places"]
