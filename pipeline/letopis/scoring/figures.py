"""From the tallies of documents to the figures of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from letopis.records.models import KINDS
from letopis.scoring.bootstrap import RESAMPLES, SEED, intervals
from letopis.scoring.document import Tallies
from letopis.scoring.tally import Tally, total

# What a reader looks at first, and what a regression is judged by.
HEADLINE = (
    *(f"{kind} strict" for kind in KINDS),
    "all strict",
    "all overlap",
    "person normal",
    "place normal",
    "organization normal",
    "date value",
    "quantity value",
    "quantity figure",
    "entity B3",
    "fact frame",
    "fact slot",
    "factuality",
)
_COREFERENCE = ("entity MUC", "entity B3", "entity CEAF")


def summed(documents: Sequence[Tallies]) -> Tallies:
    """The micro-average: each measure's tallies over all documents, added."""
    names = documents[0] if documents else {}
    return {name: total(document[name] for document in documents) for name in names}


def macro(documents: Sequence[Tallies]) -> dict[str, float | None]:
    """Averages of averages, named: over kinds, over documents, over coreference measures.

    A kind or a document that has nothing to find and nothing found does not count.
    """
    sums = summed(documents)
    figures: dict[str, float | None] = {}
    for rule in ("strict", "overlap"):
        figures[f"kind-macro {rule}"] = _mean([sums[f"{kind} {rule}"] for kind in KINDS] if sums else [])
        figures[f"document-macro {rule}"] = _mean([document[f"all {rule}"] for document in documents])
    for suffix in ("", " end to end"):
        held = [sums[name + suffix] for name in _COREFERENCE] if sums else []
        figures[f"entity CoNLL{suffix}"] = fmean(t.f1 for t in held) if any(held) else None
    return {name: None if value is None else round(value, 6) for name, value in figures.items()}


def _mean(tallies: Sequence[Tally]) -> float | None:
    counted = [tally.f1 for tally in tallies if tally]
    return fmean(counted) if counted else None


def figure(tally: Tally) -> dict[str, Any]:
    """One measure as a report shows it; `None` throughout where there was nothing to measure."""
    if not tally:
        return {"f1": None, "precision": None, "recall": None, "found": 0, "wanted": 0}
    return {
        "f1": round(tally.f1, 6),
        "precision": round(tally.precision, 6),
        "recall": round(tally.recall, 6),
        "found": round(tally.found, 6),
        "wanted": round(tally.wanted, 6),
    }


def figures(documents: Mapping[str, Tallies], resamples: int = RESAMPLES, seed: int = SEED) -> dict[str, Any]:
    """The figures of all measures over `documents` (tallies by id), each with its 95 % interval.

    Gives `{"documents", "bootstrap": {…}, "macro": {…}, "measures": {name: {…, "interval": [low, high]}}}`.
    """
    ordered = [documents[id] for id in sorted(documents)]
    spread = intervals(ordered, resamples, seed)
    measures = {name: {**figure(tally), "interval": spread.get(name)} for name, tally in summed(ordered).items()}
    return {
        "documents": len(ordered),
        "bootstrap": {"over": "documents", "resamples": resamples, "seed": seed, "level": 0.95},
        "macro": macro(ordered),
        "measures": measures,
    }
