"""What the words around a figure make of it: a number of a thing, clock time, an age, money."""

from __future__ import annotations

from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set
from letopis.language.declension import readings

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
_STOPS = frozenset({".", ";", "!", "?", BREAK})
_CLAUSE = 9


def is_numbered(view: View, start: int, *, loosely: bool = False) -> bool:
    """Whether the figure at word `start` is the number of a document, house, page or regiment.

    `loosely` also takes full words (`глава 3`), which before a counted noun may be something else.
    """
    at = start - 1
    dotted = view.text(at) == "." and view.joins(at - 1)
    form = view.form(at - 1 if dotted else at)
    if form in {"№", "№№", "§", "§§", "n", "nn", "no"} or view.text(at) in {"№", "#"}:
        return True
    if form not in word_set("context", "numbering", "words"):
        return False
    if form in _NEEDS_DOT:
        return dotted
    return dotted or loosely


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
    if before in {"в", "во"} and _accusative(view, draft):
        return True
    if before in {"к", "ко"} or first in {"к", "ко"}:
        return True
    if before in {"с", "со"} and view.form(draft.end) == "до":
        return True
    if before == "до" and view.form(draft.start - 2) in {"часов", "часу", "ч"}:
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


def is_age(view: View, draft: Draft, aged: bool) -> bool:
    """Whether a duration is how old somebody is; `aged` says that a word like `старше` stood before it."""
    if draft.unit is None or draft.unit.lemma not in {"год", "месяц", "неделя", "день"}:
        return False
    after = " ".join(view.forms[draft.end : draft.end + 2])
    if after.startswith(("от роду", "от рождения", "отроду")):
        return True
    if draft.unit.lemma != "год":
        return False
    if aged:
        return True
    before = [view.form(i) for i in range(max(0, draft.start - 4), draft.start)]
    last = before[-1] if before else ""
    if last in {"возрасте", "возрастом", "возраста", "роду", "рождения"} or before[-2:] == ["возрасте", "от"]:
        return True
    if last in {"с", "со"} and _shows_genitive(view, draft) and view.form(draft.end) not in {"до", "по"}:
        return True
    if last in {"в", "во"} and view.form(draft.end - 1) == "лет" and _opens_clause(view, draft.start - 1):
        return True
    clause = _clause(view, draft.start)
    if _owner_before(view, draft.start):
        return True
    if any(word.startswith(stems("context", "age", "verbs")) for word in clause) and last not in {"на", "за", "в"}:
        return True
    if last not in {",", "(", "—", "–"} and not any(
        word.startswith(stems("context", "age", "dying")) for word in before[-2:]
    ):
        token = view.tokens[draft.start - 1] if draft.start else None
        person = token is not None and (
            (last.startswith(stems("context", "age", "persons")) and token.pos_ == "NOUN")
            or (token.pos_ == "PROPN" and token.text[:1].isupper())
        )
        return person and (_shows_genitive(view, draft) or view.form(draft.end) in {",", ".", ")", ";", BREAK, ""})
    if _shows_genitive(view, draft):
        return True
    people = [
        word
        for word in clause
        if word.startswith(stems("context", "age", "persons") + stems("context", "age", "dying"))
    ]
    return bool(people) and last in {",", "("} and view.form(draft.end) in {",", ".", ")", ";", BREAK, ""}


def _shows_genitive(view: View, draft: Draft) -> bool:
    """Whether the figure stands in the genitive: `тридцати двух лет`, `42 лет`, `лет сорока`."""
    form = view.form(draft.figure.end - 1) if draft.figure is not None else ""
    if form[:1].isdigit():
        value = draft.high
        return (
            value % 10 in {1, 2, 3, 4} and value // 10 % 10 != 1 and "лет" in view.forms[draft.start : draft.end]
        ) or ("-" in form)
    return form.endswith(("и", "ух", "ех", "а")) and form not in {"сотни", "полтора", "два", "дважды"}


def _opens_clause(view: View, at: int) -> bool:
    """`В 13 лет он уехал`: the age one did something at opens the clause."""
    before = view.form(at - 1)
    return (
        at == 0
        or before in {",", ";", BREAK, ".", "и", "уже", "еще", "а", "но", ":"}
        or bool(view.tokens[at].is_sent_start)
    )


def _owner_before(view: View, start: int) -> bool:
    """`ему уже 30 лет`, `мне, Павлу Лопатину, было под пятьдесят лет`: a dative with nothing done between."""
    for i in range(start - 1, max(start - 1 - _CLAUSE, -1), -1):
        form, token = view.forms[i], view.tokens[i]
        if form in word_set("context", "age", "dative"):
            return True
        if form in _STOPS or form in {"на", "за", "в", "через", "с"}:
            return False
        if form.startswith(stems("context", "age", "verbs")) or form in {"было", "будет", "есть", "всего", "едва"}:
            continue
        if token.pos_ in {"VERB", "ADP"} or (token.pos_ == "NOUN" and not view.texts[i][0].isupper()):
            return False
    return False


def _clause(view: View, start: int, *, across: bool = False) -> list[str]:
    """The words before `start` in its clause, nearest last, at most nine of them; `across` commas too."""
    words: list[str] = []
    for i in range(start - 1, max(start - 1 - _CLAUSE, -1), -1):
        form = view.form(i)
        if form in _STOPS or (form == "," and not across and len(words) > 1):
            break
        words.append(form)
    return words[::-1]


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


def is_noun(view: View, at: int) -> bool:
    """Whether word `at` is above all a noun."""
    if at < 0 or not view.text(at)[:1].isalpha():
        return False
    found = readings(view.texts[at])
    nouns = sum(r.weight for r in found if r.role == "noun" and r.known)
    return view.tokens[at].pos_ in {"NOUN", "PROPN"} and nouns > 0.3
