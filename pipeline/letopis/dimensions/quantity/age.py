"""Whether a stretch of time is how old somebody is."""

from __future__ import annotations

from spacy.tokens import Token

from letopis.dimensions.numeral.lexicon import lookup
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.draft import Draft
from letopis.dimensions.quantity.lexicon import stems, word_set

_STOPS = frozenset({".", ";", "!", "?", BREAK})
_AGES = frozenset({"год", "месяц", "неделя", "день"})
_AFTER = frozenset({",", ".", ")", ";", BREAK, "", "и", "а"})
_ASIDE = frozenset({",", "(", "—", "–"})
_CLAUSE = 9


def is_age(view: View, draft: Draft, compared: bool) -> bool:
    """Whether the duration of `draft` is an age; `compared` says that a word like `старше` stood before it."""
    if draft.unit is None or draft.unit.lemma not in _AGES:
        return False
    if " ".join(view.forms[draft.end : draft.end + 2]).startswith(("от роду", "от рождения", "отроду")):
        return True
    if draft.unit.lemma != "год":
        beside = _is_person(view, draft.start - 1) or _beside_a_person(view, draft)
        return beside and _shows_genitive(view, draft)
    return compared or any(sign(view, draft) for sign in _SIGNS)


def _after_the_word_age(view: View, draft: Draft) -> bool:
    """`в возрасте 32 лет`, `имея от роду 20 лет`."""
    before = " ".join(_clause(view, draft.start))
    return _last(view, draft) in word_set("context", "age", "named") or any(
        said in before for said in ("от роду", "отроду", "жития")
    )


def _by_its_words(view: View, draft: Draft) -> bool:
    """`летами от 17 до 35`; `средний возраст учащихся 11 лет`, where nobody does anything for so long."""
    if view.form(draft.start) == "летами":
        return True
    clause = range(max(0, draft.start - _CLAUSE), draft.start)
    for i in reversed(clause):
        form = view.forms[i]
        if form in _STOPS or form in {",", "за", "на", "через", "в"}:
            return False
        if form == "возраст":
            return True
        if view.tokens[i].pos_ == "VERB" and not form.startswith(("состав", "достиг", "равн", "колеб", "был", "оказ")):
            return False
    return False


def _of_people_bounded(view: View, draft: Draft) -> bool:
    """`малолетних до 12 лет`, `рабочих не моложе 15 лет`, `дети моложе семи лет`: people of no more, of no fewer."""
    if draft.bound not in {"at_most", "less_than", "at_least", "more_than"}:
        return False
    at = draft.start - 1
    alive = _is_alive(view, at) or view.form(at).startswith(("малолет", "несовершен", "взросл", "престарел"))
    if not alive or view.tokens[at].morph.get("Number", []) != ["Plur"]:
        return False
    return view.tokens[at].morph.get("Case", []) in (["Nom"], ["Gen"], ["Acc"])


def _since_an_age(view: View, draft: Draft) -> bool:
    """`с десяти лет ходил в море`."""
    after = view.form(draft.end)
    return _last(view, draft) in {"с", "со"} and _shows_genitive(view, draft) and after not in {"до", "по"}


def _at_an_age(view: View, draft: Draft) -> bool:
    """`В 13 лет он уехал`, `в свои тридцать лет`: the age one did something at opens the clause, or is one's own."""
    at = draft.start - 1
    if _last(view, draft) in {"свои", "мои", "твои", "ваши"}:
        return True
    return _last(view, draft) in {"в", "во"} and view.form(draft.end - 1) == "лет" and _opens_clause(view, at)


def _of_an_owner(view: View, draft: Draft) -> bool:
    """`ему уже 30 лет`, `мне, Павлу Зимину, было под пятьдесят лет`: a dative with nothing done between."""
    allotting = stems("context", "age", "allotting")
    if any(word.startswith(allotting) for word in _clause(view, draft.start)):
        return False
    for i in range(draft.start - 1, max(draft.start - 1 - _CLAUSE, -1), -1):
        form, token = view.forms[i], view.tokens[i]
        if form in word_set("context", "age", "dative") or _is_owner(token):
            return True
        if form in {"пору", "время", "поры"} or (form in {"в", "ту", "то", "сию", "до"} and view.form(i + 1) in _THEN):
            continue
        if form in _STOPS or form in {"на", "за", "в", "через", "с"}:
            return False
        if _tells_age(form) or form in word_set("context", "age", "apart"):
            continue
        if token.pos_ in {"VERB", "ADP"} or (token.pos_ == "NOUN" and not view.texts[i][0].isupper()):
            return False
    return False


_THEN = frozenset({"ту", "то", "сию", "сие", "пору", "время", "той", "поры", "сей"})


def _is_owner(token: Token) -> bool:
    """Whether a name or a person stands in the dative: `Чемодурову было лет под пятьдесят`."""
    return token.morph.get("Case", []) == ["Dat"] and (
        token.pos_ == "PROPN" or token.morph.get("Animacy", []) == ["Anim"]
    )


def _after_a_verb_of_age(view: View, draft: Draft) -> bool:
    """`исполнилось 18 лет`, `минуло шестнадцать лет`."""
    return any(_tells_age(word) for word in _clause(view, draft.start)) and _last(view, draft) not in {"на", "за", "в"}


def _of_a_person(view: View, draft: Draft) -> bool:
    """`девочка шести лет`, `сын Пётр 7 лет и дочь Анна 4 лет`."""
    at = draft.start - 1
    if view.form(at) in {"его", "ее", "их", "мой", "моя", "мои", "наш", "наша"}:
        at -= 1
    named = at >= 0 and view.tokens[at].pos_ == "PROPN" and view.text(at)[:1].isupper()
    if draft.figure is not None and draft.figure.rule == "range-from-to" and _is_alive(view, at):
        return True
    if not named and not _is_person(view, at):
        return False
    return draft.bound != "exact" or _shows_genitive(view, draft) or view.form(draft.end) in _AFTER


def _is_alive(view: View, at: int) -> bool:
    """`фельдшеров от 18 до 50 лет`: who is of such an age."""
    return at >= 0 and view.tokens[at].pos_ == "NOUN" and view.tokens[at].morph.get("Animacy", []) == ["Anim"]


def _in_the_genitive_aside(view: View, draft: Draft) -> bool:
    """`скончался, пятидесяти двух лет`; `Восьми лет отдан в учение`; `умер 63 лет`."""
    last = _last(view, draft)
    near = [view.form(i) for i in range(max(0, draft.start - 2), draft.start)]
    opening = last in {"", BREAK, ".", ";"} and draft.bound == "exact"
    aside = last in _ASIDE or opening or any(_is_fate(word) for word in near)
    return aside and _shows_genitive(view, draft)


def _about_an_age(view: View, draft: Draft) -> bool:
    """`лет сорока`, `лет двадцати пяти`: the genitive of an inverted figure, governed by no preposition."""
    inverted = view.form(draft.start) == "лет" and draft.figure is not None and draft.figure.start == draft.start + 1
    governed = draft.start > 0 and view.tokens[draft.start - 1].pos_ == "ADP"
    return inverted and not governed and _shows_genitive(view, draft)


def _about_to_be(view: View, draft: Draft) -> bool:
    """`немолод уже, лет под шестьдесят`: an inverted figure after `под`, with nothing done for so long."""
    if view.form(draft.start) != "лет" or view.form(draft.start + 1) not in {"под", "за"}:
        return False
    near = range(max(0, draft.start - _CLAUSE), draft.start)
    clause = [
        i for i in near if not any(view.forms[j] in _STOPS or view.forms[j] == "," for j in range(i, draft.start))
    ]
    return not any(view.tokens[i].pos_ == "VERB" for i in clause)


def _now(view: View, draft: Draft) -> bool:
    """`вступил в службу 17 лет от роду, ныне 38 лет`."""
    return _last(view, draft) in {"ныне", "теперь", "нынче", "ноне"} and view.form(draft.end) in _AFTER


def _beside_a_person(view: View, draft: Draft) -> bool:
    """`крестьянин Иван, 45 лет, вдов`."""
    start = _first_of_row(view, draft)
    if view.form(start - 1) not in {",", "("}:
        return False
    following = view.form(draft.end + 1)
    row = view.form(draft.end) == "и" and (following[:1].isdecimal() or lookup(following) is not None)
    if not row and view.form(draft.end) not in _AFTER - {"и", "а"}:
        return False
    before = start - 2
    if before >= 0 and view.tokens[before].pos_ == "PROPN" and view.texts[before][:1].isupper():
        return True
    people = stems("context", "age", "persons")
    return any(word.startswith(people) or _is_fate(word) for word in _clause(view, start))


def _first_of_row(view: View, draft: Draft) -> int:
    """Where the first of two ages stands: `двое сыновей, 9 и 4 лет`."""
    first = draft.start - 2
    if _last(view, draft) != "и" or first < 1:
        return draft.start
    counted = view.form(first)[:1].isdecimal() or lookup(view.form(first)) is not None
    return first if counted else draft.start


_SIGNS = (
    _by_its_words,
    _of_people_bounded,
    _after_the_word_age,
    _since_an_age,
    _at_an_age,
    _of_an_owner,
    _after_a_verb_of_age,
    _of_a_person,
    _in_the_genitive_aside,
    _about_an_age,
    _about_to_be,
    _now,
    _beside_a_person,
)


def _last(view: View, draft: Draft) -> str:
    return view.form(draft.start - 1)


def _tells_age(form: str) -> bool:
    return form.startswith(stems("context", "age", "verbs"))


def _is_fate(form: str) -> bool:
    return form.startswith(stems("context", "age", "dying"))


def _is_person(view: View, at: int) -> bool:
    return at >= 0 and view.form(at).startswith(stems("context", "age", "persons")) and view.tokens[at].pos_ == "NOUN"


def _opens_clause(view: View, at: int) -> bool:
    before = view.form(at - 1)
    return (
        at == 0
        or before in {",", ";", BREAK, ".", "и", "уже", "еще", "а", "но", ":"}
        or bool(view.tokens[at].is_sent_start)
    )


def _shows_genitive(view: View, draft: Draft) -> bool:
    """Whether the figure stands in the genitive: `тридцати двух лет`, `42 лет`, `лет сорока`."""
    form = view.form(draft.figure.end - 1) if draft.figure is not None else ""
    if form[:1].isdecimal():
        value = draft.high
        return (
            value % 10 in {1, 2, 3, 4} and value // 10 % 10 != 1 and "лет" in view.forms[draft.start : draft.end]
        ) or ("-" in form)
    return form.endswith(("и", "ух", "ех", "а")) and form not in {"сотни", "полтора", "два", "дважды"}


def _clause(view: View, start: int, *, across: bool = False) -> list[str]:
    """The words before `start` in its clause, nearest last, at most nine of them; `across` commas too."""
    words: list[str] = []
    for i in range(start - 1, max(start - 1 - _CLAUSE, -1), -1):
        form = view.form(i)
        if form in _STOPS or (form == "," and not across and len(words) > 1):
            break
        words.append(form)
    return words[::-1]
