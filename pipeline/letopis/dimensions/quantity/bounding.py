"""Words that bound a figure: before it, after it, and the `до` that ends a change."""

from __future__ import annotations

from dataclasses import dataclass

from letopis.dimensions.numeral.lexicon import fold, lookup
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.figures import Figure
from letopis.dimensions.quantity.lexicon import bounds, load, stems, word_set

_ROUND = frozenset(
    {
        "десяток",
        "десятка",
        "сотню",
        "тысячу",
        "дюжину",
        "миллион",
        "полсотни",
        "полсотню",
        "полдюжины",
        "полтысячи",
        "полтораста",
    }
)
_REACH = 7
_OLDEST = 110


@dataclass(frozen=True, slots=True)
class Bounding:
    """Where a bounding phrase begins or ends, what it makes of the figure, and its words."""

    at: int
    bound: str
    words: str
    age: bool = False


def bound_before(view: View, start: int, floor: int, figure: Figure) -> Bounding | None:
    """The phrase right before word `start`; one preposition may stand between (`почти в 9 млн`)."""
    between = load("bounds")["between"]
    for gap in (0, 1):
        if gap and view.form(start - 1) not in between["prepositions"]:
            return None
        at = start - 1 - gap
        if at < floor:
            return None
        for phrase in bounds("before").get(view.form(at), ()):
            first = at - len(phrase.words) + 1
            if first < floor or tuple(view.forms[first : at + 1]) != phrase.words:
                continue
            if gap and (phrase.bound not in between["after"] or phrase.words[-1] in between["not_after"]):
                continue
            found = _decided(view, first, phrase.bound, " ".join(phrase.words), figure)
            if found is not None:
                return found
    return None


def _decided(view: View, first: int, bound: str, words: str, figure: Figure) -> Bounding | None:
    if bound in {"under", "with", "beyond"}:
        return _preposition(view, first, bound, words, figure)
    if bound == "older":
        return Bounding(first, "more_than", words, age=True)
    if words == "до" and ends_a_change(view, first):
        return None
    return Bounding(first, bound, words, age=words in {"моложе", "не моложе", "не старше"})


def _preposition(view: View, first: int, bound: str, words: str, figure: Figure) -> Bounding | None:
    """`под` before an accusative, `с` before a round number in the accusative."""
    form = view.form(figure.start)
    if bound == "with":
        fits = (form in _ROUND or _is_accusative(form)) and figure.end - figure.start == 1
        fits = fits and view.form(figure.end + 1) != "до" and view.form(figure.end) != "до"
        return Bounding(first, "approximate", words) if fits else None
    if bound == "beyond":
        closed = view.form(figure.end) in {"", ",", ".", ";", "!", "?", ")", "—", "и", "а"} and figure.high < _OLDEST
        aged = (view.form(figure.end) == "лет" or closed) and owner_before(view, first)
        return Bounding(first, "more_than", words) if aged else None
    if bound == "under":
        instrumental = form.endswith(("ью", "умя", "емя", "ьмя", "ами", "им", "ста", "ною", "ной"))
        following = view.form(figure.end)
        fits = not instrumental and not following.endswith(("ами", "ями", "ыми", "ими")) and figure.low >= 10
        return Bounding(first, "approximate", words) if fits else None
    return None


def _is_accusative(form: str) -> bool:
    """`с пятьсот`, `с двадцать`: a ten or a hundred in a form that is no genitive and no instrumental."""
    word = lookup(form)
    if word is None or word.role not in {"teens", "tens", "hundreds"}:
        return False
    return "Nom" in word.cases and not word.cases & {"Gen", "Ins"}


def owner_before(view: View, at: int) -> bool:
    """`ему уже за`, `ей было далеко за`."""
    for i in range(at - 1, max(at - 5, -1), -1):
        if view.form(i) in word_set("context", "age", "dative"):
            return True
        if view.form(i) not in word_set("context", "age", "apart"):
            return False
    return False


def ends_a_change(view: View, at: int) -> bool:
    """Whether `до` at word `at` says where a change ended: `увеличен до 50`, `с 3,2% до 3,9%`."""
    for i in range(at - 1, max(at - 1 - _REACH, -1), -1):
        form = view.form(i)
        if form in {".", ";", BREAK, ":"} and not (form == "." and view.joins(i - 1)):
            return False
        if form in {"с", "со"} and view.form(i + 1)[:1].isdecimal() and view.form(i + 2) != "по":
            return True
        if form.startswith(stems("bounds", "change", "stems")) and len(form) > 3:
            return True
    return False


def bound_after(view: View, end: int) -> Bounding | None:
    """The phrase right after word `end - 1`: `с лишним`, `и более`, `или около того`."""
    for phrase in bounds("after").get(view.form(end), ()):
        last = end + len(phrase.words)
        if tuple(view.forms[end:last]) != phrase.words:
            continue
        following = view.form(last)
        closed = not following or following in {",", ".", ";", ":", ")", "—", "–", BREAK, "и", "а", "но"}
        open_ended = phrase.words[0] in {"с", "слишком", "если"} or phrase.words[-1] == "того"
        if open_ended or closed or (phrase.words[0] in {"и", "или"} and not _counts(view, last)):
            return Bounding(last, phrase.bound, " ".join(phrase.words))
    return None


def _counts(view: View, at: int) -> bool:
    form = view.form(at)
    return form[:1].isdecimal() or lookup(form) is not None or view.text(at)[:1].isalpha()


def is_preposition(form: str) -> bool:
    """Whether a word may stand between an inverted noun and its figure: `верстах в сорока`, `человек с сорок`."""
    return fold(form) in word_set("bounds", "between", "prepositions") or form in {"под", "по"}
