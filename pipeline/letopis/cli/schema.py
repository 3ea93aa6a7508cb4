"""`letopis schema`: the JSON Schema of the records."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of one document's records."""
    from letopis.records.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
