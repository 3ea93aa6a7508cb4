"""Which mentions are one person, place or organization; what relative dates are anchored to."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.given import apply_given
from letopis.entities.anchors import resolve_dates
from letopis.entities.entity import set_entities
from letopis.entities.gazetteer import linked
from letopis.entities.identity import identify


def component(doc: Doc) -> Doc:
    """Set given mentions over found ones, group the names into entities and resolve relative dates."""
    apply_given(doc)
    resolve_dates(doc)
    set_entities(doc, linked(doc, identify(doc)))
    return doc


@Language.factory("letopis_entities")
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_entities")`; needs the mentions of the kinds."""
    return component
