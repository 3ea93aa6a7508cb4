"""Every numeral of a document, found in one pass from left to right."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from spacy.tokens import Doc

from letopis.dimensions.numeral.lexicon import lookup, neighbours
from letopis.dimensions.numeral.numeral import Kind, Numeral, Written, plain
from letopis.dimensions.numeral.roman import roman
from letopis.dimensions.numeral.slavonic import slavonic
from letopis.dimensions.numeral.view import View
from letopis.dimensions.numeral.words import Composed, compose
from letopis.language.memory import memory

__all__ = ["Numeral", "numerals"]

_STORE = "letopis.numerals"


def numerals(doc: Doc) -> list[Numeral]:
    """The numerals of `doc`: maximal, non-overlapping, by start; computed once a document."""
    cached = memory(doc).get(_STORE)
    if cached is None or cached[0] != len(doc):
        cached = (len(doc), read(View(doc)))
        memory(doc)[_STORE] = cached
    return cast(list[Numeral], cached[1])


def read(view: View) -> list[Numeral]:
    """The numerals of the words in `view`."""
    found: list[Numeral] = []
    at = 0
    while at < len(view):
        numeral, end = _read_at(view, at)
        if numeral is not None and (piled := _after_multipliers(view, end)) > end:
            numeral, end = None, piled
        if numeral is not None:
            found.append(numeral)
        at = end
    return found


def _read_at(view: View, at: int) -> tuple[Numeral | None, int]:
    text = view.texts[at]
    written_in_letters = roman(text, alone=view.form(at + 1) in neighbours("century"))
    if written_in_letters is not None:
        return _letters(view, at, at + 1, written_in_letters, "roman"), at + 1
    if view.has_titlo and (old := _slavonic(view, at)) is not None:
        return _letters(view, at, old[0], old[1], "cyrillic"), old[0]
    if _is_other_word(view, at):
        return None, at + 1
    composed = compose(view, at)
    if composed is None:
        return None, at + 1
    return _numeral(view, at, composed), composed.end


def _after_multipliers(view: View, at: int) -> int:
    """The view index after multipliers that nothing in the number before them makes room for.

    `десяток тысяч миллионов миллиардов` says no number at all.
    """
    while (word := lookup(view.form(at))) is not None and word.role == "multiplier" and not word.abbreviation:
        at += 1
    return at


def _slavonic(view: View, at: int) -> tuple[int, int] | None:
    """The view index after, and the value of, a numeral under a titlo; marks may stand as words of their own."""
    end, text = at, ""
    while end < min(len(view), at + 6) and (end == at or view.joins(end - 1)):
        text += view.texts[end]
        end += 1
    while end > at:
        if (value := slavonic(text)) is not None and not text.endswith("."):
            return end, value
        end -= 1
        text = text[: len(text) - len(view.texts[end])]
    return None


def _letters(view: View, at: int, end: int, value: int, kind: str) -> Numeral:
    return Numeral(
        view.tokens[at].i,
        view.tokens[end - 1].i + 1,
        value,
        cast(Kind, kind),
        cast(Written, kind),
        f"{kind}-letters",
    )


def _is_other_word(view: View, at: int) -> bool:
    """Whether a form that is also another word (`семью`, `сорока`, `три`) is that word here."""
    form = view.forms[at]
    if form not in neighbours("homographs"):
        return False
    pos = view.tokens[at].pos_
    return pos in {"VERB", "AUX", "PRON", "DET"} or (
        form == "семью" and pos not in {"", "NUM"} and _followed_by_nothing_counted(view, at)
    )


def _followed_by_nothing_counted(view: View, at: int) -> bool:
    """`семью` is seven only before a plural instrumental or another numeral."""
    if at + 1 >= len(view):
        return True
    if lookup(view.form(at + 1)) is not None:
        return False
    morph = view.tokens[at + 1].morph
    return not (morph.get("Case", []) == ["Ins"] and morph.get("Number", []) == ["Plur"])


def _numeral(view: View, at: int, composed: Composed) -> Numeral:
    bounded = composed.high is not None
    case = next(iter(composed.cases)) if len(composed.cases) == 1 else None
    kind: Kind = composed.kind
    if "fraction" in composed.steps:
        kind = "fraction"
    written: Written = (
        "mixed" if composed.with_figures and composed.with_words else ("digits" if composed.with_figures else "words")
    )
    return Numeral(
        view.tokens[at].i,
        view.tokens[composed.end - 1].i + 1,
        plain(composed.value),
        kind,
        written,
        _rule(composed, written),
        case,
        plain(composed.value) if bounded else None,
        plain(cast(Fraction, composed.high)) if bounded else None,
        plain(composed.scale),
        composed.inverted,
        composed.over,
    )


def _rule(composed: Composed, written: Written) -> str:
    """The rule's readable name: how figures were read, what was added, and whether a multiplier stood with them."""
    steps = [step for step in dict.fromkeys(composed.steps) if step != "fraction"]
    if written == "words" and not steps:
        steps = {"ordinal": ["ordinal-words"], "collective": ["collective"]}.get(composed.kind, ["number-words"])
    if composed.scale != 1 and not composed.inverted and "plural-multiplier" not in steps:
        steps.append("multiplier")
    return "-".join(steps)
