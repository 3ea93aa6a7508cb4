"""The JSON Schema of one document's records."""

from __future__ import annotations

from typing import Any

from letopis.records.models import Document


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `letopis extract --format jsonl`."""
    schema = Document.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "letopis/1", **schema}
