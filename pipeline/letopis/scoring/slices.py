"""The same figures for parts of the gold: by genre, period, orthography, difficulty, split."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from letopis.corpora.catalogue import Entry
from letopis.scoring.document import Tallies
from letopis.scoring.figures import HEADLINE, figure, summed

BY = ("genre", "period", "orthography", "difficulty", "split")


def slices(documents: Mapping[str, Tallies], entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Headline figures by slice: `{"genre": {"letter": {"documents": 2, "all strict": 0.91, …}}}`.

    A document without the key belongs to no slice of it. Slices are of a handful of documents: they show
    where to look, not which system is better.
    """
    return {key: _by(key, documents, entries) for key in BY}


def _by(key: str, documents: Mapping[str, Tallies], entries: Mapping[str, Entry]) -> dict[str, Any]:
    groups: dict[str, list[Tallies]] = {}
    for id in sorted(documents):
        name = getattr(entries[id], key) if id in entries else None
        if name is not None:
            groups.setdefault(name, []).append(documents[id])
    return {
        name: {"documents": len(groups[name])}
        | {measure: figure(tally)["f1"] for measure, tally in summed(groups[name]).items() if measure in HEADLINE}
        for name in sorted(groups)
    }
