"""`letopis facts`: one row a fact, its roles and counted things in columns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from letopis.errors import LetopisError


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


def _show(table: object) -> None:
    import pandas as pd
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    assert isinstance(table, pd.DataFrame)
    filled = table.dropna(axis="columns", how="all")
    view = Table()
    for column in filled.columns:
        view.add_column(str(column), overflow="fold")
    for row in filled.itertuples(index=False):
        view.add_row(*(Text("" if pd.isna(cell) else str(cell)) for cell in row))
    Console(highlight=False).print(view)
