"""`letopis schema`: the JSON Schema of the records."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def schema(
    corpus_entities: Annotated[
        bool, typer.Option("--corpus-entities", help="Of a line of letopis extract --corpus-entities instead.")
    ] = False,
) -> None:
    """Print the JSON Schema (draft 2020-12) of one document's records."""
    from letopis.records.schema import corpus_schema, json_schema

    made = corpus_schema() if corpus_entities else json_schema()
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))
