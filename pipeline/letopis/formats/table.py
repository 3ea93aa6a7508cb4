"""A readable view in the terminal: each kind of mention a table, then the facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from letopis.formats.output import opened
from letopis.records.meaning import meaning
from letopis.records.models import Document, Fact, Mention
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
