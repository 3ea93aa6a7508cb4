"""A trained spaCy pipeline as published: the names of its `ner`, lemmas as normal forms.

The labels are those of spaCy's Russian pipelines (PER, LOC, ORG) and of the OntoNotes scheme.
"""

from __future__ import annotations

from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record

KINDS = {
    "PER": "person",
    "PERSON": "person",
    "LOC": "place",
    "GPE": "place",
    "ORG": "organization",
    "DATE": "date",
}


class SpacyPipeline:
    """An installed spaCy pipeline by its name."""

    def __init__(self, model: str) -> None:
        import spacy

        try:
            self._nlp = spacy.load(model)
        except OSError:
            raise ModelError(f"spaCy has no pipeline {model!r}: install its wheel, or name another.") from None
        self.version = f"spaCy {model} {self._nlp.meta.get('version', '')}".strip()

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text; dates have no value, for the pipeline gives none."""
        found = [
            Found(KINDS[entity.label_], entity.start_char, entity.end_char, _normal(entity))
            for entity in self._nlp(text).ents
            if entity.label_ in KINDS
        ]
        return record(id, text, found, self.version)


def _normal(entity: Any) -> str:
    """Lemmas word by word, a capital kept where the text has one."""
    words = []
    for token in entity:
        lemma = token.lemma_ or token.text
        words.append((lemma.capitalize() if token.text[:1].isupper() else lemma) + token.whitespace_)
    return "".join(words).strip()


def open_system(model: str | None) -> SpacyPipeline:
    """The pipeline named after the colon."""
    if model is None:
        raise ModelError("spacy wants a pipeline: write spacy:ru_core_news_sm, say.")
    return SpacyPipeline(model)
