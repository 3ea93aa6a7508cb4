"""The whole as one spaCy `Language`, and the function that makes one document's records of a text."""

from __future__ import annotations

from functools import cache
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.context import Context, set_context
from letopis.errors import ModelError, SourceError
from letopis.language.tokenizer import Tokenizer
from letopis.records.build import build
from letopis.records.models import Document
from letopis.sources.mend import mend
from letopis.sources.source import Source, from_text

_BASE = ("letopis_sentences", "letopis_morphology", "letopis_names")
_KINDS = ("letopis_person", "letopis_place", "letopis_organization", "letopis_date", "letopis_quantity")
_FACTS = ("letopis_entities", "letopis_facts", "letopis_ents")
_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}}
_LONGEST = 1 << 30
"""Characters; spaCy's own bound of a million is for its parser, whose memory grows with the text."""


@cache
def load(base: str | None = None) -> Language:
    """The pipeline, built once a process.

    `base` names a spaCy pipeline, installed (`ru_core_news_lg`) or a folder, whose morphology, syntax and names take
    the place of slovnet's; what it lacks of them is added. Its text is cut into Letopis's own tokens, which the rules
    are written for. Raise `ModelError` where it cannot be loaded.
    """
    if base is None:
        nlp = spacy.blank("ru", config=_TOKENIZER)
        components: tuple[str, ...] = (*_BASE, *_KINDS, "letopis_syntax", *_FACTS)
    else:
        nlp = _installed(base)
        nlp.tokenizer = Tokenizer(nlp.vocab)
        finds_names = any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)
        components = (*(["letopis_spacy_names"] if finds_names else []), *_KINDS, *_FACTS)
    nlp.max_length = _LONGEST
    for component in components:
        nlp.add_pipe(component)
    return nlp


def _installed(base: str) -> Language:
    try:
        return spacy.load(base)
    except OSError:
        raise ModelError(f"spaCy has no pipeline {base!r}: install its wheel, or leave `base` out.") from None
    except (ImportError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"spaCy cannot load the pipeline {base!r}: {reason}") from None


def annotate(source: Source, known: Context, nlp: Language | None = None) -> Document:
    """The records of one source; `known` is what is known of it beside its text."""
    if not source.text.strip():
        raise SourceError(f"{source.path or source.id} is empty: give a file that holds text.")
    nlp = nlp or load()
    mended = mend(source.text)
    doc = read(mended.text, known, nlp)
    return build(doc, source, mended.to_source)


def read(text: str, known: Context, nlp: Language) -> Doc:
    """The `Doc` of a mended text with every component run."""
    doc = nlp.make_doc(text)
    set_context(doc, known)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def extract(
    text: str,
    *,
    id: str = "text",
    written: str | None = None,
    calendar: Literal["julian", "gregorian"] | None = None,
    reference_date: str | None = None,
    nlp: Language | None = None,
) -> Document:
    """The records of `text`.

    `written` (EDTF) anchors relative dates; `calendar` is the one the document's days are in;
    `reference_date` (an ISO day) overrides `written`. Offsets in the result point into `text`.
    """
    return annotate(from_text(text, id=id), Context(written, calendar, reference_date), nlp)
