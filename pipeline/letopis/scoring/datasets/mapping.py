"""A data set's labels and conventions, read from its TOML."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from letopis.errors import DataError
from letopis.records.models import KINDS


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a set's labels become kinds, and what is measured over it."""

    name: str
    format: str
    labels: dict[str, str]
    capitalised: frozenset[str]
    measures: tuple[str, ...]
    notes: tuple[str, ...]
    title: str = ""
    path: str = ""
    peers: frozenset[str] = frozenset()
    adjectives: re.Pattern[str] | None = None
    parts: frozenset[str] = frozenset()

    def kind(self, label: str, surface: str) -> str | None:
        """The kind of a span, `None` where it is left out."""
        if label in self.capitalised:
            if not surface[:1].isupper():
                return None
            if self.adjectives is not None and self.adjectives.fullmatch(surface.lower()):
                return None
        return self.labels.get(label)

    def lines(self) -> list[str]:
        """The mapping in words, for the report."""
        by_kind = {kind: [label for label, to in self.labels.items() if to == kind] for kind in KINDS}
        said = [f"{kind}: {', '.join(labels)}" for kind, labels in by_kind.items() if labels]
        return [*said, *self.notes]


def names() -> list[str]:
    """The data sets there are mappings for."""
    return sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))


def outside() -> list[str]:
    """The data sets that have a usual place in a folder of data sets (`path`)."""
    return [name for name in names() if load(name).path]


def load(name: str) -> Mapping:
    """The mapping of the set `name`; raises `DataError` where there is none."""
    if name not in names():
        raise DataError(f"there is no data set {name!r}: choose among {', '.join(names())}.")
    held: dict[str, Any] = tomllib.loads((_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    return Mapping(
        name,
        held["format"],
        held["labels"],
        frozenset(held["capitalised"]),
        tuple(held["measures"]),
        tuple(held["notes"]),
        title=held.get("title", name),
        path=held.get("path", ""),
        peers=frozenset(held.get("peers", ())),
        adjectives=re.compile(held["adjectives"]) if "adjectives" in held else None,
        parts=frozenset(held.get("parts", ())),
    )


def _folder() -> Any:
    return files("letopis.scoring.datasets")
