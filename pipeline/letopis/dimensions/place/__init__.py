"""The kind `place`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.mention import set_mentions
from letopis.dimensions.place.rules import find
from letopis.language.complete import complete

KIND = "place"


def component(doc: Doc) -> Doc:
    """Add the document's place mentions to `doc.spans["letopis"]`."""
    set_mentions(doc, KIND, find(complete(doc)))
    return doc


@Language.factory("letopis_place", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_place")`; sentences, morphology and names that the document lacks are added."""
    return component
