"""Figures whose noun is unsaid: `убито 40, ранено 120 человек`, `Опекунскому совету 14 000`, `из них двое утонули`."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.age_unsaid import is_age_apart, is_age_of_kin
from letopis.dimensions.quantity.carried import (
    TYPES,
    disagrees,
    goes_on,
    goes_on_from_percents,
    is_of_that_age,
    is_planned,
    takes_type,
)
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.dimensions.quantity.materials import is_adjective
from letopis.dimensions.quantity.measured import HALF_ROUBLE
from letopis.dimensions.quantity.multiplier import goes_on_with_multiplier
from letopis.dimensions.quantity.scene import Scene, draft
from letopis.dimensions.quantity.setting import is_money_talk, is_noun, is_numbered
from letopis.dimensions.quantity.unsaid import is_dealt, is_ratio, stands_unsaid, type_unsaid

RULE = "bare-number"
_BRIDES = frozenset({"ней", "нею", "женой", "женою", "дочерью", "невестой", "невестою"})
_LARGE = 10000
_NAMED = frozenset({"них", "нас", "вас", "коих", "которых", "тех", "оных"})
_BEFORE_POS = frozenset({"VERB", "ADJ", "PRON", "CCONJ", "ADV"})
_ENDS = frozenset({",", ".", ";", ")", "", BREAK, "и", "а", "да"})
_AGAINST = frozenset({"вместо", "против", "супротив", "сравнительно"})
_BEFORE_MARK = frozenset({"(", "[", "{", "/", "+", "=", "*", "-", "–", "~"})
_AFTER_MARK = frozenset({")", "]", "}", "/", "=", "-", "+", "*"})


def bare(scene: Scene) -> Draft | None:
    """A figure whose noun is unsaid; whether it is a quantity at all is decided beside its neighbours."""
    view, figure = scene.view, scene.figure
    small = figure.scale == 1 and figure.high < 10000
    if view.form(figure.end) == "потому" and view.form(figure.end + 1).startswith("ж"):
        return None
    if figure.fraction or is_numbered(view, figure.start, loosely=small) or _is_mark(view, figure.start, figure.end):
        return None
    found = draft(scene, RULE)
    found.elliptical = True
    if goes_on_from_percents(scene):
        found.type = "percent"
    return found


def _is_mark(view: View, start: int, end: int) -> bool:
    """`1)`, `2.` at a line's start, `(5)`, `[12]`, `ТУ-104`: a mark of a list, a note, a page, a name."""
    before, after = view.text(start - 1), view.text(end)
    listed = before in {"", BREAK, ".", ";", ":", ","} or before in _BEFORE_MARK
    if before in _BEFORE_MARK - {"-", "–"} or (after in _AFTER_MARK and (after != ")" or listed)):
        return True
    if after == ":" and view.joins(end) and (listed or view.text(end + 1)[:1].isdecimal()):
        return True
    if view.joins(start - 1) and before not in {"«", "“", '"'}:
        return True
    return before in {"", BREAK} and after in {".", "", BREAK}


def is_supported(view: View, found: Draft, previous: Draft | None, following: Draft | None) -> bool:
    """Whether a bare figure counts: it goes on from a quantity, is paid, stands by a verb of counting, or is in words.

    `previous` and `following` are the quantities nearest in its sentence; the type is taken over from them.
    """
    if is_ratio(view, found):
        return False
    if view.form(found.end - 1) in HALF_ROUBLE:
        found.type = "money"
        return True
    if _is_beside(view, found, previous, following):
        return True
    if _is_rate(view, found, previous) or not (_stops(view, found.end) and stands_unsaid(view, found)):
        return False
    found.type = type_unsaid(view, found, previous)
    found.trace.append("in words, and what it counts is told elsewhere")
    return True


def _is_beside(view: View, found: Draft, previous: Draft | None, following: Draft | None) -> bool:
    figure = found.figure
    assert figure is not None
    if figure.high == 0 or _is_rate(view, found, previous):
        return False
    closed = _is_closed(view, found.end)
    if is_age_apart(view, found) or is_age_of_kin(view, found, previous, following, closed):
        return True
    bounded = found.rule[0] == "bounded"
    near = previous is not None and previous.type in TYPES
    if _looks_like_year(found) and not (near and bounded):
        return False
    if previous is not None and near and goes_on_with_multiplier(view, found, previous, closed):
        figure.scaled(previous.scale)
        found.low, found.high = figure.low, figure.high
        found.rule[-1] = "number-with-unsaid-multiplier"
        found.type = previous.type
        found.trace.append(f"the multiplier {previous.scale} of the figure before goes on")
        return True
    if figure.scale >= 1000 or figure.low >= (_LARGE if figure.in_figures else 1000):
        return _is_large(view, found, previous, closed)
    if not closed or figure.bound == "vague":
        return False
    if previous is not None and is_of_that_age(found, previous):
        return True
    if previous is not None and disagrees(view, found, previous):
        return True
    sold = previous is not None and previous.type == "measure" and _is_passive(view, found.start - 1)
    if not sold and view.tokens[found.start - 1].pos_ == "VERB" and _says_money(view.form(found.start - 1)):
        found.type = "money"
        return True
    if _is_more_of_them(view, found):
        found.type = type_unsaid(view, found, previous)
        return True
    if _counting_verb_before(view, found.start) or _is_out_of(view, found):
        found.type = type_unsaid(view, found, previous)
        if previous is not None and previous.type in {"measure", "money"} and _is_passive(view, found.start - 1):
            found.type = previous.type
        return True
    if previous is None and not (following is not None and bounded):
        return False
    if not _may_stand_alone(view, found, previous):
        return False
    if view.form(found.start - 1) == "по" and is_money_talk(view, found.start, found.end):
        found.type = "money"
    elif previous is not None and not figure.collective:
        found.type = previous.type if takes_type(view, previous, found) else "count"
    return previous is not None


def _is_more_of_them(view: View, found: Draft) -> bool:
    """`постановило открыть ещё четыре`: as many again of what was spoken of."""
    figure = found.figure
    if figure is None or figure.in_figures or found.high < 2 or view.form(found.start - 1) != "еще":
        return False
    return found.start > 1 and view.tokens[found.start - 2].pos_ == "VERB"


def _is_rate(view: View, found: Draft, previous: Draft | None) -> bool:
    """`18 на сто`, `25 на 1000`: what a rate is reckoned on."""
    return view.form(found.start - 1) == "на" and previous is not None and previous.end == found.start - 1


def _is_large(view: View, found: Draft, previous: Draft | None, closed: bool) -> bool:
    """Thousands and millions by themselves: money where the sentence speaks of sums, else a count."""
    figure = found.figure
    assert figure is not None
    before = view.form(found.start - 1)
    if _is_passive(view, found.start - 1) and _is_many(view, found.start - 2):
        return True
    if previous is not None and (previous.type == "money" or (previous.type in TYPES and before in _AGAINST)):
        found.type = previous.type
    elif (
        is_money_talk(view, found.start, found.end)
        or (before == "за" and closed)
        or _is_worth(view, found)
        or is_dealt(view, found)
    ):
        found.type = "money"
        found.trace.append("money: the sentence speaks of sums")
    elif previous is not None and previous.type in TYPES:
        found.type = previous.type
    elif figure.bound == "vague":
        return False
    return found.type == "money" or found.rule[0] == "bounded" or previous is not None or closed


def _is_passive(view: View, at: int) -> bool:
    """Whether word `at` is a short participle that says nothing of people: `вывезено`, `выпущено`."""
    short = at >= 0 and view.tokens[at].morph.get("Variant", []) == ["Short"]
    return short and not view.form(at).startswith(stems("context", "counting", "stems"))


def _is_many(view: View, at: int) -> bool:
    """`акций выпущено 20 тыс.`: the genitive plural before the verb is what is counted."""
    morph = view.tokens[at].morph if at >= 0 else None
    return morph is not None and morph.get("Case", []) == ["Gen"] and morph.get("Number", []) == ["Plur"]


def _is_worth(view: View, found: Draft) -> bool:
    """`товару тысяч на четыреста`: what it is worth; `взял за нею восемьдесят тысяч`: her dowry."""
    dowry = view.form(found.start - 2) == "за" and view.form(found.start - 1) in {
        "ней",
        "нею",
        "женой",
        "женою",
        "дочерью",
    }
    return dowry or "на" in view.forms[found.start : found.end]


def _may_stand_alone(view: View, found: Draft, previous: Draft | None) -> bool:
    """Whether the word before lets a figure stand for what was named: no noun that it could be the number of."""
    before = view.form(found.start - 1)
    if view.form(found.start - 1) == "на" and view.form(found.end) in {"больше", "меньше", "более", "менее"}:
        return True
    if found.rule[0] == "bounded" or (found.figure is not None and found.figure.bound == "range"):
        return True
    if previous is not None and goes_on(view, found, previous):
        return True
    if is_adjective(view, found.start - 1) and view.tokens[found.start - 1].pos_ == "ADJ":
        return True
    if previous is not None and is_planned(view, found.start):
        return True
    if not before or not before[0].isalpha():
        return before in {",", "—", "–", ":", ";", "("} and not view.text(found.start).startswith("0")
    if before in word_set("context", "ellipsis", "before"):
        return True
    if before in word_set("context", "extent", "instrumental"):
        return True
    if found.figure is not None and not found.figure.in_figures and found.high >= 2:
        return True
    return not is_noun(view, found.start - 1) and view.tokens[found.start - 1].pos_ in {
        "VERB",
        "ADJ",
        "PRON",
        "CCONJ",
        "ADV",
    }


def _is_out_of(view: View, found: Draft) -> bool:
    """`двое из них`, `пять из коих`, `двое подрались`: a figure that stands for a part of what was named."""
    if found.figure is None or found.high < 2:
        return False
    beside = [view.tokens[i].pos_ for i in (found.start - 1, found.end) if 0 <= i < len(view)]
    if found.figure.collective and "VERB" in beside:
        return True
    if view.form(found.end) != "из":
        return False
    return found.figure.collective or view.form(found.end + 1) in {
        "них",
        "нас",
        "вас",
        "коих",
        "которых",
        "тех",
        "оных",
    }


def _says_money(form: str) -> bool:
    return form.startswith(stems("money", "context", "stems")) and not form.startswith(
        stems("context", "counting", "stems")
    )


def _looks_like_year(found: Draft) -> bool:
    figure = found.figure
    if figure is None or not figure.in_figures or figure.scale != 1 or figure.high.denominator != 1:
        return False
    return 900 <= figure.high <= 2100 and "blanks" not in figure.rule


def _is_closed(view: View, end: int) -> bool:
    """Whether a stop, a conjunction, a verb or a preposition follows, so that the next word is not counted."""
    following = view.form(end)
    if not following or following in word_set("context", "ellipsis", "after") or following == BREAK:
        return True
    if following.startswith(("жен", "муж", *stems("context", "counting", "stems"))):
        return True
    if is_adjective(view, end) and view.form(end + 1) in _ENDS:
        return True
    return view.tokens[end].pos_ in {"VERB", "ADP", "ADV", "CCONJ", "SCONJ"}


def _stops(view: View, end: int) -> bool:
    """Whether the figure is closed, or a particle or a pronoun follows: `за сорок не отдам`, `двое их`."""
    return _is_closed(view, end) or view.tokens[end].pos_ in {"PART", "PRON"}


def _counting_verb_before(view: View, start: int) -> bool:
    """`убито 40`, `ранено всего 120`, `их было 40`."""
    said = stems("context", "counting", "stems")
    for i in range(start - 1, max(start - 5, -1), -1):
        form = view.form(i)
        if form.startswith(said) or view.tokens[i].morph.get("Variant", []) == ["Short"]:
            return True
        if form not in word_set("context", "ellipsis", "before") and form not in {"—", "–", ":"}:
            return False
    return False
