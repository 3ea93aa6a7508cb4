"""Whether a record dict keeps the contract, with an error that names the item and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from letopis.errors import DataError
from letopis.records.models import Document, Kind

NAMES: tuple[Kind, ...] = ("person", "place", "organization")
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


def check(record: dict[str, Any], where: str) -> None:
    """Raise `DataError` for the first fault of `record`; `where` is the file that holds it."""
    for fault in _faults(record):
        raise DataError(f"{where}: {fault}")
    try:
        Document.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        raise DataError(f"{where}: {_place(record, first['loc'])}: {first['msg']}.") from error


def _faults(record: dict[str, Any]) -> Iterator[str]:
    text = record["text"]
    mentions = record["mentions"]
    by_id = {m["id"]: m for m in mentions}
    for mention in mentions:
        yield from _misplaced(mention, mention["id"], text)
    yield from _doubled(mentions)
    for kind in sorted({m["kind"] for m in mentions}):
        of_kind = sorted((m for m in mentions if m["kind"] == kind), key=lambda m: (m["start"], m["end"]))
        for one, other in pairwise(of_kind):
            if other["start"] < one["end"]:
                yield f"{one['id']} and {other['id']} are both {kind} and overlap: keep the longer."
    for mention in mentions:
        yield from _meaningless(mention)
    yield from _entity_faults(record, by_id)
    yield from _fact_faults(record, by_id)


def _misplaced(span: dict[str, Any], name: str, text: str) -> Iterator[str]:
    start, end, said = span.get("start"), span.get("end"), span.get("text")
    if not (isinstance(start, int) and isinstance(end, int)):
        yield f"{name} lacks start and end: give the offsets of {said!r}."
    elif not 0 <= start < end <= len(text) or text[start:end] != said:
        at = text.find(said) if said else -1
        hint = f"it first stands at {at}" if at >= 0 else "the text does not have it"
        yield f"{name}: {start}–{end} does not slice to {said!r}: {hint}."


def _doubled(mentions: list[dict[str, Any]]) -> Iterator[str]:
    seen: set[str] = set()
    for mention in mentions:
        if mention["id"] in seen:
            yield f"the id {mention['id']} stands twice: give each mention its own."
        seen.add(mention["id"])


def _meaningless(mention: dict[str, Any]) -> Iterator[str]:
    if mention["kind"] in NAMES and not mention.get("normal"):
        yield f"{mention['id']} {mention['text']!r} has no normal form: write the name in the nominative."
    if mention["kind"] == "date":
        value = mention["value"]
        days = [value.get("earliest"), value.get("latest")]
        for day in days:
            if day is not None and not _DAY.fullmatch(day):
                yield f"{mention['id']}: {day!r} is no day: write earliest and latest as YYYY-MM-DD."
        if None not in days and "-" not in (days[0][0], days[1][0]) and days[0] > days[1]:
            yield f"{mention['id']}: earliest {days[0]} is after latest {days[1]}: exchange them."


def _entity_faults(record: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entity in record["entities"]:
        for name in entity["mentions"]:
            if name not in by_id:
                yield f"entity {entity['id']} names the mention {name}, which does not exist: correct the id."
            elif by_id[name]["kind"] != entity["kind"]:
                yield f"entity {entity['id']} is a {entity['kind']} but {name} a {by_id[name]['kind']}: split it."
            elif name in owner:
                yield f"{name} is in {owner[name]} and in {entity['id']}: a mention has one entity."
            owner[name] = entity["id"]
    for mention in record["mentions"]:
        if mention["kind"] in NAMES and mention["id"] not in owner:
            yield f"{mention['id']} {mention['text']!r} has no entity: add one, if of a single mention."


def _fact_faults(record: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    for fact in record["facts"]:
        yield from _misplaced(fact["predicate"], f"{fact['id']}: predicate", record["text"])
        fillers = [(role, filler) for role, held in fact["roles"].items() for filler in held]
        if fact.get("attributed_to"):
            fillers.append(("attributed_to", fact["attributed_to"]))
        for role, filler in fillers:
            name = filler.get("mention")
            if name is None:
                yield from _misplaced(filler, f"{fact['id']}: {role}", record["text"])
            elif name not in by_id:
                yield f"{fact['id']}: {role} names the mention {name}, which does not exist: correct the id."


def _place(record: dict[str, Any], loc: tuple[int | str, ...]) -> str:
    """A pydantic location with list positions replaced by the items' ids."""
    if len(loc) >= 2 and isinstance(loc[1], int) and loc[0] in ("mentions", "entities", "facts"):
        item = record[str(loc[0])][loc[1]]
        return " ".join([str(item.get("id", loc[1])), *(str(part) for part in loc[2:])])
    return ".".join(map(str, loc)) or "record"
