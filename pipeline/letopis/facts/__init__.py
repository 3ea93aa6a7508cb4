"""Frames, the roles around their predicates, factuality and attribution."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from letopis.facts.fact import Fact, set_facts
from letopis.facts.reader import Reader
from letopis.language.complete import complete


def find(doc: Doc) -> list[Fact]:
    """Every fact of `doc`, by the place of its predicate."""
    return Reader(doc).read()


def component(doc: Doc) -> Doc:
    """Set the document's facts."""
    set_facts(doc, find(complete(doc, syntax=True)))
    return doc


@Language.factory("letopis_facts")
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_facts")`; needs mentions and entities."""
    return component
