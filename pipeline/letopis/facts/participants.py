"""Who fought in a battle that the verb beside it only takes part in: `отличился в сражении при Лесной`."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.facts import circumstances
from letopis.facts.factuality import is_negated
from letopis.facts.fillers import fillers
from letopis.facts.government import NOUN, Predicate
from letopis.facts.roles import Draft
from letopis.facts.subjects import Subjects
from letopis.facts.words import wordlist


def fought(doc: Doc, made: Draft, verbs: dict[int, Predicate], subjects: Subjects) -> None:
    """Give a battle the subject and the dates of the verb of taking part; `verbs` are the sentence's by place."""
    battle = made.predicate
    within = battle.form == NOUN and battle.noun is not None and battle.noun.prep == "в"
    if made.variant.frame != "attack" or not within or "agent" in made.roles:
        return
    near = [core for core in battle.clause.cores if core.lemma_.lower() in wordlist("taking_part")]
    verb = verbs.get(near[0].i) if near else None
    if verb is None or is_negated(doc, verb.token):
        return
    subject = verb.subject or verb.head
    made.add("agent", fillers(doc, subject, verb.clause) if subject is not None else subjects.find(verb)[0])
    if "time" not in made.roles:
        circumstances.times(made, [phrase for phrase in verb.phrases if phrase.kind == "date"])
