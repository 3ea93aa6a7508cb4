"""`letopis score`: records against the gold, as a table or JSON, with every fault and every fact where asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from letopis.cli.reading import Model
from letopis.errors import DataError
from letopis.language.tiers import DEFAULT

if TYPE_CHECKING:
    from rich.console import Console

    from letopis.scoring.faults import Fault
    from letopis.scoring.gold import Gold


def score(
    gold: Annotated[Path, typer.Option(help="The folder of gold annotation.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="The folder of its texts and their catalogue.")] = Path("corpus"),
    records: Annotated[Path | None, typer.Option(help="Score these records (JSONL) and do not extract anew.")] = None,
    model: Model = None,
    split: Annotated[str | None, typer.Option(help="Only documents of this split: dev or test.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Every measure as JSON.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every fault, by group, with context and rule.")
    ] = False,
    kind: Annotated[
        str | None, typer.Option(help="List faults of this kind only: person, … quantity, or fact.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write the faults as one HTML page here.")] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Print gold and found facts side by side, role by role.")
    ] = False,
    given_mentions: Annotated[
        bool, typer.Option("--given-mentions", help="Measure facts read on the gold's mentions and entities as well.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Every measure in the table, not the main ones only.")] = False,
    fail_under: Annotated[
        float | None, typer.Option(min=0, max=1, help="Exit 1 where strict F1 over all kinds is lower.")
    ] = None,
) -> None:
    """Score records against the gold: spans, normal forms, values, entities, facts, with intervals."""
    from rich.console import Console

    from letopis.scoring.evaluation import evaluate, read_records, report
    from letopis.scoring.fault_page import fault_lines, fault_page
    from letopis.scoring.faults import faults
    from letopis.scoring.gold import load_gold

    wanted = _kinds(kind) if errors or kind or html else set()
    documents = load_gold(gold, corpus, split)
    if records:
        found = _of(documents, read_records(records), records)
    else:
        found = extracted(documents, f"letopis:{model or DEFAULT}")
    given = on_given_mentions(documents, model) if given_mentions else None
    made = report(documents, evaluate(documents, found, given))
    listed = [
        fault
        for document in documents
        if wanted and document.id in found
        for fault in faults(document.record, found[document.id])
        if fault.kind in wanted
    ]
    if html is not None:
        html.write_text(fault_page(listed), encoding="utf-8", newline="\n")
    if as_json:
        typer.echo(json.dumps(_json(made, listed if wanted else None), ensure_ascii=False, indent=1))
    else:
        console = Console(highlight=False)
        _table(made, full, console)
        said = list(fault_lines(listed)) if errors or kind else []
        if errors and model is not None and records is None:
            said += _disagreements(documents, model)
        for line in [*said, *(_facts(documents, found) if facts else [])]:
            console.print(line, markup=False, soft_wrap=True)
    reached = made["measures"]["all strict"]["f1"] or 0.0
    if fail_under is not None and reached < fail_under:
        typer.echo(f"letopis: strict F1 is {reached:.3f}, below the {fail_under} asked for.", err=True)
        raise typer.Exit(1)


def _of(documents: list[Gold], found: dict[str, dict[str, Any]], file: Path) -> dict[str, dict[str, Any]]:
    """The records `found` in `file`, which must be of some of the documents; those it lacks are counted aloud."""
    lacking = [document.id for document in documents if document.id not in found]
    if len(lacking) == len(documents):
        raise DataError(f"{file} has no record of a gold document: its ids are to be those of the gold files.")
    if lacking:
        said = f"{file} lacks {len(lacking)} of {len(documents)} gold documents ({lacking[0]}…), which count as empty."
        typer.echo(f"letopis: {said}", err=True)
    return found


def extracted(documents: list[Gold], name: str = "letopis") -> dict[str, dict[str, Any]]:
    """The records a system finds in the gold's texts, by document id."""
    from letopis.systems.registry import open_system
    from letopis.systems.run import run

    return run(open_system(name), texts(documents)).records


def on_given_mentions(documents: list[Gold], model: str | None = None) -> dict[str, dict[str, Any]]:
    """The records of Letopis where mentions and entities are the gold's, by document id."""
    from letopis.systems.letopis import Letopis

    read: Callable[..., dict[str, Any]] = Letopis(model).extract_given
    return {d.id: read(d.record, written=d.entry.written, calendar=d.entry.calendar) for d in documents}


def texts(documents: list[Gold]) -> list[Any]:
    """The gold's documents as systems are given them: text, date and calendar, no annotation."""
    from letopis.systems.run import Text

    return [Text(d.id, d.text, d.entry.written, d.entry.calendar) for d in documents]


def _kinds(kind: str | None) -> set[str]:
    from letopis.records.models import KINDS

    known = {*KINDS, "fact"}
    if kind is not None and kind not in known:
        raise DataError(f"--kind {kind} is unknown: choose among {', '.join(KINDS)}, fact.")
    return known if kind is None else {kind}


def _json(made: dict[str, Any], listed: list[Fault] | None) -> dict[str, Any]:
    return made if listed is None else {**made, "errors": [fault.as_dict() for fault in listed]}


def _table(made: dict[str, Any], full: bool, console: Console) -> None:
    from rich.table import Table

    from letopis.scoring.figures import HEADLINE

    table = Table(title=f"{made['documents']} documents, {made['gold']['mentions']} mentions")
    for column, justify in (("measure", "left"), ("F1", "right"), ("95 %", "right"), ("P", "right"), ("R", "right")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    for name, held in made["measures"].items():
        if held["f1"] is not None and (
            full or name.removesuffix(" given mentions") in HEADLINE or name.endswith("overlap")
        ):
            spread = f"{held['interval'][0]:.3f}–{held['interval'][1]:.3f}" if held["interval"] else ""
            figures = (f"{held[key]:.3f}" for key in ("precision", "recall"))
            table.add_row(name, f"{held['f1']:.3f}", spread, *figures)
    for name, value in made["macro"].items():
        if value is not None:
            table.add_row(name, f"{value:.3f}", "", "", "")
    console.print(table)
    drawn = made["bootstrap"]
    console.print(f"Intervals: bootstrap over documents, {drawn['resamples']} resamples, seed {drawn['seed']}.")


def _disagreements(documents: list[Gold], model: str) -> list[str]:
    """The dates and figures that either the model or the rules alone see."""
    from letopis.dimensions.context import Context
    from letopis.dimensions.opinion import disagreements
    from letopis.pipeline import load, read
    from letopis.scoring.faults import context
    from letopis.sources.mend import mend

    lines = []
    for document in documents:
        known: Any = document.entry.calendar
        doc = read(mend(document.text).text, Context(document.entry.written, known), load(model=model))
        for side, kind, span in disagreements(doc):
            shown = context(doc.text, span.start_char, span.end_char)
            lines.append(f"  {document.id} {kind}, by the {side} alone: {shown}")
    return ["", f"model and rules disagree: {len(lines)}", *lines] if lines else []


def _facts(documents: list[Gold], found: dict[str, dict[str, Any]]) -> list[str]:
    from letopis.scoring.alignment import fact_lines

    lines = []
    for document in documents:
        if document.id in found:
            lines += ["", document.id, *(f"  {line}" for line in fact_lines(document.record, found[document.id]))]
    return lines
