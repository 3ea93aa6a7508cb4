"""`letopis compare`: several systems over one gold, quality beside speed and memory, in one table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from letopis.errors import DataError

if TYPE_CHECKING:
    from letopis.scoring.gold import Gold


def compare(
    gold: Annotated[Path, typer.Argument(help="The folder of gold annotation, or of the data set.")] = Path("gold"),
    systems: Annotated[
        str, typer.Option(help="Names with commas between: letopis, natasha, pullenti, spacy:PIPELINE, stanza, …")
    ] = "letopis,natasha",
    corpus: Annotated[Path, typer.Option(help="The folder of the gold's texts.")] = Path("corpus"),
    dataset: Annotated[
        str | None,
        typer.Option(help="The path is of this data set: nerel, dostoevsky, bsnlp, factrueval, conll2003, hipe."),
    ] = None,
    split: Annotated[str | None, typer.Option(help="Only documents of this split: dev or test.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
) -> None:
    """Compare systems by the same measures, with intervals, significance, speed and memory of the same run."""
    from letopis.scoring.comparison import comparison_markdown

    documents = _documents(gold, corpus, dataset, split)[:limit]
    made, about = compared(documents, systems, dataset)
    if as_json:
        shown = json.dumps({**made, "mapping": about}, ensure_ascii=False, indent=1) + "\n"
    else:
        shown = comparison_markdown(made, about)
    if out is None:
        typer.echo(shown, nl=False)
    else:
        out.write_text(shown, encoding="utf-8", newline="\n")


def compared(
    documents: list[Gold], systems: str, dataset: str | None = None, absent: list[str] | None = None
) -> tuple[dict[str, Any], list[str]]:
    """The report of several systems over `documents`, each run in a process of its own, and the labels' mapping.

    A system that cannot be opened raises `ModelError`; where `absent` is given its message goes there instead.
    """
    from letopis.cli.score import texts
    from letopis.errors import ModelError
    from letopis.scoring.comparison import comparison, entrant
    from letopis.scoring.datasets.conventions import convention
    from letopis.scoring.datasets.mapping import load
    from letopis.scoring.figures import HEADLINE
    from letopis.systems.apart import run_apart

    mapping = load(dataset) if dataset else None
    dates = convention(dataset) if dataset else None
    given = texts(documents)
    entrants = []
    for name in filter(None, (name.strip() for name in systems.split(","))):
        try:
            made = run_apart(name, given)
        except ModelError as error:
            if absent is None:
                raise
            absent.append(str(error))
            continue
        timed = made.timed
        records = {id: dates.brought(record) for id, record in timed.records.items()} if dates else timed.records
        entrants.append(entrant(name, made.version, timed.speed, documents, records, timed.failures, made.memory))
    if not entrants:
        raise DataError("--systems names no system that is there: write letopis,natasha, say.")
    about = [*(mapping.lines() if mapping else []), *(dates.notes if dates else ())]
    return comparison(entrants, mapping.measures if mapping else HEADLINE), about


def _documents(gold: Path, corpus: Path, dataset: str | None, split: str | None) -> list[Gold]:
    from letopis.scoring.datasets import read
    from letopis.scoring.gold import load_gold

    return read(dataset, gold) if dataset else load_gold(gold, corpus, split)
