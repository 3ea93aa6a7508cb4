"""The kind `organization`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import Mention, as_mention, mentions, set_mentions
from letopis.dimensions.organization.heads import RELATIONAL, RULE_NAMES
from letopis.dimensions.organization.rules import find
from letopis.language.complete import complete
from letopis.language.declension import readings

KIND = "organization"


def component(doc: Doc) -> Doc:
    """Add the document's organization mentions to `doc.spans["letopis"]`."""
    found = find(complete(doc))
    set_mentions(doc, KIND, found)
    _take_from_others(doc, found)
    return doc


def _take_from_others(doc: Doc, found: list[Mention]) -> None:
    """A name that its words show to be an organization's is neither a place's nor a person's."""
    own = {(mention.start, mention.end) for mention in found if mention.rule in RULE_NAMES}
    persons = mentions(doc, "person")
    attributes = {at for one in found for at in range(one.start, one.end - 1) if _is_attribute(doc[at])}
    kept = [span for span in persons if not _is_inside(span, attributes) and (span.start, span.end) not in own]
    if len(kept) < len(persons):
        set_mentions(doc, "person", [as_mention(span) for span in kept])
    places = mentions(doc, "place")
    kept = [span for span in places if (span.start, span.end) not in own and not _is_relation(span, found)]
    if len(kept) < len(places):
        set_mentions(doc, "place", [as_mention(span) for span in kept])


def _is_attribute(token: Token) -> bool:
    return any(one.role == "adjective" and one.known for one in readings(token.text))


def _is_inside(span: Span, attributes: set[int]) -> bool:
    """Whether a person's one word is an adjective of an organization's name (`Троицкий Сергиев монастырь`)."""
    return span.end - span.start == 1 and span.start in attributes


def _is_relation(place: Span, found: list[Mention]) -> bool:
    """Whether a place's one word is an adjective on -ск- that begins or stands in a longer organization's name."""
    if place.end - place.start > 1 or not RELATIONAL.search(place.text.lower()):
        return False
    return any(one.start <= place.start and place.end < one.end for one in found)


@Language.factory("letopis_organization", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_organization")`; sentences, morphology and names that the document lacks are added."""
    return component
