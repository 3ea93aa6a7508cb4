"""Whether a partial date lies before or after its anchor: told by the tense of the sentence and by the months."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from letopis.dimensions.date.calendars import to_number
from letopis.dimensions.date.expressions import After, Date, Expression, Feast, Season, Weekday, leaves
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.meaning import Anchor, evaluate
from letopis.dimensions.date.surroundings import sentence
from letopis.dimensions.date.tenses import tense
from letopis.dimensions.date.terms import Period

_DUE = frozenset({"к", "ко", "до", "по", "не"})
_INTENDED = frozenset(
    {"надеяться", "думать", "намереваться", "обещать", "обещаться", "хотеть", "предполагать", "собираться"}
)
_OBLIGED = _INTENDED | frozenset(
    {"обязаться", "обязать", "обязанный", "пообещать", "должный", "надлежать", "велеть", "повелеть", "приказать"}
)
_DELAYS = frozenset({"отсрочка", "рассрочка", "отложение", "льгота"})
_SPOKEN = frozenset({"dateline", "entry", "now"})
_CLAUSE = 10
"""Tokens: how far an obligation may stand from its term."""
_MONTH = 31
_CALENDARS = 14
"""Days: how far a day told may lie after the dateline where the two are of different calendars."""
_FAR = 240
"""Days: a partial date further from its anchor than this may belong to the neighbouring year."""


def is_future(date: Span) -> bool:
    """Whether what is told of the date is still to come; a document `от 25 мая` is there already."""
    if date.start and date.doc[date.start - 1].lower_ == "от":
        return False
    return tense(date) == "ahead"


def is_promised(date: Span) -> bool:
    """Whether something is to be done by or on the date, told by an imperative or an intention and its infinitive."""
    doc = date.doc
    due = {doc[date.start - 1].lower_ if date.start else "", date[0].lower_} & _DUE
    whole = sentence(doc, date.start)
    around = doc[max(whole.start, date.start - _CLAUSE) : min(whole.end, date.end + _CLAUSE)]
    if any(token.morph.get("Mood", []) == ["Imp"] for token in around):
        return True
    if any(token.lemma_ == "срок" or (due and token.lemma_ in _DELAYS) for token in _clause(date, around)):
        return True
    told = around if due else _clause(date, around)
    if not any(token.morph.get("VerbForm", []) == ["Inf"] for token in told):
        return False
    if due:
        return any(fold(token.lemma_) in _OBLIGED for token in told)
    return any(fold(token.lemma_) in _INTENDED and token.morph.get("Tense", []) == ["Pres"] for token in told)


def _clause(date: Span, around: Span) -> Span:
    """The words around the date up to the nearest marks of punctuation."""
    start, end = date.start, date.end
    while start > around.start and not date.doc[start - 1].is_punct:
        start -= 1
    while end < around.end and not date.doc[end].is_punct:
        end += 1
    return date.doc[start:end]


def _is_past(date: Span) -> bool:
    before = date.doc[date.start - 1].lower_ if date.start else ""
    return before == "от" or tense(date) == "past"


def _is_set_for(date: Span) -> bool:
    """`назначенное на воскресенье гулянье` lies ahead; `в ночь на воскресенье` is told."""
    before = [token.lower_ for token in date.doc[max(0, date.start - 2) : date.start]]
    return before[-1:] in (["на"], ["к"]) and before[:1] != ["ночь"]


def aimed(date: Span, expression: Expression, anchor: Anchor, role: str) -> tuple[Anchor, Expression]:
    """The anchor with the year before or after, and a week day with its direction, where the text asks for it."""
    if isinstance(expression, Weekday) and expression.offset is None:
        if is_future(date) or _is_set_for(date):
            return anchor, replace(expression, offset=1)
        return anchor, replace(expression, offset=-1) if role in _SPOKEN and _is_past(date) else expression
    if isinstance(expression, After) and isinstance(expression.date, Weekday) and not is_future(date):
        since = expression.date.offset is None
        return anchor, replace(expression, date=replace(expression.date, offset=-1)) if since else expression
    if not _is_partial(expression):
        return anchor, expression
    term, found = anchor.term, evaluate(expression, anchor)
    first, last = (found.start or found.end, found.end or found.start) if found is not None else (None, None)
    if term is None or not term.month or found is None or first is None or last is None or anchor.creation:
        return anchor, expression
    ahead = to_number(first.first()) - to_number(term.first())
    spoken = role in _SPOKEN
    if not spoken or (role == "entry" and ahead < -_FAR):
        over = ahead < -_FAR and not _is_still(date)
        reached = (_is_reached(date) or is_promised(date)) and last.last() < term.first()
        return (replace(anchor, bias=1) if over or reached else anchor), expression
    if is_future(date):
        over = last.last() < term.first()
        return (replace(anchor, bias=1) if over else anchor), expression
    if is_promised(date):
        return (replace(anchor, bias=1) if ahead < -_MONTH else anchor), expression
    since = isinstance(expression, After)
    begun = ahead <= _slack(found, role) or first.first() <= term.last()
    if not begun and (since or _is_past(date) or (_is_season(expression) and ahead > _FAR)):
        return replace(anchor, bias=-1), expression
    return anchor, expression


def _is_reached(date: Span) -> bool:
    """`В октябре пущены станки; к весне работало триста человек`: the spring after."""
    return date.start > 0 and date.doc[date.start - 1].lower_ in {"к", "ко"} and tense(date) == "past"


def _is_still(date: Span) -> bool:
    """`вышел ещё в марте`: before what was told, and not after it."""
    return any(fold(token.text) == "еще" for token in date.doc[max(0, date.start - 2) : date.start])


def _slack(found: Period, role: str) -> int:
    """How many days after its anchor a date told as past may lie; the head of a chronicle's entry is no moment of
    writing."""
    if role == "entry":
        return _FAR
    return _CALENDARS if found.start and found.start.day else 0


def _is_season(expression: Expression) -> bool:
    return any(isinstance(leaf, Season) for leaf in leaves(expression))


def _is_partial(expression: Expression) -> bool:
    return any(
        (isinstance(leaf, Date) and leaf.year is None and isinstance(leaf.month, int))
        or (isinstance(leaf, Feast) and leaf.year is None)
        or (isinstance(leaf, Season) and leaf.year is None and leaf.offset is None)
        for leaf in leaves(expression)
    )
