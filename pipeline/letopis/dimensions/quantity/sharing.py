"""What a figure leaves unsaid and its neighbours say: a shared noun, a shared multiplier, the members of a count."""

from __future__ import annotations

from fractions import Fraction

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems
from letopis.dimensions.quantity.scene import Scene, draft
from letopis.dimensions.quantity.setting import is_money_talk, is_numbered

_OPENING = frozenset("«\"„“'")
_CLOSING = frozenset("»\"“”'")
_LINKS = frozenset({",", "и", "или", ";"})


def bare(scene: Scene) -> Draft | None:
    """A figure whose noun is unsaid; whether it is a quantity at all is decided beside its neighbours."""
    view, figure = scene.view, scene.figure
    if figure.fraction or is_numbered(view, figure.start, loosely=True) or _is_mark(view, figure.start, figure.end):
        return None
    found = draft(scene, "bare-number")
    found.elliptical = True
    return found


def _is_mark(view: View, start: int, end: int) -> bool:
    """`1)`, `2.` at a line's start, `(5)`, `[12]`: a mark of a list, note or page."""
    before, after = view.text(start - 1), view.text(end)
    if before in {"(", "[", "{", "/", "+", "=", "*"} or after in {")", "]", "}", "/", "=", "-", "+", "×", "x", "х"}:
        return True
    if after == ":" and view.joins(end):
        return True
    return before in {"", BREAK} and (after in {".", "", BREAK} or not after)


def settle(view: View, drafts: list[Draft]) -> list[Draft]:
    """Drafts with what is shared filled in; bare figures that nothing supports are dropped."""
    for n in range(len(drafts) - 2, -1, -1):
        if drafts[n].elliptical and not drafts[n + 1].elliptical:
            _share(view, drafts[n], drafts[n + 1])
    kept: list[Draft] = []
    for n, found in enumerate(drafts):
        if found.elliptical and found.rule[-1] == "bare-number":
            previous = next((d for d in reversed(kept[-3:]) if _same_sentence(view, d.end, found.start)), None)
            following = drafts[n + 1] if n + 1 < len(drafts) else None
            if not _supported(view, found, previous, following):
                continue
        kept.append(found)
    return kept


def _share(view: View, found: Draft, following: Draft) -> None:
    """`39 и 45 тыс. винтовок`: the head after the last figure belongs to each."""
    between = view.forms[found.end : following.start]
    if following.elliptical or following.figure is None or following.start < found.end:
        return
    inverted = "inverted" in following.rule[-1]
    if not between or not set(between) <= _LINKS | {"до"} or ";" in between or inverted:
        return
    figure = found.figure
    if figure is None:
        return
    if figure.scale == 1 < following.scale and found.low <= 10 * (following.high / following.scale):
        found.low, found.high = found.low * following.scale, found.high * following.scale
    found.type, found.unit, found.unit_name = following.type, following.unit, following.unit_name
    found.item, found.material, found.elliptical = following.item, following.material, False
    found.rule[-1] = "number-sharing-noun"
    found.trace.append(f"shares: {following.item or following.unit_name} of the figure after it")


def _supported(view: View, found: Draft, previous: Draft | None, following: Draft | None) -> bool:
    """Whether a bare figure counts: bounded, after a verb of counting, or beside other quantities."""
    figure = found.figure
    assert figure is not None
    money = is_money_talk(view, found.start, found.end)
    near = previous is not None and previous.type in {"count", "money", "measure"}
    if _looks_like_year(found) and not (near and found.rule[0] == "bounded"):
        return False
    if previous is not None and near and _goes_on_with_multiplier(view, found, previous):
        found.low, found.high = found.low * previous.scale, found.high * previous.scale
        found.rule[-1] = "number-with-unsaid-multiplier"
        found.trace.append(f"the multiplier {previous.scale} of the figure before goes on")
        return True
    if previous is not None and previous.type == "money" and (money or previous.unit is not None) and figure.high >= 10:
        found.type = "money"
        return _closed(view, found) or figure.scale > 1
    if figure.scale >= 1000 and (money or view.form(found.start - 1) == "за"):
        found.type = "money"
        found.trace.append("money: the sentence speaks of sums")
        return True
    if figure.scale >= 1000 or "plural-multiplier" in figure.rule:
        return figure.bound != "vague" and (found.rule[0] == "bounded" or near or figure.in_figures)
    if not _closed(view, found):
        return False
    return _counting_verb_before(view, found.start) or (found.rule[0] == "bounded" and near)


def _looks_like_year(found: Draft) -> bool:
    figure = found.figure
    return (
        figure is not None
        and figure.in_figures
        and figure.scale == 1
        and figure.high.denominator == 1
        and 900 <= figure.high <= 2100
        and "blanks" not in figure.rule
    )


def _closed(view: View, found: Draft) -> bool:
    """Whether a stop, a conjunction or a preposition follows, so that nothing is counted by the next word."""
    following = view.form(found.end)
    if following in {
        ",",
        ".",
        ";",
        ":",
        "",
        BREAK,
        "и",
        "а",
        "но",
        "из",
        "—",
        "–",
        "против",
        "же",
        "с",
        "в",
        "на",
        "по",
    }:
        return True
    return view.tokens[found.end].pos_ in {"VERB", "ADP", "CCONJ", "SCONJ"}


def _counting_verb_before(view: View, start: int) -> bool:
    """`убито 40`, `ранено всего 120`, `их было 40`."""
    said = stems("context", "counting", "stems")
    for i in range(start - 1, max(start - 4, -1), -1):
        form = view.form(i)
        if form.startswith(said):
            return True
        if form not in {
            "всего",
            "их",
            "до",
            "только",
            "лишь",
            "около",
            "было",
            "еще",
            "же",
            "ныне",
            "более",
            "человек",
        }:
            return False
    return False


def _goes_on_with_multiplier(view: View, found: Draft, previous: Draft) -> bool:
    """`12 тыс. пленных, … писал о 20`: thousands left unsaid after a preposition."""
    figure = found.figure
    if (
        figure is None
        or previous.figure is None
        or previous.scale < 1000
        or figure.scale != 1
        or not _closed(view, found)
    ):
        return False
    coefficient = previous.high / previous.scale
    governed = view.form(found.start - 1) in {"о", "об", "до", "на", "в", "с", "к", "из", "только", "лишь", "не"}
    return governed and coefficient / 10 <= found.high <= coefficient * 10 and found.high < 1000


def _same_sentence(view: View, end: int, start: int) -> bool:
    if start - end > 40:
        return False
    return not any(view.texts[i] == BREAK or view.tokens[i].is_sent_start for i in range(end, start))


def members(view: View, found: Draft) -> list[str] | None:
    """`два миноносца — «Живой» и «Жуткий»`: the proper names listed as the counted things."""
    if found.type != "count" or found.bound != "exact" or found.item is None or not 1 < found.high <= 12:
        return None
    at = found.end
    if view.form(at) not in {"—", "–", "-", ":", "("} and view.text(at) not in _OPENING:
        return None
    at += view.text(at) not in _OPENING
    names: list[str] = []
    quoted = True
    while at < len(view):
        name, end, marked = _name(view, at)
        if name is None:
            break
        names.append(name)
        quoted &= marked
        if view.form(end) not in {",", "и", "да"}:
            break
        at = end + 1 + (view.form(end) == "," and view.form(end + 1) == "и")
    if names and (Fraction(len(names)) == found.high or (quoted and len(names) > 1 and len(names) <= found.high)):
        return names
    return None


def _name(view: View, at: int) -> tuple[str | None, int, bool]:
    """A name in quotation marks, or up to three capitalised words."""
    text = view.text(at)
    if text in _OPENING:
        for end in range(at + 1, min(at + 8, len(view))):
            if view.texts[end] in _CLOSING:
                return _joined(view, at + 1, end), end + 1, True
        return None, at, False
    end = at
    while end < min(at + 3, len(view)) and view.texts[end][:1].isupper() and view.texts[end][:1].isalpha():
        end += 1
    return (_joined(view, at, end), end, False) if end > at else (None, at, False)


def _joined(view: View, start: int, end: int) -> str:
    parts = [view.texts[i] + ("" if view.joins(i) or i == end - 1 else " ") for i in range(start, end)]
    return "".join(parts)
