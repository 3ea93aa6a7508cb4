"""Reading gold annotation: `gold/ID.json` beside `corpus/ID.txt`, given back as record dicts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letopis.corpora.catalogue import NAME, Entry
from letopis.corpora.catalogue import load as load_catalogue
from letopis.errors import DataError
from letopis.records.models import SCHEMA
from letopis.scoring.contract import check

Record = dict[str, Any]

_KEYS = {"id", "mentions", "entities", "facts"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated document: its records as a person marked them, and its catalogue entry."""

    record: Record
    entry: Entry

    @property
    def id(self) -> str:
        """The document's id, the stem of both its files."""
        return str(self.record["id"])

    @property
    def text(self) -> str:
        """The source text that every offset points into."""
        return str(self.record["text"])


def load_gold(gold: Path, corpus: Path, split: str | None = None) -> list[Gold]:
    """The annotated documents of the folder `gold`, by id; of one `split` only where that is named.

    Raises `DataError` for the first fault, naming the file, the item and what to do.
    """
    if not gold.is_dir():
        raise DataError(f"{gold} is no folder: name the folder that holds the gold files ID.json.")
    files = sorted(gold.glob("*.json"))
    if not files:
        raise DataError(f"{gold} holds no ID.json: name the folder that holds the gold files.")
    catalogue = corpus / NAME
    entries = load_catalogue(catalogue) if catalogue.is_file() else {}
    read = [read_gold(file, corpus, entries.get(file.stem, Entry())) for file in files]
    if split is None:
        return read
    chosen = [document for document in read if document.entry.split == split]
    if not chosen:
        raise DataError(f'{catalogue} marks no document split = "{split}": name a split that it has.')
    return chosen


def read_gold(file: Path, corpus: Path, entry: Entry) -> Gold:
    """One gold file and its text as a checked record."""
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DataError(f"{file} cannot be read as JSON ({error}): mend it there.") from error
    if not isinstance(written, dict) or set(written) != _KEYS:
        raise DataError(f"{file}: a gold file has exactly the keys id, mentions, entities and facts.")
    if written["id"] != file.stem:
        raise DataError(f"{file}: the id {written['id']!r} is not the file's name: make them the same.")
    record = complete(written, _text(corpus / f"{file.stem}.txt", file))
    check(record, str(file))
    return Gold(record, entry)


def complete(written: Record, text: str) -> Record:
    """A record dict from annotation and text: what a person does not write is filled in."""
    try:
        entity_of = {m: e["id"] for e in written["entities"] for m in e["mentions"]}
        mentions = [
            {"normal": None, "value": {}, **m, "entity": entity_of.get(m["id"]), "rule": "gold"}
            for m in written["mentions"]
        ]
        facts = [{"attributed_to": None, **f, "predicate": {"lemma": "", **f["predicate"]}} for f in written["facts"]]
    except (KeyError, TypeError) as error:
        raise DataError(
            f"{written.get('id')}: a mention, an entity or a fact lacks {error}: add it as GUIDELINES.md shows."
        ) from error
    return {
        "schema": SCHEMA,
        "id": written["id"],
        "source": None,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
        "mentions": mentions,
        "entities": [{"links": {}, **e} for e in written["entities"]],
        "facts": facts,
    }


def _text(path: Path, file: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise DataError(f"{file} annotates {path}, which is missing: put the text there.") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8 ({error}): save it as UTF-8.") from error


def fingerprint(documents: list[Gold]) -> str:
    """A hash of what is scored against: the same gold gives the same hash wherever it lies."""
    rows = [
        json.dumps(document.record, ensure_ascii=False, sort_keys=True)
        for document in sorted(documents, key=lambda document: document.id)
    ]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()
