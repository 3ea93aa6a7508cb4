"""From a processed spaCy `Doc` to one document's records, with offsets led back to the source text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions.mention import MentionKey, key, mentions
from letopis.entities.entity import entities
from letopis.facts.fact import Filler, facts
from letopis.records.models import SCHEMA, VALUE_MODELS, Document
from letopis.sources.source import Source

ToSource = Callable[[int, int], tuple[int, int]]


def build(doc: Doc, source: Source, to_source: ToSource) -> Document:
    """The records of `doc`; `to_source` leads half-open offsets of `doc.text` to those of `source.text`."""
    found = mentions(doc)
    placed = sorted(
        ((*to_source(span.start_char, span.end_char), span) for span in found),
        key=lambda item: (item[0], -item[1], item[2].label_),
    )
    ids: dict[MentionKey, str] = {key(span): f"m{n}" for n, (*_, span) in enumerate(placed, 1)}
    grouped = [(f"e{n}", entity) for n, entity in enumerate(entities(doc), 1)]
    entity_of = {ids[k]: name for name, entity in grouped for k in entity.mentions if k in ids}
    return Document.model_validate(
        {
            "schema": SCHEMA,
            "id": source.id,
            "source": source.path,
            "sha256": source.sha256,
            "text": source.text,
            "mentions": [
                {
                    "id": ids[key(span)],
                    "kind": span.label_,
                    "start": start,
                    "end": end,
                    "text": source.text[start:end],
                    "normal": span._.normal,
                    "value": _value(span.label_, span._.value, ids),
                    "entity": entity_of.get(ids[key(span)]),
                    "rule": span._.rule,
                }
                for start, end, span in placed
            ],
            "entities": [
                {
                    "id": name,
                    "kind": entity.kind,
                    "name": entity.name,
                    "mentions": [ids[k] for k in entity.mentions if k in ids],
                    "links": entity.links,
                }
                for name, entity in grouped
            ],
            "facts": [
                {
                    "id": f"f{n}",
                    "frame": fact.frame,
                    "predicate": {
                        **_place(doc, fact.start, fact.end, source, to_source),
                        "lemma": fact.lemma,
                    },
                    "roles": {
                        role: [_filler(doc, filler, ids, source, to_source) for filler in fillers]
                        for role, fillers in fact.roles.items()
                        if fillers
                    },
                    "factuality": fact.factuality,
                    "attributed_to": fact.attributed_to and _filler(doc, fact.attributed_to, ids, source, to_source),
                }
                for n, fact in enumerate(facts(doc), 1)
            ],
            "regions": [asdict(region) for region in source.regions],
        }
    )


def _value(kind: str, value: dict[str, Any] | None, ids: dict[MentionKey, str]) -> Any:
    """The value as its model; a mention key in `resolved_from` becomes that mention's id."""
    value = dict(value or {})
    anchor = value.get("resolved_from")
    if anchor is not None:
        value["resolved_from"] = ids.get(tuple(anchor))
    return VALUE_MODELS[kind].model_validate(value)  # type: ignore[index]


def _place(doc: Doc, start: int, end: int, source: Source, to_source: ToSource) -> dict[str, Any]:
    span = doc[start:end]
    first, last = to_source(span.start_char, span.end_char)
    return {"start": first, "end": last, "text": source.text[first:last]}


def _filler(
    doc: Doc, filler: Filler, ids: dict[MentionKey, str], source: Source, to_source: ToSource
) -> dict[str, Any]:
    how: dict[str, Any] = {"inherited": True} if filler.inherited else {}
    if filler.mention is not None:
        return {"mention": ids[filler.mention], **how}
    assert filler.start is not None and filler.end is not None
    return {**_place(doc, filler.start, filler.end, source, to_source), **how}
