"""The JSON Schema of one document's records."""

from __future__ import annotations

from typing import Any

from letopis.records.corpus import CorpusEntity
from letopis.records.models import Document

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `letopis extract --format jsonl`."""
    schema = Document.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": _DRAFT, "title": "letopis/1", **schema}


def corpus_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `letopis extract --corpus-entities`."""
    schema = CorpusEntity.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": _DRAFT, **schema, "title": "letopis-corpus/1"}
