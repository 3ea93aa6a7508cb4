"""`letopis regress`: does everything still work that worked when the baseline was written?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from letopis.errors import DataError

if TYPE_CHECKING:
    from letopis.scoring.regression import Run


def regress(
    baseline: Annotated[Path, typer.Option(help="The stored run to compare with.")] = Path("reports/baseline.json"),
    gold: Annotated[Path, typer.Option(help="The folder of gold annotation.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="The folder of its texts and their catalogue.")] = Path("corpus"),
    records: Annotated[Path | None, typer.Option(help="Compare these records (JSONL) and do not extract anew.")] = None,
    tolerance: Annotated[int, typer.Option(min=0, help="So many lost items are forgiven.")] = 0,
    update: Annotated[bool, typer.Option("--update", help="Write this run as the new baseline.")] = False,
    summary: Annotated[Path | None, typer.Option(help="Write the Markdown summary here as well.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit XML here.")] = None,
    github: Annotated[bool, typer.Option("--github", help="Print GitHub annotations of the losses.")] = False,
) -> None:
    """Compare this run with the baseline item by item; exit 1 where more is lost than --tolerance allows."""
    from letopis.cli.score import extracted
    from letopis.scoring import regression, regression_report
    from letopis.scoring.evaluation import read_records
    from letopis.scoring.gold import load_gold

    documents = load_gold(gold, corpus)
    before = _before(baseline, update)
    after = regression.run(documents, read_records(records) if records else extracted(documents))
    compared = regression.compare(before, after)
    said = regression_report.markdown(compared, tolerance)
    if summary is not None:
        summary.write_text(said, encoding="utf-8", newline="\n")
    if junit is not None:
        junit.write_text(regression_report.junit(compared, after.items), encoding="utf-8", newline="\n")
    typer.echo(said, nl=False)
    if github:
        for line in regression_report.github_annotations(compared, gold.as_posix()):
            typer.echo(line)
    if update:
        regression.write_baseline(baseline, after)
        typer.echo(f"{baseline} written.")
    elif compared.losses > tolerance:
        raise typer.Exit(1)


def _before(baseline: Path, update: bool) -> Run:
    """The stored run; an empty one where the first baseline is being written."""
    from letopis.scoring import regression

    try:
        return regression.read_baseline(baseline)
    except DataError:
        if update:
            return regression.Run("", {}, {})
        raise
