"""Whether a partial date lies before or after its anchor: told by the tense of the sentence and by the months."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from letopis.dimensions.date.calendars import to_number
from letopis.dimensions.date.expressions import After, Date, Expression, Feast, Season, Weekday, leaves
from letopis.dimensions.date.lexicon import fold
from letopis.dimensions.date.meaning import Anchor, evaluate
from letopis.dimensions.date.surroundings import sentence

_DUE = frozenset({"к", "ко", "до", "по", "не"})
_INTENDED = frozenset(
    {"надеяться", "думать", "намереваться", "обещать", "обещаться", "хотеть", "предполагать", "собираться"}
)
_OBLIGED = _INTENDED | frozenset(
    {"обязаться", "обязать", "обязанный", "пообещать", "должный", "надлежать", "велеть", "повелеть", "приказать"}
)
_CLAUSE = 10
"""Tokens: how far an obligation may stand from its term."""
_MONTH = 31
_FAR = 240
"""Days: a partial date further from its anchor than this may belong to the neighbouring year."""


def is_future(date: Span) -> bool:
    """Whether the finite verbs around the date are in the future tense and none in the past."""
    tenses = _tenses(date)
    return "Fut" in tenses and "Past" not in tenses


def is_promised(date: Span) -> bool:
    """Whether something is to be done by or on the date, told by an imperative or an intention and its infinitive."""
    doc = date.doc
    due = {doc[date.start - 1].lower_ if date.start else "", date[0].lower_} & _DUE
    whole = sentence(doc, date.start)
    around = doc[max(whole.start, date.start - _CLAUSE) : min(whole.end, date.end + _CLAUSE)]
    if any(token.morph.get("Mood", []) == ["Imp"] for token in around):
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
    tenses = _tenses(date)
    before = date.doc[date.start - 1].lower_ if date.start else ""
    return "Past" in tenses or before == "от"


def _is_set_for(date: Span) -> bool:
    """`назначенное на воскресенье гулянье` lies ahead; `в ночь на воскресенье` is told."""
    before = [token.lower_ for token in date.doc[max(0, date.start - 2) : date.start]]
    return before[-1:] in (["на"], ["к"]) and before[:1] != ["ночь"]


def _tenses(date: Span) -> set[str]:
    return {
        tense
        for token in sentence(date.doc, date.start)
        if token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm", []) == ["Fin"]
        for tense in token.morph.get("Tense", [])
    }


def aimed(date: Span, expression: Expression, anchor: Anchor, role: str) -> tuple[Anchor, Expression]:
    """The anchor with the year before or after, and a week day with its direction, where the text asks for it."""
    if isinstance(expression, Weekday) and expression.offset is None:
        if is_future(date) or _is_set_for(date):
            return anchor, replace(expression, offset=1)
        return anchor, replace(expression, offset=-1) if role in {"dateline", "now"} and _is_past(date) else expression
    if not _is_partial(expression):
        return anchor, expression
    term, found = anchor.term, evaluate(expression, anchor)
    if term is None or not term.month or found is None or found.start is None or anchor.creation:
        return anchor, expression
    ahead = to_number(found.start.first()) - to_number(term.first())
    spoken = role in {"dateline", "now"}
    if spoken and is_promised(date) and not is_future(date):
        return (replace(anchor, bias=1) if ahead < -_MONTH else anchor), expression
    if ahead < -_FAR and (is_future(date) or not spoken):
        return replace(anchor, bias=1), expression
    if _is_season(expression) and spoken:
        if ahead > _FAR and not is_future(date):
            return replace(anchor, bias=-1), expression
        since = isinstance(expression, After) and not is_future(date)
        return (replace(anchor, bias=-1) if ahead > 0 and (since or _is_past(date)) else anchor), expression
    if ahead > _FAR and spoken and _is_past(date):
        return replace(anchor, bias=-1), expression
    return anchor, expression


def _is_season(expression: Expression) -> bool:
    return any(isinstance(leaf, Season) for leaf in leaves(expression))


def _is_partial(expression: Expression) -> bool:
    return any(
        (isinstance(leaf, Date) and leaf.year is None and isinstance(leaf.month, int))
        or (isinstance(leaf, Feast) and leaf.year is None)
        or (isinstance(leaf, Season) and leaf.year is None and leaf.offset is None)
        for leaf in leaves(expression)
    )
