"""How person mentions are found: by rules over token classes, by the names model, by titles, by fuller names."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.grammar import Grammar, Match, Rule
from letopis.dimensions.kinds import decided
from letopis.dimensions.mention import Mention
from letopis.dimensions.person.alone import (
    catalogue,
    chinese,
    eastern,
    family,
    initials_alone,
    latin_given,
    lone_given,
    lone_surname,
    with_particle,
)
from letopis.dimensions.person.bounds import (
    Bounds,
    after_undeclined,
    agreeing,
    initials_of_something_else,
    is_see,
)
from letopis.dimensions.person.classes import classify, form_classes
from letopis.dimensions.person.model import from_model
from letopis.dimensions.person.numbered import with_number
from letopis.dimensions.person.standing import resolve
from letopis.dimensions.person.titled import after_titles, before_titles, in_honour, of_birth
from letopis.dimensions.person.value import describe
from letopis.language.morphology import analyses
from letopis.language.proper import CASES, readings, stem

_INITIAL = "<initial&!roman|short> <dot>"
_ONE_INITIAL = 3
_INITIALS = f"{_INITIAL} (<hyphen>? {_INITIAL}){{0,2}}"
_WORD = "<capital&!function&!attribute&!upper&!place&!titular&!sacred>"
_FULL = "<capital&!function&!attribute&!upper&!place&!titular&!sacred|capital&possessive&place&!attribute&!upper>"
_SURNAME = "<capital&!function&!attribute&!place&!titular>"
_BYNAME = "<byname&capital&!attribute&!place>"
_BETWEEN = "(<particle> <apostrophe>?){0,3}"
_LONE_SURNAMES = "|".join(
    (
        "sur&capital&!attribute&!doubtful&!place",
        "adjective&capital&!attribute&!noun&!place",
        "only-surname&capital&!attribute&!place",
    )
)


def _agreed(match: Match) -> Bounds | None:
    """As far as the words agree; where the first stands apart, without it."""
    found = agreeing(match.doc, match.start, match.end, match.rule)
    if found is None and match.end - match.start > 2:
        return agreeing(match.doc, match.start + 1, match.end, match.rule)
    return found


def _agreed_whole(match: Match) -> Bounds | None:
    """The whole match, where all its words agree."""
    found = _agreed(match)
    return found if found is not None and found.end == match.end else None


def _surname_first(match: Match) -> Bounds | None:
    """As far as the words agree, where the first is a surname and no see of a churchman's."""
    if is_see(match.doc, match.start) or _is_kinsmans(match.doc, match.start):
        return None
    return _agreed(match)


def _surname_first_whole(match: Match) -> Bounds | None:
    """As far as the words agree; a trade that stands as a surname agrees with given name and patronymic."""
    return _agreed_whole(match) if "trade" in form_classes(match.doc[match.start].text) else _agreed(match)


def _is_kinsmans(doc: Doc, at: int) -> bool:
    """Whether the surname is of whom a noun of kin names the kin: `жена Ракитина Софья`, `внук Ракитина Пётр`."""
    genitive = any((one.case, one.gender, one.type) == ("Gen", "Masc", "Sur") for one in readings(doc[at].text))
    return at > 0 and genitive and titles.is_relation(doc[at - 1])


def _initials(match: Match) -> Bounds | None:
    """The whole match, where its letters are initials."""
    if initials_of_something_else(match.doc, match.start, match.end):
        return None
    return _proved(match)


def _surname_initials(match: Match) -> Bounds | None:
    """The whole match; before one initial no common noun is a surname (`Серии А.`)."""
    found = form_classes(match.doc[match.start].text)
    alone = match.end - match.start <= _ONE_INITIAL and "common" in found and "sur" not in found
    return None if alone else _initials(match)


def _of_descent(match: Match) -> Bounds | None:
    """The whole match, where `сын` stands in the case of the name: `Ивана Петрова сына`, not `сказал Мономах сыну`."""
    shared = set(CASES)
    for token in match.span:
        if token.text.islower():
            shared &= {one.feats.get("Case", "") for one in analyses(token.text) if one.pos == "NOUN"}
        else:
            shared &= {one.case for one in readings(token.text)}
    return _proved(match) if shared else None


def _proved(match: Match) -> Bounds:
    """The whole match: its own words prove it a name."""
    return Bounds(match.start, match.end, match.rule, strong=True)


@cache
def grammar() -> Grammar[Bounds]:
    """The rules for names that show themselves by their own words."""
    rules = (
        # К. М. Гельмом, Ж.-Ж. Руссо, Ал. Ив. Тургенева
        ("initials-surname", f"(?<!<roman>) {_INITIALS} {_BETWEEN} {_SURNAME} (?!<dot><dot>)", _initials),
        ("initials-eastern-name", f"{_INITIALS} {_SURNAME} <descent|eastern>", _initials),
        # Ленин В. И.; of `увидел Петров А. С. Пушкина` the initials go with what follows
        ("surname-initials", f"{_SURNAME} {_INITIAL} (<hyphen>? {_INITIAL})? (?!{_SURNAME})", _surname_initials),
        ("given-initial-surname", f"<given> <initial&!roman|short> <dot> {_BETWEEN} {_SURNAME}", _initials),
        # Ван Цзюня, Пан Ги Мун: the surname first and unchanged
        (
            "chinese-name",
            "<chinese&capital|chinese&initial> <syllabic&!chinese|syllabic&unknown> <syllabic&unknown>?",
            chinese,
        ),
        # Марья же Тимофеевна, Марьей-то Тимофеевной
        ("given-particle-patronymic", f"<given> <emphatic> <pat> ({_WORD})?", _agreed),
        ("initials-alone", "(<initial&!roman> <dot>){2} (?!<capital|initial|short|dot>)", initials_alone),
        # Пётр Иванович Багратион, Гельм Готлиб Петрович
        (
            "given-patronymic-surname",
            f"<given>? <capital&!function&!pat&!titular> <pat> {_BETWEEN} ({_FULL} (?!<pat>)){{0,2}}",
            _agreed,
        ),
        ("catalogue-name", "<capital&head&!given&!titular&!sacred> <comma> <given> <pat&!possessive>", catalogue),
        # ВЯТКИН Аполлон Егорович
        ("capitals-given-patronymic", "<upper&sur|upper&adjective|upper&possessive> <given> <pat>", _agreed_whole),
        (
            "surname-given-patronymic",
            f"(?!<doubtful&!sur&!possessive>) ({_WORD}|<capital&trade&!head&!upper>) <given> <pat> <descent>?",
            _surname_first_whole,
        ),
        # Иван Петров сын Сидоров; Иванов сын Петров; Настасья Петрова Хвощинская
        (
            "given-patronymic-son",
            "(<sur&!given>)? <given|diminutive> <capital&possessive|capital&unknown> <son> <sur|unknown&capital>?",
            _of_descent,
        ),
        ("surname-son-patronymic", "<capital&possessive> <son> <capital&possessive>", _proved),
        (
            "given-patronymic-surname-old",
            "<given> <possessive&capital&!doubtful> <sur&capital&!attribute>",
            _agreed_whole,
        ),
        # Александр I Благословенный, Ярослав Мудрый
        ("given-regnal", "<given> <given>? <roman> (<byname&capital&!attribute>)?", _proved),
        ("given-byname", f"<given> <pat>? {_BYNAME}", _agreed),
        # Павел Зимин, Зимин Павел, барон фон дер Гольц, Осман паша
        (
            "given-surname",
            f"<given>{{1,3}} {_BETWEEN} <sur|unknown&capital&!attribute&!doubtful&!sacred> (?!<articled>)",
            _agreed,
        ),
        ("surname-given", "<sur&!given&!attribute&!sacred> <given&!sur&!place>", _surname_first),
        ("foreign-particle-name", f"({_WORD}){{0,2}} (<particle> <apostrophe>?){{1,3}} {_SURNAME}", with_particle),
        # Абд аль-Хамид, Саид уль-Хак Кадри
        ("name-with-article", f"({_WORD}){{1,2}} <articled&!place> (<unknown&capital>)?", with_particle),
        ("eastern-name", f"({_WORD}){{1,3}} <descent|eastern&!title|eastern&!capital>", eastern),
        # one word
        ("given-name", "<given&!sur&!geo&!attribute&!sacred>", lone_given),
        ("given-name-in-latin-letters", "<latin>", latin_given),
        ("family", "<family&!attribute&!given>", family),
        ("surname-by-context", f"<{_LONE_SURNAMES}>", lone_surname),
        ("patronymic", "<pat&!sur&!given>", _agreed),
    )
    return Grammar([Rule(name, pattern, build) for name, pattern, build in rules])


def find(doc: Doc) -> list[Mention]:
    """Every person mention of `doc`; overlaps are resolved by the caller, the longest standing."""
    classes = classify(doc)
    found = grammar().results(doc, classes)
    kinds = decided(doc)
    counted = Counter(stem(doc[end - 1].text) for _, end, kind, _ in kinds if kind == "person")
    often = {name for name, times in counted.items() if times > 1}
    last = {stem(doc[end - 1].text) for start, end, kind, _ in kinds if kind == "person" and end - start > 1}
    for start, end, kind, source in kinds:
        if kind == "person":
            found += from_model(doc, classes, start, end, source, often)
    found += after_titles(doc, classes, kinds)
    found += before_titles(doc, classes, kinds)
    found += of_birth(doc, classes)
    found += in_honour(doc, classes)
    found = [piece for one in found for piece in after_undeclined(doc, one, last)]
    standing = [with_number(doc, one) for one in resolve(doc, found, kinds)]
    return describe(doc, standing)
