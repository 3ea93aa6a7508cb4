"""Noun phrases before their figure: `подсвечников медных четыре`, `зеркал в золочёных рамах три`."""

from __future__ import annotations

from functools import lru_cache

from letopis.dimensions.numeral.lexicon import fold
from letopis.dimensions.numeral.view import BREAK, View
from letopis.dimensions.quantity.agreement import GENITIVE, GENITIVE_PLURAL, Asked
from letopis.dimensions.quantity.lexicon import word_set
from letopis.dimensions.quantity.nouns import (
    NounPhrase,
    adjective_nominative,
    adjectives,
    answers,
    cased,
    describes,
    is_adjectival,
    is_word,
    modifies,
    noun_at,
    phrase_after,
)
from letopis.language.declension import Reading, readings

_NO_NOUN = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "ADV", "AUX"})
_PREPOSITIONS = frozenset(
    ["в", "во", "с", "со", "без", "из", "на", "при", "под", "о", "об", "у", "от", "для", "за", "к", "ко"]
)
_HAVING = frozenset({"у", "при"})
_HOLDING = frozenset({"в", "во", "на"})
_OPENING = frozenset({"", ",", ";", ":", ".", "—", "–", "(", "и", "да", "а", BREAK})
_SEXES = ("муж", "жен", "обо")
_TAIL = 5
_SOME = 0.03


def phrase_before(view: View, end: int, wanted: Asked, floor: int) -> NounPhrase | None:
    """The noun phrase that ends right before word `end` and has a case and number of `wanted`.

    Its noun may be followed by its adjectives (`ложек серебряных`), by a genitive of its own (`душ мужского пола`), or,
    where it opens its clause, by a preposition and what it governs (`образов в серебряных окладах`).
    """
    found = _phrase(view, end, end, wanted, floor)
    if found is not None:
        return found
    preposition = _preposition(view, end, floor)
    if preposition is None:
        return None
    found = _phrase(view, preposition, end, wanted & GENITIVE_PLURAL, floor)
    if found is None or not _opens_clause(view, found.start, floor) or _is_placed(view, preposition, end, found):
        return None
    return found


def placed_before(view: View, end: int, floor: int) -> bool:
    """Whether a genitive plural opens the clause and only says where it is before the figure at `end`.

    `больных в бараках 386`, `ядер при ней полтора десятка`: the phrase is broken, and the figure stands alone.
    """
    preposition = _preposition(view, end, floor)
    if view.form(end - 1) in word_set("context", "ellipsis", "now_and_here") and end - 1 > floor:
        found = _phrase(view, end - 1, end, GENITIVE_PLURAL, floor) or adjective_before(view, end - 1)
        return found is not None and _opens_clause(view, found.start, floor)
    if preposition is None:
        return False
    found = _phrase(view, preposition, end, GENITIVE_PLURAL, floor) or adjective_before(view, preposition)
    return found is not None and _opens_clause(view, found.start, floor) and _is_placed(view, preposition, end, found)


def _is_placed(view: View, preposition: int, end: int, found: NounPhrase) -> bool:
    """Whether a preposition and what it governs say where, not what like: `образов в окладах` are dressed so."""
    if view.form(end - 1) in word_set("context", "ellipsis", "pronouns"):
        return view.form(preposition) in _HAVING
    people = is_animate(found.lemma) or is_adjectival(found.item)
    return people and view.form(preposition) in _HAVING | _HOLDING and end - preposition == 2


def _phrase(view: View, stop: int, end: int, wanted: Asked, floor: int) -> NounPhrase | None:
    found = _head(view, stop, wanted, floor)
    if found is None:
        return None
    head, noun = found
    start = head
    agreeing = frozenset({(noun.case or "Gen", noun.number or "Plur")})
    while start > floor and modifies(view, start - 1, agreeing):
        start -= 1
    own = [*range(start, head), *(i for i in range(head + 1, stop) if _agreeing(view, i, noun))]
    gender, plural = noun.gender, noun.is_plural_only
    lemma = noun.nominative("Plur" if plural else "Sing")
    words = [adjective_nominative(view, i, gender, plural) for i in own if describes(view, i)]
    item = " ".join([*words, cased(view.texts[head], lemma)])
    return NounPhrase(start, end, item, head, fold(lemma), noun.case, noun.number)


def _head(view: View, end: int, wanted: Asked, floor: int) -> tuple[int, Reading] | None:
    """The noun whose phrase ends at `end`; `рабочих` in `лошадей рабочих` is its adjective, not the noun."""
    best: tuple[int, Reading] | None = None
    for at in range(end - 1, max(end - _TAIL, floor) - 1, -1):
        sex = at == end - 1 and _is_sexed(view, end)
        noun = noun_at(view, at, wanted) if not (sex or view.texts[at].isupper()) else None
        noun = noun if noun is not None and (noun.known or _is_likely(noun)) else None
        noun = noun if noun is not None and not _is_subject(view, at, noun) else None
        if noun is not None and _fills(view, at + 1, end, noun, narrowly=best is not None):
            best = (at, noun)
            if not _is_adjectival(view, at):
                return best
        elif best is not None:
            return best
        elif not (_is_sexed(view, end) or (is_word(view, at) and view.tokens[at].pos_ not in _NO_NOUN)):
            return None
    return best


def _is_likely(noun: Reading) -> bool:
    """Whether a word no dictionary has is a genitive plural all the same: `магрибцев`."""
    return noun.weight > 0.4 and (noun.case, noun.number) == ("Gen", "Plur")


def _is_subject(view: View, at: int, noun: Reading) -> bool:
    """`осадка 9 футов`: a form that is rather the nominative of another word, and is tagged so; `душ 40` are souls."""
    if view.tokens[at].morph.get("Case", []) != ["Nom"] or noun.nominative("Sing") == "душа":
        return False
    rivals = [r for r in readings(view.texts[at]) if r.role == "noun" and r.case == "Nom" and r.weight > noun.weight]
    return any(r.nominative("Sing") != noun.nominative("Sing") for r in rivals)


def _is_adjectival(view: View, at: int) -> bool:
    return any(r.role == "adjective" and r.known and r.weight > 0.02 for r in readings(view.texts[at]))


def _is_sexed(view: View, end: int) -> bool:
    """`мужского пола`, `женска полу`."""
    return view.form(end - 1) in {"пола", "полу"} and view.form(end - 2).startswith(_SEXES)


def _fills(view: View, start: int, end: int, noun: Reading, *, narrowly: bool) -> bool:
    """Whether the words between a noun and the figure are its adjectives, or one genitive phrase of its own."""
    if start == end or all(is_word(view, i) and _agreeing(view, i, noun) for i in range(start, end)):
        return True
    if narrowly:
        return False
    if _is_sexed(view, end) and end - start == 2:
        return True
    inner = phrase_after(view, start, GENITIVE)
    return inner is not None and inner.end == end and inner.number == "Sing" and noun.number == "Plur"


def _agreeing(view: View, at: int, noun: Reading) -> bool:
    """Whether word `at` is an adjective of the noun; `масла коровья` has the old short genitive."""
    case = "Gen" if noun.case == "Par" else noun.case or "Gen"
    pair = frozenset({(case, noun.number or "Plur")})
    own = adjectives(view.texts[at])
    short = view.form(at).endswith("ья") and pair == frozenset({("Gen", "Sing")}) and noun.gender != "Fem"
    return any(answers(r, pair) or (short and (r.case, r.gender) == ("Nom", "Fem")) for r in own)


def _preposition(view: View, end: int, floor: int) -> int | None:
    """The preposition whose adjectives and noun end right before word `end`."""
    for at in range(end - 2, max(end - _TAIL, floor) - 1, -1):
        if view.form(at) in _PREPOSITIONS:
            return at if _is_governed(view, end - 1) else None
        if not is_word(view, at) or not _is_adjectival(view, at):
            return None
    return None


def _is_governed(view: View, at: int) -> bool:
    """Whether word `at` may end what a preposition governs: a noun in an oblique case, or `них`."""
    if view.form(at) in word_set("context", "ellipsis", "pronouns"):
        return True
    return is_word(view, at) and any(
        r.role == "noun" and r.known and r.case != "Nom" and r.weight > 0.02 for r in readings(view.texts[at])
    )


def _opens_clause(view: View, start: int, floor: int) -> bool:
    return (
        start == floor or view.form(start - 1) in _OPENING or view.tokens[start - 1].pos_ in {"VERB", "SCONJ", "CCONJ"}
    )


def adjective_before(view: View, end: int) -> NounPhrase | None:
    """An adjective in the genitive plural before word `end`, used as a noun: `раненых`, `учащихся обоего пола`."""
    at = end - 3 if _is_sexed(view, end) else end - 1
    if at < 0 or not is_word(view, at) or view.tokens[at].pos_ not in {"ADJ", "NOUN", "PROPN", "VERB"}:
        return None
    found = [r for r in readings(view.texts[at]) if r.role == "adjective" and r.known and answers(r, GENITIVE_PLURAL)]
    if not found or not describes(view, at) or view.form(at) in word_set("context", "stressing", "words"):
        return None
    item = adjective_nominative(view, at, "Masc", False)
    return NounPhrase(at, end, item, at, fold(item), "Gen", "Plur")


@lru_cache(maxsize=1 << 12)
def is_personal(text: str) -> bool:
    """Whether an adjective also names a person: a participle (`убитых`), or a noun of the dictionary (`рабочих`)."""
    return any(
        r.known
        and r.analysis is not None
        and (r.analysis.pos == "VERB" or (r.role == "noun" and r.gender == "Masc" and r.weight > _SOME))
        for r in readings(text)
    )


@lru_cache(maxsize=1 << 12)
def is_animate(lemma: str) -> bool:
    """Whether the dictionary knows the noun as a person or an animal."""
    return any(
        r.known and r.analysis is not None and r.analysis.feats.get("Animacy") == "Anim" for r in readings(lemma)
    )
