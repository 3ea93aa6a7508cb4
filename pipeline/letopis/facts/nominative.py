"""Which nominative is the subject of a verb."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc

from letopis.facts.frames import by_lemma, done_by_people
from letopis.facts.government import Predicate, agrees
from letopis.facts.matching import is_actor, is_animate
from letopis.facts.phrases import Phrase
from letopis.facts.positions import follows_date
from letopis.facts.readings import one

_ACTOR = frozenset({"actor"})


def _figures_only(phrase: Phrase) -> bool:
    """Whether the phrase is an age, a share or a time: no one's deed."""
    return phrase.measures in {"age", "percent", "duration"}


def nominative(doc: Doc, predicate: Predicate, bare: list[Phrase]) -> Phrase | None:
    """The best nominative that agrees with the verb; an ambiguous thing after an active verb is left for its object."""
    verb = predicate.token
    if predicate.is_imperative:
        return None
    dated = {id(p) for date, p in pairwise(predicate.clause.phrases) if follows_date(doc, date, p)}
    candidates = [
        phrase
        for phrase in bare
        if "Nom" in phrase.cases
        and id(phrase) not in dated
        and not phrase.bracketed
        and not phrase.after_colon
        and not _beyond_bracket(doc, verb.i, phrase)
        and not _measures_before(doc, phrase, bare)
        and not (_figures_only(phrase) and (not predicate.passive or phrase.measures != "percent"))
        and agrees(verb, phrase, doc)
    ]
    if not candidates and one(verb, "Number") == "Plur":
        candidates = [p for p in bare if p.cases == {"Nom"} and not p.bracketed and not p.pronoun and _goes_on(doc, p)]
    if predicate.passive:
        candidates = [phrase for phrase in candidates if not _acts_by_acronym(predicate, phrase)]
        candidates = [
            phrase for phrase in candidates if phrase.cases != {"Nom", "Acc", "Gen"} or phrase.kind == "quantity"
        ] or candidates
    best, best_score = None, 0.0
    objects = [phrase for phrase in bare if "Acc" in phrase.cases]
    acted = not predicate.passive and done_by_people(predicate.lemma)
    for phrase in candidates:
        score = 1.0
        certain = phrase.cases == {"Nom"}
        score += 3 * certain + (phrase.tagged == "Nom") + 0.5 * is_actor(doc, phrase) + 0.5 * is_animate(doc, phrase)
        score += 0.7 * (phrase.start < verb.i) - 0.8 * (phrase.tagged not in {"Nom", ""})
        score += 1.0 * (doc[phrase.head].head.i == verb.i and doc[phrase.head].dep_.startswith("nsubj"))
        moves = not is_transitive(predicate) and one(verb, "Gender") in {"Neut", ""}
        score -= 1.5 * (phrase.kind == "quantity" and not predicate.passive and not moves)
        score += 4 * (not certain and acted and is_actor(doc, phrase) and _beside_thing(doc, phrase, candidates))
        score -= 5 * (_is_given(doc, predicate, phrase))
        thing = phrase.kind == "quantity" or (not certain and not is_animate(doc, phrase) and not phrase.pronoun)
        if thing and not predicate.passive and "Acc" in phrase.cases and _asks_for(doc, predicate, phrase, bare):
            score -= 6
        only = not [other for other in objects if other is not phrase]
        if not certain and only and not predicate.passive and "Acc" in phrase.cases and not phrase.pronoun:
            score -= 2.5 * (phrase.start > verb.i) * (not is_animate(doc, phrase)) * is_transitive(predicate)
        taken = phrase.kind == "place" and not certain and only and phrase.start > verb.i and not predicate.passive
        score -= 2.5 * (taken and is_transitive(predicate) and _takes_places(predicate))
        if score > best_score:
            best, best_score = phrase, score
    return best


def _beyond_bracket(doc: Doc, verb: int, phrase: Phrase) -> bool:
    """Whether a bracket that holds the verb closes before the phrase: `(ум. 1884), педагог`."""
    between = {token.text for token in doc[verb : max(phrase.first, verb)]}
    return ")" in between and "(" not in between


def _beside_thing(doc: Doc, phrase: Phrase, candidates: list[Phrase]) -> bool:
    """Whether another nominative is of a thing: `мост восстановил батальон`."""
    return any(other is not phrase and not is_actor(doc, other) and other.kind != "quantity" for other in candidates)


def _is_given(doc: Doc, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether a thing that may be an object stands beside a verb that only people do: `выдавали сухари`."""
    if predicate.passive or "Acc" not in phrase.cases or phrase.pronoun or phrase.mention is not None:
        return False
    return (
        is_transitive(predicate)
        and not is_actor(doc, phrase)
        and done_by_people(predicate.lemma)
        and (one(predicate.token, "Number") == "Plur" or _deals(predicate))
    )


def _deals(predicate: Predicate) -> bool:
    """Whether no mill, law or workshop does it either: `мешок купил на торгу`."""
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    return not frames & {"order", "produce", "build", "found"}


def _takes_places(predicate: Predicate) -> bool:
    """Whether a place after the verb is rather what is taken: `полк выступил из Тулы и занял Орёл`."""
    return "capture" in {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}


def _acts_by_acronym(predicate: Predicate, phrase: Phrase) -> bool:
    """Whether an indeclinable body after a passive of what befalls persons did it: `арестован УНКВД`."""
    befalls = {"repress", "appoint", "dismiss", "award"}
    frames = {variant.frame for variant in by_lemma("verbs").get(predicate.lemma, ())}
    acronym = phrase.kind == "organization" and len(phrase.cases) > 4
    return acronym and phrase.start > predicate.token.i and bool(frames) and frames <= befalls


def _measures_before(doc: Doc, phrase: Phrase, bare: list[Phrase]) -> bool:
    """Whether the figure between commas counts what is named before it: `охрану, человек тридцать, перебили`."""
    if phrase.kind != "quantity" or phrase.end >= len(doc) or doc[phrase.end].text != ",":
        return False
    before = next((p for p in bare if p.reach() == phrase.first - 1 and doc[p.reach()].text == ","), None)
    return before is not None and before.kind != "quantity" and "Acc" in before.cases and not before.listed


def _goes_on(doc: Doc, phrase: Phrase) -> bool:
    """Whether `и` after the phrase joins another to it: `построены машина в 16 сил и три парохода`."""
    at = phrase.reach()
    return at < len(doc) and doc[at].lower_ in {"и", "да", ","}


def _asks_for(doc: Doc, predicate: Predicate, figure: Phrase, bare: list[Phrase]) -> bool:
    """Whether the figure is all that can be the object of a verb that needs one: `семьдесят убили`."""
    variants = by_lemma("verbs").get(predicate.lemma, ())
    takes = [
        variant.role("subject", _ACTOR) in {"agent", "recipient"}
        and variant.role("object", frozenset({"quantity"})) in variant.needs
        for variant in variants
    ]
    dealt = {variant.frame for variant in variants} <= {"supply", "trade", "produce", "capture", "move"}
    needs = bool(takes) and (all(takes) or (any(takes) and dealt and figure.start > predicate.token.i))
    others = [p for p in bare if p is not figure and p.cases & {"Acc", "Gen"} and p.kind != "date"]
    rivals = [p for p in others if not ("Nom" in p.cases and p.tagged == "Nom" and agrees(predicate.token, p, doc))]
    return needs and not predicate.content and not rivals


def is_transitive(predicate: Predicate) -> bool:
    """Whether the verb can have an object: not reflexive, not of the list of those that never have one."""
    return not predicate.token.lower_.endswith(("ся", "сь")) and predicate.lemma not in _INTRANSITIVE


_INTRANSITIVE = frozenset(
    [
        "умереть",
        "скончаться",
        "прибыть",
        "прийти",
        "приехать",
        "вступить",
        "войти",
        "выйти",
        "погибнуть",
        "быть",
        "стать",
        "пасть",
        "отступить",
        "выступить",
        "бежать",
        "уйти",
        "дойти",
        "пройти",
        "плыть",
        "почить",
        "возникнуть",
        "исчезнуть",
        "существовать",
        "жить",
        "лежать",
        "стоять",
        "находиться",
        "утонуть",
        "подойти",
        "уехать",
        "ехать",
        "идти",
        "пойти",
        "вторгнуться",
        "наступить",
        "умирать",
        "приходить",
        "воевать",
        "напасть",
        "бой",
        "сгореть",
    ]
)
