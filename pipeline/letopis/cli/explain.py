"""`letopis explain`: the tokens of a text, the rules that fired, and how each value came about."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or a phrase.")],
    written: Annotated[str | None, typer.Option(help="When it was written (EDTF).")] = None,
    calendar: Annotated[str | None, typer.Option(help="julian or gregorian: the calendar of its days.")] = None,
    reference_date: Annotated[str | None, typer.Option(help="The ISO day relative dates are counted from.")] = None,
) -> None:
    """Show how TEXT is read: tokens with their classes, mentions with rule and value, facts with roles."""
    from rich.console import Console

    from letopis.cli.explanation import render
    from letopis.cli.extract import Calendar, check_context
    from letopis.dimensions.context import Context
    from letopis.errors import LetopisError

    if not text.strip():
        raise LetopisError("the text is empty: give a phrase to explain.")
    if calendar is not None and calendar not in set(Calendar):
        raise LetopisError(f"--calendar {calendar} is unknown: say julian or gregorian.")
    known = Context(written, calendar, reference_date)  # type: ignore[arg-type]
    check_context(known)
    render(text, known, Console(highlight=False))
