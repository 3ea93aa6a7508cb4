"""`letopis occupations`: position facts against factRuEval's occupations, by the organisers' measure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from letopis.scoring.tally import Tally

BEST_PUBLISHED = 0.508
"""The best F1 on occupation facts in Starostin et al., Dialogue 2016, over the set's test part."""


def occupations(
    path: Annotated[Path, typer.Argument(help="The folder of factRuEval's texts and layers (its devset, say).")],
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
) -> None:
    """Measure who holds what office, where, on factRuEval-2016; its texts are not part of Letopis."""
    from letopis.scoring.datasets.occupations import conventions

    documents, tally = measured(path, limit)
    if as_json:
        held = {"documents": documents, "p": tally.precision, "r": tally.recall, "f1": tally.f1}
        typer.echo(json.dumps({**held, "best_published": BEST_PUBLISHED, "mapping": conventions()["notes"]}))
        return
    typer.echo(f"{documents} documents, {tally.wanted:.0f} occupations, {tally.found:.0f} found")
    typer.echo(f"F1 {tally.f1:.3f}  P {tally.precision:.3f}  R {tally.recall:.3f}; best published {BEST_PUBLISHED}")
    for note in conventions()["notes"]:
        typer.echo(note)


def measured(path: Path, limit: int | None = None) -> tuple[int, Tally]:
    """How many documents of the set were read (the first `limit`), and the tally of their occupations."""
    import letopis
    from letopis.scoring.datasets.occupations import load_occupations
    from letopis.scoring.occupations import found_occupations, occupation_tally

    documents = load_occupations(path)[:limit]
    nlp = letopis.load()
    pairs = []
    for document in documents:
        record = letopis.extract(document.text, nlp=nlp, id=document.name).model_dump(mode="json", by_alias=True)
        pairs.append((document.facts, found_occupations(record)))
    return len(documents), occupation_tally(pairs)
