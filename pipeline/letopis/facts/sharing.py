"""What one predicate of a sentence takes from another: times, objects, the issuer of a decree, the sender of a plea."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.facts.content import Content
from letopis.facts.fact import Filler
from letopis.facts.fillers import fillers
from letopis.facts.government import FINITE, GERUND, INFINITIVE, NOUN, PARTICIPLE, SHORT, Predicate
from letopis.facts.matching import accompanies
from letopis.facts.phrases import Phrase
from letopis.facts.positions import is_title_word
from letopis.facts.readings import one
from letopis.facts.roles import Draft
from letopis.facts.unreal import governs
from letopis.facts.words import wordlist

Drafts = list[tuple[Draft, Predicate]]
_ACTOR = frozenset({"actor"})
_SENT = frozenset({"move", "repress", "supply"})
"""Frames whose verbs share an object with the verb before though something else of theirs is said."""


def _subject(made: Draft) -> list[Filler]:
    role = made.variant.role("object" if made.predicate.passive else "subject", _ACTOR)
    return made.roles.get(role, []) if role else []


def object_role(made: Draft) -> str:
    """The role of a person or thing in the object's place."""
    return made.variant.role("object", _ACTOR) or made.variant.role("object", frozenset())


def light(drafts: Drafts, taken: set[int]) -> Drafts:
    """Without the nouns that a verb's variant asks for by name; what they have, it gets: `потери полка составили`."""
    kept = [(made, predicate) for made, predicate in drafts if predicate.form != NOUN or predicate.token.i not in taken]
    kept = [(made, predicate) for made, predicate in kept if not _said_by_noun(made, drafts)]
    taken = taken | {p.token.i for m, p in kept if p.form == NOUN and _is_theme(m, kept)}
    kept = [(made, predicate) for made, predicate in kept if predicate.form != NOUN or predicate.token.i not in taken]
    for made, predicate in drafts:
        if predicate.form == NOUN and predicate.token.i in taken:
            verb = next(
                (d for d, p in kept if p.clause is predicate.clause and d.variant.frame == made.variant.frame), None
            )
            if verb is None:
                continue
            verb.places.dates.extend(made.places.dates)
            for place, phrases in made.places.at.items():
                if "+" in place and place not in verb.places.at:
                    verb.places.at[place] = phrases  # `принял бой у деревни`
            for role, found in made.roles.items():
                if role not in verb.roles:
                    verb.add(role, found)
    return kept


def _is_theme(made: Draft, drafts: Drafts) -> bool:
    """Whether the noun is what a verb beside it makes or undoes: `заключил мир`, `расторгло контракт`."""
    noun = made.predicate.noun
    return made.variant.frame == "agreement" and any(
        predicate.form != NOUN and noun is not None and noun.start in other.used for other, predicate in drafts
    )


def topics(doc: Doc, drafts: Drafts) -> None:
    """What a letter sent is about is what its sending tells: `отправил донесение о взятии города`."""
    for made, predicate in drafts:
        if made.variant.frame != "communicate" or "topic" in made.roles or predicate.form == NOUN:
            continue
        for phrase in made.places.at.get("object", []):
            about = next((child for child in phrase.owned if child.prep == "о"), None)
            if about is not None and phrase.start not in made.used:
                made.add("topic", fillers(doc, about, predicate.clause))


def _said_by_noun(made: Draft, drafts: Drafts) -> bool:
    """Whether a participle only tells more of a noun that has its own fact: `прошению, поданному в коллегию 5 мая`."""
    head = made.predicate.head
    noun = next((d for d, p in drafts if p.form == NOUN and head is not None and p.noun is head), None)
    if noun is None or noun.variant.frame != made.variant.frame:
        return False
    for phrase in made.places.dates:
        noun.add("time", phrase.filler)
    for place, phrases in made.places.at.items():
        if place in {"в+Acc", "dative", "на имя+Gen"} and "recipient" not in noun.roles:
            noun.add("recipient", [filler for phrase in phrases for filler in phrase.filler])
    return True


def times(drafts: Drafts) -> None:
    """A date before the first of several verbs with one subject governs them all."""
    fronted: Draft | None = None
    for made, predicate in drafts:
        if predicate.form not in {FINITE, SHORT}:
            continue
        if made.places.dates:
            first = min(phrase.start for phrase in made.places.dates)
            fronted = made if first < predicate.token.i else None
            continue
        if predicate.clause.after_break:
            fronted = None
        if fronted is None or fronted.predicate.clause.kind != predicate.clause.kind:
            continue
        one_subject = made.places.subject is None or _subject(made) == _subject(fronted)
        if not one_subject:
            fronted = None
        elif "time" not in made.roles and predicate.clause.start > fronted.predicate.clause.start:
            made.add("time", _handed_on(fronted.roles.get("time", [])))


def _handed_on(found: list[Filler]) -> list[Filler]:
    return [filler.handed_on() for filler in found]


def objects(drafts: Drafts) -> None:
    """An object said once before two coordinated verbs: `меня избрали, а через год уволили`."""
    for at, (made, predicate) in enumerate(drafts):
        role = object_role(made)
        sent = role in {"theme", "patient"} and role not in made.roles and made.variant.frame in _SENT
        if (
            predicate.form not in {FINITE, SHORT, INFINITIVE}
            or predicate.passive
            or (made.variant.needs & set(made.roles) and not sent)
            or made.dark
        ):
            continue
        for before, earlier in reversed(drafts[:at]):
            together = predicate.form == INFINITIVE and earlier.form == INFINITIVE and _joined(earlier, predicate)
            if predicate.form == INFINITIVE and not together:
                continue
            if (
                earlier.form in {FINITE, SHORT, INFINITIVE} and earlier.clause is not predicate.clause
            ) or earlier.form == INFINITIVE:
                theirs = object_role(before)
                coordinated = together or (predicate.clause.conjunction and not predicate.clause.after_break)
                if role and coordinated and theirs == role and before.roles.get(theirs):
                    made.add(role, before.roles[theirs])
                break


def _joined(first: Predicate, second: Predicate) -> bool:
    """Whether one verb orders both infinitives, or none does: `отрешить и сослать`."""
    return first.governor is second.governor and first.by_noun is second.by_noun


def sentences(drafts: Drafts) -> None:
    """Who is sentenced is who is to suffer it: `приговорил Бунина сослать`."""
    for made, predicate in drafts:
        if predicate.form != INFINITIVE or made.variant.frame != "repress" or "patient" in made.roles:
            continue
        host = next((d for d, p in drafts if p is predicate.governor and d.variant.frame == "repress"), None)
        if host is not None:
            made.add("patient", host.roles.get("patient", []))


def decrees(doc: Doc, drafts: Drafts) -> None:
    """`Приказом наркомата от 9 июля директор снят`: whose decree it is acts, on its day."""
    for made, predicate in drafts:
        noun = predicate.noun
        if (
            made.variant.frame != "order"
            or noun is None
            or not (noun.prep == "по" or (not noun.prep and "Ins" in noun.cases))
        ):
            continue
        later = [other for other, verb in drafts if verb.passive and verb.form != PARTICIPLE]
        for other in later:
            if other.variant.role("subject", _ACTOR) == "agent" and "agent" not in other.roles:
                other.add("agent", made.roles.get("agent", []))
            if "time" not in other.roles:
                other.add("time", _handed_on(made.roles.get("time", [])))
        if later and "topic" not in made.roles:
            start = max([predicate.token.i + 1, *(phrase.reach() for phrase in predicate.phrases)])
            made.add("topic", Content(start, predicate.token.sent.end).fillers(doc))


def nouns(doc: Doc, drafts: Drafts) -> None:
    """A plea in a letter is the sender's; a deed that someone strives for is theirs to do."""
    for made, predicate in drafts:
        noun = predicate.noun
        if predicate.form != NOUN or noun is None or "agent" in made.roles:
            continue
        host = next((d for d, p in drafts if p.clause is predicate.clause and p.form != NOUN), None)
        if (
            host is not None
            and noun.prep == "с"
            and host.variant.frame == "communicate"
            and made.variant.frame in {"request", "communicate"}
        ):
            for role in ("agent", "recipient", "time"):
                if role not in made.roles:
                    held = host.roles.get(role, [])
                    made.add(role, _handed_on(held) if role == "time" else held)
        elif (
            host is not None
            and noun.prep == "в"
            and host.variant.frame == "request"
            and made.variant.frame == "communicate"
        ):
            made.add("agent", host.roles.get("agent", []))
            made.add("time", _handed_on(host.roles.get("time", [])))
            made.add("topic", host.roles.get("theme", []))
        elif not noun.prep and "Acc" in noun.cases and made.variant.role("subject", _ACTOR) == "agent":
            finite = [core for core in predicate.clause.cores if one(core, "VerbForm") == "Fin"]
            supports = any(core.lemma_.lower() in wordlist("support") for core in finite)
            subject = _nominative(predicate, noun.start) if supports else None
            if subject is not None and subject is not noun:
                made.add("agent", fillers(doc, subject, predicate.clause))
        elif noun.prep in {"к", "на"} and made.variant.role("subject", _ACTOR) == "agent":
            core = next(
                (
                    core
                    for core in predicate.clause.cores
                    if governs(core.lemma_.lower()) == "planned" and core.i < noun.start
                ),
                None,
            )
            subject = _nominative(predicate, noun.start) if core is not None else None
            if subject is not None:
                made.add("agent", fillers(doc, subject, predicate.clause))


def recipients(drafts: Drafts) -> None:
    """Who is asked by a gerund is who is written to: `писал губернатору, прося не присылать войск`."""
    for made, predicate in drafts:
        if made.variant.frame != "request" or predicate.form != GERUND or "recipient" in made.roles:
            continue
        host = next((d for d, p in drafts if d.variant.frame == "communicate" and p.form in {FINITE, INFINITIVE}), None)
        if host is not None:
            made.add("recipient", host.roles.get("recipient", []))


def companions(doc: Doc, drafts: Drafts) -> None:
    """Who does it together with the subject: `выступил с двумя ротами`, `псковичи с князем Андреем догнали их`."""
    for made, predicate in drafts:
        if predicate.passive or predicate.form == NOUN or made.variant.frame == "agreement":
            continue
        role = made.variant.role("subject", _ACTOR)
        subject = made.places.subject
        for phrase in made.places.at.get("с+Ins", []):
            if phrase.start in made.used or not role:
                continue
            joint = subject is not None and phrase.kind == "person" and phrase.first == subject.reach()
            if (joint and one(predicate.token, "Number") == "Plur" and predicate.form == FINITE) or (
                role == "agent" and made.variant.frame == "move" and accompanies(doc, phrase)
            ):
                made.add(role, fillers(doc, phrase, predicate.clause))
                made.used.add(phrase.start)


def _nominative(predicate: Predicate, before: int) -> Phrase | None:
    return next(
        (
            p
            for p in predicate.clause.phrases
            if "Nom" in p.cases and not p.prep and p.owner is None and p.start < before
        ),
        None,
    )


def asked(drafts: Drafts) -> None:
    """What is asked for is what the giving asked for would give: `просим дать нам пять миллионов`."""
    for made, predicate in drafts:
        if made.variant.frame != "request" or not predicate.content:
            continue
        inner = next((other for other, verb in drafts if verb is predicate.content[0]), None)
        if inner is None or inner.variant.frame not in {"supply", "trade"}:
            continue
        if inner.roles.get("theme"):
            made.roles["theme"] = list(inner.roles["theme"])
        if inner.variant.frame == "supply" and "recipient" not in inner.roles:
            givers = inner.roles.get("agent", [])
            inner.add("recipient", [who for who in made.roles.get("agent", []) if who not in givers])


def offices(doc: Doc, drafts: Drafts) -> None:
    """Who is dismissed with his title before his name loses the office it names."""
    for made, _ in drafts:
        if made.variant.frame != "dismiss" or "attribute" in made.roles:
            continue
        for phrase in [p for found in made.places.at.values() for p in found]:
            if (
                phrase.kind == "person"
                and phrase.title is not None
                and phrase.filler[0] in made.roles.get("patient", [])
                and is_title_word(doc[phrase.title[2]], False)
            ):
                made.add("attribute", [Filler(None, phrase.title[0], phrase.title[1])])
        earlier = next(
            (
                d
                for d, p in drafts
                if d.variant.frame == "appoint"
                and p.token.i < made.predicate.token.i
                and d.roles.get("patient") == made.roles.get("patient")
            ),
            None,
        )
        if earlier is not None and "attribute" not in made.roles:
            made.add("attribute", earlier.roles.get("attribute", []))
