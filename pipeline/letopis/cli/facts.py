"""`letopis facts`: one row a fact, its roles and counted things in columns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from letopis.cli.reading import (
    CataloguePath,
    DayCalendar,
    Encoding,
    JoinPages,
    KeepMarkup,
    MaxSize,
    Model,
    ReferenceDate,
    TextField,
    Written,
    context,
    documents,
    end,
    reading,
)
from letopis.errors import LetopisError

if TYPE_CHECKING:
    import pandas as pd

    from letopis.corpora.run import Failure


def facts(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders to read; - is standard input.")],
    frame: Annotated[list[str] | None, typer.Option(help="Only this frame; may be repeated.")] = None,
    since: Annotated[int | None, typer.Option(help="Only facts whose time does not end before this year.")] = None,
    until: Annotated[int | None, typer.Option(help="Only facts whose time does not begin after this year.")] = None,
    factuality: Annotated[str | None, typer.Option(help="Only this: asserted, negated, requested…")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="CSV in place of a table.")] = False,
    catalogue: CataloguePath = None,
    encoding: Encoding = None,
    text_field: TextField = None,
    keep_markup: KeepMarkup = False,
    join_pages: JoinPages = False,
    max_size: MaxSize = None,
    written: Written = None,
    calendar: DayCalendar = None,
    reference_date: ReferenceDate = None,
    model: Model = None,
) -> None:
    """Print the facts of the texts; every cell names its mention's id or its offsets in square brackets."""
    from typing import get_args

    from letopis.formats.output import opened
    from letopis.records.models import Factuality, Frame
    from letopis.records.tables import facts_table

    for name in frame or ():
        if name not in get_args(Frame):
            raise LetopisError(f"no frame {name!r}: one of {', '.join(get_args(Frame))}.")
    if factuality is not None and factuality not in get_args(Factuality):
        raise LetopisError(f"no factuality {factuality!r}: one of {', '.join(get_args(Factuality))}.")
    if since is not None and until is not None and since > until:
        raise LetopisError(f"--since {since} is after --until {until}: give the earlier year first.")
    known = context(written, calendar, reference_date)
    options = reading(encoding, catalogue, known, None, text_field, keep_markup, max_size, model, join_pages)
    failures: list[Failure] = []
    found = documents(paths, options, 1, failures)
    table = facts_table(found, frames=frame, since=since, until=until, factuality=factuality)
    with opened(None) as stream:
        if csv:
            stream.write(table.to_csv(index=False, lineterminator="\n"))
        else:
            _show(table, stream)
    end(failures)


_COLUMNS = ("at", "fact", "who", "what", "counted", "when, where", "said")
_WHO = ("agent", "co_agent", "patient", "recipient")
_WHAT = ("theme", "attribute", "topic", "price")
_WHERE = ("time", "place", "origin", "destination")


def _show(table: pd.DataFrame, stream: TextIO) -> None:
    from rich.table import Table
    from rich.text import Text

    from letopis.formats.output import Terminal

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
    Terminal(file=stream, highlight=False).print(view)


def _roles(row: Mapping[Any, Any], names: tuple[str, ...]) -> str:
    return "\n".join(f"{name} {row[name]}" for name in names if row[name])
