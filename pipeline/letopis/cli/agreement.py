"""`letopis agreement`: how far two annotations of the same texts agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def agreement(
    one: Annotated[Path, typer.Argument(metavar="A", help="A folder of gold annotation.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="Another, of the same texts.")],
    corpus: Annotated[Path, typer.Option(help="The folder of the texts.")] = Path("corpus"),
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
) -> None:
    """Measure B against A: F1 by measure, Cohen's kappa on words by kind, gamma over all, and every disagreement."""
    from rich.console import Console

    from letopis.errors import DataError
    from letopis.scoring.agreement import agreement as agree
    from letopis.scoring.gold import load_gold

    made = agree(load_gold(one, corpus), load_gold(other, corpus))
    if not made["documents"]:
        raise DataError(f"{one} and {other} share no document: name two annotations of the same texts.")
    if as_json:
        typer.echo(json.dumps(made, ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False)
    console.print(f"{made['documents']} documents in both, {len(made['unshared'])} in one only")
    for name, held in made["measures"].items():
        if held["f1"] is not None:
            console.print(f"{name:24} {held['f1']:.3f}", markup=False)
    for kind, value in made["kappa"].items():
        if value is not None:
            console.print(f"kappa {kind:18} {value:.3f}", markup=False)
    if made["gamma"] is not None:
        console.print(f"{'gamma':24} {made['gamma']:.3f}", markup=False)
    for fault in made["disagreements"]:
        said = f"{fault['group']} {fault['document']} {fault['kind']}: {fault['context']}"
        console.print(said, markup=False, soft_wrap=True)
        console.print(f"    A {fault['gold'] or '—'}  B {fault['found'] or '—'}", markup=False, soft_wrap=True)
