"""Battles that bear a place's name (`в Чесменском сражении`): the accurate names model sees them, the rules check it.

Of the model's events half are none, so one is believed only where a capital adjective of a place, no people's, stands
inside a sentence before a noun that evokes `attack`. It tells where the battle was, though nothing else is told of it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from letopis.dimensions.ordinary import at_head
from letopis.dimensions.organization.lexicon import is_ordinary
from letopis.dimensions.seen import event_at
from letopis.facts.fact import Filler
from letopis.facts.government import NOUN
from letopis.facts.roles import Draft
from letopis.language.phrase import agreement

_OF_PLACES = re.compile("(?:ск|цк)(?:ий|ой|ая|ое|ого|ому|им|ом|ую|ие|их|ими|ою)$")


def locate(doc: Doc, made: Draft) -> None:
    """Give a battle whose name says where it was its place: the span of the adjective, which is no mention."""
    at = made.predicate.token.i
    if made.variant.frame != "attack" or made.predicate.form != NOUN or "place" in made.roles or at == 0:
        return
    name = doc[at - 1]
    if not name.text[:1].isupper() or not _OF_PLACES.search(name.lower_) or "-" in name.text or at_head(name):
        return
    if event_at(doc, at) and not is_ordinary(name.lower_) and agreement([name, doc[at]]) is not None:
        made.add("place", [Filler(None, at - 1, at)])
