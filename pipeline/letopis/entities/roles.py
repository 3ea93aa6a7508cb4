"""What each date does in its text: heads it, tells its main line, or stands aside from that."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Span

from letopis.dimensions.date.expressions import After, Before, Date, DayFrom, Expression, Shift, Year, leaves
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import is_verb, sentence
from letopis.entities.datelines import heads, is_of_writing, opens_act
from letopis.entities.words import words

Role = Literal[
    "dateline",
    "entry",
    "heading",
    "now",
    "aside",
    "back",
    "reported",
    "account",
    "document",
    "quoted",
    "relative",
    "planned",
    "main",
]

HEADS = frozenset({"dateline", "entry", "heading"})
"""What stands over a text and not in it."""
_CLAUSE = 8
"""Tokens: how far back the pronoun that opens a date's clause may stand."""
_BACK = frozenset({"еще", "некогда", "прежде", "ранее", "раньше"})
_PAST_YEAR = frozenset({"прошлый", "минувший", "прошедший", "истекший", "позапрошлый"})
_LETTERED = words("papers")
_NOW = frozenset({"теперь", "ныне", "нынче", "сейчас", "пишу", "сегодня"})
_ADVERB = 8
"""Tokens: how far before a date a word of the moment of writing may stand."""
_SAYING = words("saying")
_PERIODS = 3
"""How many parts of a sentence, cut at `;`, back the verb of saying may stand."""
_THAT = frozenset({"что", "будто", "якобы"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


def roles(doc: Doc, dates: list[Span], expressions: dict[Span, Expression]) -> dict[Span, Role]:
    """What each date does in the text; `main` dates tell when the events of the main line were."""
    bracketed = _bracketed(doc)
    found: dict[Span, Role] = {}
    told: set[int] = set()
    main = -1
    personal = any(token.morph.get("Person", []) == ["1"] for token in doc)
    quoted = _quoted(doc)
    for date in dates:
        expression = expressions.get(date)
        told |= _years(expression)
        if date.start and date.doc[date.start - 1].lower_ == "на" and _is_year(expression):
            found[date] = "aside"
        elif not found and expression is not None and _is_plain(expression) and opens_act(date):
            found[date] = "dateline"
        elif not _is_now(date, expression) and heads(date) and expression is not None and _is_plain(expression):
            day = any(isinstance(leaf, Date) and leaf.day for leaf in leaves(expression))
            found[date] = ("dateline" if personal or is_of_writing(date, not found) else "entry") if day else "heading"
        elif _is_now(date, expression):
            found[date] = "now"
        elif _closes_year(date, expression, told):
            found[date] = "account"
        elif date.start in bracketed:
            found[date] = "aside"
        elif date.start in quoted:
            found[date] = "quoted"
        elif _looks_back(date, expression):
            shifted = expression is not None and any(isinstance(leaf, Shift) for leaf in leaves(expression))
            found[date] = "reported" if said(date) and not shifted else "back"
        elif _of_document(date):
            found[date] = "document"
        elif _is_listed(date):
            found[date] = "aside"
        elif _is_reported(date, main):
            found[date] = "reported"
        elif _in_relative(date) or _is_attribute(date, expression):
            found[date] = "relative"
        else:
            found[date] = "main"
            main = date.start
    return found


def _is_year(expression: Expression | None) -> bool:
    """`смета на 1915 год` is for that year, not of it."""
    return (
        isinstance(expression, Date) and expression.month is None and bool(expression.year and expression.year.number)
    )


def _years(expression: Expression | None) -> set[int]:
    """The years that a date names by number."""
    named = (getattr(leaf, "year", None) for leaf in (leaves(expression) if expression else ()))
    return {year.number for year in named if isinstance(year, Year) and year.number is not None}


def _closes_year(date: Span, expression: Expression | None, told: set[int]) -> bool:
    """`к 1 января 1912 г.` in a report on 1911: the account is of the year before."""
    if not isinstance(expression, Date) or (expression.month, expression.day) != (1, 1) or not expression.year:
        return False
    before = date.doc[date.start - 1].lower_ if date.start else ""
    return before in {"к", "на"} and (expression.year.number or 0) - 1 in told


def _is_plain(expression: Expression) -> bool:
    if isinstance(expression, After | Before):
        return False
    return not any(isinstance(leaf, Shift) for leaf in leaves(expression))


def _is_now(date: Span, expression: Expression | None) -> bool:
    """`ныне, в 1889 году`: the date is told to be that of writing; `сегодня` itself is counted from it."""
    if expression is None or any(isinstance(leaf, DayFrom | Shift) for leaf in leaves(expression)):
        return False
    first, words = sentence(date.doc, date.start).start, 0
    for token in reversed(date.doc[max(first, date.start - _ADVERB) : date.start]):
        if fold(token.text) in _NOW:
            return True
        if not (token.is_punct or token.pos_ == "ADP") or words == 3:
            return False
        words += not token.is_punct
    return False


def _bracketed(doc: Doc) -> set[int]:
    """The tokens inside brackets; a bracket left open ends with its line."""
    inside, depth = set(), 0
    for token in doc:
        if token.text in _OPEN:
            depth += 1
        elif token.text in _CLOSE or (token.is_space and "\n" in token.text):
            depth = max(0, depth - 1) if token.text in _CLOSE else 0
        elif depth:
            inside.add(token.i)
    return inside


def _quoted(doc: Doc) -> dict[int, int]:
    """The tokens inside guillemets, each with the place where its quotation opens; one left open ends with its line."""
    inside: dict[int, int] = {}
    opened: list[int] = []
    for token in doc:
        if token.text == "«":
            opened.append(token.i)
        elif token.text == "»":
            opened = opened[:-1]
        elif token.is_space and "\n" in token.text:
            opened = []
        elif opened:
            inside[token.i] = opened[0]
    return inside


def _looks_back(date: Span, expression: Expression | None) -> bool:
    """`двумя годами ранее`, `ещё в 1797 году`: the main line does not move there."""
    if expression is not None and any(_steps_away(leaf) for leaf in leaves(expression)):
        return True
    if isinstance(expression, Shift) and (expression.halves or 0) > 0:
        return False
    nearest = date.doc[date.start - 1] if date.start else None
    if nearest is not None and nearest.lemma_ in _PAST_YEAR:
        return True
    before = [token for token in date.doc[max(0, date.start - 2) : date.start] if token.is_alpha]
    return any(fold(token.text) in _BACK for token in before)


def _steps_away(leaf: Expression) -> bool:
    """Whether the date is before the main line, or another year or day than the one of writing."""
    if isinstance(leaf, Shift):
        return (leaf.halves or 0) < 0
    if isinstance(leaf, DayFrom) and leaf.deictic:
        return False
    for holder in (leaf, getattr(leaf, "year", None), getattr(leaf, "month", None)):
        offset = getattr(holder, "offset", None)
        if offset and (getattr(holder, "deictic", False) or offset < 0):
            return True
    return False


def _is_listed(date: Span) -> bool:
    """`№ 231. Дневник, с 9 января 1872 г.`: a numbered thing of a list and its date, told without a verb."""
    around = sentence(date.doc, date.start)
    if any(is_verb(token) for token in around):
        return False
    return any(token.text == "№" for token in date.doc[max(0, around.start - 4) : date.start])


def _in_relative(date: Span) -> bool:
    """`полковника, который в 1822 году учредил управу`."""
    before = date.doc[max(sentence(date.doc, date.start).start, date.start - _CLAUSE) : date.start]
    for token in reversed(before):
        if token.text in {";", ":"} or is_verb(token):
            return False
        if token.lemma_ in {"который", "кой"}:
            return True
    return False


def _is_attribute(date: Span, expression: Expression | None) -> bool:
    """`урожай 1868 г.`, `устав 1874 года`: the year tells which thing is meant."""
    before = date.doc[date.start - 1] if date.start else None
    return _is_year(expression) and before is not None and before.pos_ == "NOUN" and date.text[-1:] in {".", "а"}


def _of_document(date: Span) -> bool:
    """`указ от 9 июля`: the date of a document, not of an event; but `указом от 9 июля отменено` tells when."""
    if date.start < 2 or date.doc[date.start - 1].lower_ != "от":
        return False
    named = [token for token in date.doc[max(0, date.start - 5) : date.start - 1] if fold(token.lemma_) in _LETTERED]
    return bool(named) and named[-1].morph.get("Case", []) != ["Ins"]


def _is_reported(date: Span, main: int) -> bool:
    """`12 марта показал, что в 1771 году бежал`: the date of what is said, after that (at `main`) of the saying."""
    return main >= sentence(date.doc, date.start).start and _is_said(date, main)


def said(date: Span) -> bool:
    """Whether the date stands in what its sentence says somebody told."""
    start = sentence(date.doc, date.start).start
    for _ in range(_PERIODS):
        if not start or date.doc[start - 1].text != ";":
            break
        start = sentence(date.doc, start - 1).start
    return _is_said(date, start)


def _is_said(date: Span, start: int) -> bool:
    said = False
    for token in date.doc[start : date.start]:
        if token.pos_ == "VERB":
            said = fold(token.lemma_) in _SAYING
        elif said and token.lower_ in _THAT:
            return True
    return False
