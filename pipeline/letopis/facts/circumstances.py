"""When, where and how much: what any frame takes beside its own roles."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.entities.mentioned import first_at, rows, span_of
from letopis.facts.clauses import Clause
from letopis.facts.fact import Filler
from letopis.facts.fillers import fillers
from letopis.facts.frames import word_class
from letopis.facts.government import NOUN
from letopis.facts.matching import lemmas
from letopis.facts.phrases import Phrase
from letopis.facts.roles import Draft
from letopis.facts.words import wordlist

_TOWARDS = frozenset({"Acc"})
_WITHOUT_AMOUNT = frozenset({"appoint", "dismiss", "communicate", "order"})
_LASTING = frozenset({"за", "в течение", "в продолжение", ""})


def times(made: Draft, dates: list[Phrase]) -> None:
    """The dates of the predicate's clause, and how long it took."""
    made.add("time", [filler for phrase in dates for filler in phrase.filler])
    for place, phrases in made.places.at.items():
        for phrase in phrases:
            lasts = phrase.measures == "duration" and phrase.prep in _LASTING and not place.endswith("Ins")
            if lasts and phrase.start not in made.used:
                made.add("time", phrase.filler)
                made.used.add(phrase.start)


def places(doc: Doc, made: Draft, clause: Clause) -> None:
    """Where: a place, or a word for one, under a preposition of rest that no role of the frame reads."""
    for phrases in made.places.at.values():
        for phrase in phrases:
            if phrase.start in made.used or not _rests(phrase):
                continue
            distance = (
                phrase.kind == "quantity"
                and phrase.prep == "в"
                and phrase.mention is not None
                and (phrase.mention._.value or {}).get("unit") in wordlist("distances")
            )
            if distance:
                made.add("place", phrase.filler)
                made.used.add(phrase.start)
                continue
            named = phrase.kind == "place"
            common = phrase.kind == "" and not phrase.pronoun and lemmas(doc, phrase) & _common_places()
            if named or (
                common and phrase.prep in {"в", "на", "под", "у", "близ"} and phrase.cases & {"Loc", "Gen", "Ins"}
            ):
                made.add("place", fillers(doc, phrase, clause))
                made.used.add(phrase.start)
            elif phrase.kind == "" and phrase.owned and phrase.prep in wordlist("at"):
                inner = next((child for child in phrase.owned if child.kind == "place"), None)
                if inner is not None and not _is_about(doc, phrase):
                    made.add("place", fillers(doc, inner, clause))
                    made.used.add(phrase.start)
    _whither(doc, made, clause)
    source = clause.antecedent
    if (
        clause.kind == "relative"
        and clause.opener is not None
        and clause.opener.lower_ == "где"
        and source is not None
        and "place" not in made.roles
    ):
        inner = source if source.kind == "place" else next((c for c in source.owned if c.kind == "place"), None)
        if inner is not None:
            made.add("place", fillers(doc, inner, None))


def _common_places() -> frozenset[str]:
    return word_class("territory") | word_class("location")


_WHITHER = {"куда": "destination", "откуда": "origin", "отколе": "origin"}
_THITHER = {"туда": "destination", "оттуда": "origin", "оттоле": "origin"}


def _whither(doc: Doc, made: Draft, clause: Clause) -> None:
    """`пошёл к Родосу, куда прибыл`; `бежал туда`: the place named before."""
    takes = {role for by_kind in made.variant.roles.values() for role in by_kind.values()} - {""}
    opener = clause.opener.lower_ if clause.opener is not None else ""
    source = clause.antecedent
    role = _WHITHER.get(opener, "")
    if role in takes and role not in made.roles and source is not None and source.kind == "place":
        made.add(role, fillers(doc, source, None))
    for start, end in clause.stretches:
        for token in doc[start:end]:
            role = _THITHER.get(token.lower_, "")
            if role in takes and role not in made.roles and abs(token.i - made.predicate.token.i) < 6:
                found = rows(doc)
                before = [row for row in found[: first_at(found, token.i)] if row.kind == "place"][-1:]
                made.add(role, [Filler(key(span_of(doc, row))) for row in before])


def _rests(phrase: Phrase) -> bool:
    if phrase.prep not in wordlist("at"):
        return False
    return not phrase.cases <= (_TOWARDS if phrase.prep in wordlist("at_or_to") else frozenset())


def _is_about(doc: Doc, phrase: Phrase) -> bool:
    """Whether the noun before the place is no part of the land: `на помощь Турции` is nowhere."""
    return not lemmas(doc, phrase) & wordlist("land")


def amounts(made: Draft) -> None:
    """A figure left over beside the theme: `рощу, 42 десятины`, `кредит в 70 млн`, an age at death."""
    for phrase in {id(p): p for found in made.places.at.values() for p in found}.values():
        if made.variant.frame in {"supply", "request"} and phrase.start in made.used:
            for child in phrase.owned:
                if child.kind == "quantity" and child.prep == "в":
                    made.add("quantity", child.filler)
        if phrase.kind == "quantity" and phrase.start not in made.used:
            role = _role_of_figure(made, phrase)
            if role:
                made.add(role, [filler for member in phrase.members() for filler in member.filler])
                made.used.add(phrase.start)


def _role_of_figure(made: Draft, phrase: Phrase) -> str:
    """The role of a figure that no place of the frame reads."""
    frame, sort = made.variant.frame, phrase.measures
    bare = not phrase.prep or phrase.prep == "по"
    if frame == "attack" and sort == "count" and phrase.prep == "из":
        return "quantity"
    if frame in {"birth", "death"}:
        return "quantity" if bare and sort in {"age", "duration"} else ""
    if frame == "repress" and sort == "duration" and bare:
        return "quantity"
    if sort == "duration" and frame in {"agreement", "request", "award"} and phrase.prep == "на":
        return "quantity"
    if sort in {"age", "duration", "percent"}:
        return ""
    if frame == "trade" and sort == "money" and bare and "price" not in made.roles:
        return "price"
    if sort == "money" and phrase.prep == "на" and frame in {"supply", "trade", "award", "build"}:
        return "quantity"
    if not bare or (not phrase.prep and not phrase.cases & {"Nom", "Acc", "Gen"}):
        return ""
    if frame in _WITHOUT_AMOUNT:
        return ""
    if made.predicate.form == NOUN and frame == "supply" and "theme" not in made.roles:
        return "theme"
    moves = frame == "move" and made.variant.role("subject", frozenset({"actor"})) == "agent"
    return "agent" if moves and sort == "count" and "theme" not in made.roles else "quantity"
