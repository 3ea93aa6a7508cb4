"""The words of organizations' names, as `lexicon.toml` lists them."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.language.bodies import noun_of
from letopis.language.morphology import analyses

_MIN_PART, _SHORT_HEAD = 2, 6
_JOINED_UNITS, _LONGEST_UNIT = ("корпус", "полк", "дивизия", "бригада", "батальон"), 8


@cache
def data() -> dict[str, Any]:
    """The lexicon as it is written."""
    return tomllib.loads(files("letopis.dimensions.organization").joinpath("lexicon.toml").read_text("utf-8"))


@cache
def _set(section: str, key: str | None = None) -> frozenset[str]:
    lists = data()[section]
    return frozenset(lists[key]) if key else frozenset(word for words in lists.values() for word in words)


@cache
def _plurals() -> dict[str, str]:
    """The singulars of the heads that the list has in the plural (`курсы`, `прииски`), each with that plural."""
    return {
        analysis.lemma: head
        for section in ("firm", "capital")
        for head in _set(section)
        for analysis in analyses(head)
        if analysis.source == "dictionary" and analysis.feats.get("Number") == "Plur" and analysis.lemma != head
    }


def is_plural_head(form: str) -> bool:
    """Whether the form is of a school that the list has in the plural (`Высшие женские курсы`)."""
    return not lemmas(form).isdisjoint(_set("capital", "learning") & set(_plurals().values()))


@lru_cache(maxsize=1 << 15)
def lemmas(form: str) -> frozenset[str]:
    """The dictionary's lemmas of the form as a noun, plural nominatives among them."""
    body = noun_of(form.lower())
    found: set[str] = {body} if body else set()
    for analysis in analyses(form):
        if analysis.pos in {"NOUN", "PROPN"}:
            found.add(analysis.lemma.lower())
            if analysis.feats.get("Case") == "Nom":
                found.add(form.lower())
            elif analysis.lemma in _plurals() and analysis.feats.get("Number") == "Plur":
                found.add(_plurals()[analysis.lemma])
    return frozenset(found or {form.lower()})


@lru_cache(maxsize=1 << 15)
def strength(form: str) -> str | None:
    """`firm` or `capital` for a form of a head noun, else `None`."""
    own = lemmas(form) | {form.lower()}
    if not own.isdisjoint(_set("firm")):
        return "firm"
    if not own.isdisjoint(_set("capital")) or any(_is_compound(lemma) for lemma in own):
        return "capital"
    return None


@lru_cache(maxsize=1 << 15)
def is_compound(form: str) -> bool:
    """Whether the noun is put together of another word and a head, and so says which body it is (`Губфинотдел`)."""
    return any(_is_compound(lemma) for lemma in lemmas(form.lower()))


def _is_compound(lemma: str) -> bool:
    """Whether the noun is put together of another word and a head (`лесозавод`, `облисполком`)."""
    heads = (head for head in _set("joined", "last") if lemma.endswith(head))
    return any(len(lemma) - len(head) >= (1 if len(head) > _SHORT_HEAD else _MIN_PART + 1) for head in heads)


@lru_cache(maxsize=1 << 12)
def takes_whole(form: str) -> bool:
    """Whether the head is put together of an office's syllables and takes in the body it belongs to (`политотдел`)."""
    own = lemmas(form.lower())
    if not own.isdisjoint(_set("offices", "whole")):
        return True
    firsts = tuple(_set("offices", "first"))
    return any(one.startswith(firsts) and _is_compound(one) for one in own)


@cache
def _societies() -> tuple[frozenset[str], frozenset[str]]:
    names = _set("societies", "names") | _set("press", "names")
    return names, frozenset(name.split()[0] for name in names)


@lru_cache(maxsize=1 << 14)
def begins_society(form: str) -> bool:
    """Whether the lower-case word may begin a society's name of common words (`Народной воли`)."""
    return any(one.lemma in _societies()[1] or one.word in _societies()[1] for one in analyses(form)) or any(
        one.pos in {"ADJ", "DET"} and first.startswith(one.lemma[:-2])
        for one in analyses(form)
        for first in _societies()[1]
    )


def is_society(normal: str) -> bool:
    """Whether the nominative is the name of a society (`Народная воля`)."""
    return normal.lower() in _societies()[0]


def is_press(normal: str) -> bool:
    """Whether the nominative is the name of a newspaper or journal (`Вестник Европы`)."""
    return normal.lower() in _set("press", "names")


def reports(form: str) -> bool:
    """Whether the word is a verb of what newspapers do (`сообщают`, `пишет`)."""
    return any(one.pos == "VERB" and one.lemma in _set("reports", "verbs") for one in analyses(form)[:3])


def is_report(form: str) -> bool:
    """Whether the word is of a report, beside a newspaper's name in quotation marks (`сообщает «Русь»`)."""
    nouns, verbs = _set("reports", "nouns"), _set("reports", "verbs")
    return form in nouns or any(one.pos == "VERB" and one.lemma in verbs for one in analyses(form)[:3])


def is_thing(form: str) -> bool:
    """Whether the noun is of a treaty, a war, a work, an award: what the names model takes for an organization."""
    return not lemmas(form).isdisjoint(_set("things", "nouns"))


def is_purpose(form: str) -> bool:
    """Whether the noun says what a body is for after `по`, `для`, `о` (`по борьбе`, `по делам`, `о раненых`)."""
    own = lemmas(form)
    if not own.isdisjoint(_set("purposes", "causes")):
        return False
    return not own.isdisjoint(_set("purposes", "nouns")) or any(one.endswith(("ение", "ание", "тие")) for one in own)


@cache
def heads() -> frozenset[str]:
    """Every head noun."""
    return _set("firm") | _set("capital")


def stands_alone(form: str) -> bool:
    """Whether a capital inside a sentence is enough to make the head a name."""
    return not lemmas(form).isdisjoint(_set("alone", "heads")) or is_compound(form)


def is_military(form: str) -> bool:
    """Whether the head is of a unit of an army or navy."""
    own = lemmas(form)
    joined = any(one.endswith(_JOINED_UNITS) and len(one) > _LONGEST_UNIT for one in own)
    return joined or not own.isdisjoint(_set("firm", "military")) or not own.isdisjoint(_set("capital", "military"))


def is_of_state(form: str) -> bool:
    """Whether the head is of a government or court."""
    return not lemmas(form).isdisjoint(_set("firm", "government") | _set("capital", "government"))


def is_party(form: str) -> bool:
    """Whether the head is of a party."""
    return not lemmas(form).isdisjoint(_set("firm", "party"))


def is_of_people_by_name(form: str) -> bool:
    """Whether a people's adjective and another before the head make a name (`Русское страховое общество`)."""
    return not lemmas(form).isdisjoint(_set("peoples", "heads"))


def is_keeper(form: str) -> bool:
    """Whether the head keeps things for another body, and in small letters stays outside its name (`архив Сената`)."""
    return not lemmas(form).isdisjoint(_set("keepers", "nouns"))


def is_road(form: str) -> bool:
    """Whether the form is of `дорога` in the singular."""
    return any(one.lemma == "дорога" and one.feats.get("Number") == "Sing" for one in analyses(form))


def bears_saint(form: str) -> bool:
    """Whether the head may be called after a saint (`Университет св. Владимира`)."""
    return not lemmas(form).isdisjoint(_set("dedications", "saints"))


def is_cared_for(form: str) -> bool:
    """Whether the noun is of what a body cares for after `о` (`попечительство о народной трезвости`)."""
    return any(one.lemma in _set("purposes", "about") and one.feats.get("Case") == "Loc" for one in analyses(form))


def is_told_by_ordinal(form: str) -> bool:
    """Whether the head is of a hospital or school that an ordinal in figures tells apart (`41-й госпиталь`)."""
    return not lemmas(form).isdisjoint(_set("figured", "nouns"))


@cache
def manned() -> frozenset[tuple[str, ...]]:
    """The words, in small letters, that say after a unit's noun what it is of (`морской пехоты`)."""
    return frozenset(tuple(one.split()) for one in _set("manned", "phrases"))


def is_vessel(form: str) -> bool:
    """Whether the noun is of a ship, a train, a work: its name in quotation marks is no organization's."""
    return not lemmas(form).isdisjoint(_set("vessels", "nouns"))


def is_organ(form: str) -> bool:
    """Whether the noun is of an organ that stays outside the name after it."""
    return not lemmas(form).isdisjoint(_set("organs", "nouns"))


def is_works(form: str) -> bool:
    """Whether the head is of works (`завод`, `верфь`)."""
    return not lemmas(form).isdisjoint(_set("works", "nouns"))


def is_seeing(form: str) -> bool:
    """Whether the head is of an office that is called by what it sees to (`министерство`, `наркомат`)."""
    return not lemmas(form).isdisjoint(_set("seeing", "nouns"))


def is_committee(form: str) -> bool:
    """Whether the noun is of a committee that a party's letters belong to (`уком`)."""
    return not lemmas(form).isdisjoint(_set("committees", "nouns"))


def is_party_letters(text: str) -> bool:
    """Whether the acronym is a party's or a youth league's (`РКП`)."""
    return text in _set("committees", "parties")


def is_told_by_figure(form: str) -> bool:
    """Whether the office is told apart by a Roman figure (`III отделение`)."""
    return not lemmas(form).isdisjoint(_set("roman", "nouns"))


def may_be_postposed(form: str) -> bool:
    """Whether an adjective of a place may follow the head in small letters (`приказа Посольского`)."""
    return not lemmas(form).isdisjoint(_set("postposed", "heads"))


def has_owners(form: str) -> bool:
    """Whether the head is of a firm that is called by its owners (`Торговый дом`, `Т-во`)."""
    return not lemmas(form).isdisjoint(_set("owners", "nouns"))


def is_partner(form: str) -> bool:
    """Whether the word ends a firm's name after `и` (`и К°`)."""
    return form in _set("partners", "words")


def is_care(form: str) -> bool:
    """Whether the noun says what an organization sees to."""
    return not lemmas(form).isdisjoint(_set("care", "nouns"))


def lacks_attribute(head: str, adjectives: list[str]) -> bool:
    """Whether the head is an organization's only with certain adjectives (`военный округ`) and has none of them."""
    for lemma in lemmas(head):
        wanted = data()["qualified"].get(lemma)
        if wanted is not None:
            found = {one.lemma for form in adjectives for one in analyses(form.lower())}
            return found.isdisjoint(wanted)
    return False


def is_press_staff(form: str) -> bool:
    """Whether the noun is of one who writes for a newspaper, or of its office."""
    return not lemmas(form).isdisjoint(_set("press_staff", "nouns"))


@lru_cache(maxsize=1 << 12)
def is_printed(form: str) -> bool:
    """Whether the word is of what newspapers print, a noun or a verb (`статья`, `напечатано`)."""
    nouns, verbs = _set("printed", "nouns"), _set("printed", "verbs")
    return any(one.lemma in (nouns if one.pos == "NOUN" else verbs) for one in analyses(form)[:3])


@lru_cache(maxsize=1 << 15)
def is_ordinary(form: str) -> bool:
    """Whether the lower-case form is of an adjective that begins no name at a sentence's head."""
    ordinary = _set("ordinary", "adjectives")
    return any(analysis.lemma in ordinary for analysis in analyses(form))


@cache
def phrases() -> frozenset[str]:
    """The set phrases that are names in small letters too."""
    return frozenset(_set("phrases", "lower"))


@lru_cache(maxsize=1 << 15)
def is_ordinal(form: str) -> bool:
    """Whether the lower-case form is of an ordinal in words."""
    ordinals = _set("ordinals", "words")
    return any(analysis.lemma in ordinals for analysis in analyses(form))


def is_kin(form: str) -> bool:
    """Whether the noun announces the family a company is named after (`Товарищество братьев Нобель`)."""
    return form in _set("kin", "forms")


@lru_cache(maxsize=1 << 12)
def is_arm(form: str) -> bool:
    """Whether the lower-case form is of an adjective of an arm of the service (`гусарского`)."""
    return any(one.lemma in _set("arms", "adjectives") for one in analyses(form))


def is_numbered(form: str) -> bool:
    """Whether a number after `№` names such works, school or office (`совхоз № 5`)."""
    return not lemmas(form).isdisjoint(_set("numbered", "nouns"))


def is_formation(form: str) -> bool:
    """Whether the unit is so large that a figure beside it in the singular is its number."""
    return not lemmas(form).isdisjoint(_set("formations", "nouns"))


def has_members(form: str, *, at_head: bool = False) -> bool:
    """Whether the body is called after its members; `at_head`: even where the sentence gives it its capital."""
    return not lemmas(form).isdisjoint(_set("members", "open" if at_head else "heads"))


def is_called(head: str, words: str) -> bool:
    """Whether the genitive `words` after the form of a head say which body it is (`Приказ` + `Большого дворца`)."""
    return any(words.lower() in data()["called"].get(lemma, ()) for lemma in lemmas(head))


def is_consecrated(form: str) -> bool:
    """Whether the head is of a church or monastery, which its dedication may follow."""
    return not lemmas(form).isdisjoint(_set("dedications", "heads"))


@lru_cache(maxsize=1 << 12)
def is_dedication(form: str) -> bool:
    """Whether the word begins or is part of a dedication (`Рождества Богородицы`, `Николая Чудотворца`)."""
    words = _set("dedications", "nouns")
    return any(one.lemma.lower() in words for one in analyses(form.lower()))


def is_appointed(form: str) -> bool:
    """Whether what the head sees to makes a name of it at a sentence's head."""
    return not lemmas(form).isdisjoint(_set("appointed", "nouns"))


def needs_adjective(form: str) -> bool:
    """Whether the head makes a name only with an adjective before it."""
    return not lemmas(form).isdisjoint(_set("adjectival", "nouns"))


def no_organizations() -> frozenset[str]:
    """Phrases with a head of the list that name no organization."""
    return _set("not", "phrases")
