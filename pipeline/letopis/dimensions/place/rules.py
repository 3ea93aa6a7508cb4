"""How place mentions are found: rules of nouns, the model's names, the atlas, prepositions and lists."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from letopis.dimensions.grammar import Grammar
from letopis.dimensions.mention import Mention
from letopis.dimensions.place import announced, names, nouns
from letopis.dimensions.place.classes import classes, spans_of
from letopis.dimensions.place.model import of_model
from letopis.dimensions.place.proposal import Proposal, standing
from letopis.dimensions.place.shown import shown_names
from letopis.dimensions.place.value import mentions

NOUN_RULES = frozenset(rule.name for rule in (*nouns.RULES, *announced.RULES))
"""The rules in which a noun of a place shows the name."""


@cache
def grammar() -> Grammar[list[Proposal]]:
    """The rules over token classes, compiled once."""
    return Grammar([*nouns.RULES, *announced.RULES])


def find(doc: Doc) -> list[Mention]:
    """Every place mention of `doc`; none overlap."""
    own = classes(doc)
    proposed = [one for found in grammar().results(doc, own) for one in found]
    for start, end, _, source in spans_of(doc, "place"):
        proposed.extend(of_model(doc, start, end, source))
    proposed.extend(names.known_names(doc, own))
    proposed.extend(names.governed_names(doc, own))
    proposed.extend(shown_names(doc, own))
    first = standing(proposed, lambda one: of_model(doc, one.start, one.end, one.rule))
    proposed = [*first, *names.coordinated_names(doc, first, own)]
    return mentions(doc, standing(proposed, lambda one: [one]))
