"""The kind `person`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.mention import set_mentions
from letopis.dimensions.person.rules import find
from letopis.language.complete import complete

KIND = "person"


def component(doc: Doc) -> Doc:
    """Add the document's person mentions to `doc.spans["letopis"]`."""
    set_mentions(doc, KIND, find(complete(doc)))
    return doc


@Language.factory("letopis_person", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_person")`; sentences, morphology and names that the document lacks are added."""
    return component
