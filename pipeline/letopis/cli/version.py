"""`letopis --version`: the program, its schema, and the models by name and hash."""

from __future__ import annotations

import platform
from importlib.metadata import version

import typer

from letopis import __version__


def show_version(asked: bool) -> None:
    """Print the versions and leave, where `asked`."""
    if not asked:
        return
    from letopis.language import models
    from letopis.records.models import SCHEMA

    typer.echo(f"letopis {__version__}, schema {SCHEMA}, Python {platform.python_version()}")
    for package in ("spacy", "rumorph", "slovnet", "navec", "razdel"):
        typer.echo(f"  {package} {version(package)}")
    for model in models.present():
        typer.echo(f"  {models.name(model)} sha256:{models.digest(model)}")
    raise typer.Exit
