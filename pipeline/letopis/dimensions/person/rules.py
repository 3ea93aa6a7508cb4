"""How person mentions are found: by rules over token classes, by the names model, by titles, by fuller names."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from letopis.dimensions.grammar import Grammar, Match, Rule
from letopis.dimensions.kinds import decided
from letopis.dimensions.mention import Mention
from letopis.dimensions.person import bounds
from letopis.dimensions.person.bounds import Bounds
from letopis.dimensions.person.classes import Classes, classify
from letopis.dimensions.person.lexicon import lexicon
from letopis.dimensions.person.titled import after_titles, before_titles
from letopis.dimensions.person.value import describe

_INITIALS = "<initial&!roman|short> <dot> (<hyphen>? <initial&!roman|short> <dot>){0,2}"
_WORD = "<capital&!function&!attribute&!upper&!place&!titular>"
_SURNAME = "<capital&!function&!attribute&!place&!titular>"
_BETWEEN = "(<particle> <apostrophe>?){0,3}"


def _whole(match: Match) -> Bounds | None:
    return bounds.agreeing(match.doc, match.start, match.end, match.rule)


def _initials(match: Match) -> Bounds | None:
    if bounds.initials_of_something_else(match.doc, match.start, match.end):
        return None
    return Bounds(match.start, match.end, match.rule, strong=True)


def _son(match: Match) -> Bounds | None:
    return Bounds(match.start, match.end, match.rule, strong=True)


@cache
def grammar() -> Grammar[Bounds]:
    """The rules for names that show themselves by their own words."""
    return Grammar(
        [
            Rule("initials-surname", f"(?<!<roman>) {_INITIALS} {_BETWEEN} {_SURNAME} (?!<dot><dot>)", _initials),
            Rule("initials-eastern-name", f"{_INITIALS} {_SURNAME} <descent|eastern>", _initials),
            Rule("surname-initials", f"{_SURNAME} <initial&!roman|short> <dot> (<hyphen>? <initial&!roman|short> <dot>)? (?!{_SURNAME})", _initials),
            Rule("given-initial-surname", f"<given> <initial&!roman> <dot> {_SURNAME}", _initials),
            Rule("initials-alone", "<initial&!roman> <dot> <initial&!roman> <dot> (?!<capital|initial|short|dot>)", bounds.initials_alone),
            Rule("given-patronymic-surname", f"<capital&!function&!pat&!titular> <pat> {_BETWEEN} ({_WORD}(?!<pat>)){{0,2}}", _whole),
            Rule("surname-given-patronymic", f"(?!<doubtful>) {_WORD} <given> <pat> <descent>?", _whole),
            Rule("given-patronymic-son", "<given> <capital&possessive|capital&unknown> <son> <sur|unknown&capital>?", _son),
            Rule("surname-son-patronymic", "<capital&possessive> <son> <capital&possessive>", _son),
            Rule("given-regnal", "<given> <given>? <roman> (<byname&capital&!attribute>)?", _son),
            Rule("given-byname", "<given> <pat>? <byname&capital&!attribute&!place>", _whole),
            Rule("given-surname", f"<given>{{1,3}} {_BETWEEN} <sur|unknown&capital&!attribute&!doubtful>", _whole),
            Rule("surname-given", "<sur&!given&!attribute> <given&!sur&!place>", _whole),
            Rule("foreign-particle-name", f"({_WORD}){{0,2}} (<particle> <apostrophe>?){{1,3}} {_SURNAME}", bounds.with_particle),
            Rule("eastern-name", f"({_WORD}){{1,3}} <descent|eastern&!title|eastern&!capital>", bounds.eastern),
            Rule("given-name", "<given&!sur&!geo&!doubtful&!attribute>", bounds.lone_given),
            Rule("family", "<family&!attribute&!doubtful&!given>", bounds.family),
            Rule("surname-by-context", "<sur&capital&!attribute&!doubtful&!place|adjective&capital&!attribute&!doubtful&!place>", bounds.lone_surname),
            Rule("patronymic", "<pat&!sur&!given>", _whole),
        ]
    )  # fmt: skip


def find(doc: Doc) -> list[Mention]:
    """Every person mention of `doc`; overlaps are resolved by the caller, the longest standing."""
    classes = classify(doc)
    found = grammar().results(doc, classes)
    kinds = decided(doc)
    for start, end, kind, source in kinds:
        if kind == "person":
            found += bounds.from_model(doc, classes, start, end, source)
    found += after_titles(doc, classes, kinds)
    found += before_titles(doc, classes, kinds)
    standing = bounds.resolve(doc, classes, found, kinds)
    return describe(doc, standing)


__all__ = ["Classes", "find", "grammar", "lexicon"]
