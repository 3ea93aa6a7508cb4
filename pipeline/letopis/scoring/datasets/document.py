"""A gold document from another set's text and labelled spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letopis.corpora.catalogue import Entry
from letopis.errors import DataError
from letopis.scoring.contract import NAMES
from letopis.scoring.datasets.mapping import Mapping
from letopis.scoring.gold import Gold, complete


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span as a set labels it; `cluster` names the entity and `normal` the normal form where the set has them."""

    start: int
    end: int
    label: str
    cluster: str | None = None
    normal: str | None = None


def document(id: str, text: str, spans: Iterable[Labelled], mapping: Mapping) -> Gold:
    """The spans whose labels the mapping knows as mentions; of spans of one kind that overlap the longer stands.

    Mentions of one kind and cluster are an entity; a name without a cluster is one of its own.
    """
    kept: list[tuple[str, Labelled]] = []
    for span in spans:
        kind = mapping.kind(span.label, text[span.start : span.end])
        if kind is not None:
            kept.append((kind, span))
    mentions: list[dict[str, Any]] = []
    groups: dict[tuple[str, str], list[str]] = {}
    for number, (kind, span) in enumerate(_longest(kept), 1):
        name = f"m{number}"
        surface = text[span.start : span.end]
        held = {"id": name, "kind": kind, "start": span.start, "end": span.end, "text": surface}
        mentions.append({**held, "normal": span.normal})
        if kind in NAMES:
            groups.setdefault((kind, span.cluster or name), []).append(name)
    entities = [
        {"id": f"e{number}", "kind": kind, "name": cluster, "mentions": members}
        for number, ((kind, cluster), members) in enumerate(groups.items(), 1)
    ]
    return Gold(complete({"id": id, "mentions": mentions, "entities": entities, "facts": []}, text), Entry())


def _longest(spans: list[tuple[str, Labelled]]) -> list[tuple[str, Labelled]]:
    standing = []
    reached: dict[str, int] = {}
    for kind, span in sorted(spans, key=lambda s: (s[1].start, -s[1].end, s[0])):
        if span.start >= reached.get(kind, 0):
            standing.append((kind, span))
            reached[kind] = span.end
    return standing


def read_text(path: Path) -> str:
    """A file of the set, decoded as it stands; raises `DataError` where it is missing or not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read ({error}): it has to be there, in UTF-8.") from error


def files(path: Path, suffixes: tuple[str, ...], name: str) -> list[Path]:
    """The file `path`, or the files of the folder `path` that end so, by name; `DataError` where there are none."""
    found = [path] if path.is_file() else sorted(f for f in path.rglob("*") if f.name.endswith(suffixes))
    if not found:
        raise DataError(f"{path} holds no {' or '.join(suffixes)} file: name where the files of {name} lie.")
    return found
