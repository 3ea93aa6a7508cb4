"""Which dates govern a text: datelines of letters, headings of diaries and chronicles, and which are only asides."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.date.expressions import After, Before, Date, DayFrom, Expression, Shift, Year, leaves
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.surroundings import sentence

Role = Literal[
    "dateline",
    "entry",
    "heading",
    "now",
    "aside",
    "back",
    "account",
    "document",
    "quoted",
    "relative",
    "planned",
    "main",
]

LONGEST_HEADING = 13
LONGEST_ADDRESS = 24
_CLAUSE = 8
"""Tokens: how far back the pronoun that opens a date's clause may stand."""
_NOW = frozenset({"теперь", "ныне", "нынче", "сейчас", "пишу", "сегодня"})
_BACK = frozenset({"еще", "некогда", "прежде", "ранее", "раньше"})
_PAST_YEAR = frozenset({"прошлый", "минувший", "прошедший", "истекший", "позапрошлый"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_LETTERED = frozenset(
    {
        "письмо",
        "указ",
        "приказ",
        "рапорт",
        "донесение",
        "отношение",
        "предписание",
        "грамота",
        "закон",
        "постановление",
        "депеша",
        "телеграмма",
        "циркуляр",
        "нота",
        "декрет",
    }
)


def roles(doc: Doc, dates: list[Span], expressions: dict[Span, Expression]) -> dict[Span, Role]:
    """What each date does in the text; `main` dates tell when the events of the main line were."""
    bracketed = _bracketed(doc)
    found: dict[Span, Role] = {}
    told: set[int] = set()
    personal = any(token.morph.get("Person", []) == ["1"] for token in doc)
    quoted = _quoted(doc)
    for date in dates:
        expression = expressions.get(date)
        told |= _years(expression)
        if date.start and date.doc[date.start - 1].lower_ == "на" and _is_year(expression):
            found[date] = "aside"
        elif not _is_now(date) and _heads(date) and expression is not None and _is_plain(expression):
            day = any(isinstance(leaf, Date) and leaf.day for leaf in leaves(expression))
            found[date] = ("dateline" if personal or _is_of_writing(date, not found) else "entry") if day else "heading"
        elif _is_now(date):
            found[date] = "now"
        elif _closes_year(date, expression, told):
            found[date] = "account"
        elif date.start in bracketed:
            found[date] = "aside"
        elif date.start in quoted:
            found[date] = "quoted"
        elif _looks_back(date, expression):
            found[date] = "back"
        elif _of_document(date):
            found[date] = "document"
        elif _is_listed(date):
            found[date] = "aside"
        elif _in_relative(date) or _is_attribute(date, expression):
            found[date] = "relative"
        else:
            found[date] = "main"
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


def _heads(date: Span) -> bool:
    """A line that begins with a short verbless sentence holding the date at its start or end."""
    words = _clause(date)
    if len(words) - len(date) > LONGEST_HEADING or any(_is_verb(token) for token in words if token not in date):
        return False
    before = [token for token in words if token.i < date.start]
    after = [token for token in words if token.i >= date.end and not token.is_punct]
    if not _starts_line(words[0]) and not _ends_text(words[-1]) and not _is_addressed(words[0]):
        return False
    if any(token.text in _OPEN for token in before):
        return False
    return not any(token.is_alpha for token in before) or (len(after) <= 2 and not _governed(before))


def _is_of_writing(date: Span, first: bool) -> bool:
    """Whether a heading is when the text was written, and not when its events were (`24 июня 1812 г. Перешли Неман.`).

    It stands alone on its line, or after a place or an office, or the first of its text.
    """
    doc = date.doc
    following = next((token for token in doc[date.end :][:3] if not token.is_punct), None)
    if following is None or following.is_space:
        return True
    named = any(token.is_alpha and token.i < date.start for token in _clause(date))
    begins = date.start == 0 or "\n" in doc[date.start - 1].text
    return named or (first and not begins)


def _clause(date: Span) -> list[Token]:
    """The words of the date's sentence, which ends with the date where a full stop and a capital say so."""
    words = [token for token in sentence(date.doc, date.start) if not token.is_space]
    following = next((token for token in words if token.i >= date.end), None)
    if _is_bare_head(date, following):
        return list(date)
    if date[-1].text == "." and following is not None and following.text[:1].isupper():
        return [token for token in words if token.i < date.end]
    return words


def _is_bare_head(date: Span, following: Token | None) -> bool:
    """`29. Ездил в Кронштадт`: a figure and its stop at the start of a line."""
    stop = following is not None and following.text == "."
    return stop and len(date) == 1 and date.text.isdecimal() and _starts_line(date[0])


def _governed(before: list[Token]) -> bool:
    """A preposition before the date makes it part of a sentence: `Отчёт за 1895 год` tells what the report is about."""
    words = [token for token in before if token.is_alpha]
    return bool(words) and words[-1].pos_ == "ADP" and len(words) == 1


def _is_verb(token: Token) -> bool:
    """A predicate: a finite verb or infinitive, or a short participle (`открыта`)."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return token.morph.get("VerbForm", []) != ["Part"] or token.morph.get("Variant", []) == ["Short"]


def _starts_line(token: Token) -> bool:
    return token.i == 0 or "\n" in token.doc[token.i - 1].text


def _is_addressed(first: Token) -> bool:
    """Whether only a few verbless words stand before on the first line: `Москва. 3 марта`."""
    before = first.doc[: first.i]
    if len(before) > LONGEST_ADDRESS or any("\n" in token.text and token.i > 0 for token in before):
        return False
    return not any(_is_verb(token) for token in before)


def _ends_text(token: Token) -> bool:
    """Whether nothing but a signature may follow."""
    rest = [other for other in token.doc[token.i + 1 :][:12] if not other.is_space]
    return len(rest) < 8 and token.i + 12 >= len(token.doc) - 1


def _is_now(date: Span) -> bool:
    start = date.start - 1
    words = 0
    while start >= 0 and words < 3 and date.doc[start].is_sent_start is not None:
        token = date.doc[start]
        if fold(token.text) in _NOW:
            return True
        if not (token.is_punct or token.pos_ == "ADP"):
            return False
        words += not token.is_punct
        start -= 1
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
    if any(_is_verb(token) for token in around):
        return False
    return any(token.text == "№" for token in date.doc[max(0, around.start - 4) : date.start])


def _in_relative(date: Span) -> bool:
    """`полковника, который в 1822 году учредил управу`."""
    before = date.doc[max(sentence(date.doc, date.start).start, date.start - _CLAUSE) : date.start]
    for token in reversed(before):
        if token.text in {";", ":"} or _is_verb(token):
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
