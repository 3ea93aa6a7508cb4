"""Which word of a person's name is what: given name, patronymic, surname, initial, regnal number, title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.person.classes import form_classes
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.dimensions.person.numbered import ORDINAL
from letopis.language.proper import readings, stem

_OFFICES = frozenset({"civil", "military", "learned", "politics"})


@dataclass(frozen=True, slots=True)
class Known:
    """What the document's fuller names tell of its shorter ones: stems of given names and of surnames."""

    given: frozenset[str] = field(default_factory=frozenset)
    surnames: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Part:
    """A token of a name and its role.

    Roles: `given`, `patronymic`, `surname`, `initial`, `regnal`, `particle`, `descent`, `eastern`, `leading`
    (a title before the name and part of it), `son`, `mark`, `unchanged` (a surname that does not decline), `stray` (a
    particle of speech inside the name). `syllabic` says that it is a Chinese or Korean given name, which in the
    nominative is one of syllables alone.
    """

    at: int
    form: str
    role: str
    syllabic: bool = False


def parts(doc: Doc, start: int, end: int, known: Known) -> list[Part]:
    """The tokens of the name `start:end` with their roles."""
    roles: dict[int, str] = {}
    words: list[int] = []
    for i in range(start, end):
        token, found = doc[i], form_classes(doc[i].text)
        before_dot = i + 1 < len(doc) and doc[i + 1].text == "."
        if ("initial" in found and "roman" not in found) or (
            "short" in found and before_dot and i + 1 < end and (i + 2 < end or i > start)
        ):
            roles[i] = "initial"
        elif "roman" in found or (i > start and ORDINAL.match(token.text)):
            roles[i] = "regnal"
        elif i > start and "emphatic" in found:
            roles[i] = "stray"
        elif not token.text[:1].isalpha():
            roles[i] = "mark"
        elif "son" in found:
            roles[i] = "son"
        elif i > start and "descent" in found:
            roles[i] = "descent"
        elif i > start and "eastern" in found and (token.text.islower() or i == end - 1) and i - 1 in words:
            roles[i] = "eastern"
        elif i == start and end - start > 1 and plain(_lemma(token.text)) in lexicon().leading_titles:
            roles[i] = "leading"
        elif token.text.islower() or ("particle" in found and i < end - 1):
            roles[i] = "particle"
        else:
            words.append(i)
    roles.update(_words(doc, words, roles, known))
    chinese = "unchanged" in roles.values()
    return [Part(i, doc[i].text, roles[i], chinese and roles[i] == "given") for i in range(start, end)]


@cache
def _joined_titles() -> frozenset[str]:
    """Every form of the eastern titles that are joined to names (`-паша`, `-хана`)."""
    forms = {word + ending for word in lexicon().eastern_titles for ending in ("", "а", "у", "ом", "е", "ы", "ой")}
    return frozenset(
        forms | {word[:-1] + end for word in lexicon().eastern_titles for end in ("и", "е", "у", "ой", "ем", "я", "ю")}
    )


def _lemma(form: str) -> str:
    found = readings(form)
    known = [one.lemma for one in found if one.known]
    low = plain(form)
    return next((word for word in lexicon().leading_titles if stem(word) == stem(low)), (known or [low])[0])


def _words(doc: Doc, words: list[int], roles: dict[int, str], known: Known) -> dict[int, str]:
    """Roles of the capitalised words of a name."""
    classes = [form_classes(doc[i].text) for i in words]
    if any(role == "son" for role in roles.values()):
        return _of_descent(words, roles, classes)
    patronymic = _patronymic(words, classes)
    if any(role == "initial" for role in roles.values()) and (patronymic is None or len(words) == 1):
        inner = min(i for i, role in roles.items() if role == "initial")
        first_given = len(words) > 1 and words[0] < inner < words[1] and "given" in classes[0]
        if len(words) == 1 and "pat" in classes[0] and "sur" not in classes[0] and roles.get(words[0] - 2) == "initial":
            return {words[0]: "patronymic"}
        return {i: "given" if first_given and n == 0 else "surname" for n, i in enumerate(words)}
    if patronymic is not None:
        named = {words[patronymic]: "patronymic"}
        if patronymic > 0:
            named[words[patronymic - 1]] = "given"
            for n in range(patronymic - 1):
                if "given" in classes[n] and "sur" not in classes[n]:
                    named[words[n]] = "given"
        return {i: named.get(i, "surname") for i in words}
    if any(role in {"eastern", "descent", "leading"} for role in roles.values()):
        return dict.fromkeys(words, "given")
    regnal = any(role == "regnal" and not doc[i].text[0].isdigit() for i, role in roles.items())
    if len(words) == 1 and plain(doc[words[0]].text.rpartition("-")[2]) in _joined_titles():
        return {words[0]: "given"}
    in_office = bool(words) and _in_office(doc, words[0])
    order = _plain_order([doc[i].text for i in words], classes, known, regnal=regnal, in_office=in_office)
    return dict(zip(words, order, strict=True))


def _in_office(doc: Doc, at: int) -> bool:
    """Whether a rank, an office or `товарищ` stands before the name."""
    title = titles.ending_at(doc, at)
    return title is not None and titles.title_class(title.lemma) in _OFFICES


def _of_descent(words: list[int], roles: dict[int, str], classes: Sequence[frozenset[str]]) -> dict[int, str]:
    """`Иван Петров сын Сидоров`: what stands right before `сын` is the patronymic."""
    son = next(i for i, role in roles.items() if role == "son")
    before = [i for i in words if i < son]
    after = [i for i in words if i > son]
    named: dict[int, str] = dict.fromkeys(after, "surname")
    named.update(dict.fromkeys(before, "given"))
    if len(before) > 2 and "given" not in classes[0] and "given" in classes[1]:
        named[before[0]] = "surname"
    if before:
        named[before[-1]] = "patronymic" if len(before) > 1 else "surname"
        if len(before) == 1:
            named.update(dict.fromkeys(after, "patronymic"))
    return named


def _patronymic(words: list[int], classes: Sequence[frozenset[str]]) -> int | None:
    """The place of the patronymic among the words."""
    for n, found in enumerate(classes):
        if "pat" not in found:
            continue
        if n > 0 and ("given" in classes[n - 1] or "sur" not in found):
            return n
        if len(words) == 1 and "sur" not in found:
            return n
    return None


def _plain_order(
    forms: list[str], classes: Sequence[frozenset[str]], known: Known, *, regnal: bool, in_office: bool
) -> list[str]:
    """Roles where neither patronymic nor initial tells; an officer or official is called by his surname."""
    count = len(forms)
    if count == 0:
        return []
    if regnal:
        return ["given", *("surname" for _ in forms[1:])] if "given" in classes[0] else ["given"] * count
    if count == 1:
        return [_alone(forms[0], classes[0], known, in_office=in_office)]
    if "chinese" in classes[0] and not classes[0] & {"given", "sur"} and count > 1:
        return ["unchanged", *("given" for _ in forms[1:])]
    if all(stem(form) in known.given for form in forms):
        return ["given"] * count
    if count == 2 and "given" in classes[1] and "given" not in classes[0] and "sur" not in classes[1]:
        return ["surname", "given"]
    if count == 3 and "given" in classes[0] and {"possessive", "sur"} <= classes[1]:
        return ["given", "patronymic", "surname"]
    if count == 3 and "given" in classes[1] and "given" not in classes[0] and "possessive" in classes[2]:
        return ["surname", "given", "patronymic"]
    return ["given"] * (count - 1) + ["surname"]


def _alone(form: str, classes: frozenset[str], known: Known, *, in_office: bool) -> str:
    if stem(form) in known.surnames:
        return "surname"
    if stem(form) in known.given:
        return "given"
    if "given" in classes and "sur" not in classes:
        return "surname" if in_office and "possessive" in classes else "given"
    if "given" in classes:
        first = next((one.type for one in readings(form) if one.known and one.type in {"Giv", "Sur"}), "Sur")
        return "given" if first == "Giv" else "surname"
    return "surname"
