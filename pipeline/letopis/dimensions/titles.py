"""Titles, ranks, offices and trades that stand before a person's name, read from `titles.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from letopis.dimensions import seen
from letopis.dimensions.context import context
from letopis.language.memory import memory
from letopis.language.morphology import analyses, inflect
from letopis.language.proper import CASES

_LONGEST_ABBREVIATION, _LONGEST_ENDING = 4, 3
_CITIZEN, _COUNT, _SOVIET = "гражданин", "граф", 1918
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_STORE = "letopis.titles.empire"
_PLURAL = frozenset({"тт", "гг", "гг-да", "свв"})

_HEAD = "голова"
"""Of a town or a guild: a man's office by a feminine word (`городской голова`)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`nouns` with their class, `adjectives` of titles, `plain` nouns of persons, `groups`, `abbreviations`.

    `sovereigns` rule a land, `feminine` are the titles of women by those of men.
    """

    nouns: dict[str, str]
    adjectives: frozenset[str]
    plain: frozenset[str]
    groups: frozenset[str]
    prefixes: frozenset[str]
    relations: frozenset[str]
    sovereigns: frozenset[str]
    feminine: dict[str, str]
    abbreviations: dict[str, str]


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase at tokens `start:end` and its words in the nominative singular; `noun` is its head token.

    `upper` says that it is printed in capitals.
    """

    start: int
    end: int
    lemma: str
    noun: int
    cases: frozenset[str]
    plural: bool
    upper: bool = False


@cache
def lexicon() -> Lexicon:
    """The data of `titles.toml`; ё counts as е in every key."""
    data = tomllib.loads(files("letopis.dimensions").joinpath("titles.toml").read_text("utf-8"))
    return Lexicon(
        {_plain(word): kind for kind, words in data["nouns"].items() for word in words},
        frozenset(map(_plain, data["adjectives"]["words"])),
        frozenset(map(_plain, data["plain"]["words"])),
        frozenset(map(_plain, data["groups"]["words"])),
        frozenset(map(_plain, data["compounds"]["prefixes"])),
        frozenset(map(_plain, data["relations"]["words"])),
        frozenset(map(_plain, data["sovereigns"]["words"])),
        dict(data["feminine"]),
        dict(data["abbreviations"]),
    )


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class _Noun:
    lemma: str
    cases: frozenset[str]
    plural: bool


@lru_cache(maxsize=1 << 15)
def _noun(form: str) -> _Noun | None:
    """The title noun that `form` is a form of: dictionary lemma (compounds by their last part), cases, number."""
    known = lexicon().nouns
    cases: set[str] = set()
    lemma, plural, singular = "", False, False
    for one in analyses(form.lower()):
        if one.pos in {"NOUN", "ADJ"} and _plain(one.lemma) in known and (not lemma or lemma == one.lemma):
            lemma = one.lemma
            if "Case" in one.feats:
                cases.add(one.feats["Case"])
                plural = plural or one.feats.get("Number") == "Plur"
                singular = singular or one.feats.get("Number") == "Sing"
    if not lemma and "-" in form:
        head, _, last = form.lower().rpartition("-")
        inner = _noun(last)
        first = head.rpartition("-")[0] or head
        if inner is not None and (_plain(first) in lexicon().prefixes or _plain(first) in known):
            return _Noun(f"{head}-{inner.lemma}", inner.cases, inner.plural)
    return _Noun(lemma, frozenset(cases), plural and not singular) if lemma else None


def is_title(form: str) -> bool:
    """Whether `form` is a form of a title noun."""
    return _noun(form) is not None


def of_woman(lemma: str) -> str:
    """The title as a woman bears it (`граф`: `графиня`), itself where there is no other."""
    return lexicon().feminine.get(lemma, lemma)


@lru_cache(maxsize=1 << 8)
def contracted_cases(form: str, lemma: str) -> frozenset[str]:
    """The cases of a title cut short at a hyphen, by its ending (`г-жу`: the accusative of `госпожа`)."""
    head, hyphen, ending = form.partition("-")
    if not hyphen or not lemma.startswith(head) or len(ending) > _LONGEST_ENDING:
        return frozenset()
    noun = next((one for one in analyses(lemma) if one.pos == "NOUN"), None)
    if noun is None:
        return frozenset()
    forms = {case: inflect(noun, Case=case, Number="Sing") or "" for case in CASES}
    return frozenset(case for case, one in forms.items() if one.endswith(ending))


def title_class(lemma: str) -> str | None:
    """The class of a title's noun (`military`, `church`…), or `None` for what is no title."""
    return lexicon().nouns.get(_plain(lemma.split()[-1].rpartition("-")[2])) or lexicon().nouns.get(
        _plain(lemma.split()[-1])
    )


def is_plain(token: Token) -> bool:
    """Whether the token is a noun of kin or another sort of person that makes no title."""
    return any(_plain(one.lemma) in lexicon().plain for one in analyses(token.lower_)[:4])


def is_relation(token: Token) -> bool:
    """Whether the token is a noun that takes a name in the genitive (`жена`, `сторонник`)."""
    return any(one.pos == "NOUN" and _plain(one.lemma) in lexicon().relations for one in analyses(token.lower_)[:4])


def is_group(token: Token) -> bool:
    """Whether the token makes a group of the plural name after it (`братья`, `супруги`)."""
    found = [one for one in analyses(token.lower_)[:6] if one.pos == "NOUN"]
    known = lexicon().groups
    if any(_plain(one.lemma) in known and one.feats.get("Number") == "Sing" for one in found[:1]):
        return True
    return any(
        one.feats.get("Number") == "Plur" and _plain(inflect(one, Case="Nom") or "") in known for one in found
    ) and not any(one.feats.get("Number") == "Sing" for one in found[:1])


def ending_at(doc: Doc, end: int) -> Title | None:
    """The title whose last token stands just before token `end`, with the adjectives that belong to it."""
    if end <= 0 or doc[end - 1].is_space:
        return None
    short = _abbreviated(doc, end)
    if short is not None:
        return short
    noun = _noun(doc[end - 1].text) or _profession(doc, end - 1)
    if noun is None:
        return None
    start, words = end - 1, [noun.lemma]
    while start > 0 and (lemma := _adjective(doc[start - 1])):
        start -= 1
        words.insert(0, lemma)
    return Title(start, end, " ".join(_agreeing(words)), end - 1, noun.cases, noun.plural, doc[end - 1].text.isupper())


def _profession(doc: Doc, at: int) -> _Noun | None:
    """The noun at `at` as a title where the accurate names model sees a trade or a people and the lexicon lacks it."""
    token = doc[at]
    people = seen.is_people(doc, at)
    low = token.text.islower() or (people and token.is_sent_start)
    if not low or not (people or at + 1 in seen.ends(doc, seen.TRADE)):
        return None
    found = [one for one in analyses(token.lower_) if one.pos == "NOUN" and one.feats.get("Animacy") == "Anim"]
    if not found or is_plain(token):
        return None
    fitting = [one for one in found if one.lemma == found[0].lemma]
    cases = frozenset(one.feats["Case"] for one in fitting if "Case" in one.feats)
    return _Noun(found[0].lemma, cases, all(one.feats.get("Number") == "Plur" for one in fitting))


def _adjective(token: Token) -> str | None:
    for one in analyses(token.lower_):
        if one.pos in {"ADJ", "DET"} and _plain(one.lemma) in lexicon().adjectives:
            return one.lemma
    return None


@lru_cache(maxsize=1 << 12)
def _feminine(noun: str) -> bool:
    return noun != _HEAD and any(one.feats.get("Gender") == "Fem" and one.lemma == noun for one in analyses(noun))


def _agreeing(words: list[str]) -> list[str]:
    """Adjectives of a woman's title in the feminine: `великая княгиня`."""
    if len(words) < 2 or not _feminine(words[-1]):
        return words
    changed = []
    for word in words[:-1]:
        if word.endswith("ший"):
            changed.append(word[:-2] + "ая")
        elif word.endswith(("ий", "ый", "ой")):
            changed.append(word[:-2] + ("яя" if word.endswith("ний") else "ая"))
        else:
            changed.append(word)
    return [*changed, words[-1]]


def is_of_empire(doc: Doc) -> bool:
    """Whether `гр.` is a count here and no citizen: the text is of before 1918, or speaks of princes by `кн.`."""
    found: bool | None = memory(doc).get(_STORE)
    if found is None:
        written = (context(doc).reference_date or context(doc).written or "")[:4]
        years = [int(written)] if written.isdecimal() else [int(t.text) for t in doc if _YEAR.fullmatch(t.text)]
        princes = any(t.lower_ == "кн" and t.i + 1 < len(doc) and t.nbor(1).text == "." for t in doc)
        found = memory(doc)[_STORE] = max(years) < _SOVIET if years else princes
    return found


def _abbreviated(doc: Doc, end: int) -> Title | None:
    """The longest abbreviated title before `end`: `ст. сов.`, `ген.-лейт.`, `г-н`."""
    known = lexicon().abbreviations
    pieces: list[str] = []
    at = end
    best: Title | None = None
    dotted = False
    while at > 0 and len(pieces) < _LONGEST_ABBREVIATION:
        dot = doc[at - 1].text == "."
        word = at - 2 if dot else at - 1
        if word > 0 and not pieces and doc[word - 1].text[-1:].isdigit():
            break
        if word < 0 or not doc[word].text[:1].isalpha() or (pieces and not dot):
            break
        dotted = dotted or dot
        joined = word > 0 and doc[word - 1].text == "-" and bool(pieces or dot or word > 1)
        pieces.insert(0, ("-" if joined else "") + doc[word].lower_)
        lemma = known.get(" ".join(pieces))
        if lemma == _CITIZEN and pieces == ["гр"] and is_of_empire(doc):
            lemma = _COUNT
        if lemma and (dotted or "-" in pieces[0][1:]) and not joined:
            best = Title(word, end, lemma, word, frozenset(), pieces[-1] in _PLURAL)
        at = word - 1 if joined else word
        if not joined and not dot:
            break
    return best
