"""`letopis catalogue check`: is what is said of the texts in order?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from letopis.errors import CatalogueError

app = typer.Typer(no_args_is_help=True, help="What is known of each text beside itself.")


@app.callback()
def catalogue() -> None:
    """What is known of each text beside itself."""


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of the texts, with catalogue.toml in it.")] = Path(
        "corpus"
    ),
) -> None:
    """Check the catalogue's format, and that entries and texts match one to one."""
    from letopis.corpora.catalogue import NAME, load
    from letopis.sources.read import find, named
    from letopis.sources.source import printable

    place = printable(str(folder))
    if not folder.exists():
        raise CatalogueError(f"{place} does not exist: name the folder of the texts.")
    if not folder.is_dir():
        raise CatalogueError(f"{place} is a file: name the folder of the texts, with {NAME} in it.")
    file = folder / NAME
    if not file.exists():
        raise CatalogueError(f"{place} has no {NAME}: write one, a table a text, named by the text's stem.")
    entries = load(file)
    stems = {named(path) for path in find([folder])}
    for stem in sorted(stems - entries.keys()):
        typer.echo(f"letopis: {place} has no entry [{stem}] in its {NAME}: add one for that text.", err=True)
    for stem in sorted(entries.keys() - stems):
        typer.echo(f"letopis: {place} has an entry [{stem}] but no text of that name: remove it.", err=True)
    if stems != entries.keys():
        raise typer.Exit(1)
    typer.echo("1 text, with its entry." if len(entries) == 1 else f"{len(entries)} texts, each with its entry.")
