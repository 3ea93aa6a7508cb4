"""Rules of numbered units and works (`155-й полк`, `3-я рота 5-го полка`, `госпиталь № 1733`)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.classes import is_guards
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import readings
from letopis.language.phrase import agreement

_MAX_ADJECTIVES, _MOST_MEN = 5, 3


def numbered_unit(match: Match) -> Proposal | None:
    """`155-й пехотный Кубанский полк`, `18-я дивизия`, `3-я рота 5-го запасного полка`."""
    doc, start = match.doc, match.start
    tokens = [token for token in doc[start : match.end] if not is_guards(token)]
    if not tokens[0].text[0].isdigit() and not tokens[0].text.isupper() and agreement(tokens) is None:
        return None
    return Proposal(start, _with_whole(doc, match.end), match.rule)


def _with_whole(doc: Doc, at: int) -> int:
    """Past the units in the genitive at `at` that the unit is part of (`роты 2-го батальона Уфимского полка`)."""
    end = _with_men(doc, at)
    while (stop := end_after(doc, end) if end < len(doc) else end) > end or (stop := _named_unit(doc, end)) > end:
        end = stop
    return end


def _with_men(doc: Doc, at: int) -> int:
    """Past the genitive at `at` that says what the unit is of (`бригады морской пехоты`)."""
    for length in range(_MOST_MEN, 0, -1):
        if tuple(token.lower_ for token in doc[at : at + length]) in lexicon.manned():
            return at + length
    return at


def _named_unit(doc: Doc, at: int) -> int:
    """The end of a unit with a name of its own in the genitive at `at`, or `at`."""
    stop = at
    while stop < len(doc) and (is_guards(doc[stop]) or (stop - at < _MAX_ADJECTIVES and _is_genitive(doc[stop]))):
        stop += 1
    named = any(token.text[0].isupper() for token in doc[at:stop] if not is_guards(token))
    if not named or stop >= len(doc) or not lexicon.is_military(doc[stop].lower_):
        return at
    return stop + 1 if any(one.case == "Gen" for one in readings(doc[stop].text)) else at


def _is_genitive(token: Token) -> bool:
    return any(one.role == "adjective" and one.case in {"Gen", None} for one in readings(token.text))


def end_after(doc: Doc, at: int) -> int:
    """The end of a numbered unit that begins with the ordinal at `at`, or `at`."""
    figure = doc[at].text.isdigit()
    if not doc[at].text[0].isdigit() or not (figure or "-" in doc[at].text):
        return at
    stop = at + 1
    while stop < len(doc) and stop - at <= _MAX_ADJECTIVES and doc[stop].pos_ == "ADJ":
        stop += 1
    if stop >= len(doc) or not lexicon.is_military(doc[stop].lower_):
        return at
    return stop + 1 if not figure or _is_formation_alone(doc, at + 1, stop) else at


def _is_formation_alone(doc: Doc, start: int, at: int) -> bool:
    """Whether a large unit in the genitive singular ends at `at`, so that the figure before it is its number."""
    frame = agreement(list(doc[start : at + 1]))
    return lexicon.is_formation(doc[at].lower_) and frame is not None and (frame.case, frame.number) == ("Gen", "Sing")


def figure_and_unit(match: Match) -> Proposal | None:
    """`13 армейский корпус`, `штаб 2 армии`: a figure without an ending that does not count."""
    doc = match.doc
    number, unit = int(doc[match.start].text), doc[match.end - 1]
    frame = agreement(list(doc[match.start + 1 : match.end]))
    if frame is None or frame.number != "Sing":
        return None
    last = number % 10 if number % 100 // 10 != 1 else 0
    if last == 1 and match.end - match.start == 2:
        return None
    counts = frame.case == "Gen" and last in {2, 3, 4} and match.end - match.start == 2
    if not unit.text.islower() or (counts and not _is_part(doc, match.start)):
        return None
    return Proposal(match.start, _with_whole(doc, match.end), match.rule)


def _is_part(doc: Doc, at: int) -> bool:
    """Whether a noun of an organ or part stands before the figure (`штаб 2 армии`)."""
    return at > 0 and lexicon.is_organ(doc[at - 1].lower_)


def with_number(match: Match) -> Proposal | None:
    """`совхоз № 5`, `эвакогоспиталь № 1733`."""
    doc, start = match.doc, match.start
    while start > 0 and doc[start - 1].text[0].isupper() and agreement(list(doc[start - 1 : match.start + 1])):
        start -= 1
    return Proposal(start, match.end, match.rule)


RULES: list[Rule[Proposal]] = [
    Rule("numbered-unit", "<guards>{0,2} (<ordinal>|<ordinal-word>) <adjective>{0,5} <unit>", numbered_unit),
    Rule("numbered-house", "<ordinal> <adjective>{0,4} <figured>", numbered_unit),
    Rule("guards-unit", "<guards>{1,2} <adjective>{1,3} <unit>", numbered_unit),
    Rule("figure-and-unit", "<digits> <adjective>{0,4} <unit&formation>", figure_and_unit),
    Rule("numbered-works", "<works> <number-sign> <digits>", with_number),
]
