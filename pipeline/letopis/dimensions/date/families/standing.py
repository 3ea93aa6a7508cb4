"""Years that stand alone, without `год`: only where something says that the number is a year."""

from __future__ import annotations

from spacy.tokens import Token

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.diaries import diary_days
from letopis.dimensions.date.expressions import Date, Decade, Expression, Month, Qualified, Range, Year
from letopis.dimensions.date.families.years import whole
from letopis.dimensions.date.going import is_going
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import in_form_of, sentence, token_after, token_before

_YEAR = "(?P<n><year-number>)"
_NO_NOUN = frozenset({"VERB", "AUX", "PRON", "CCONJ", "ADP", "ADV", "PART"})
_NUMBERING = frozenset({"№", "(", ")", "-", "–", "—", "/", ".", ":"})
_DAYTIME = frozenset({"утром", "вечером", "днем", "ночью", "поутру", "ввечеру", "пополудни"})
_OF_YEARS = frozenset({"год", "рождения", "смерти", "основания", "постройки", "издания", "выпуска", "поступления"})
_DURING = frozenset({"при", "во", "в", "после", "до", "с", "со", "перед"})
_MODERN = range(1000, 2051)
_FIRST_PRINTED = 1450
_LONGEST_LIST = 20


def _year(found: Found) -> Expression | None:
    number = found.value("n", "year-number")
    return whole(number) if number in _MODERN else None


def _closed_by_punctuation(found: Found) -> Expression | None:
    after = token_after(found.doc, found.nodes[-1].end)
    return _year(found) if after is None or (after.is_punct and after.text not in {"%", "/"}) else None


def _imprint(found: Found) -> Expression | None:
    """`М., 1895.`: a year after a comma, not in a list of figures."""
    before = token_before(found.doc, found.nodes[0].start)
    earlier = token_before(found.doc, before.i) if before is not None else None
    if earlier is None or earlier.text[-1:].isdecimal():
        return None
    return _closed_by_punctuation(found) if _FIRST_PRINTED <= found.value("n", "year-number") <= 2050 else None


def _year_of_list(found: Found) -> Expression | None:
    """`1841, 1843, 1847.`: years in order between commas, the first of them after a stop."""
    number, at = found.value("n", "year-number"), found.nodes[0].start
    for _ in range(_LONGEST_LIST):
        comma = token_before(found.doc, at)
        earlier = token_before(found.doc, comma.i) if comma is not None and comma.text == "," else None
        if earlier is None or len(earlier) != 4 or not earlier.text.isdecimal() or int(earlier.text) >= number:
            return None
        number, at = int(earlier.text), earlier.i
        opening = token_before(found.doc, at)
        if opening is None or opening.text in {".", "(", ":", "["}:
            return _closed_by_punctuation(found) if number >= _FIRST_PRINTED else None
    return None


def _ordinal_year(found: Found) -> Expression | None:
    node = found.node("n")
    return whole(node["year-ordinal"]) if node is not None and node["year-ordinal"] else None


def _ordinal_day(found: Found) -> Expression | None:
    """`в ночь на 28-е`, `от 3-го`: where no noun follows that the number could belong to."""
    after = token_after(found.doc, found.nodes[-1].end)
    while after is not None and after.lower_ in {",", "и"}:
        listed = token_after(found.doc, after.i + 1)
        if listed is None or not listed.text[0].isdecimal():
            break
        after = token_after(found.doc, listed.i + 1)
    free = after is None or after.is_punct or after.pos_ in _NO_NOUN or not _goes_with(found, after)
    return _day_of_month(found) if free else None


def _goes_with(found: Found, after: Token) -> bool:
    """Whether the noun after may be what the ordinal counts; one in figures shows its case."""
    number = found.doc[found.nodes[-1].end - 1]
    return not number.lower_.endswith("-го") or in_form_of(number, after)


def _day_told(found: Found) -> Expression | None:
    """`Дело было 10-го`: after a verb, an adverb or a stop, and not after a name."""
    before = token_before(found.doc, found.nodes[0].start)
    genitive = found.doc[found.nodes[0].end - 1].lower_.endswith("го")
    after = token_after(found.doc, found.nodes[-1].end)
    told = before is None or before.is_punct or before.pos_ in {"VERB", "AUX", "ADV", "PART", "CCONJ"}
    number = found.doc[found.nodes[0].end - 1]
    if before is not None and before.pos_ in {"NOUN", "PROPN"} and in_form_of(number, before):
        return None
    told = told or (before is not None and before.pos_ == "NOUN" and before.text.islower())
    told = told or (after is not None and after.morph.get("Tense", []) == ["Past"] and after.pos_ == "VERB")
    return _ordinal_day(found) if genitive and told and before is not None and before.text != "(" else None


def _days_told(found: Found) -> Expression | None:
    """`4—6-го шли без отдыха`."""
    first, last = found.value("a", "day"), found.value("day", "day")
    genitive = found.doc[found.nodes[-1].end - 1].lower_.endswith("го")
    if not genitive or first >= last or _ordinal_day(found) is None:
        return None
    return Range(Date(None, Month(0), first), Date(None, Month(0), last))


def _day_of_month(found: Found) -> Expression:
    return Date(None, Month(0), found.value("day", "day"))


def _short_year(found: Found) -> Expression | None:
    """`в 43-м`: where no noun follows that the number could belong to."""
    free = _ordinal_day(found) is not None and found.doc[found.nodes[0].end - 1].lower_.endswith("м")
    return Date(Year(short=found.value("n", "two-digits-ordinal"))) if free else None


def _spelled_year(found: Found) -> Expression | None:
    """`в семнадцатом году ушёл, в восемнадцатом вернулся`: only in a sentence that tells such a year before."""
    around = sentence(found.doc, found.nodes[0].start)
    told = any(fold(token.text) in {"году", "года"} for token in found.doc[around.start : found.nodes[0].start])
    return _short_year(found) if told else None


def _day_of_diary(found: Found) -> Expression | None:
    start = found.doc[found.nodes[0].start].idx
    return _day_of_month(found) if start in diary_days(found.doc) else None


def _year_of_event(found: Found) -> Expression | None:
    """`при пожаре 1905;`, `год рождения: 1897,`: after what one preposition governs, or after what a year is of."""
    before = token_before(found.doc, found.nodes[0].start)
    if before is None or found.value("n", "in-words") is not None:
        return None
    if before.text == ":":
        named = token_before(found.doc, before.i)
        return _year(found) if named is not None and fold(named.text) in _OF_YEARS else None
    governed = token_before(found.doc, before.i)
    if before.pos_ != "NOUN" or before.morph.get("Number", []) != ["Sing"] or governed is None:
        return None
    event = governed.lower_ in _DURING and before.morph.get("Case", []) in (["Loc"], ["Gen"], ["Ins"])
    return _year(found) if event else None


def _year_as(found: Found) -> Expression | None:
    """`осн. ок. 1535 как крепость`: what it was made as."""
    after = token_after(found.doc, found.nodes[-1].end)
    year = _year(found)
    return Qualified(year, "~") if year is not None and after is not None and after.lower_ == "как" else None


def _decade_told(found: Found) -> Expression | None:
    """`в 80-е бежали`, `с 40-х служил`: where no noun follows that the number could belong to."""
    number = found.doc[found.nodes[0].end - 1].lower_
    plural = number.endswith("х") or (number.endswith("е") and found.value("n", "in-words") is None)
    after = token_after(found.doc, found.nodes[-1].end)
    free = after is None or after.is_punct or after.pos_ in _NO_NOUN
    tens = found.value("n", "decade-number")
    return Decade(tens) if plural and free and tens < 100 else None


def _creation_year(found: Found) -> Expression | None:
    """`в 7077-м`: where no noun follows that the number could belong to."""
    after = token_after(found.doc, found.nodes[-1].end)
    free = after is None or after.is_punct or after.pos_ in _NO_NOUN
    number = found.doc[found.nodes[0].end - 1].lower_
    return Date(Year(found.value("n", "creation-number"), creation=True)) if free and number.endswith("м") else None


def _day_of_going(found: Found) -> Expression | None:
    """`утром 11 выехал`, `надеется 25 быть`: a bare figure before a verb that has no object and one subject.

    A count has its verb in the plural or the neuter (`25 убито`, `11 прибыло`).
    """
    before, verb = token_before(found.doc, found.nodes[0].start), token_after(found.doc, found.nodes[-1].end)
    if before is None or verb is None or not is_going(verb):
        return None
    joined = before.is_punct or before.pos_ in {"VERB", "ADV", "CCONJ"} or _is_daytime(before)
    return _day_of_month(found) if joined and before.text not in _NUMBERING else None


def _is_daytime(token: Token) -> bool:
    return fold(token.text) in _DAYTIME


STANDING = Layer(
    Step(
        "bare day that heads a line",
        "(?<=<break>) (?P<day><day&!ordinal&!in-words>) (?=<dot>)",
        "a-day",
        _day_of_diary,
    ),
    Step(
        "day that heads a line",
        "(?<=<break>) (?P<day><day&ordinal&!in-words>) (?=<dot|comma|dash>)",
        "a-day",
        _day_of_month,
    ),
    Step("day of the month told", "(?P<day><day&ordinal&!in-words>) (?!<dash><day|date>)", "a-day", _day_told),
    Step(
        "days of the month told",
        "(?P<a><day&!in-words>) <dash> (?P<day><day&ordinal&!in-words>) (?!<month|month-short>)",
        "a-span",
        _days_told,
    ),
    Step("year between stops", f"(?<=<dot>) {_YEAR} (?=<dot|comma|break|dash|open>)", "a-year", _closed_by_punctuation),
    Step(
        "year after a year",
        f"(?<=<a-year|a-span><comma>) {_YEAR} (?=<dot|comma|dash|break|close|close-square|semicolon|open|and>)",
        "a-year",
        _year,
    ),
    Step(
        "year of two digits after в",
        "(?<=<in>) (?P<n><two-digits-ordinal&!in-words&!decade-number>)",
        "a-year",
        _short_year,
    ),
    Step(
        "year of two digits in words after a year",
        "(?<=<in>) (?P<n><two-digits-ordinal&in-words&!decade-number>) (?=<dot|comma|break|dash|semicolon|and>)",
        "a-year",
        _spelled_year,
    ),
    Step(
        "decade after a preposition",
        "(?<=<in|from|until|about|toward>) (?P<n><decade-number&ordinal>) (?!<years-word|year-word|day-word>)",
        "a-decade",
        _decade_told,
    ),
    Step(
        "year from the Creation after в",
        "(?<=<in>) (?P<n><creation-number&ordinal&!in-words>)",
        "a-year",
        _creation_year,
    ),
    Step(
        "day of going",
        "(?P<day><day&!ordinal&!in-words>)",
        "a-day",
        _day_of_going,
    ),
    Step("day after a night", "(?<=<morning-word><on>) (?P<day><day&ordinal&!in-words>)", "a-day", _day_of_month),
    Step("day with its time", "(?P<day><day&ordinal&!in-words>) (?=<daytime>)", "a-day", _day_of_month),
    Step(
        "day after a preposition",
        "(?<=<on|toward|until|from|away>) (?P<day><day&ordinal&!in-words>)",
        "a-day",
        _ordinal_day,
    ),
    Step("year after в or к", f"(?<=<in|toward>) {_YEAR}", "a-year", _year),
    Step(
        "year after a preposition, before a stop",
        f"(?<=<on|behind|away|through>) {_YEAR}",
        "a-year",
        _closed_by_punctuation,
    ),
    Step(
        "year in brackets",
        f"(?<=<open|open-square>) {_YEAR} (?=<close|close-square|comma|dash|semicolon>)",
        "a-year",
        _year,
    ),
    Step("year about which something was made", f"<about> {_YEAR}", "a-span", _year_as),
    Step("year that ends a bracket", f"(?<=<comma|dot|dash>) {_YEAR} (?=<close|close-square>)", "a-year", _year),
    Step("year of birth or death", f"(?<=<vital>) {_YEAR}", "a-year", _year),
    Step("year of an event", f"{_YEAR} (?=<dot|comma|semicolon|close|close-square|break>)", "a-year", _year_of_event),
    Step("second year of two", f"(?<=<a-year><and|or>) {_YEAR}", "a-year", _year),
    Step("year of an imprint", f"(?<=<comma>) {_YEAR} (?=<dot|comma|dash|break|close|semicolon>)", "a-year", _imprint),
    Step("year of a list", f"(?<=<comma>) {_YEAR} (?=<dot|comma|break|dash|close|semicolon>)", "a-year", _year_of_list),
    Step("year that heads a line", f"(?<=<break>) {_YEAR} (?=<dot|comma|dash|break>)", "a-year", _year),
    Step("ordinal year", "(?P<n><year-ordinal>)", "a-year", _ordinal_year),
)
