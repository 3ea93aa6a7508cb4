"""When, where and how much: what any frame takes beside its own roles."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.facts.clauses import Clause
from letopis.facts.fact import Filler
from letopis.facts.fillers import fillers
from letopis.facts.frames import word_class
from letopis.facts.matching import lemmas
from letopis.facts.phrases import Phrase
from letopis.facts.roles import Draft

_AT = frozenset(
    {
        "в",
        "на",
        "у",
        "при",
        "под",
        "близ",
        "около",
        "возле",
        "вблизи",
        "над",
        "за",
        "между",
        "среди",
        "внутри",
        "вокруг",
        "в районе",
        "в устье",
        "в окрестностях",
        "по",
        "через",
        "вдоль",
        "мимо",
        "перед",
    }
)
_NOT_AT = {
    "по": frozenset({"Acc"}),
    "за": frozenset({"Acc"}),
    "под": frozenset({"Acc"}),
    "на": frozenset({"Acc"}),
    "в": frozenset({"Acc"}),
}
_DISTANCES = frozenset({"верста", "миля", "километр", "метр", "сажень", "шаг", "аршин"})
_LASTING = frozenset({"за", "в течение", "в продолжение", ""})
_BARE_SUMS = frozenset({"supply", "award", "request"})


def times(made: Draft, dates: list[Phrase]) -> None:
    """The dates of the predicate's clause, and how long it took."""
    made.add("time", [Filler(key(phrase.mention)) for phrase in dates if phrase.mention is not None])
    for place, phrases in made.places.at.items():
        for phrase in phrases:
            lasting = (
                phrase.mention is not None
                and phrase.kind == "quantity"
                and (phrase.mention._.value or {}).get("type") == "duration"
            )
            if lasting and phrase.prep in _LASTING and phrase.start not in made.used and not place.endswith("Ins"):
                made.add("time", [Filler(key(phrase.mention))])
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
                and (phrase.mention._.value or {}).get("unit") in _DISTANCES
            )
            if distance:
                made.add("place", [Filler(key(phrase.mention))])  # type: ignore[arg-type]
                made.used.add(phrase.start)
                continue
            named = phrase.kind == "place"
            common = phrase.kind == "" and not phrase.pronoun and lemmas(doc, phrase) & word_class("territory")
            if named or (
                common and phrase.prep in {"в", "на", "под", "у", "близ"} and phrase.cases & {"Loc", "Gen", "Ins"}
            ):
                made.add("place", fillers(doc, phrase, clause))
                made.used.add(phrase.start)
            elif phrase.kind == "" and phrase.owned and phrase.prep in _AT:
                inner = next((child for child in phrase.owned if child.kind == "place"), None)
                if inner is not None and not _is_about(doc, phrase):
                    made.add("place", fillers(doc, inner, clause))
                    made.used.add(phrase.start)
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


def _rests(phrase: Phrase) -> bool:
    if phrase.prep not in _AT:
        return False
    return not phrase.cases <= _NOT_AT.get(phrase.prep, frozenset())


def _is_about(doc: Doc, phrase: Phrase) -> bool:
    """Whether the noun before the place is no part of the land: `на помощь Турции` is nowhere."""
    return not lemmas(doc, phrase) & _LAND


_LAND = frozenset(
    [
        "берег",
        "устье",
        "окрестность",
        "район",
        "лёд",
        "вода",
        "улица",
        "площадь",
        "окраина",
        "предместье",
        "воды",
        "остров",
        "территория",
        "земля",
        "верховье",
        "низовье",
        "север",
        "юг",
        "восток",
        "запад",
        "центр",
        "пределы",
        "граница",
        "стена",
        "пригород",
        "часть",
        "склон",
        "долина",
        "рейд",
        "гавань",
        "порт",
        "река",
        "уезд",
        "губерния",
        "область",
        "город",
        "деревня",
        "село",
        "слобода",
        "монастырь",
        "подножие",
        "вершина",
        "степь",
        "лес",
        "побережье",
        "взморье",
    ]
)


def amounts(made: Draft) -> None:
    """A figure left over beside the theme: `рощу, 42 десятины`, `кредит в 70 млн`, an age at death."""
    frame = made.variant.frame
    for phrase in {id(p): p for found in made.places.at.values() for p in found}.values():
        sums = [
            child
            for child in phrase.owned
            if child.kind == "quantity" and child.prep == "в" and child.mention is not None
        ]
        if sums and frame in {"supply", "request"} and phrase.start in made.used:
            made.add("quantity", [Filler(key(child.mention)) for child in sums if child.mention is not None])
    for place, phrases in made.places.at.items():
        for phrase in phrases:
            if phrase.kind != "quantity" or phrase.mention is None or phrase.start in made.used:
                continue
            kind = (phrase.mention._.value or {}).get("type")
            bare = not phrase.prep or phrase.prep == "по"
            if kind in {"duration", "percent"} or (kind == "age") != (frame in {"birth", "death"}):
                if not (frame == "death" and kind == "duration" and bare):
                    continue
            money = kind == "money" and phrase.prep == "на" and frame in {"supply", "trade", "award", "build"}
            if place == "instrumental" and frame in {"position"}:
                continue
            nominal = made.predicate.form == "noun" and frame == "supply" and kind in {"money", "measure", "count"}
            people = (
                kind == "count"
                and frame == "move"
                and "theme" not in made.roles
                and made.variant.role("subject", frozenset({"actor"})) == "agent"
            )
            if nominal and bare and "theme" not in made.roles:
                made.add("theme", [Filler(key(phrase.mention))])
                made.used.add(phrase.start)
            elif people and bare:
                made.add("agent", [Filler(key(phrase.mention))])
                made.used.add(phrase.start)
            elif bare or money:
                made.add(
                    "quantity",
                    [Filler(key(member.mention)) for member in phrase.members() if member.mention is not None],
                )
                made.used.add(phrase.start)
