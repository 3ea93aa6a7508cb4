"""Records as JSON and back, byte for byte the same from run to run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from letopis.errors import DataError
from letopis.records.models import Document

_OPTIONAL = ("style", "note", "members", "si", "material")
"""Value fields that are left out where they do not apply: they belong to some types of value only."""


def to_dict(document: Document) -> dict[str, Any]:
    """The records as plain JSON values, keyed as RECORDS names them."""
    record = document.model_dump(mode="json", by_alias=True)
    for mention in record["mentions"]:
        value = mention["value"]
        for name in _OPTIONAL:
            if name in value and value[name] is None and not _belongs(name, value):
                del value[name]
    for fact in record["facts"]:
        fact["roles"] = {role: [_said(f) for f in fillers] for role, fillers in fact["roles"].items()}
        fact["attributed_to"] = fact["attributed_to"] and _said(fact["attributed_to"])
    record["regions"] = [_said(region) for region in record["regions"]]
    if not record["regions"]:
        del record["regions"]
    return record


def dumps(document: Document) -> str:
    """The records as one line of JSON."""
    return json.dumps(to_dict(document), ensure_ascii=False)


def loads(line: str, place: str) -> Document:
    """The records in one line of JSON; raise `DataError` naming `place` where they do not keep the contract."""
    try:
        return Document.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        raise DataError(f"{place}: {where}: {first['msg']}; see `letopis schema` for the format.") from None


def read(path: Path) -> list[Document]:
    """The documents of a JSONL file; raise `DataError` naming the line that is at fault."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read ({error}): give a JSONL file of records.") from None
    return [loads(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]


def _belongs(name: str, value: dict[str, Any]) -> bool:
    return (name == "si" and value.get("type") == "measure") or (name == "material" and value.get("type") == "money")


def _said(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
