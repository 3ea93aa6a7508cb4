"""`letopis bench`: everything under `reports/` made anew, and the tables of the README."""

from __future__ import annotations

import platform
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from letopis.errors import LetopisError

_MEASURES = {
    "person strict": "persons, spans",
    "place strict": "places, spans",
    "organization strict": "organizations, spans",
    "date strict": "dates, spans",
    "quantity strict": "quantities, spans",
    "all strict": "all kinds, spans",
    "person normal": "persons, normal form",
    "place normal": "places, normal form",
    "organization normal": "organizations, normal form",
    "date value": "dates, value",
    "quantity value": "quantities, whole value",
    "entity B3": "entities, B³",
    "fact frame": "facts, frame",
    "fact slot": "facts, frame and roles",
    "factuality": "facts, factuality",
}
_PAGE = "turkey-1920"


def bench(
    gold: Annotated[Path, typer.Option(help="The folder of gold annotation.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="The folder of its texts.")] = Path("corpus"),
    reports: Annotated[Path, typer.Option(help="Where the reports go.")] = Path("reports"),
    readme: Annotated[Path, typer.Option(help="The page whose tables between markers are rewritten.")] = Path(
        "README.md"
    ),
    speed: Annotated[bool, typer.Option(help="Measure speed as well (a minute or two).")] = True,
) -> None:
    """Measure quality and speed, and write the reports and the README's tables."""
    if not gold.is_dir() or not corpus.is_dir():
        raise LetopisError(f"{gold} or {corpus} is no folder: run this at the root of the repository.")
    reports.mkdir(parents=True, exist_ok=True)
    quality = _quality(gold, corpus)
    (reports / "quality.md").write_text(quality, "utf-8")
    tables = {"quality": _body(quality)}
    if speed:
        measured = _speed(corpus)
        (reports / "speed.md").write_text(measured, "utf-8")
        tables["speed"] = _body(measured)
    _page(corpus, reports)
    if readme.is_file():
        readme.write_text(between_markers(readme.read_text("utf-8"), tables), "utf-8")


def between_markers(text: str, tables: dict[str, str]) -> str:
    """`text` with what stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->` replaced by each table."""
    for name, table in tables.items():
        pattern = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
        text = pattern.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text)  # type: ignore[misc]
    return text


def _body(report: str) -> str:
    """The table of a report, without its heading and its foot."""
    return "\n".join(line for line in report.splitlines() if line.startswith("|"))


def _quality(gold: Path, corpus: Path) -> str:
    from letopis import __version__
    from letopis.cli.score import extracted
    from letopis.language import models
    from letopis.scoring.evaluation import evaluate, report
    from letopis.scoring.gold import load_gold

    documents = load_gold(gold, corpus)
    splits: dict[str, dict[str, Any]] = {}
    for split in ("dev", "test"):
        chosen = [document for document in documents if document.entry.split == split]
        if chosen:
            splits[split] = report(chosen, evaluate(chosen, extracted(chosen)))
    head = " | ".join(f"{name} ({made['gold']['documents']} documents)" for name, made in splits.items())
    lines = [f"| F1 | {head} |", "| --- |" + " ---: |" * len(splits)]
    for measure, title in _MEASURES.items():
        lines.append(f"| {title} | " + " | ".join(_cell(made, measure) for made in splits.values()) + " |")
    prints = "; ".join(f"{name} {made['gold']['sha256'][:12]}" for name, made in splits.items())
    return (
        "# Quality on the project's gold\n\n"
        "Rules are tuned on `dev`; `test` is looked at only through its score. In brackets the 95 % interval\n"
        "(bootstrap over documents, 1000 resamples, seed 1920).\n\n"
        + "\n".join(lines)
        + f"\n\nMade by `letopis bench` with letopis {__version__}, {models.name('names')} "
        f"{models.digest('names')}; gold {prints}.\n"
    )


def _cell(made: dict[str, Any], measure: str) -> str:
    found = made["measures"].get(measure)
    if not found or found["f1"] is None:
        return "–"
    low, high = found["interval"] or (None, None)
    return f"{found['f1']:.3f}" + (f" ({low:.2f}–{high:.2f})" if low is not None else "")


def _speed(corpus: Path) -> str:
    from letopis.corpora.speed import as_markdown, measure, peak_memory
    from letopis.pipeline import load

    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("*.txt"))]
    table = as_markdown(measure(texts, load()))
    memory = peak_memory()
    return (
        "# Speed\n\nCPU seconds of one process by stage, the corpus repeated to each length, models loaded and caches\n"
        f"warm. One {platform.machine()} core, Python {platform.python_version()}"
        + (f"; at most {memory} MiB of memory" if memory else "")
        + ".\n\n"
        + table
        + "\nMade by `letopis bench`.\n"
    )


def _page(corpus: Path, reports: Path) -> None:
    from letopis.corpora.run import Options, extract_files
    from letopis.formats.html import write
    from letopis.records.models import Document

    documents = [r for r in extract_files([corpus / f"{_PAGE}.txt"], Options()) if isinstance(r, Document)]
    write(documents, reports / f"{_PAGE}.html")
