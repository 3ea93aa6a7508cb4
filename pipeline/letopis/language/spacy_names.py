"""The names that another spaCy pipeline found, given to Letopis in place of slovnet's."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from letopis.language.names import SPANS

KEPT = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
"""Labels of `doc.ents` that are names, and slovnet's label for each."""


def copy_names(doc: Doc) -> Doc:
    """Copy the persons, places and organizations of `doc.ents` to `doc.spans["names"]`."""
    doc.spans[SPANS] = [
        Span(doc, name.start, name.end, label=KEPT[name.label_]) for name in doc.ents if name.label_ in KEPT
    ]
    return doc


@Language.factory("letopis_spacy_names", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_spacy_names")`: copies the names in `doc.ents` to `doc.spans["names"]`."""
    return copy_names
