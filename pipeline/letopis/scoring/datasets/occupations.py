"""The occupation facts of factRuEval-2016 (`NAME.facts`), each argument with the spellings that answer it.

Source: Starostin et al., FactRuEval 2016, Dialogue 2016; the layer's format and the values that the organisers'
evaluation accepts are those of the set's own scripts (`dialent/objects`).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from letopis.errors import DataError
from letopis.scoring.datasets.document import files, read_text


@dataclass(frozen=True, slots=True)
class Occupation:
    """Argument (`who`, `position`, `where`) → the spellings of each of its values."""

    arguments: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text of the set and its occupation facts."""

    name: str
    text: str
    facts: list[Occupation]


def conventions() -> dict[str, Any]:
    """The table `occupation` of `factrueval.toml`."""
    held = tomllib.loads(resources("letopis.scoring.datasets").joinpath("factrueval.toml").read_text("utf-8"))
    return dict(held["occupation"])


def folded(value: str) -> str:
    """A spelling as the organisers compare it: lower case, no ё, single spaces."""
    return " ".join(value.lower().replace("ё", "е").split())


def load_occupations(path: Path) -> list[Annotated]:
    """Every text of the folder `path` that has a layer `.facts`, by name; `DataError` where there is none."""
    kind = conventions()["type"]
    return [_annotated(file, kind) for file in files(path, (".facts",), "factRuEval")]


def _annotated(file: Path, kind: str) -> Annotated:
    text = read_text(file.with_suffix(".txt"))
    spans = _spans(file.with_suffix(".spans"), text)
    objects = _objects(file, spans, text)
    facts = []
    for block in read_text(file).replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines and lines[0].split()[-1].lower() == kind:
            facts.append(Occupation(tuple(_arguments(file, lines[1:], spans, objects))))
    return Annotated(file.stem, text, facts)


def _arguments(
    file: Path, lines: list[str], spans: dict[str, tuple[int, int]], objects: dict[str, set[str]]
) -> list[tuple[str, frozenset[str]]]:
    found = []
    for line in lines:
        name, _, said = line.partition(" ")
        name = {"job": "position"}.get(name.lower(), name.lower())
        if name not in {"who", "position", "where"}:
            continue
        values: set[str] = set()
        for alternative in said.split("|"):
            reference, _, words = alternative.strip().partition(" ")
            if reference.startswith("span"):
                values |= {words}
            elif reference.startswith("obj"):
                if reference[3:] not in objects:
                    raise DataError(f"{file}: {reference} is no object of .coref.")
                values |= {words, *objects[reference[3:]]}
            else:
                values.add(alternative)
        found.append((name, frozenset(folded(value) for value in values if value.strip())))
    return found


def _spans(file: Path, text: str) -> dict[str, tuple[int, int]]:
    """Span id → its bounds."""
    rows = [line.partition("#")[0].split() for line in read_text(file).splitlines() if line.strip()]
    return {row[0]: (int(row[2]), int(row[2]) + int(row[3])) for row in rows}


def _objects(file: Path, spans: dict[str, tuple[int, int]], text: str) -> dict[str, set[str]]:
    """Entity id → its names in `.coref`, and each of its mentions as the text has it."""
    mentions: dict[str, str] = {}
    for line in read_text(file.with_suffix(".objects")).splitlines():
        row = line.partition("#")[0].split()
        bounds = [spans[member] for member in row[2:] if member in spans]
        if bounds:
            mentions[row[0]] = text[min(start for start, _ in bounds) : max(end for _, end in bounds)]
    found: dict[str, set[str]] = {}
    for block in read_text(file.with_suffix(".coref")).replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        head = lines[0].split()
        parts: dict[str, list[str]] = {}
        for line in lines[1:]:
            key, _, value = line.partition(" ")
            parts.setdefault(key, []).append(value)
        found[head[0]] = {mentions[id] for id in head[1:] if id in mentions} | _names(parts)
    return found


def _names(parts: dict[str, list[str]]) -> set[str]:
    """The names, and of a person every order of given name, patronymic and surname."""
    given, patronymic, surname = (parts.get(key, []) for key in ("firstname", "patronymic", "lastname"))
    made = {*parts.get("name", []), *parts.get("nickname", []), *given, *surname}
    made |= {f"{one} {other}" for one in given for other in surname}
    made |= {f"{other} {one}" for one in given for other in surname}
    made |= {f"{one} {two}" for one in given for two in patronymic}
    made |= {f"{one} {two} {three}" for one in given for two in patronymic for three in surname}
    return made | {f"{three} {one} {two}" for one in given for two in patronymic for three in surname}
