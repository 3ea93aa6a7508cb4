"""`letopis compare`: several systems over one gold, quality beside speed, in one table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from letopis.errors import DataError

if TYPE_CHECKING:
    from letopis.scoring.gold import Gold


def compare(
    gold: Annotated[Path, typer.Argument(help="The folder of gold annotation, or of the data set.")] = Path("gold"),
    systems: Annotated[
        str, typer.Option(help="Names with commas between: letopis, natasha, spacy:PIPELINE, dateparser, pullenti.")
    ] = "letopis,natasha",
    corpus: Annotated[Path, typer.Option(help="The folder of the gold's texts.")] = Path("corpus"),
    dataset: Annotated[str | None, typer.Option(help="The folder is of this data set, not of our gold: nerel.")] = None,
    split: Annotated[str | None, typer.Option(help="Only documents of this split: dev or test.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here and not to standard output.")] = None,
) -> None:
    """Compare systems by the same measures, with intervals, significance and speed of the same run."""
    from letopis.cli.score import texts
    from letopis.scoring.comparison import comparison, comparison_markdown, entrant
    from letopis.scoring.datasets.mapping import load
    from letopis.scoring.figures import HEADLINE
    from letopis.systems.registry import open_system
    from letopis.systems.run import run

    mapping = load(dataset) if dataset else None
    documents = _documents(gold, corpus, dataset, split)[:limit]
    entrants = []
    for name in filter(None, (name.strip() for name in systems.split(","))):
        system = open_system(name)
        timed = run(system, texts(documents), forgiving=True)
        entrants.append(entrant(name, system.version, timed.speed, documents, timed.records, timed.failures))
    if not entrants:
        raise DataError("--systems names no system: write letopis,natasha, say.")
    made = comparison(entrants, mapping.measures if mapping else HEADLINE)
    about = mapping.lines() if mapping else []
    if as_json:
        shown = json.dumps({**made, "mapping": about}, ensure_ascii=False, indent=1) + "\n"
    else:
        shown = comparison_markdown(made, about)
    if out is None:
        typer.echo(shown, nl=False)
    else:
        out.write_text(shown, encoding="utf-8", newline="\n")


def _documents(gold: Path, corpus: Path, dataset: str | None, split: str | None) -> list[Gold]:
    from letopis.scoring.datasets.brat import load_brat
    from letopis.scoring.datasets.mapping import load
    from letopis.scoring.gold import load_gold

    return load_brat(gold, load(dataset)) if dataset else load_gold(gold, corpus, split)
