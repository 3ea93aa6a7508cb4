"""Years, decades, centuries, millennia."""

from __future__ import annotations

from letopis.dimensions.date.cascade import Found, Layer, Step
from letopis.dimensions.date.expressions import (
    Century,
    Date,
    Decade,
    Expression,
    Millennium,
    Part,
    Qualified,
    Range,
    Season,
    Year,
)
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import (
    counts_life,
    counts_noun,
    ends_clause,
    is_locative_year,
    is_unit,
    is_weight,
    token_after,
    token_before,
    word_after,
)
from letopis.dimensions.date.terms import Style

QUESTIONED = "(?:<open> <question> <close>|<open-square> <question> <close-square>)"
_NUMBER = "<year-number|three-digits|two-digits|number|roman|ordinal>"
_STYLES: dict[str, Style] = {"march-style": "march", "ultra-march-style": "ultra-march", "september-style": "september"}
_SUMMER = frozenset({"лето", "лета", "лету", "лете", "летом"})
_SUMMER_NUMBER = 22
_SHORT_CREATION = range(101, 209)
"""In the 17th century the thousands were left out: `158-го году` is 7158."""


def whole(number: int) -> Date:
    """The year of this number."""
    return Date(Year(number))


def _year(found: Found) -> Expression | None:
    number = found.value("n", "year-number", "year-ordinal")
    return None if number is None or is_weight(found) else whole(number)


def _year_after_word(found: Found) -> Expression | None:
    """`года 1613-го`, `в году 1812`."""
    word = found.node("word")
    full = word is not None and found.doc[word.start].lower_ in {"года", "году", "год"}
    return _year(found) if full else None


def _year_of_three_digits(found: Found) -> Expression | None:
    number = found.value("n", "three-digits")
    if found.value("n", "ordinal") and number in _SHORT_CREATION:
        return Date(Year(7000 + number, creation=True))
    return whole(number) if is_locative_year(found) and not is_weight(found) else None


def _early_year(found: Found) -> Expression | None:
    """`в год 862`, where the number counts nothing."""
    after = token_after(found.doc, found.nodes[-1].end)
    number = found.value("n", "three-digits")
    return whole(number) if after is None or not (counts_noun(number, after) or is_unit(found.doc, after)) else None


def _year_of_era(found: Found) -> Expression | None:
    number = found.value("n", "number", "ordinal", "roman")
    if not number or number > 9999:
        return None
    return whole(1 - number if "bc" in found else number)


def _short_year(found: Found) -> Expression | None:
    number = found.value("n", "two-digits-ordinal", "two-digits")
    before = token_before(found.doc, found.nodes[0].start)
    if (
        "apostrophe" in found.nodes[0].classes
        and before is not None
        and before.i + 1 == found.nodes[0].start
        and not before.whitespace_
    ):
        return None
    if number is None or counts_life(found):
        return None
    return Date(Year(short=number))


def _short_years(found: Found) -> Expression | None:
    first, last = found.value("a", "two-digits"), found.value("b", "two-digits")
    return Range(Date(Year(short=first)), Date(Year(short=last))) if first < last else None


def _creation(found: Found) -> Expression | None:
    number = found.value("n", "creation-number")
    named = (name for node in found.nodes for key, name in _STYLES.items() if key in node.classes)
    style: Style = next(named, "september")
    if not {"mark", "since", "word", "style", "ad"} & {name for name in found.groups if name in found}:
        return None
    return Date(
        Year(
            number,
            creation=True,
            style=style,
            stated=found.value("ad", "year-number"),
            indiction=found.value("indiction", "number", "ordinal", "roman"),
        )
    )


def _relative_year(found: Found) -> Expression | None:
    steps, source = found.value("how", "relative")
    deictic = source == "now" and "same" not in found
    noun = found.node("noun")
    if deictic and noun is not None and fold(found.doc[noun.start].text) in _SUMMER and not _is_this(found):
        return Season(_SUMMER_NUMBER, None, steps, True)
    return Date(Year(offset=steps, deictic=deictic))


def _is_this(found: Found) -> bool:
    """`сего лета` is the year of a chronicle; `нынешнего лета` the summer."""
    how = found.node("how")
    return how is not None and fold(found.doc[how.start].lemma_) == "сей"


def _this_year(found: Found) -> Expression:
    past = "past-year-short" in found.nodes[0].classes
    return Date(Year(offset=-1 if past else 0, deictic=True))


def _other_year(_: Found) -> Expression:
    return Date(Year(offset=1))


def _nth_year(found: Found) -> Expression | None:
    """`на третий год` counts the first; `на третий год службы` counts from something else."""
    number = found.value("n", "ordinal")
    after = token_after(found.doc, found.nodes[-1].end)
    counted = after is not None and (
        after.pos_ == "DET" or (after.pos_ in {"NOUN", "ADJ", "PROPN"} and after.morph.get("Case", []) == ["Gen"])
    )
    accusative = found.doc[found.nodes[-1].start].lower_ == "год"
    return Date(Year(offset=number - 1)) if accusative and not counted and 2 <= number <= 12 else None


def _year_before_last(found: Found) -> Expression | None:
    """`третьего года взяли рекрута`: the year before last; not `третьего года службы`, `с третьего года`."""
    doc, first = found.doc, found.nodes[0].start
    before, after = token_before(doc, first), token_after(doc, found.nodes[-1].end)
    if (fold(doc[first].text), fold(doc[found.nodes[-1].end - 1].text)) not in {
        ("третьего", "года"),
        ("третьева", "года"),
    }:
        return None
    if before is not None and before.pos_ in {"ADP", "NOUN", "ADJ", "NUM", "DET"} and not before.is_punct:
        return None
    if after is not None and after.pos_ in {"DET", "NOUN", "ADJ", "PROPN"} and after.morph.get("Case", []) == ["Gen"]:
        return None
    return Date(Year(offset=-2, deictic=True))


def _uncertain_year(found: Found) -> Expression:
    return Qualified(whole(found.value("n", "year-number")), "?")


def _century(found: Found) -> Expression | None:
    number = found.value("n", "roman", "ordinal", "century-number")
    noun = found.node("word")
    if number is None or noun is None or not 1 <= number <= 40:
        return None
    letter = found.doc[noun.start].lower_ in {"в", "ст"}
    dotted = noun.end - noun.start > 1
    if found.doc[noun.start].lower_ == "ст" and found.value("n", "roman") is None:
        return None
    if letter and not dotted and (found.value("n", "roman") is None or not ends_clause(found)):
        return None
    return Century(-number if "bc" in found else number)


def _relative_century(found: Found) -> Expression | None:
    noun = found.node("word")
    if noun is None or noun.end - noun.start > 1 or len(found.doc[noun.start]) < 3:
        return None
    steps, source = found.value("how", "relative")
    return Century(offset=steps, deictic=source == "now")


def _millennium(found: Found) -> Expression | None:
    number = found.value("n", "roman", "ordinal")
    return Millennium(-number if "bc" in found else number) if number and number < 20 else None


def _decade(found: Found) -> Expression | None:
    number = found.value("n", "decade-number")
    century = found.date("century")
    if number >= 100:
        return Decade(number % 100, start=number)
    return Decade(number, century if isinstance(century, Century) else None)


def _decade_alone(found: Found) -> Expression | None:
    """`в 1840-х`, but not `в 1840-м`."""
    plural = found.doc[found.nodes[0].end - 1].lower_.endswith(("х", "е"))
    full = found.value("n", "decade-number") >= 1000 and found.value("n", "ordinal") is not None
    return _decade(found) if plural and full and not word_after(found, "plural") else None


def _tenth_of_century(found: Found) -> Expression | None:
    century = found.date("century")
    if century is None:
        return None
    if "last" in found:
        return Part(-1, 10, century)
    number = found.value("n", "ordinal")
    return Part(number - 1, 10, century) if 1 <= number <= 10 else None


YEARS = Layer(
    Step(
        "year",
        "(?P<n><year-number&!decade-number>) <year-word|years-word>|(?P<n2><year-number>) <year-word&!years-word>",
        "a-year",
        lambda found: _year(found.merged()),
    ),
    Step(
        "uncertain year",
        f"(?P<n><year-number>) (?:{QUESTIONED}|<question>) <year-word>",
        "a-year",
        _uncertain_year,
    ),
    Step("year, its word first", "(?P<word><year-word&!years-word>) (?P<n><year-number>)", "a-year", _year_after_word),
    Step(
        "early year, its word first", "(?<=<in>) <year-word&!years-word> (?P<n><three-digits>)", "a-year", _early_year
    ),
    Step("year of three digits", "(?P<n><three-digits>) (?P<word><year-word>)", "a-year", _year_of_three_digits),
    Step(
        "year of an era",
        f"(?P<n>{_NUMBER}) <year-word>? (?:(?P<bc><before-christ>)|<anno-domini>)",
        "a-year",
        _year_of_era,
    ),
    Step("year of an era", f"<summer-word>? <anno-domini> <in>? (?P<n>{_NUMBER}) <year-word>?", "a-year", _year_of_era),
    Step("year AD after лето", "<summer-word&genitive> (?P<n><year-ordinal>) <year-word>?", "a-year", _year),
    Step("year of two digits", "(?P<n><two-digits-ordinal>) (?P<word><year-word&!years-word>)", "a-year", _short_year),
    Step(
        "year of two digits after an apostrophe", "<apostrophe> (?P<n><two-digits>) <year-word>?", "a-year", _short_year
    ),
    Step("years of two digits", "(?P<a><two-digits>) <dash> (?P<b><two-digits>) <years-word>", "a-span", _short_years),
    Step(
        "year from the Creation",
        "(?P<mark><summer-word>)? (?P<since2><since-creation>)?"
        " (?P<n><creation-number>) (?P<word><year-word>)? (?P<since><since-creation>)?"
        " (?:(?:<open> (?P<ad><year-number>) <year-word>? <close>|<slash> (?P<ad2><year-number>)) <year-word>?)?"
        " (?:<comma>? (?:<indiction> (?P<indiction><number|ordinal|roman>)|(?P<indiction2><ordinal>) <indiction>))?"
        " (?:<comma>? (?P<style><march-style|ultra-march-style|september-style>))?",
        "a-year",
        lambda found: _creation(found.merged()),
    ),
    Step(
        "relative year",
        "(?P<how><relative>) (?P<same><same>)? (?P<noun><year-word&!years-word>)",
        "a-year",
        _relative_year,
    ),
    Step("того же лета", "(?P<how><relative>) (?P<same><same>) <summer-word&genitive>", "a-year", _relative_year),
    Step("this year", "<this-year-short|past-year-short>", "a-year", _this_year),
    Step("на другой год", "(?<=<on>) <other> <year-word>", "a-year", _other_year),
    Step("на третий год", "(?<=<on>) (?P<n><ordinal&!decade-number>) <year-word&!years-word>", "a-year", _nth_year),
    Step("year before last", "(?P<n><ordinal>) <year-word&!years-word>", "a-year", _year_before_last),
    Step(
        "century",
        "(?P<n><roman|ordinal|century-number>) (?P<word><century-word>) (?:(?P<bc><before-christ>)|<anno-domini>)?",
        "a-century",
        _century,
    ),
    Step("relative century", "(?P<how><relative>) <same>? (?P<word><century-word>)", "a-century", _relative_century),
    Step(
        "millennium",
        "(?P<n><roman|ordinal>) <millennium-word|millennium-short> (?:(?P<bc><before-christ>)|<anno-domini>)?",
        "a-century",
        _millennium,
    ),
)

DECADES = Layer(
    Step("decade", "(?P<n><decade-number>) <years-word> (?P<century><a-century>)?", "a-decade", _decade),
    Step("decade alone", "(?P<n><decade-number>) (?!<years-word|year-word|day-word>)", "a-decade", _decade_alone),
    Step(
        "tenth of a century",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <decade-word> (?P<century><a-century>)",
        "a-span",
        _tenth_of_century,
    ),
    Step(
        "first or last years of a century",
        "(?:(?P<last><last-ordinal>)|(?P<n><ordinal>)) <years-word> (?P<century><a-century>)",
        "a-span",
        _tenth_of_century,
    ),
)
