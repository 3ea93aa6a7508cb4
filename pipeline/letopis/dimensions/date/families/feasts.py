"""Days of the church year: a feast, a day or a week counted from it, a week day of it."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.date import feasts
from letopis.dimensions.date.calendars import weekday
from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import Date, Expression, Feast, Year
from letopis.dimensions.date.families.given_year import year_in
from letopis.dimensions.date.going import is_motion
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import token_after, token_before
from letopis.dimensions.date.verbs import verbs

_SENDING = verbs("sending")
_YEAR = "(?P<year><a-year>|<year-number>)"


def _year(found: Found) -> Year | None:
    date = found.date("year")
    return None if date is not None and not isinstance(date, Date) else year_in(found)


def _feast(found: Found) -> Expression:
    return Feast(found.value("feast", "feast"), _year(found))


def _feast_alone(found: Found) -> Expression | None:
    """`на Троицу`; not in a place of that name (`в Троице`), nor an event (`после Крещения Руси`)."""
    name, last = found.value("feast", "feast"), found.nodes[-1].end
    before = token_before(found.doc, found.nodes[0].start)
    if before is not None and before.lower_ in {"в", "во"} and feasts.lasts(name) == 1:
        if _is_reached(found.doc, before.i):
            return None
        form = fold(found.doc[last - 1].text)
        if form.endswith("ии") or (form.endswith("е") and not form.endswith(("ие", "ье"))):
            return None
    after = token_after(found.doc, last)
    if feasts.is_event(name) and after is not None and after.morph.get("Case", []) == ["Gen"]:
        return None if after.pos_ in {"NOUN", "PROPN", "ADJ", "DET"} and not after.is_punct else _feast(found)
    return _feast(found)


def _is_reached(doc: Doc, at: int) -> bool:
    """`поехал в Покров`: the town, after a verb of going and its subject at most."""
    return any(
        token.pos_ == "VERB" and (is_motion(token.lemma_) or token.lemma_ in _SENDING)
        for token in reversed(doc[max(0, at - 2) : at])
        if token.pos_ in {"VERB", "PRON", "PROPN"}
    )


def _day_of_feast(found: Found) -> Expression | None:
    number = found.value("n", "ordinal")
    return Feast(found.value("feast", "feast"), _year(found), number - 1, 1) if 1 <= number <= 50 else None


def _week_of_feast(found: Found) -> Expression | None:
    number = found.value("n", "ordinal")
    name = found.value("feast", "feast")
    return Feast(name, _year(found), 7 * (number - 1), 7) if 1 <= number <= 10 else None


def _weekday_of_week(found: Found) -> Expression | None:
    name = found.value("feast", "feast")
    if feasts.lasts(name) < 6:
        return None
    first = feasts.bounds(name, 1801)
    assert first is not None
    add = (found.value("day", "weekday") - weekday(first[0], "julian")) % 7
    return Feast(name, _year(found), add, 1)


def _eve(found: Found) -> Expression:
    return Feast(found.value("feast", "feast"), _year(found), -1, 1)


def _next_day(found: Found) -> Expression:
    return Feast(found.value("feast", "feast"), _year(found), 1, 1)


_SPOKEN = "<in|on|about-feast|toward|until|after|before|about|from|through|under|day-word|and>"


def _counted_from(found: Found) -> Expression | None:
    """`через две недели после Пасхи`, `за три дня до Троицы`."""
    unit, many = found.value("unit", "unit")
    count = found.value("n", "cardinal") if "n" in found else 1
    days = {"day": 1, "week": 7}.get(unit)
    if days is None or int(count * many * days) != count * many * days:
        return None
    sign = -1 if "earlier" in found else 1
    return Feast(found.value("feast", "feast"), _year(found), sign * int(count * many * days), 1)


FEASTS = Layer(
    Step("feast of a year", f"<day-word>? (?P<feast><feast>) <comma>? {_YEAR}", "a-feast", _feast),
    Step(
        "year, feast",
        "(?<!<month|month-short>) (?P<year><a-year>) <comma>? <in|on> <day-word>? (?P<feast><feast>)",
        "a-feast",
        lambda found: None if _year(found) is None else _feast(found),
    ),
    Step(
        "feast",
        f"(?:(?<={_SPOKEN})|(?<={_SPOKEN}<very>)) (?P<feast><feast>)",
        "a-feast",
        _feast_alone,
    ),
    Step(
        "day of a feast",
        "(?<=<in|on|toward|until|after|before|about|from>) <day-word> (?P<feast><feast>)",
        "a-feast",
        _feast,
    ),
    Step("nth day of a feast", f"(?P<n><ordinal>) <day-word> (?P<feast><feast>) {_YEAR}?", "a-feast", _day_of_feast),
    Step("nth week of a feast", f"(?P<n><ordinal>) <week-word> (?P<feast><feast>) {_YEAR}?", "a-feast", _week_of_feast),
    Step(
        "week day of a holy week",
        f"(?P<day><weekday>) <on|in>? (?P<feast><feast>) {_YEAR}?",
        "a-feast",
        _weekday_of_week,
    ),
    Step(
        "so many days after a feast",
        f"(?:<in-time> (?P<n><cardinal>)? (?P<unit><unit>)|(?P<n2><cardinal>)? (?P<unit2><unit>) <later>?)"
        f" <after> (?P<feast><feast>) {_YEAR}?",
        "a-feast",
        lambda found: _counted_from(found.merged()),
    ),
    Step(
        "so many days before a feast",
        f"<behind> (?P<n><cardinal>)? (?P<unit><unit>) (?P<earlier><until>) (?P<feast><feast>) {_YEAR}?",
        "a-feast",
        _counted_from,
    ),
    Step("eve of a feast", f"<adverb> (?P<feast><feast>) {_YEAR}?", "a-feast", _eve),
    Step("day after a feast", f"(?<=<on>) <other> <day-word> (?P<feast><feast>) {_YEAR}?", "a-feast", _next_day),
)
