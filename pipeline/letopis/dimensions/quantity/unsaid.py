"""Figures in words that stand by themselves: `девятерых поймали`, `получили три вместо восьми`, `за сорок не отдам`."""

from __future__ import annotations

from letopis.dimensions.numeral.lexicon import lookup, neighbours
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.dimensions.quantity.setting import is_money_talk, is_noun

_HOURS = 12
_CLAUSE = 7
_STOPS = frozenset({".", ";", "!", "?", ":", BREAK, ""})
_INSTRUMENTAL = ("мя", "ью", "ми", "ым", "им")


def stands_unsaid(view: View, found: Draft) -> bool:
    """Whether a figure in words counts what the text names elsewhere: no time of day, no saying, no pointing at some
    that were told before (`эти двое`)."""
    figure = found.figure
    if figure is None or figure.in_figures or found.low < 2 or figure.bound == "vague":
        return False
    if figure.end - figure.start == 1 and _is_collection(view.form(figure.start)) and not is_dealt(view, found):
        return False
    if figure.end - figure.start == 1 and view.form(figure.start) in neighbours("homographs"):
        beside = view.tokens[figure.end].pos_ if figure.end < len(view) else ""
        if view.tokens[figure.start].pos_ in {"NOUN", "VERB"} or beside in {"ADV", "VERB"}:
            return False
    if view.form(found.start - 1) in word_set("context", "unsaid", "pointing") or is_noun(view, found.end):
        return False
    return not (_is_hour(view, found) or _is_saying(view, found) or is_ratio(view, found))


def type_unsaid(view: View, found: Draft, previous: Draft | None) -> str:
    """What such a figure tells: money where it is a price, what is left of a measure or a sum, else a count."""
    figure = found.figure
    if figure is not None and figure.collective:
        return "count"
    if is_dealt(view, found):
        return "money"
    if previous is None or previous.type not in {"money", "measure"}:
        return "count"
    left = _says(view, found.start, "left")
    before = view.form(found.start - 1)
    same = before == view.form(previous.start - 1) and view.tokens[found.start - 1].pos_ == "ADP"
    return previous.type if left or same else "count"


def _is_collection(form: str) -> bool:
    """`сотня`, `десяток`, `дюжина`: a body of men, a set of things, as often as a figure."""
    word = lookup(form)
    return word is not None and (word.role in {"multiplier", "counting"} or form.startswith(("полсотн", "полусотн")))


def is_dealt(view: View, found: Draft) -> bool:
    """Whether a figure is a price beside a verb of dealing: `за сорок не отдам`, `уступил по пятнадцати`."""
    figure = found.figure
    if figure is None or figure.collective:
        return False
    priced = view.form(found.start - 1) in word_set("context", "unsaid", "priced")
    dealing = stems("context", "unsaid", "dealing")
    near = _near(view, found.start, found.end)
    if priced and any(form.startswith(dealing) for form in near):
        return True
    return priced and is_money_talk(view, found.start, found.end)


def _near(view: View, start: int, end: int) -> list[str]:
    """The words of the clause around words `start:end`; a comma ends it after the first verb only."""
    words: list[str] = []
    for step, first in ((-1, start - 1), (1, end)):
        i = first
        while abs(i - first) < _CLAUSE and view.form(i) not in _STOPS:
            words.append(view.form(i))
            i += step
    return words


def _says(view: View, start: int, key: str) -> bool:
    said = stems("context", "unsaid", key)
    return any(view.form(i).startswith(said) for i in range(max(0, start - 3), start))


def _is_hour(view: View, found: Draft) -> bool:
    """`в десять`, `к шести`, `до одиннадцати`, `не позже двух`, `без четверти пять`."""
    figure = found.figure
    assert figure is not None
    if found.high > _HOURS or figure.collective:
        return False
    before = view.form(figure.start - 1)
    if before in {"с", "со"} and view.form(figure.end - 1).endswith(_INSTRUMENTAL):
        return False
    if before in word_set("context", "unsaid", "hour") or view.form(figure.end) in word_set(
        "context", "clock", "after"
    ):
        return not (before in {"до", "около"} and _says(view, figure.start - 1, "counting"))
    return False


def _is_saying(view: View, found: Draft) -> bool:
    """`ест за троих`, `по двое`, `одно из двух`, `раз, два, три`, `дважды два`."""
    figure = found.figure
    assert figure is not None
    before, earlier = view.form(found.start - 1), view.form(found.start - 2)
    if figure.collective and before in {"за", "по"}:
        return True
    if before == "из" and earlier in {"одно", "одного", "одним"}:
        return True
    if before in word_set("context", "unsaid", "times"):
        return True
    told = before in {",", "и", "или", "…"} and (earlier == "раз" or _counts_on(view, found.start - 2))
    return told and found.high <= _HOURS


def _counts_on(view: View, at: int) -> bool:
    """`раз, два`: counting aloud."""
    return lookup(view.form(at)) is not None and view.form(at - 1) == "," and view.form(at - 2) == "раз"


def is_ratio(view: View, found: Draft) -> bool:
    """Whether a figure in words is a side of a ratio: `три к одному`, `двое на одного`."""
    after, before = view.form(found.end), view.form(found.start - 1)
    if found.figure is None or found.figure.in_figures:
        return False
    if after in {"к", "ко", "на"} and lookup(view.form(found.end + 1)) is not None:
        return True
    return before in {"к", "ко", "на"} and lookup(view.form(found.start - 2)) is not None
