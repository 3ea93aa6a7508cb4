"""Dates counted from another date: days, weeks, week days, and so many units before or after."""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import Date, DayFrom, Expression, Month, Quarter, Shift, Week, Weekday
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import token_after, token_before

_SINGULAR_DAY = frozenset({"день", "дня", "дню", "днем", "дне", "число", "числа", "числе", "числу", "числом"})
_SINGULAR_MONTH = frozenset({"месяц", "месяца", "месяцу", "месяцем", "месяце"})
_SINGULAR_NIGHT = frozenset(
    {"ночь", "ночи", "ночью", "вечер", "вечера", "вечером", "вечеру", "утро", "утра", "утром", "утру"}
)
_IDIOMS = frozenset({"настоящий", "сегодняшний", "нынешний"})
_EVENT = frozenset({"после", "до", "с", "со", "от"})
_VAGUE = "<several>"
_COUNT = "(?:(?P<n><cardinal>)|(?P<vague><several>))"


def _adverb(found: Found) -> Expression | None:
    """`вчера`; but `накануне войны` tells no day."""
    days, source = found.value("adverb", "adverb")
    after = token_after(found.doc, found.nodes[-1].end)
    if _text(found, "adverb") == "накануне" and after is not None and after.morph.get("Case", []) == ["Gen"]:
        return None
    return DayFrom(days, source == "now", strict=True)


def _text(found: Found, group: str) -> str:
    node = found.node(group)
    return "" if node is None else fold(found.doc[node.start].text)


def _near_day(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    how = found.node("how")
    assert how is not None
    if _text(found, "noun") not in _SINGULAR_DAY or found.doc[how.start].lemma_ in _IDIOMS:
        return None
    if steps == 0 and "same" not in found and _text(found, "how") == "сего":
        return _this_day(found)
    if "same" not in found and "числ" in _text(found, "noun"):
        return None
    if steps == 0 and "same" not in found and _text(found, "how") in {"сей", "сему"}:
        return None
    anaphoric = source == "then" or "same" in found or steps == 0
    return DayFrom(steps, deictic=not anaphoric, strict=steps == 0)


def _this_day(found: Found) -> Expression | None:
    """`сего числа прибыл курьер`, `сего дня`; but `из сего числа пятеро`, `от сего дня`."""
    before = token_before(found.doc, found.nodes[0].start)
    if before is not None and before.pos_ == "ADP":
        return None
    return DayFrom(0, deictic=True, strict=True) if _text(found, "noun") in {"числа", "дня"} else None


def _next_day(_: Found) -> Expression:
    return DayFrom(1)


def _near_night(found: Found) -> Expression | None:
    """`в тот же вечер`, `следующей ночью`, `нынешней ночью`; a night gone by may be of either day."""
    steps, source = found.value("how", "relative")
    if _text(found, "noun") not in _SINGULAR_NIGHT or steps < 0:
        return None
    if steps == 0 and source == "then" and "same" not in found:
        return None
    return DayFrom(steps, deictic=source == "now" and "same" not in found, strict=True)


def _nth_day(found: Found) -> Expression | None:
    """`на третий день` counts the first; `на третий день осады` counts from something else."""
    number = found.value("n", "ordinal")
    after = token_after(found.doc, found.nodes[-1].end)
    if after is not None and after.pos_ == "NOUN" and after.morph.get("Case", []) == ["Gen"]:
        return None
    return DayFrom(number - 1) if 2 <= number <= 60 and _text(found, "noun") in {"день", "сутки"} else None


def _near_week(found: Found) -> Expression:
    steps, source = found.value("how", "relative")
    return Week(steps, source == "now" and "same" not in found)


def _near_quarter(found: Found) -> Expression | None:
    """`в минувшем квартале`; of the quarters of a town too one may be `тот же`, `следующий`."""
    steps, source = found.value("how", "relative")
    singular = _text(found, "noun") in {"квартал", "квартала", "квартале", "кварталу", "кварталом"}
    return Quarter(steps, deictic=True) if source == "now" and steps <= 0 and singular else None


def _near_month(found: Found) -> Expression | None:
    if _text(found, "noun") not in _SINGULAR_MONTH:
        return None
    steps, source = found.value("how", "relative")
    return Date(None, Month(steps, source == "now" and "same" not in found))


def _weekday(found: Found) -> Expression | None:
    number = found.value("day", "weekday")
    form = _text(found, "day")
    if (number == 2 and form != "среду") or form.endswith(("ам", "ах", "ями", "ами")):
        return None
    if "how" in found:
        steps, source = found.value("how", "relative")
        return Weekday(number, steps, source == "now" and "same" not in found)
    return Weekday(number)


def _weekday_of_week(found: Found) -> Expression:
    steps, source = found.value("how", "relative")
    return Weekday(found.value("day", "weekday"), steps, source == "now" and "same" not in found, in_week=True)


def _halves(found: Found, many: int) -> int | None:
    count = found.value("n", "cardinal")
    doubled = Fraction(1 if count is None else count) * 2 * many
    return int(doubled) if doubled.denominator == 1 else round(doubled)


def _shift(found: Found, direction: int, deictic: bool) -> Expression | None:
    measured = found.value("unit", "unit")
    if measured is None:
        return None
    unit, many = measured
    vague = "vague" in found
    plural = _text(found, "unit") in {"годы", "века", "дни", "месяцы", "недели", "столетия", "десятилетия"}
    if plural and "n" not in found and not vague:
        return None
    if not vague and (found.value("n", "cardinal") or 1) > 5000:
        return None
    after = token_after(found.doc, found.nodes[-1].end)
    event = after is not None and after.lower_ in _EVENT
    return Shift(
        None if vague else direction * (_halves(found, many) or 0),
        unit,
        deictic,
        approximate="inverted" in found,
        event=event,
    )


def _later(found: Found) -> Expression | None:
    """`год спустя`; but not `неделя после того, как`."""
    end = found.nodes[-1].end
    if [token.lower_ for token in found.doc[end : end + 2]] == [",", "как"]:
        return None
    return _shift(found, 1, deictic=False)


def _earlier(found: Found) -> Expression | None:
    """`годом ранее`; but not `на шесть дней раньше срока`."""
    after = token_after(found.doc, found.nodes[-1].end)
    if after is not None and after.morph.get("Case", []) == ["Gen"] and after.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return None
    return _shift(found, -1, deictic=False)


def _ago(found: Found) -> Expression | None:
    return _shift(found, -1, deictic=True)


_UNIT = "(?P<unit><unit>)"
_INVERTED = "(?P<inverted><unit>)"

RELATIVE = Layer(
    Step("adverb of days", "(?P<adverb><adverb>)", "a-relative-day", _adverb),
    Step(
        "that day",
        "(?<!<until|through>) (?P<how><relative>) (?P<same><same>)? (?P<noun><day-word>)",
        "a-relative-day",
        _near_day,
    ),
    Step("на другой день", "(?<=<on>) <other> <same>? <day-word|morning-word>", "a-relative-day", _next_day),
    Step(
        "that night",
        "(?P<how><relative>) (?P<same><same>)? (?P<noun><morning-word>)",
        "a-relative-day",
        _near_night,
    ),
    Step(
        "next morning",
        "(?<=<on>) (?P<how><relative>) <morning-word>",
        "a-relative-day",
        lambda found: _next_day(found) if found.value("how", "relative") == (1, "then") else None,
    ),
    Step("nth day", "(?<=<on>) (?P<n><ordinal>) (?P<noun><day-word>)", "a-relative-day", _nth_day),
    Step("week near", "(?P<how><relative>) (?P<same><same>)? <week-word>", "a-relative-week", _near_week),
    Step("на другой неделе", "(?<=<on>) <other> <week-word>", "a-relative-week", lambda _: Week(1)),
    Step(
        "quarter near", "(?P<how><relative>) (?P<noun><quarter-word>) (?!<a-year|year-number>)", "a-span", _near_quarter
    ),
    Step("month of the anchor", "(?P<how><relative>) (?P<same><same>)? (?P<noun><month-word>)", "a-month", _near_month),
    Step("week day", "(?<=<in|on|toward|until|from|behind>) (?P<day><weekday>)", "a-weekday", _weekday),
    Step(
        "week day of a week",
        "(?P<day><weekday>) <on|in> (?P<how><relative>) (?P<same><same>)? <week-word>",
        "a-weekday",
        _weekday_of_week,
    ),
    Step("week day near", "(?P<how><relative>) (?P<same><same>)? (?P<day><weekday>)", "a-weekday", _weekday),
    Step("through so many units", f"<in-time> {_COUNT}? {_UNIT} (?P<inverted><with-more>)?", "a-shift", _later),
    Step(
        "through units so many, inverted",
        "(?P<unit><unit>) (?P<inverted><in-time>) (?:(?P<n><cardinal>)|(?P<vague><several>))",
        "a-shift",
        _later,
    ),
    Step(
        "through units so many",
        "<in-time> (?P<unit><unit>) (?P<inverted><cardinal>)",
        "a-shift",
        lambda found: _later(_counted(found)),
    ),
    Step("so many units later", f"{_COUNT}? {_UNIT} (?P<when><later>|<after-that>)", "a-shift", _later),
    Step(
        "units so many later",
        "(?P<unit><unit>) (?P<inverted><cardinal>) (?P<when><later>|<after-that>)",
        "a-shift",
        lambda found: _later(_counted(found)),
    ),
    Step("so many units earlier", f"{_COUNT}? {_UNIT} <earlier>", "a-shift", _earlier),
    Step("so many units before that", f"<behind> {_COUNT}? {_UNIT} <before-that>", "a-shift", _earlier),
    Step("so many units before an event", f"<behind> {_COUNT}? {_UNIT} (?=<until>)", "a-shift", _earlier),
    Step("so many units ago", f"{_COUNT}? {_UNIT} <ago>", "a-shift", _ago),
    Step(
        "units so many ago",
        "(?P<unit><unit>) (?P<inverted><cardinal>) <ago>",
        "a-shift",
        lambda found: _ago(_counted(found)),
    ),
    Step("ago so many units", f"<ago> {_COUNT} {_UNIT}", "a-shift", _ago),
    Step(
        "ago units so many",
        "<ago> (?P<unit><unit>) (?P<inverted><cardinal>)",
        "a-shift",
        lambda found: _ago(_counted(found)),
    ),
    Step("after so many units went by", f"<elapsed> {_COUNT}? {_UNIT}", "a-shift", _later),
)


def _counted(found: Found) -> Found:
    """The inverted number as the count."""
    return Found(found.doc, found.nodes, {**found.groups, "n": found.groups["inverted"]})
