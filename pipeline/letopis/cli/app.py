"""The typer application: its commands, its version, and how errors are shown.

Every command ends in the same ways. An error is one sentence on standard error and exit code 2. Where what reads
standard output has gone (`… | head -1`), the command falls silent with exit code 141, as one that a broken pipe
kills. Ctrl-C gives one line and exit code 130.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
from letopis.cli.occupations import occupations
from letopis.cli.regress import regress
from letopis.cli.schema import schema
from letopis.cli.score import score
from letopis.cli.version import show_version
from letopis.errors import LetopisError

_BROKEN_PIPE = 141
_INTERRUPTED = 130


class _Group(TyperGroup):
    """Shows every `LetopisError` as one sentence on standard error, and ends quietly where it is broken off."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the command line; `--help` and `--version` print here already."""
        with _ending():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with _ending():
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _ending() -> Iterator[None]:
    """Every way a command may end but well, as its exit code."""
    try:
        yield
    except BrokenPipeError:
        _silence()
        raise typer.Exit(_BROKEN_PIPE) from None
    except SystemExit as end:
        if end.code == 1:  # so a rich console ends the program where it meets a broken pipe; no command does
            raise typer.Exit(_BROKEN_PIPE) from None
        raise
    except KeyboardInterrupt:
        _silence()
        say("interrupted.")
        raise typer.Exit(_INTERRUPTED) from None
    except LetopisError as error:
        _silence()
        say(str(error))
        raise typer.Exit(2) from None
    except OSError as error:
        _silence()
        say(f"{error.filename or 'standard output'} cannot be used ({error.strerror or error}): choose another place.")
        raise typer.Exit(2) from None


def say(sentence: str) -> None:
    """Print `sentence` on standard error; where nobody can read it there, that is not another error."""
    from letopis.sources.source import printable

    with suppress(OSError):
        typer.echo(f"letopis: {printable(sentence)}", err=True)


def _silence() -> None:
    """Flush standard output, or, where it takes no more, lead it nowhere, that leaving Python be no error."""
    try:
        sys.stdout.flush()
    except OSError:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


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
app.command()(occupations)
app.command()(regress)
app.command()(bench)
app.add_typer(catalogue.app, name="catalogue")
