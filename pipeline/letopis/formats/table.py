"""A readable view in the terminal: each kind of mention a table, then the facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.table import Table
from rich.text import Text

from letopis.formats.output import Terminal, opened
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
_RULES_FROM = 100
"""Columns of a terminal that shows the rules' names; `letopis explain` shows them in any."""


def write(documents: Iterable[Document], out: Path | None) -> None:
    """The tables of each document, to the file `out` or to standard output."""
    with opened(out) as stream:
        console = Terminal(file=stream, width=None if out is None and stream.isatty() else 120, highlight=False)
        for document in documents:
            console.rule(Text(document.id))
            for kind, title in _TITLES.items():
                found = [m for m in document.mentions if m.kind == kind]
                if found:
                    console.print(_mentions(title, found, console.width))
            if document.facts:
                console.print(_facts(document))
            counts = (
                _count(len(document.mentions), "mention", "mentions"),
                _count(len(document.entities), "entity", "entities"),
                _count(len(document.facts), "fact", "facts"),
            )
            console.print(", ".join(counts))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _mentions(title: str, found: list[Mention], width: int) -> Table:
    """The mentions of one kind; the rule's name, which is not to be broken, has its column where there is room."""
    has_rules = width >= _RULES_FROM
    table = Table(title=title, title_justify="left", expand=True)
    table.add_column("at", justify="right", no_wrap=True)
    for column in ("text", "value"):
        table.add_column(column, ratio=1, overflow="fold")
    table.add_column("entity", no_wrap=True)
    if has_rules:
        table.add_column("rule", no_wrap=max(len(mention.rule) for mention in found) <= width // 3, overflow="fold")
    for mention in found:
        cells = (
            str(mention.start),
            _one_line(mention.text),
            meaning(mention),
            mention.entity or "",
            *((mention.rule,) if has_rules else ()),
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _facts(document: Document) -> Table:
    table = Table(title="Facts", title_justify="left", expand=True)
    table.add_column("at", justify="right", no_wrap=True)
    table.add_column("frame", no_wrap=True)
    for column, ratio in (("predicate", 2), ("roles", 5), ("said", 2)):
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
