"""The kind `quantity`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.quantity.rules import find
from letopis.dimensions.mention import set_mentions

KIND = "quantity"


def component(doc: Doc) -> Doc:
    """Add the document's quantity mentions to `doc.spans["letopis"]`."""
    set_mentions(doc, KIND, find(doc))
    return doc


@Language.factory("letopis_quantity", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_quantity")`."""
    return component
