"""`letopis explain`: the tokens of a text, the rules that fired, and how each value came about."""

from __future__ import annotations

from typing import Annotated

import typer

from letopis.cli.reading import DayCalendar, Model, ReferenceDate, Written, context


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or a phrase.")],
    written: Written = None,
    calendar: DayCalendar = None,
    reference_date: ReferenceDate = None,
    model: Model = None,
) -> None:
    """Show how TEXT is read: tokens with their classes, mentions with rule and value, facts with roles."""
    from letopis.cli.explanation import render
    from letopis.formats.output import Terminal, opened
    from letopis.pipeline import load
    from letopis.sources.source import check_text

    check_text(text)
    known = context(written, calendar, reference_date)
    with opened(None) as stream:
        render(text, known, load(model=model), Terminal(file=stream, highlight=False))
