"""The pages that `letopis bench` writes: what each measures, with what, and how to make it again."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from letopis.scoring.gold import Gold

# Measures of the quality page by what a reader calls them.
MEASURES = {
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
# Layers alone: what each is worth where the one below has lost nothing.
LAYERS = {
    "date value alone": "dates, value of those found",
    "quantity value alone": "quantities, value of those found",
    "entity B3 end to end": "entities, B³ end to end",
    "fact slot partial": "facts, frame and roles with partial credit",
    "fact frame given mentions": "facts on the gold's mentions, frame",
    "fact slot given mentions": "facts on the gold's mentions, frame and roles",
    "factuality given mentions": "facts on the gold's mentions, factuality",
}
_SLICES = ("genre", "period", "orthography", "difficulty")
_RULES = ("sources", "language", "dimensions", "entities", "facts")


def quality(documents: Sequence[Gold], command: str) -> tuple[str, str]:
    """The page on quality by split, and its first table alone."""
    from letopis.cli.score import extracted, on_given_mentions
    from letopis.scoring.evaluation import evaluate, report

    held = list(documents)
    measured = evaluate(held, extracted(held), on_given_mentions(held))
    splits: dict[str, dict[str, Any]] = {}
    for split in ("dev", "test"):
        chosen = [document for document in held if document.entry.split == split]
        if chosen:
            splits[split] = report(chosen, {document.id: measured[document.id] for document in chosen})
    table = _by_split(splits, MEASURES)
    sizes = [
        f"- {name}: {gold['documents']} documents, {gold['mentions']} mentions, {gold['entities']} entities, "
        f"{gold['facts']} facts, SHA-256 `{gold['sha256']}`"
        for name, gold in ((name, made["gold"]) for name, made in splits.items())
    ]
    whole = report(held, measured)
    page = [
        "# Quality on the project's gold",
        "",
        "Rules are tuned on `dev`; `gold/DATA_STATEMENT.md` says what they saw of `test`. In brackets, 95 % interval",
        "(bootstrap over documents, 1000 resamples, seed 1920).",
        "",
        table,
        "",
        "## Layers alone",
        "",
        _by_split(splits, LAYERS),
        "",
        "## By sort of text",
        "",
        "All documents of the gold. A slice is of a handful of documents: it shows where to look.",
        "",
        *_slices(whole["slices"]),
        "",
        "## Gold",
        "",
        *sizes,
        "",
        "What it is made of and by whom: [data statement](../gold/DATA_STATEMENT.md).",
        "",
        *made_by(command),
    ]
    return "\n".join(page) + "\n", table


def _by_split(splits: dict[str, dict[str, Any]], measures: dict[str, str]) -> str:
    head = " | ".join(f"{name} ({made['gold']['documents']} documents)" for name, made in splits.items())
    lines = [f"| F1 | {head} |", "| --- |" + " ---: |" * len(splits)]
    for measure, title in measures.items():
        lines.append(f"| {title} | " + " | ".join(_cell(made, measure) for made in splits.values()) + " |")
    return "\n".join(lines)


def _cell(made: dict[str, Any], measure: str) -> str:
    found = made["measures"].get(measure)
    if not found or found["f1"] is None:
        return "–"
    low, high = found["interval"] or (None, None)
    return f"{found['f1']:.3f}" + (f" ({low:.2f}–{high:.2f})" if low is not None else "")


def _slices(slices: dict[str, Any]) -> Iterator[str]:
    columns = ("all strict", "date value", "quantity value", "fact slot")
    yield "| slice | documents | " + " | ".join(columns) + " |"
    yield "| --- |" + " ---: |" * (len(columns) + 1)
    for key in _SLICES:
        for name, held in slices[key].items():
            figures = ("–" if held[one] is None else f"{held[one]:.3f}" for one in columns)
            yield f"| {key}: {name} | {held['documents']} | " + " | ".join(figures) + " |"


def outside(data: Path | None, absent: list[str]) -> Iterator[tuple[str, str, list[Gold]]]:
    """The public data sets that lie in the folder `data`, each with its title; `absent` is told of the others."""
    from letopis.scoring.datasets import read
    from letopis.scoring.datasets.mapping import load, outside

    for name in outside() if data is not None else ():
        mapping = load(name)
        assert data is not None
        if (data / mapping.path).exists():
            yield name, mapping.title, read(name, data / mapping.path)
        else:
            absent.append(f"{mapping.title}: there is no {mapping.path} among the data sets.")


def comparison(documents: Sequence[Gold], data: Path | None, systems: str, command: str) -> str:
    """The page on peers: the gold, then each public data set that lies in `data`."""
    from letopis.cli.compare import compared
    from letopis.scoring.comparison import comparison_markdown
    from letopis.scoring.gold import fingerprint

    absent: list[str] = []
    parts: list[str] = []
    for name, title, held in ((None, "The project's gold", documents), *outside(data, absent)):
        made, about = compared(list(held), systems, name, absent)
        about = [*about, f"SHA-256 of the annotation: `{fingerprint(list(held))}`"]
        parts += [f"## {title}", "", comparison_markdown(made, about)]
    missing = [f"- Not compared: {message}" for message in dict.fromkeys(absent)]
    return "\n".join(
        [
            "# Letopis and its peers",
            "",
            "The same texts, the same measures, each system in a process of its own. The gold follows the conventions",
            "that Letopis is written for, dev and test together; a peer has conventions of its own.",
            "",
            *parts,
            *([*missing, ""] if missing else []),
            *made_by(command),
            "",
        ]
    )


def speed(corpus: Path, command: str) -> tuple[str, str]:
    """The page on speed, and its table alone."""
    from letopis.corpora.speed import as_markdown, conversion, measure, peak_memory
    from letopis.pipeline import load

    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("*.txt"))]
    table = as_markdown(measure(texts, load()))
    memory = peak_memory()
    rate = conversion(texts)
    old = f"\nOld spelling is made modern at {rate:.1f} MB a CPU second, within mending.\n" if rate else ""
    page = (
        "# Speed\n\nCPU seconds of one process by stage, the corpus repeated to each length, models loaded and caches\n"
        f"warm. One {platform.machine()} core, Python {platform.python_version()}"
        + (f"; at most {memory} MiB of memory" if memory else "")
        + ".\n\n"
        + table
        + old
        + "\n"
        + "\n".join(made_by(command))
        + "\n"
    )
    return page, table.rstrip("\n")


def peer_cases(cases: Sequence[dict[str, Any]], command: str) -> str:
    """The page on other systems' own cases: how many are read as they expect, how many are left out and why."""
    from letopis.pipeline import load
    from letopis.systems.peer_cases import compare

    outcome = compare(cases, load())
    lines = []
    for source in sorted({src for src, _ in outcome.compared}):
        right = sum(n for (src, _), n in outcome.right.items() if src == source)
        compared = sum(n for (src, _), n in outcome.compared.items() if src == source)
        lines.append(f"| {source} | {right} | {compared} | {right / compared:.3f} |")
    total = f"| **all** | {outcome.right.total()} | {outcome.compared.total()} | **{outcome.share:.3f}** |"
    reasons = [f"| {reason} | {number} |" for reason, number in sorted(outcome.left_out.items())]
    page = [
        "# Other systems' cases of numbers and quantities",
        "",
        "Cases of the test suites of Duckling, NeMo text processing and num2words for numerals, ordinals, money,",
        "distance, quantity, volume and duration, read by Letopis. The cases are not part of the project.",
        "",
        "| source | read as expected | compared | share |",
        "| --- | ---: | ---: | ---: |",
        *lines,
        total,
        "",
        "## Left out",
        "",
        "Cases whose convention is not that of the records here.",
        "",
        "| reason | cases |",
        "| --- | ---: |",
        *reasons,
        "",
        *made_by(command),
    ]
    return "\n".join(page) + "\n"


def made_by(command: str) -> list[str]:
    """What made a page: the command, the versions of program and rules, the models."""
    from letopis import __version__
    from letopis.language import models

    held = ", ".join(f"{models.name(model)} `{models.digest(model)}`" for model in models.FILES)
    return [
        f"Made by `{command}` with letopis {__version__}, rules `{rules_digest()}`;",
        f"models {held}.",
    ]


def rules_digest() -> str:
    """The first twelve hexadecimal digits of the SHA-256 of all code and tables that decide what is found."""
    total = hashlib.sha256()
    root = files("letopis")
    for part in _RULES:
        for name, content in sorted(_files(root / part, part)):
            total.update(name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".txt")) and not entry.name.startswith("cases"):
            yield f"{name}/{entry.name}", entry.read_bytes()
