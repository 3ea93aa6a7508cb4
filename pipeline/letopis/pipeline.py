"""The whole as one spaCy `Language`, and the function that makes one document's records of a text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Literal

import spacy
from edtf import EDTFParseException, parse_edtf
from spacy.language import Language
from spacy.tokens import Doc

from letopis.collector import paused
from letopis.dimensions.context import Context, set_context
from letopis.dimensions.given import Marked, set_given
from letopis.errors import ContextError, ModelError, SourceError
from letopis.language.tiers import DEFAULT, tier
from letopis.language.tokenizer import Tokenizer, cut
from letopis.records.build import build
from letopis.records.models import Document
from letopis.sources.marks import Given
from letopis.sources.mend import Mended, mend
from letopis.sources.source import Source, check_text, from_text, printable

_BASE = ("letopis_sentences", "letopis_morphology", "letopis_names")
_KINDS = ("letopis_person", "letopis_place", "letopis_organization", "letopis_date", "letopis_quantity")
_FACTS = ("letopis_entities", "letopis_facts", "letopis_ents")
_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}}
_LONGEST = 1 << 30
"""Characters; spaCy's own bound of a million is for its parser, whose memory grows with the text."""

_LONGEST_DATE = 200
"""Characters; no EDTF date is as long."""
_SHOWN = 40
"""Characters of a wrong argument that its error repeats."""


@cache
def load(base: str | None = None, model: str | None = None) -> Language:
    """The pipeline, built once a process; `model` is the names model, `fast` or `accurate` (default: fast).

    `base` names a spaCy pipeline, installed (`ru_core_news_lg`) or a folder, whose morphology, syntax and names take
    the place of slovnet's; what it lacks of them is added. Its text is cut into Letopis's own tokens, which the rules
    are written for. Raise `ModelError` where it cannot be loaded.
    """
    chosen = tier(model or DEFAULT)
    if base is not None and model is not None:
        raise ModelError(f"{base} brings its own names: give a spaCy pipeline or a names model, not both.")
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
        nlp.add_pipe(component, config={"model": chosen.value} if component == "letopis_names" else {})
    return nlp


def _installed(base: str) -> Language:
    try:
        return spacy.load(base)
    except OSError:
        raise ModelError(f"spaCy has no pipeline {base!r}: install its wheel, or leave `base` out.") from None
    except (ImportError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"spaCy cannot load the pipeline {base!r}: {reason}") from None


@paused()
def annotate(source: Source, known: Context, nlp: Language | None = None) -> Document:
    """The records of one source; `known` is what is known of it beside its text.

    Raise `SourceError` where the text is blank or no valid Unicode, `ContextError` where `known` is malformed.
    """
    check_text(source.text, _name(source))
    check_context(known)
    nlp = nlp or load()
    mended = mend(source.text)
    doc = read(mended.text, known, nlp, [_marked(mended, one) for one in source.given])
    return build(doc, source, mended.to_source)


def _marked(mended: Mended, given: Given) -> Marked:
    """The given mention by its place in the analysis copy."""
    start, end = mended.from_source(given.start, given.end)
    return Marked(start, end, given.kind, given.element, given.attributes)


def _name(source: Source) -> str:
    """What errors call the document: its file, and its id where that is not the file's name."""
    if source.path is None:
        return "the text" if source.id == "text" else source.id
    return source.path if PurePosixPath(source.path).stem == source.id else f"{source.path} ({source.id})"


def check_context(known: Context) -> None:
    """Raise `ContextError` where `known` has a date that is no EDTF, a day that is no ISO day, or another calendar."""
    if known.written is not None and not _is_edtf(known.written):
        raise ContextError(f"written {_shown(known.written)} is no EDTF date: write 1834, 1834-03 or 1834-03-14.")
    if known.calendar not in (None, "julian", "gregorian"):
        raise ContextError(f"calendar {_shown(known.calendar)} is unknown: say julian or gregorian.")
    if known.reference_date is not None and not _is_day(known.reference_date):
        raise ContextError(f"reference date {_shown(known.reference_date)} is no ISO day: write it as 1834-03-14.")


def _is_edtf(written: object) -> bool:
    return isinstance(written, str) and len(written) <= _LONGEST_DATE and _parses(written)


@lru_cache(maxsize=1 << 10)
def _parses(written: str) -> bool:
    try:
        parse_edtf(written)
    except (EDTFParseException, ValueError):
        return False
    return True


def _is_day(day: object) -> bool:
    try:
        return isinstance(day, str) and date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _shown(value: object) -> str:
    shown = printable(value) if isinstance(value, str) else repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


@paused()
def read(text: str, known: Context, nlp: Language, given: Iterable[Marked] = ()) -> Doc:
    """The `Doc` of a mended text with every component run; `given` are the mentions that its markup gives."""
    doc = nlp.make_doc(text)
    if given := [one for one in given if one.start < one.end]:
        doc = cut(doc, {edge for one in given for edge in (one.start, one.end)})
        set_given(doc, given)
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
    Raise `SourceError` or `ContextError` where an argument is not of its form.
    """
    if not isinstance(id, str):
        raise SourceError(f"the id is of type {type(id).__name__}: give a str.")
    check_text(text)
    return annotate(from_text(text, id=id), Context(written, calendar, reference_date), nlp)
