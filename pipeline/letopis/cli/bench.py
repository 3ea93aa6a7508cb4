"""`letopis bench`: everything under `reports/` made anew, and the tables of the README."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from letopis.errors import LetopisError

_PAGE = "turkey-1920"
_FRAME = "supply"
# Other systems' cases in a folder of data sets.
_PEER_CASES = "peer_cases_ru.jsonl"
_SYSTEMS = "letopis:fast,letopis:accurate,natasha,pullenti,dateparser"


def bench(
    gold: Annotated[Path, typer.Option(help="The folder of gold annotation.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="The folder of its texts.")] = Path("corpus"),
    reports: Annotated[Path, typer.Option(help="Where the reports go.")] = Path("reports"),
    readme: Annotated[Path, typer.Option(help="The page whose tables between markers are rewritten.")] = Path(
        "README.md"
    ),
    speed: Annotated[bool, typer.Option(help="Measure speed as well (a minute or two).")] = True,
    systems: Annotated[
        str, typer.Option(help="What to compare, as in letopis compare; empty for no comparison.")
    ] = _SYSTEMS,
    sets: Annotated[
        Path | None,
        typer.Option("--data", help="A folder of public data sets: measure on those that lie in it as well."),
    ] = None,
) -> None:
    """Measure quality, speed and peers, and write the reports and the README's tables.

    Peers that are not installed are said to be missing. The baseline of letopis regress is left as it is.
    """
    from letopis.cli.reports.comparison import comparison
    from letopis.cli.reports.data import data
    from letopis.cli.reports.morphology import morphology
    from letopis.cli.reports.peer_cases import peer_cases
    from letopis.cli.reports.quality import quality
    from letopis.cli.reports.speed import speed as speed_page
    from letopis.scoring.gold import load_gold
    from letopis.systems.peer_cases import load_cases

    if not gold.is_dir() or not corpus.is_dir():
        raise LetopisError(f"{gold} or {corpus} is no folder: run this at the root of the repository.")
    documents = load_gold(gold, corpus)
    command = _command(systems, sets is not None)
    reports.mkdir(parents=True, exist_ok=True)
    tables = {}
    # Peers first: a long run should not find out at its end that a system does not work.
    if systems.strip():
        page, tables["tiers"] = comparison(documents, sets, systems, command)
        _write(reports / "comparison.md", page)
    _write(reports / "data.md", data(documents, command))
    annotated = gold / "morphology.conllu"
    if annotated.is_file():
        _write(reports / "morphology.md", morphology(annotated, command))
    page, tables["quality"] = quality(documents, command)
    _write(reports / "quality.md", page)
    if speed:
        page, tables["speed"] = speed_page(corpus, sets, command)
        _write(reports / "speed.md", page)
    if sets is not None and (sets / _PEER_CASES).is_file():
        _write(reports / "peer_cases.md", peer_cases(load_cases(sets / _PEER_CASES), command))
    _page(corpus, reports)
    if readme.is_file():
        _write(readme, between_markers(readme.read_text("utf-8"), tables))


def between_markers(text: str, tables: dict[str, str]) -> str:
    """`text` with what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->` replaced by each table."""
    for name, table in tables.items():
        pattern = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
        text = pattern.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text)  # type: ignore[misc]
    return text


def _command(systems: str, data: bool) -> str:
    """The command as another person would give it."""
    chosen = "" if systems == _SYSTEMS else f" --systems {systems or repr('')}"
    return f"letopis bench{chosen}" + (" --data PATH" if data else "")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _page(corpus: Path, reports: Path) -> None:
    """The project's first text as a page and, for the head of the README, as a picture."""
    from letopis.cli.reports.picture import picture
    from letopis.corpora.run import Options, extract_files
    from letopis.formats.html import write
    from letopis.records.models import Document

    source = corpus / f"{_PAGE}.txt"
    if source.is_file():
        documents = [r for r in extract_files([source], Options()) if isinstance(r, Document)]
        write(documents, reports / f"{_PAGE}.html")
        for document in documents:
            _write(reports / f"{_PAGE}.svg", picture(document, _FRAME))
