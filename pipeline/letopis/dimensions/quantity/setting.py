"""What the words around a figure make of it: a number of a thing, clock time, an age, money."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.language.declension import readings

_FAR = 40
_NEEDS_DOT = frozenset(
    [
        "с",
        "сс",
        "ч",
        "л",
        "лл",
        "д",
        "т",
        "тт",
        "п",
        "пп",
        "ст",
        "сер",
        "ф",
        "оп",
        "кн",
        "гл",
        "н",
        "кв",
        "корп",
        "отд",
        "соч",
    ]
)


def is_numbered(view: View, start: int, *, loosely: bool = False) -> bool:
    """Whether the figure at word `start` is the number of a document, house, page or regiment.

    `loosely` also takes full words (`глава 3`), which before a counted noun may be something else.
    """
    at = start - 1
    dotted = view.text(at) == "." and view.joins(at - 1)
    form = view.form(at - 1 if dotted else at)
    if form in {"№", "№№", "§", "§§", "n", "nn", "no"} or view.text(at) in {"№", "#"}:
        return True
    if form in {"лето", "лета"} and len(view.text(start)) > 3:
        return True
    if form not in word_set("context", "numbering", "words") or (form == "ч" and view.form(at - 3) == "т"):
        return False
    if form in _NEEDS_DOT or dotted:
        return dotted
    return loosely and view.text(start)[:1].isdecimal()


def is_clock(view: View, draft: Draft) -> bool:
    """Whether `6 часов` is a time of day: a time of day after it, or `в`, `к` before it and nothing to stretch."""
    if draft.unit is None or draft.unit.lemma not in {"час", "минута"}:
        return False
    following = view.form(draft.end)
    if following in {"утра", "вечера", "ночи", "пополудни", "пополуночи", "полудня", "полуночи", "поутру"}:
        return True
    if following == "дня" and draft.unit.lemma == "час":
        return True
    if following == "по" and view.form(draft.end + 1) in {"полудни", "полуночи"}:
        return True
    if draft.unit.lemma == "минута":
        return (
            following.endswith(("ого", "его", "го"))
            and view.form(draft.end + 1) not in {"", "времени"}
            and (_is_ordinal(following))
        )
    before = view.form(draft.start - 1)
    first = view.form(draft.start)
    told_in_minutes = "compound" in draft.rule
    if following in word_set("context", "clock", "stretch") or draft.high >= 24:
        return False
    if draft.high.denominator != 1 and not told_in_minutes:
        return False
    if draft.figure is not None and "downwards" in draft.figure.rule:
        return True
    if before in {"в", "во"} and _accusative(view, draft):
        return True
    if before in {"к", "ко"} or first in {"к", "ко"}:
        return True
    if before in {"с", "со"} and view.form(draft.end) == "до":
        return True
    if before == "до" and {view.form(i) for i in range(draft.start - 4, draft.start - 1)} & {"часов", "часу", "ч", "с"}:
        return True
    return first == "до" and any(view.form(i) in {"с", "со"} for i in range(max(0, draft.start - 4), draft.start))


def _is_ordinal(form: str) -> bool:
    from letopis.dimensions.numeral.lexicon import lookup

    word = lookup(form)
    return word is not None and word.role == "ordinal"


def _accusative(view: View, draft: Draft) -> bool:
    return not view.form(draft.end - 1).endswith(("ах", "ам", "ами"))


def is_relative(view: View, draft: Draft) -> bool:
    """Whether a duration of a day or more dates something: `через неделю`, `три года спустя`, `лет десять тому`."""
    if draft.unit is None or draft.unit.lemma in {"секунда", "минута", "час"}:
        return False
    inside = {view.form(i) for i in range(draft.start, draft.end)}
    if inside & {"через", "чрез", "спустя"}:
        return True
    before, after = view.form(draft.start - 1), view.form(draft.end)
    if before in {"через", "чрез", "спустя"} or after in {"назад", "спустя", "тому"}:
        return True
    earlier = view.form(draft.start - 2)
    if before == "за" and after in {"до", "перед", "пред"}:
        return True
    return (before in {"около", "почти", "ровно"} and earlier in {"через", "спустя"}) or (
        after in {"после", "до"}
        and before not in {"в", "на", "за", "около"}
        and draft.bound == "exact"
        and _adverbial(view, draft)
    )


def _adverbial(view: View, draft: Draft) -> bool:
    return view.form(draft.end - 1).endswith(("ем", "ами", "ями"))


def is_money_talk(view: View, start: int, end: int) -> bool:
    """Whether the sentence around words `start:end` speaks of sums."""
    said = stems("money", "context", "stems")
    for step, first in ((-1, start - 1), (1, end)):
        i = first
        for _ in range(25):
            form = view.form(i)
            if not form or form in {BREAK, "!", "?"} or (form == "." and _ends_sentence(view, i)):
                break
            if form.startswith(said) or form in {"руб", "р", "коп"}:
                return True
            i += step
    return False


def _ends_sentence(view: View, at: int) -> bool:
    return at + 1 < len(view) and bool(view.tokens[at + 1].is_sent_start)


def same_sentence(view: View, end: int, start: int) -> bool:
    """Whether nothing between the words before `end` and word `start` ends a sentence or a line."""
    if start - end > _FAR:
        return False
    return not any(view.texts[i] == BREAK or view.tokens[i].is_sent_start for i in range(end, start + 1))


def is_noun(view: View, at: int) -> bool:
    """Whether word `at` is above all a noun."""
    if at < 0 or not view.text(at)[:1].isalpha():
        return False
    found = readings(view.texts[at])
    nouns = sum(r.weight for r in found if r.role == "noun" and r.known)
    return view.tokens[at].pos_ in {"NOUN", "PROPN"} and nouns > 0.3
