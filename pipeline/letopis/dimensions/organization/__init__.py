"""The kind `organization`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from letopis.dimensions.mention import Mention, mentions, set_mentions
from letopis.dimensions.organization.heads import RULE_NAMES
from letopis.dimensions.organization.rules import find
from letopis.language.complete import complete

KIND = "organization"


def component(doc: Doc) -> Doc:
    """Add the document's organization mentions to `doc.spans["letopis"]`."""
    found = find(complete(doc))
    set_mentions(doc, KIND, found)
    _take_from_places(doc, found)
    return doc


def _take_from_places(doc: Doc, found: list[Mention]) -> None:
    """A name that its words show to be an organization's is no place's, whatever the model took it for."""
    own = {(mention.start, mention.end) for mention in found if mention.rule in RULE_NAMES}
    places = mentions(doc, "place")
    if any((span.start, span.end) in own for span in places):
        set_mentions(doc, "place", [_mention(span) for span in places if (span.start, span.end) not in own])


def _mention(span: Span) -> Mention:
    return Mention(span.start, span.end, span.label_, span._.value, span._.rule, span._.normal, span._.trace)


@Language.factory("letopis_organization", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_organization")`; sentences, morphology and names that the document lacks are added."""
    return component
