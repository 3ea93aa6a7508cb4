"""Letopis's facts on mentions and entities that are given, so that facts are not blamed for what names lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.context import Context, set_context
from letopis.dimensions.mention import Mention, MentionKey, key, mentions, set_mentions
from letopis.entities.entity import Entity, set_entities
from letopis.pipeline import load
from letopis.records.build import build
from letopis.records.models import KINDS
from letopis.sources.mend import mend
from letopis.sources.source import from_text

Record = dict[str, Any]
Bounds = tuple[int, int]

RULE = "given"
_REPLACED = frozenset(f"letopis_{kind}" for kind in KINDS)


def extract_given(gold: Mapping[str, Any], known: Context, nlp: Language | None = None) -> Record:
    """The record of the text of `gold` with its mentions and entities, and the facts that Letopis reads on them.

    A mention covers the tokens that its offsets touch, so one that ends inside a token is widened to it; one that
    touches none, or that another of its kind holds, is left out.
    """
    nlp = nlp or load()
    source = from_text(str(gold["text"]), id=str(gold["id"]))
    mended = mend(source.text)
    doc = nlp.make_doc(mended.text)
    set_context(doc, known)
    given = False
    for name, component in nlp.pipeline:
        if name in _REPLACED:
            if not given:
                keys = _set_mentions(doc, gold["mentions"], mended.to_source)
                given = True
        elif name == "letopis_entities":
            set_entities(doc, _entities(gold["entities"], keys if given else {}))
        else:
            doc = component(doc)
    return build(doc, source, mended.to_source).model_dump(mode="json", by_alias=True)


def _set_mentions(
    doc: Doc, given: Iterable[Mapping[str, Any]], to_source: Callable[[int, int], Bounds]
) -> dict[str, MentionKey]:
    """Put the given mentions on `doc`; back come their keys by their ids."""
    places = [to_source(token.idx, token.idx + len(token)) for token in doc]
    reached: dict[str, tuple[Bounds, str]] = {}
    by_kind: dict[str, list[Mention]] = {kind: [] for kind in KINDS}
    for one in given:
        touched = [i for i, (start, end) in enumerate(places) if start < one["end"] and one["start"] < end]
        if not touched:
            continue
        bounds = touched[0], touched[-1] + 1
        reached[one["id"]] = bounds, one["kind"]
        # Anchors are ids of the gold; facts have no need of them.
        value = {**(one.get("value") or {}), "resolved_from": None} if one["kind"] == "date" else one.get("value") or {}
        by_kind[one["kind"]].append(Mention(*bounds, one["kind"], value, RULE, one.get("normal")))
    for kind, found in by_kind.items():
        set_mentions(doc, kind, found)
    standing = {(span.start, span.end, span.label_): key(span) for span in mentions(doc)}
    named = {id: standing.get((*bounds, kind)) for id, (bounds, kind) in reached.items()}
    return {id: found for id, found in named.items() if found is not None}


def _entities(given: Iterable[Mapping[str, Any]], keys: Mapping[str, MentionKey]) -> list[Entity]:
    held = [
        Entity(one["kind"], one["name"], list(dict.fromkeys(keys[m] for m in one["mentions"] if m in keys)))
        for one in given
    ]
    return [entity for entity in held if entity.mentions]
