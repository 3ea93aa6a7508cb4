"""What stands around a person's name says of its case, number and gender: prepositions, titles, verbs, tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.person.lexicon import lexicon
from letopis.dimensions.person.parts import Part
from letopis.language.government import governed
from letopis.language.morphology import analyses
from letopis.language.proper import CASES, readings

_BORN, _USUAL, _PAIR = "урожд", 2.0, 2
_AGAINST = {True: -4.0, False: -2.0}
"""How much a noun in another case before the name speaks against a case; a title more, but an aide's has his man's
name in the genitive."""

_JOINING = frozenset({"и", "или", "да"})
_OWNERS = frozenset({"его", "её", "ее", "их", "мой", "моя", "твой", "твоя", "наш", "наша", "ваш", "ваша"})
"""Pronouns between a noun of kin and a name (`жена его Лийна`)."""

_OBLIQUE = frozenset(CASES) - {"Nom", "Loc"}

Triple = tuple[str, str, str]
"""Case, number, gender (`""` in the plural)."""

Context = Mapping[Triple, float]
"""How much what stands around a name speaks for each triple."""

TRIPLES: tuple[Triple, ...] = (
    *((case, "Sing", gender) for gender in ("Masc", "Fem") for case in CASES),
    *((case, "Plur", "") for case in CASES),
)


def asked_of(doc: Doc, titled_from: int, end: int, before: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """The cases asked of a name whose titles begin at `titled_from`: by a preposition, or by an infinitive or gerund,
    which has no subject; a name joined to others shares what is asked of them, by the token after each in `before`."""
    link = titled_from - 1
    if link < 0:
        return frozenset()
    if link in before and (doc[link].lower_ in _JOINING or (doc[link].text == "," and _goes_on(doc, end))):
        return before[link]
    if _after_thing(doc, titled_from):
        return governed(doc, titled_from) - {"Loc"}
    verb = doc[link]
    if verb.pos_ == "VERB" and _first(verb, "VerbForm") in {"Inf", "Conv"} and not _may_have_subject(doc, link):
        reflexive = verb.lower_.endswith(("ся", "сь"))
        return _OBLIQUE - {"Acc"} if reflexive else _OBLIQUE
    return governed(doc, titled_from)


def _may_have_subject(doc: Doc, at: int) -> bool:
    """Whether a verb or a short adjective in the singular, whose subject may follow, governs the infinitive at `at`
    (`куда может уехать Зуева`)."""
    for token in reversed(doc[max(at - 2, 0) : at]):
        if token.pos_ in {"ADV", "PART"}:
            continue
        if token.pos_ not in {"VERB", "AUX", "ADJ"} or _first(token, "Number") != "Sing":
            return False
        return _first(token, "Gender") != "Neut" and (token.pos_ == "ADJ" or _first(token, "VerbForm") in {"Fin", None})
    return False


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether the list of names goes on after the name that ends at `end`."""
    return end + 1 < len(doc) and doc[end].lower_ in {",", *_JOINING} and doc[end + 1].text[:1].isupper()


def context_of(doc: Doc, name: Sequence[Part], titled_from: int, cases: frozenset[str], *, group: bool) -> Context:
    """How much what stands around speaks for each triple; the name's titles begin at `titled_from`, `cases` are asked
    of it, `group` says `братья` and the like."""
    start, end = name[0].at, name[-1].at + 1
    tagged: Counter[str] = Counter()
    declined = [part for part in name if part.role in {"given", "patronymic", "surname"}]
    for part in declined:
        if _tells_case(part.form):
            tagged.update(doc[part.at].morph.get("Case", []))
    group = group and (len(declined) < 2 or declined[0].role == "surname")
    eastern = any(part.role == "unchanged" for part in name)
    lone = len(declined) == len(name) == 1
    beside = _beside(doc, start, lone=lone)
    titled = titles.ending_at(doc, start) is not None
    verb = verb_gender(doc, start, end)
    plural = _plural_verb(doc, start, end)
    joined = any(0 <= at < len(doc) and doc[at].text in {"и", "да"} for at in (titled_from - 1, end))
    paired = _paired(doc, titled_from, end)
    continued = titled_from > 0 and doc[titled_from - 1].pos_ == "CCONJ"
    of_thing = _after_thing(doc, titled_from)
    if of_thing and doc[titled_from - 1].morph.get("Case", []) == ["Nom"]:
        verb = None
    born = _of_birth(doc, start, end)
    named = start > 0 and doc[start - 1].lemma_ in lexicon().naming
    opens = _opens_clause(doc, titled_from)
    acts = opens and verb is None and _acts_now(doc, end)
    out: dict[Triple, float] = {}
    for case, number, gender in TRIPLES:
        score = 0.3 * (gender == "Masc") + 0.1 * (case == "Nom")
        if case == "Loc" and case not in cases:
            score -= 4.0
        if case == "Gen" and of_thing:
            score += 2.0
        if case == "Ins" and named:
            score += 2.0
        if cases:
            score += 2.5 if case in cases else -1.5
        if eastern and gender == "Fem":
            score -= 2.0
        if declined:
            score += 1.5 * tagged[case] / len(declined) * (case != "Loc" or "Loc" in cases or continued)
        if beside is not None:
            score += 2.0 if case in beside[0] else (_AGAINST[titled and case != "Gen"] if beside[0] else 0.0)
            score += 2.0 * (gender == beside[1] == "Fem") + 0.5 * (gender == beside[1] == "Masc")
        if born is not None and number == "Sing":
            score += 4.0 * (gender == "Fem") + 2.0 * (case in born)
        if case == "Nom" and start > 0 and doc[start - 1].text in {"—", "–"}:
            score += 2.0
        if plural and case == "Nom" and number == "Sing":
            apart = -1.0 - 2.0 * (lone and _follows_plural(doc, start))
            score += 5.0 if paired else (2.0 * (tagged["Nom"] or not tagged) if joined else apart)
        if verb and case == "Nom" and number == "Sing":
            score += (2.5 if tagged["Nom"] or not tagged or opens else 1.0) if gender == verb else -1.5
            score += 1.0 * opens
            score += 4.0 * (gender == verb == "Fem" and opens and lone and _acts_next(doc, end))
        if acts and case == "Nom" and number == "Sing":
            score += 2.5
        if number == "Plur":
            score += 6.0 if group else (-1.0 + 1.5 * (opens and case == "Nom") if plural else -2.5)
        elif group:
            score -= 2.0
        out[case, number, gender] = score
    return out


@lru_cache(maxsize=1 << 12)
def _tells_case(form: str) -> bool:
    """Whether the tagger could choose each case that the form may be in: of Алию it knows the dative of the man Алий
    alone, and not the accusative of Алия."""
    said = {one.feats.get("Case") for one in analyses(form)}
    found = readings(form)
    if any(one.known and one.gender != "Masc" for one in found):
        return True
    return all(one.case in said for one in found if one.gender == "Fem" and one.type == "Com" and one.weight >= _USUAL)


def _beside(doc: Doc, start: int, *, lone: bool) -> tuple[frozenset[str], str | None] | None:
    """Cases and gender of the title or the noun of kin right before the name.

    A `lone` surname after a noun of kin is in the genitive (`жена Пугачёва`).
    """
    if start == 0:
        return None
    title = titles.ending_at(doc, start)
    owned = title is None and start > 1 and doc[start - 1].lower_ in _OWNERS
    token = doc[title.noun] if title is not None else doc[start - 2 if owned else start - 1]
    if title is not None and not title.cases:
        cases = titles.contracted_cases(token.lower_, title.lemma)
        return cases, ("Fem" if title.lemma.endswith(("жа", "ка", "ня")) else "Masc" if cases else None)
    if token.pos_ not in {"NOUN", "PROPN"} and title is None:
        return None
    genitive = any((one.case, one.gender) == ("Gen", "Masc") for one in readings(doc[start].text))
    if lone and genitive and not owned and titles.is_relation(token):
        return frozenset({"Gen"}), "Masc"
    found = [one for one in analyses(token.lower_) if one.pos == "NOUN" and one.feats.get("Animacy") == "Anim"]
    found = [one for one in found if one.feats.get("Number") == "Sing"]
    if not found:
        return None
    return frozenset(one.feats.get("Case", "") for one in found), found[0].feats.get("Gender")


def verb_gender(doc: Doc, start: int, end: int) -> str | None:
    """Gender of the past-tense verb that stands close after the name, or right before it."""
    for near in (doc[end : end + 4], reversed(doc[max(start - 2, 0) : start])):
        for token in near:
            if token.lower_ in {"-то", "-с"}:
                continue
            if token.is_punct or token.is_space or token.pos_ in {"CCONJ", "SCONJ", "ADP"}:
                break
            if token.pos_ in {"VERB", "AUX"} and token.morph.get("Gender", []):
                return None if _has_subject_after(token, end) else _first(token, "Gender")
    return None


def _has_subject_after(verb: Token, end: int) -> bool:
    """Whether a participle in the passive after the name agrees with a noun behind it (`Зуеву дана грамота`)."""
    after = verb.nbor(1) if verb.i >= end and verb.i + 1 < len(verb.doc) else None
    if after is None or verb.morph.get("Voice", []) != ["Pass"] or after.pos_ != "NOUN":
        return False
    return "Nom" in after.morph.get("Case", []) and _first(after, "Gender") == _first(verb, "Gender")


def _after_thing(doc: Doc, start: int) -> bool:
    """Whether a thing's noun stands right before the name, which is then likely its owner's or author's."""
    token = doc[start - 1] if start else None
    return token is not None and token.pos_ == "NOUN" and token.morph.get("Animacy", []) == ["Inan"]


def _opens_clause(doc: Doc, start: int) -> bool:
    """Whether the name, with its titles, stands at the head of a sentence or after a comma: a subject's place."""
    return start == 0 or bool(doc[start].is_sent_start) or doc[start - 1].text in {",", ";", ":", "—", "–", "\n"}


def _plural_verb(doc: Doc, start: int, end: int) -> bool:
    near = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return any(token.pos_ in {"VERB", "AUX"} and _first(token, "Number") == "Plur" for token in near)


def _paired(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is the second of two joined subjects of a plural verb after them (`Зуев и Зуева вошли`)."""
    if start < _PAIR or doc[start - 1].text != "и" or not _plural_verb(doc, end, end):
        return False
    other = [one.case for one in readings(doc[start - 2].text) if one.number == "Sing"]
    return doc[start - 2].text.istitle() and "Nom" in other and "Gen" not in other


def _acts_next(doc: Doc, end: int) -> bool:
    """Whether a verb in the past stands right after the name (`Зуева плакала`)."""
    return end < len(doc) and doc[end].pos_ == "VERB" and _first(doc[end], "Tense") == "Past"


def _acts_now(doc: Doc, end: int) -> bool:
    """Whether a verb in the present singular stands right after the name (`Тов. Зуева сообщает`)."""
    token = doc[end] if end < len(doc) else None
    if token is None or token.pos_ != "VERB" or _first(token, "VerbForm") not in {"Fin", None}:
        return False
    return _first(token, "Number") == "Sing" and _first(token, "Person") == "3"


def _of_birth(doc: Doc, start: int, end: int) -> frozenset[str] | None:
    """The cases of a woman's name beside `урождённая`, before it or after it in brackets; `None` where none is."""
    before = start - 2 if start > 1 and doc[start - 1].text == "." else start - 1
    if before >= 0 and doc[before].lower_.startswith(_BORN):
        return frozenset(doc[before].morph.get("Case", []) or ["Nom"])
    if end + 1 < len(doc) and doc[end].text == "(" and doc[end + 1].lower_.startswith(_BORN):
        return frozenset({"Nom"})
    return None


def _follows_plural(doc: Doc, start: int) -> bool:
    """Whether a verb in the plural stands right before the name, which then is no subject (`прочат Неклюдова`)."""
    return start > 0 and doc[start - 1].pos_ == "VERB" and _first(doc[start - 1], "Number") == "Plur"


def _first(token: Token, feature: str) -> str | None:
    found = token.morph.get(feature, [])
    return found[0] if found else None
