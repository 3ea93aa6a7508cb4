"""`letopis facts`: one row a fact, its roles and counted things in columns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from letopis.errors import LetopisError

if TYPE_CHECKING:
    import pandas as pd


def facts(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders to read.")],
    frame: Annotated[list[str] | None, typer.Option(help="Only this frame; may be repeated.")] = None,
    since: Annotated[int | None, typer.Option(help="Only facts whose time does not end before this year.")] = None,
    until: Annotated[int | None, typer.Option(help="Only facts whose time does not begin after this year.")] = None,
    factuality: Annotated[str | None, typer.Option(help="Only this: asserted, negated, requested…")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="CSV in place of a table.")] = False,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding.")] = None,
) -> None:
    """Print the facts of the texts; every cell names its mention's id or its offsets in square brackets."""
    from typing import get_args

    from letopis.corpora.run import Failure, Options, extract_files
    from letopis.records.models import Document, Factuality, Frame
    from letopis.records.tables import facts_table

    for name in frame or ():
        if name not in get_args(Frame):
            raise LetopisError(f"no frame {name!r}: one of {', '.join(get_args(Frame))}.")
    if factuality is not None and factuality not in get_args(Factuality):
        raise LetopisError(f"no factuality {factuality!r}: one of {', '.join(get_args(Factuality))}.")
    documents: list[Document] = []
    failed = 0
    for result in extract_files(paths, Options(encoding=encoding)):
        if isinstance(result, Failure):
            failed += 1
            typer.echo(f"letopis: {result.reason}", err=True)
        else:
            documents.append(result)
    table = facts_table(documents, frames=frame, since=since, until=until, factuality=factuality)
    if csv:
        typer.echo(table.to_csv(index=False, lineterminator="\n"), nl=False)
    else:
        _show(table)
    if failed:
        raise typer.Exit(1 if documents else 2)


_COLUMNS = ("at", "fact", "who", "what", "counted", "when, where", "said")
_WHO = ("agent", "co_agent", "patient", "recipient")
_WHAT = ("theme", "attribute", "topic", "price")
_WHERE = ("time", "place", "origin", "destination")


def _show(table: pd.DataFrame) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    view = Table()
    for column in _COLUMNS:
        view.add_column(column, overflow="fold")
    for row in table.astype(object).where(table.notna(), None).to_dict("records"):
        cells = (
            f"{row['document']}:{row['start']}",
            f"{row['frame']}: {row['predicate']}",
            *(_roles(row, roles) for roles in (_WHO, _WHAT)),
            row["counted"] or "",
            _roles(row, _WHERE),
            row["factuality"] + (f", {row['attributed_to']}" if row["attributed_to"] else ""),
        )
        view.add_row(*(Text(str(cell)) for cell in cells))
    Console(highlight=False).print(view)


def _roles(row: Mapping[Any, Any], names: tuple[str, ...]) -> str:
    return "\n".join(f"{name} {row[name]}" for name in names if row[name])
