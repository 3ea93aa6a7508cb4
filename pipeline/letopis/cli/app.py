"""The typer application: its commands, its version, and how errors are shown."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from letopis.cli import catalogue
from letopis.cli.agreement import agreement
from letopis.cli.bench import bench
from letopis.cli.compare import compare
from letopis.cli.explain import explain
from letopis.cli.extract import extract
from letopis.cli.facts import facts
from letopis.cli.regress import regress
from letopis.cli.schema import schema
from letopis.cli.score import score
from letopis.cli.version import show_version
from letopis.errors import LetopisError


class _Group(TyperGroup):
    """Shows every `LetopisError` as one sentence on standard error, exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except LetopisError as error:
            typer.echo(f"letopis: {error}", err=True)
            raise typer.Exit(2) from None


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reads historical Russian text and returns dated, counted, cited records.",
    epilog="Exit codes: 0 done; 1 some documents failed or a bar was missed; 2 nothing could be done.",
)


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Print versions of program and models."),
    ] = False,
) -> None:
    """Reads historical Russian text and returns dated, counted, cited records."""


app.command()(extract)
app.command()(explain)
app.command()(facts)
app.command()(schema)
app.command()(score)
app.command()(compare)
app.command()(agreement)
app.command()(regress)
app.command()(bench)
app.add_typer(catalogue.app, name="catalogue")
