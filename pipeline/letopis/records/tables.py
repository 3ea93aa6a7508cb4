"""Records as pandas tables, one row a mention, an entity or a fact; every row leads back to its offsets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import pandas as pd

from letopis.records.meaning import meaning
from letopis.records.models import DateValue, Document, Fact, Filler, PersonValue, PlaceValue, QuantityValue
from letopis.records.whereabouts import Whereabouts

_PLACE = ["document", "id", "start", "end", "text"]
_PAGE = ["page", "region", "box"]
COLUMNS: dict[str, list[str]] = {
    "mentions": [*_PLACE, "kind", "normal", "entity", "rule", *_PAGE],
    "persons": [*_PLACE, "normal", "entity", "given", "patronymic", "surname", "initials", "regnal", "titles", *_PAGE],
    "places": [*_PLACE, "normal", "entity", "type", *_PAGE],
    "organizations": [*_PLACE, "normal", "entity", *_PAGE],
    "dates": [*_PLACE, "edtf", "earliest", "latest", "calendar", "as_written", "resolved_from", "note", *_PAGE],
    "quantities": [
        *_PLACE, "type", "low", "high", "bound", "unit", "item", "material", "members",
        "si_value", "si_unit", "si_basis", *_PAGE,
    ],
    "entities": ["document", "id", "kind", "name", "mentions", "links"],
    "facts": [
        "document", "id", "frame", "predicate", "start", "end", "agent", "co_agent", "patient", "theme", "recipient",
        "topic", "origin", "destination", "time", "place", "quantity", "attribute", "price", "factuality",
        "attributed_to", "counted", *_PAGE,
    ],
}  # fmt: skip
"""The columns of each table; `start` and `end` are offsets into the document's text.

`page`, `region` (a scan's line, or its block) and `box` say where on its pages that is, where the file knows."""


def tables(documents: Iterable[Document]) -> dict[str, pd.DataFrame]:
    """Every table of `COLUMNS`, by name."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for document in documents:
        for name, make in _ROWS.items():
            rows[name].extend(make(document))
    return {name: pd.DataFrame(rows[name], columns=columns) for name, columns in COLUMNS.items()}


def facts_table(
    documents: Iterable[Document],
    frames: Collection[str] | None = None,
    since: int | None = None,
    until: int | None = None,
    factuality: str | None = None,
) -> pd.DataFrame:
    """One row a fact; role columns hold the fillers' words with mention ids or offsets in square brackets.

    `counted` gives the figures among them: `39000 винтовка; 327 пулемет`.

    `frames` and `factuality` keep only such facts. `since` and `until` are years: a fact is kept where the
    interval of its time role meets them; with either, a fact without a dated time is left out.
    """
    rows = [
        _fact(document, fact, where)
        for document in documents
        for where in [Whereabouts(document)]
        for fact in document.facts
        if (not frames or fact.frame in frames)
        and (factuality is None or fact.factuality == factuality)
        and _within(document, fact, since, until)
    ]
    return pd.DataFrame(rows, columns=COLUMNS["facts"])


def _counted(document: Document, fact: Fact) -> list[str]:
    """The figures of a fact, whatever role they fill: `39000 винтовка`."""
    ids = {f.mention for fillers in fact.roles.values() for f in fillers}
    return [meaning(m) for m in document.mentions if m.kind == "quantity" and m.id in ids]


def _within(document: Document, fact: Fact, since: int | None, until: int | None) -> bool:
    if since is None and until is None:
        return True
    by_id = {m.id: m.value for m in document.mentions if m.kind == "date"}
    times = [by_id[f.mention] for f in fact.roles.get("time", []) if f.mention in by_id]
    return any(
        isinstance(value, DateValue)
        and (value.earliest is not None or value.latest is not None)
        and (since is None or value.latest is None or int(value.latest[:-6]) >= since)
        and (until is None or value.earliest is None or int(value.earliest[:-6]) <= until)
        for value in times
    )


def shown(document: Document, filler: Filler) -> str:
    """A role filler in words, with the mention's id or its offsets: `39 тыс. винтовок [m7]`, `[m7, inherited]`."""
    how = ", inherited" if filler.inherited else ""
    if filler.mention is None:
        return f"{_one_line(filler.text or '')} [{filler.start}:{filler.end}{how}]"
    mention = next(m for m in document.mentions if m.id == filler.mention)
    return f"{_one_line(mention.text)} [{mention.id}{how}]"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _mentions(document: Document, kind: str | None, more: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]]:
    where = Whereabouts(document)
    return [
        {
            "document": document.id, "id": m.id, "start": m.start, "end": m.end, "text": m.text, "kind": m.kind,
            "normal": m.normal, "entity": m.entity, "rule": m.rule, **more(m.value),
            **where.cells(m.start, m.end),
        }
        for m in document.mentions
        if kind is None or m.kind == kind
    ]  # fmt: skip


def _person(value: PersonValue) -> dict[str, Any]:
    return {**value.model_dump(exclude={"titles"}), "titles": "; ".join(value.titles)}


def _place(value: PlaceValue) -> dict[str, Any]:
    return {"type": value.type}


def _date(value: DateValue) -> dict[str, Any]:
    return value.model_dump()


def _quantity(value: QuantityValue) -> dict[str, Any]:
    si = value.si
    return {
        **value.model_dump(exclude={"si", "members"}),
        "members": "; ".join(value.members or []),
        "si_value": si and (si.value if not isinstance(si.value, tuple) else "–".join(map(str, si.value))),
        "si_unit": si and si.unit,
        "si_basis": si and si.basis,
    }


def _entities(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "document": document.id,
            "id": e.id,
            "kind": e.kind,
            "name": e.name,
            "mentions": " ".join(e.mentions),
            "links": "; ".join(f"{k}={v}" for k, v in sorted(e.links.items())),
        }
        for e in document.entities
    ]


def _facts(document: Document) -> list[dict[str, Any]]:
    where = Whereabouts(document)
    return [_fact(document, fact, where) for fact in document.facts]


def _fact(document: Document, fact: Fact, where: Whereabouts) -> dict[str, Any]:
    return {
        "document": document.id,
        "id": fact.id,
        "frame": fact.frame,
        "predicate": _one_line(fact.predicate.text),
        "start": fact.predicate.start,
        "end": fact.predicate.end,
        "factuality": fact.factuality,
        "attributed_to": fact.attributed_to and shown(document, fact.attributed_to),
        "counted": "; ".join(_counted(document, fact)) or None,
        **{role: "; ".join(shown(document, f) for f in fillers) for role, fillers in fact.roles.items()},
        **where.cells(fact.predicate.start, fact.predicate.end),
    }


_ROWS: dict[str, Callable[[Document], list[dict[str, Any]]]] = {
    "mentions": lambda d: _mentions(d, None, lambda _: {}),
    "persons": lambda d: _mentions(d, "person", _person),
    "places": lambda d: _mentions(d, "place", _place),
    "organizations": lambda d: _mentions(d, "organization", lambda _: {}),
    "dates": lambda d: _mentions(d, "date", _date),
    "quantities": lambda d: _mentions(d, "quantity", _quantity),
    "entities": _entities,
    "facts": _facts,
}
