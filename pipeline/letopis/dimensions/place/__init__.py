"""The kind `place`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from letopis.dimensions.mention import as_mention, mentions, set_mentions
from letopis.dimensions.place.rules import NOUN_RULES, find
from letopis.language.complete import complete

KIND = "place"
LISTED, _TWO = "known-place-name", 2
_WITH_ADJECTIVE = "adjective-and-place-noun"


def component(doc: Doc) -> Doc:
    """Add the document's place mentions to `doc.spans["letopis"]`; a stretch is a person's or a place's, not both."""
    found = find(complete(doc))
    persons = mentions(doc, "person")
    shown = {
        (one.start, one.end): one.rule in NOUN_RULES or (one.rule == LISTED and one.end - one.start > 1)
        for one in found
    }
    long = [one for one in found if one.rule == LISTED and one.end - one.start > _TWO]
    reach = {at: one.end for one in long for at in range(one.start, one.end)}
    adjectives = {one.start for one in found if one.rule == _WITH_ADJECTIVE and one.end - one.start > 1}
    kept = [
        span
        for span in persons
        if not _yields(span, shown.get((span.start, span.end)))
        and not (span.end - span.start == 1 and span.start in adjectives)
        and span.end > reach.get(span.start, 0)
    ]
    if len(kept) < len(persons):
        set_mentions(doc, "person", [as_mention(span) for span in kept])
    taken = {at for span in kept for at in range(span.start, span.end)}
    places = [one for one in found if one.rule in NOUN_RULES or not taken.issuperset(range(one.start, one.end))]
    set_mentions(doc, KIND, places)
    return doc


def _yields(person: Span, by_noun: bool | None) -> bool:
    """Whether a place on the same words stands against the person: by its noun, or where no title shows the person.

    `by_noun` is `None` where no place is on the same words.
    """
    return by_noun is not None and (by_noun or (person.end - person.start == 1 and person._.rule != "title-name"))


@Language.factory("letopis_place", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_place")`; sentences, morphology and names that the document lacks are added."""
    return component
