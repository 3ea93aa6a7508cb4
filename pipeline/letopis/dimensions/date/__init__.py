"""The kind `date`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.date.rules import find
from letopis.dimensions.mention import set_mentions
from letopis.language.complete import complete

KIND = "date"


def component(doc: Doc) -> Doc:
    """Add the document's date mentions to `doc.spans["letopis"]`."""
    set_mentions(doc, KIND, find(complete(doc)))
    return doc


@Language.factory("letopis_date", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_date")`; sentences, morphology and names that the document lacks are added."""
    return component
