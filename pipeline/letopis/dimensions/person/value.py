"""From bounds to mentions: normal form, parts, titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.mention import Mention
from letopis.dimensions.person.bounds import Bounds
from letopis.dimensions.person.lexicon import lexicon
from letopis.dimensions.person.normal import Normal, Setting, normalize, worths
from letopis.dimensions.person.paradigms import Paradigms
from letopis.dimensions.person.parts import Known, Part, parts
from letopis.dimensions.person.surroundings import Context, asked_of, context_of
from letopis.dimensions.person.titled import titles_before
from letopis.language.proper import Reading, coverage, readings, stem

_FULL, _RIVAL = 2, 0.2
_DECLINED = frozenset({"given", "patronymic", "surname"})


def describe(doc: Doc, found: Sequence[Bounds]) -> list[Mention]:
    """The mentions that stand in `found`: fuller names first read, shorter ones in their light."""
    known = _known(doc, found)
    named = [(one, parts(doc, one.start, one.end, known)) for one in found]
    forms = [part.form for _, name in named for part in name if part.role in _DECLINED]
    attested = frozenset(form.lower() for form in forms)
    setting = Setting(coverage(forms), attested, yo="ё" in doc.text.lower())
    contexts = _contexts(doc, [name for _, name in named])
    said = [worths(name, context) for (_, name), context in zip(named, contexts, strict=True)]
    setting.paradigms = Paradigms(worth for words in said for worth in words)
    rows = [(name, context, words) for (_, name), context, words in zip(named, contexts, said, strict=True)]
    first = [normalize(*row, setting) for row in rows]
    for (_, name), normal in zip(named, first, strict=True):
        for part, word in zip(name, normal.words, strict=True):
            if part.role in _DECLINED:
                setting.settled[word.lower()] += min(_fullness(name), _FULL) + (normal.case == "Nom")
    taken = {at for one in found for at in range(one.start, one.end)}
    made = [_mention(doc, one, row[0], normalize(*row, setting), taken) for one, row in zip(found, rows, strict=True)]
    shared: list[str] = []
    for n, mention in enumerate(made):
        shared = _share_titles(doc, made[n - 1] if n else None, mention, shared)
    return made


def _known(doc: Doc, found: Sequence[Bounds]) -> Known:
    """Stems of given names and surnames that names of three or more words show, or of two that are not both given."""
    given: set[str] = set()
    surnames: set[str] = set()
    likely: set[str] = set()
    for one in found:
        name = parts(doc, one.start, one.end, Known())
        roles = [part.role for part in name]
        if "surname" in roles and roles.count("given") + roles.count("patronymic") + roles.count("initial") >= _FULL:
            given.update(stem(part.form) for part in name if part.role == "given")
            surnames.update(stem(part.form) for part in name if part.role == "surname")
        elif roles == ["given", "surname"] and _is_apart(*name):
            likely.add(stem(name[1].form))
        elif "surname" in roles and "initial" in roles:
            surnames.update(stem(part.form) for part in name if part.role == "surname")
    surnames |= likely - given
    return Known(frozenset(given - surnames), frozenset(surnames - given))


def _is_apart(given: Part, surname: Part) -> bool:
    """Whether the surname cannot be another given name beside the first (`Петра Лорина`, not `Анна Мария`)."""
    first, second = (
        [one for one in readings(part.form) if one.known and one.type == "Giv"] for part in (given, surname)
    )
    likely = {(one.case, one.gender) for one in first if one.weight > first[0].weight - _RIVAL}
    return bool(likely) and bool(second) and not likely & {(one.case, one.gender) for one in second}


def _fullness(name: Sequence[Part]) -> int:
    return sum(part.role in _DECLINED for part in name)


def _contexts(doc: Doc, names: Sequence[Sequence[Part]]) -> list[Context]:
    asked: dict[int, frozenset[str]] = {}
    found: list[Context] = []
    for name in names:
        start, end = name[0].at, name[-1].at + 1
        before = titles.ending_at(doc, start)
        titled_from = before.start if before is not None else start
        asked[end] = asked_of(doc, titled_from, end, asked)
        group = (start > 0 and titles.is_group(doc[start - 1])) or (before is not None and _is_plural_only(name))
        found.append(context_of(doc, name, titled_from, asked[end], group=group))
        if not asked[end] and _is_nominative_only(name):
            asked[end] = frozenset({"Nom"})
    return found


def _is_plural_only(name: Sequence[Part]) -> bool:
    """Whether the name is of one word that is a surname's plural alone (`княжны Баратаевы`)."""
    return len(name) == 1 and all(one.number == "Plur" for one in readings(name[0].form))


def _is_nominative_only(name: Sequence[Part]) -> bool:
    """Whether a word of the name can stand in no case but the nominative (`Стадухин и Мотора`)."""
    surnames = [readings(part.form) for part in name if part.role == "surname"]
    return any(bool(found) and all(one.case == "Nom" for one in found) for found in surnames)


def _mention(doc: Doc, one: Bounds, name: Sequence[Part], normal: Normal, taken: set[int]) -> Mention:
    group = one.start > 0 and titles.is_group(doc[one.start - 1])
    others, woman = taken - set(range(one.start, one.end)), normal.gender == "Fem"
    found, _, plural = titles_before(doc, one.start, normal.case, others, woman=woman)
    value = _value(name, normal)
    value["titles"] = [] if group else found + value["titles"]
    trace = [f"{part.form}: {part.role}" for part in name if part.role != "mark"] + [normal.why]
    if plural:
        trace.append("the title before is said of several")
    return Mention(one.start, one.end, "person", value, one.rule, _joined(doc, name, normal), trace)


def _joined(doc: Doc, name: Sequence[Part], normal: Normal) -> str:
    """The words with the text's own blanks between them."""
    pieces = [
        " " if part.role == "stray" else word + (" " if doc[part.at].whitespace_ else "")
        for part, word in zip(name, normal.words, strict=True)
    ]
    return " ".join("".join(pieces).split())


def _value(name: Sequence[Part], normal: Normal) -> dict[str, Any]:
    by_role: dict[str, list[str]] = {}
    lone = len(name) == 1
    for part, word in zip(name, normal.words, strict=True):
        role = "surname" if part.role in {"particle", "unchanged"} else part.role
        if lone and role == "given":
            role = _of_one_word(part.form, word)
        by_role.setdefault(role, []).append(word)
    given, suffix = _without_eastern(by_role.get("given", []))
    patronymic = by_role.get("patronymic", []) + by_role.get("son", [])
    given += by_role.get("descent", []) if not patronymic and not by_role.get("surname") else []
    initials = [word for part, word in zip(name, normal.words, strict=True) if part.role == "initial"]
    surname, more = _without_eastern(by_role.get("surname", []))
    return {
        "given": " ".join(given) or None,
        "patronymic": " ".join(patronymic) or None,
        "surname": " ".join(surname) or None,
        "initials": " ".join(f"{word}." for word in initials) or None,
        "regnal": " ".join(by_role.get("regnal", [])) or None,
        "titles": [word.lower() for word in by_role.get("leading", []) + by_role.get("eastern", [])] + suffix + more,
    }


def _of_one_word(form: str, word: str) -> str:
    """What a form that the dictionary has for a given name's is, now that its nominative is known (`доктора Фока`)."""

    def is_given(one: Reading) -> bool:
        return one.known and one.type == "Giv"

    other = any(map(is_given, readings(form))) and not any(
        is_given(one) and one.lemma == word.lower() for one in readings(form)
    )
    return "surname" if other else "given"


def _without_eastern(words: list[str]) -> tuple[list[str], list[str]]:
    """`Кучек-хан` as the name and the title joined to it."""
    plain, joined = [], []
    for word in words:
        head, hyphen, last = word.rpartition("-")
        if hyphen and last in lexicon().eastern_titles:
            plain.append(head)
            joined.append(last)
        else:
            plain.append(word)
    return plain, joined


def _share_titles(doc: Doc, previous: Mention | None, mention: Mention, shared: list[str]) -> list[str]:
    """Hand the plural title of a list's first name on to the names joined to it (`воевод князя A да B`)."""
    if "the title before is said of several" in mention.trace:
        return list(mention.value["titles"][:1])
    if previous is not None and shared:
        between = [token.lower_ for token in doc[previous.end : mention.start]]
        if between and set(between) <= {",", "и", "да", "с"}:
            mention.value["titles"] = shared + mention.value["titles"]
            return shared
    return []
