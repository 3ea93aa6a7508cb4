"""A readable view in the terminal: each kind of mention a table, then the facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from letopis.formats.output import opened
from letopis.records.models import DateValue, Document, Fact, Mention, PlaceValue, QuantityValue
from letopis.records.tables import shown

_TITLES = {
    "person": "Persons",
    "place": "Places",
    "organization": "Organizations",
    "date": "Dates",
    "quantity": "Quantities",
}


def write(documents: Iterable[Document], out: Path | None) -> None:
    """The tables of each document, to the file `out` or to standard output."""
    with opened(out) as stream:
        console = Console(file=stream, width=None if out is None and stream.isatty() else 120, highlight=False)
        for document in documents:
            console.rule(Text(document.id))
            for kind, title in _TITLES.items():
                found = [m for m in document.mentions if m.kind == kind]
                if found:
                    console.print(_mentions(title, found))
            if document.facts:
                console.print(_facts(document))
            console.print(
                f"{len(document.mentions)} mentions, {len(document.entities)} entities, {len(document.facts)} facts"
            )


def meaning(mention: Mention) -> str:
    """A mention's value in one short phrase: `39000 винтовка`, `1920/1922`, `Мустафа Кемаль Ататюрк`."""
    value = mention.value
    if isinstance(value, DateValue):
        calendar = "" if value.calendar == "unspecified" else f" ({value.calendar}, {value.as_written} as written)"
        return (value.edtf or "unresolved") + calendar
    if isinstance(value, QuantityValue):
        noun = " ".join(part for part in (value.material, value.unit, value.item) if part)
        named = f": {', '.join(value.members)}" if value.members else ""
        percent = "%" if value.type == "percent" else ""
        return f"{figure(value)}{percent} {noun}".strip() + named
    place = f" ({value.type})" if isinstance(value, PlaceValue) and value.type else ""
    return (mention.normal or mention.text) + place


def figure(value: QuantityValue) -> str:
    """The number with its bound as signs: `≥ 39000`, `~ 20`, `3000–3500`."""
    low, high = _number(value.low), _number(value.high)
    return {
        "exact": low,
        "approximate": f"~ {low}",
        "more_than": f"> {low}",
        "at_least": f"≥ {low}",
        "less_than": f"< {high}",
        "at_most": f"≤ {high}",
        "range": f"{low}–{high}",
        "vague": f"{low}…{high}",
    }[value.bound]


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:g}" if abs(number) < 1e6 and number != int(number) else f"{number:.10g}"


def _mentions(title: str, found: list[Mention]) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for column, ratio in (("at", 1), ("text", 4), ("value", 4), ("entity", 1), ("rule", 3)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for mention in found:
        cells = (
            str(mention.start),
            _one_line(mention.text),
            meaning(mention),
            mention.entity or "",
            mention.rule,
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _facts(document: Document) -> Table:
    table = Table(title="Facts", title_justify="left", expand=True)
    for column, ratio in (("at", 1), ("frame", 2), ("predicate", 2), ("roles", 7), ("said", 2)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for fact in document.facts:
        roles = "\n".join(
            f"{role}: " + "; ".join(shown(document, filler) for filler in fillers)
            for role, fillers in fact.roles.items()
        )
        cells = (
            str(fact.predicate.start),
            fact.frame,
            _one_line(fact.predicate.text),
            roles,
            _said(document, fact),
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _said(document: Document, fact: Fact) -> str:
    by = f" by {shown(document, fact.attributed_to)}" if fact.attributed_to else ""
    return fact.factuality + by


def _one_line(text: str) -> str:
    return " ".join(text.split())
