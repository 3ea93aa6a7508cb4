"""The names that another spaCy pipeline found, given to Letopis in place of slovnet's."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.language.names import SPANS

_KEPT = frozenset({"PER", "LOC", "ORG"})


@Language.factory("letopis_spacy_names", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_spacy_names")`: copies `doc.ents` of kinds PER, LOC and ORG to `doc.spans["names"]`."""

    def copy(doc: Doc) -> Doc:
        doc.spans[SPANS] = [entity for entity in doc.ents if entity.label_ in _KEPT]
        return doc

    return copy
