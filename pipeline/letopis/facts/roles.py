"""The frame a predicate evokes among those its lemma may, and what fills the roles."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from letopis.facts.content import Content
from letopis.facts.fact import Filler
from letopis.facts.fillers import fillers
from letopis.facts.frames import Variant, by_lemma, word_class
from letopis.facts.government import NOUN, Predicate
from letopis.facts.matching import filler_kinds, is_actor, is_title, lemma, lemmas, stands
from letopis.facts.phrases import Phrase
from letopis.facts.places import Places
from letopis.facts.readings import one
from letopis.facts.unreal import governs
from letopis.facts.words import wordlist

_MORE_THAN_ONE = frozenset(
    {"theme", "patient", "agent", "recipient", "quantity", "time", "place", "destination", "topic", "co_agent"}
)


@dataclass(slots=True)
class Draft:
    """A fact in the making: the variant, its fillers by role, and the phrases that are used up."""

    predicate: Predicate
    variant: Variant
    places: Places
    content: Content | None
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    dark: set[str] = field(default_factory=set)
    elliptic: bool = False

    def add(self, role: str, found: list[Filler]) -> None:
        """Fill a role, each filler once."""
        have = self.roles.setdefault(role, [])
        have.extend(filler for filler in found if filler not in have)
        if not have:
            del self.roles[role]


def variants(predicate: Predicate) -> tuple[Variant, ...]:
    """The variants that the predicate's lemma may evoke."""
    lemma = predicate.lemma
    if predicate.form == NOUN:
        return (*by_lemma("deeds").get(lemma, ()), *by_lemma("doers").get(lemma, ()))
    index = by_lemma("verbs")
    found = index.get(lemma, ())
    perfective = one(predicate.token, "Aspect") == "Perf"
    if not found and lemma.endswith(("ся", "сь")) and not governs(lemma) and not perfective:
        found = index.get(lemma[:-2], ())
    return found


def draft(
    doc: Doc, predicate: Predicate, places: Places, content: Content | None, elliptic: bool = False
) -> Draft | None:
    """The first variant whose conditions hold, with its roles filled; `None` where none does.

    Of an `elliptic` predicate the object is left out, and what the variant asks of it is not looked at.
    """
    for variant in variants(predicate):
        if not _fits(doc, variant, predicate, places, content, elliptic):
            continue
        made = Draft(predicate, variant, places, content, elliptic=elliptic)
        _fill(doc, made)
        return made
    return None


def echo(predicate: Predicate, places: Places, earlier: list[Draft]) -> Draft | None:
    """A verb that repeats an earlier one without its object: `хотел дать паровоз, да так и не дал`."""
    if "object" in places.at or predicate.form == NOUN:
        return None
    frames = {variant.frame for variant in variants(predicate)}
    for before in reversed(earlier):
        if (
            before.variant.frame in frames
            and before.variant.words["verbs"]
            and (predicate.lemma[:3] == before.predicate.lemma[:3] or _undone(predicate, before))
        ):
            return Draft(predicate, before.variant, places, None)
    return None


def _undone(predicate: Predicate, before: Draft) -> bool:
    """Whether the verb says that what was meant was not done: `обещал платить артели, да не заплатил`."""
    verb = predicate.token
    denied = verb.i > 0 and verb.nbor(-1).lower_ == "не"
    return denied and predicate.clause.conjunction in {"да", "но", "а", "однако"} and before.predicate.form != NOUN


def _fits(
    doc: Doc, variant: Variant, predicate: Predicate, places: Places, content: Content | None, elliptic: bool
) -> bool:
    def phrases(place: str) -> list[Phrase]:
        if place == "beside":
            return [phrase for at, found in places.at.items() if at != "subject" for phrase in found]
        if place == "any":
            whither = [places.whither] if places.whither is not None else []
            return [*places.dates, *whither, *(phrase for found in places.at.values() for phrase in found)]
        return places.at.get(place, [])

    has_content = frozenset() if content is None else content.kinds()
    said = frozenset(inner.lemma for inner in predicate.content[:1])
    if any(c.place == "content" and c.lemmas and not c.lemmas & said for c in variant.required):
        return False
    return all(
        (elliptic and c.place in {"object", "any"}) or stands(doc, c, phrases(c.place), has_content)
        for c in variant.required
        if not (c.place == "content" and c.lemmas)
    ) and not any(stands(doc, c, phrases(c.place), has_content) for c in variant.excluded if "none" not in c.kinds)


def _fill(doc: Doc, made: Draft) -> None:
    variant, places, predicate = made.variant, made.places, made.predicate
    doer_noun = predicate.form == NOUN and predicate.lemma in variant.words["doers"]
    said = variant.role("content", frozenset()) if made.content is not None else ""
    if made.content is not None and said:
        made.add(said, made.content.fillers(doc))
    for place, phrases in places.at.items():
        for phrase in phrases:
            role = _role(doc, made, place, phrase, doer_noun)
            spoken = made.content is not None and made.content.spoken
            if spoken and made.content is not None and made.content.start <= phrase.start < made.content.end:
                continue
            if not role:
                continue
            again = role in made.roles and role not in _MORE_THAN_ONE
            if (again and not (role == "attribute" and place == "instrumental" and _set_apart(doc, phrase))) or (
                role == said and place in {"object", "genitive"}
            ):
                continue
            if phrase.start in made.used:
                continue
            found = fillers(doc, phrase, predicate.clause)
            if not found and phrase.pronoun:
                made.dark.add(role)
            if phrase.after_colon and role in made.roles:
                continue
            if found:
                made.add(role, found)
                made.used.add(phrase.start)
    _indeclinable(doc, made)


def _set_apart(doc: Doc, phrase: Phrase) -> bool:
    """Whether a mark or conjunction stands before the phrase: `доцентом в 1879 году, затем деканом`."""
    before = doc[max(phrase.first - 1, 0)]
    adverb = before.pos_ in {"ADV", "PART"} and before.i > 0
    return (before.nbor(-1) if adverb else before).lower_ in {",", "и", ";", "а", "потом", "—"}


def _receives(doc: Doc, phrase: Phrase) -> bool:
    """Whether the dative is of someone; else it is a partitive in `-у` (`не дал хлебу`) or no one at all."""
    return (
        is_actor(doc, phrase)
        or phrase.pronoun
        or doc[phrase.head].pos_ == "ADJ"
        or bool(lemmas(doc, phrase) & word_class("body"))
        or doc[phrase.head].lemma_.lower().endswith(tuple(wordlist("body_endings")))
    )


def _indeclinable(doc: Doc, made: Draft) -> None:
    """A name that does not decline, left over, stands where a dative may: `донёс Орджоникидзе`."""
    role = made.variant.role("dative", frozenset({"actor"}))
    for phrase in made.places.at.get("object", []):
        if (
            role
            and role not in made.roles
            and phrase.kind == "person"
            and len(phrase.cases) > 4
            and phrase.start not in made.used
        ):
            made.add(role, fillers(doc, phrase, made.predicate.clause))
            made.used.add(phrase.start)


def _is_whole(doc: Doc, phrase: Phrase, meant: Phrase | None) -> bool:
    """Whether the phrase is a relative of what was counted (`1240 человек, из коих 36 отправлено`)."""
    relative = lemma(doc[phrase.head]) in wordlist("relative_pronouns")
    return relative and meant is not None and meant.kind == "quantity"


def _role(doc: Doc, made: Draft, place: str, phrase: Phrase, doer_noun: bool) -> str:
    variant, kinds = made.variant, filler_kinds(doc, phrase)
    meant = made.predicate.clause.antecedent
    counted = meant if _is_whole(doc, phrase, meant) else None
    if counted is not None:
        kinds = filler_kinds(doc, counted)
    if made.predicate.form == NOUN:
        if place == "genitive":
            own = "genitive" if "genitive" in variant.own else "subject" if doer_noun else "object"
            return variant.role(own, kinds)
        if place == "instrumental" and not variant.roles.get("instrumental"):
            named = phrase.mention is not None or variant.frame != "dismiss"
            return variant.role("subject", kinds) if named else ""  # `отставка майором`
        if place == "со стороны+Gen":
            return variant.role("subject", kinds)
    role = variant.role(place, kinds)
    if role == "origin" and place == "из+Gen" and counted is not None:
        return ""
    if role == "recipient" and place == "dative" and not _receives(doc, phrase):
        return variant.role("object", kinds) if doc[phrase.head].lower_.endswith(("у", "ю")) else ""
    if place == "instrumental" and lemmas(doc, phrase) & word_class("decree"):
        return ""
    if role == "quantity" and not any(member.kind == "quantity" for member in phrase.members()):
        return ""
    if role == "attribute" and doc[phrase.head].lemma_ == "место":
        return ""
    entered = phrase.kind == "organization" or lemmas(doc, phrase) & word_class("leave")
    if role == "attribute" and place != "instrumental" and entered:
        others = [p for p in made.places.at.get("instrumental", []) if is_title(doc, p)]
        if others:
            return ""  # `вступил в службу юнкером`
    if role == "attribute" and not (
        is_title(doc, phrase) or phrase.kind == "organization" or lemmas(doc, phrase) & word_class("body")
    ):
        return ""
    return role
