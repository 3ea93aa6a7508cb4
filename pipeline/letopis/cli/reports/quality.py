"""The page of `letopis bench` on quality: the project's gold by split, layer by layer, and by sort of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from letopis.cli.reports.stamp import made_by

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
