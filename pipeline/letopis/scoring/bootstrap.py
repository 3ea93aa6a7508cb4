"""How far a figure would wander with other documents: the percentile bootstrap over documents.

Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13. Documents are drawn with
replacement, for items of one document are not independent. Draws come from `random.Random(seed)`, whose
sequence does not change between Python versions.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from letopis.scoring.document import Tallies

SEED = 1920
RESAMPLES = 1000

Counts = NDArray[np.float64]


def counts(documents: Sequence[Tallies], names: Sequence[str]) -> Counts:
    """The tallies as an array documents × measures × 4."""
    rows = [
        [(t.right_found, t.found, t.right_wanted, t.wanted) for t in (document[name] for name in names)]
        for document in documents
    ]
    return np.array(rows, dtype=np.float64).reshape(len(documents), len(names), 4)


def f1(summed: Counts) -> Counts:
    """F1 from summed counts (… × 4); 0 where nothing was right."""
    precision = _share(summed[..., 0], summed[..., 1])
    recall = _share(summed[..., 2], summed[..., 3])
    return _share(2 * precision * recall, precision + recall)


def _share(part: Counts, whole: Counts) -> Counts:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def draws(documents: int, resamples: int, seed: int) -> Counts:
    """How often each document is drawn in each resample: an array resamples × documents."""
    source = random.Random(seed)
    drawn = np.zeros((resamples, documents))
    for row in drawn:
        for _ in range(documents):
            row[int(source.random() * documents)] += 1
    return drawn


def percentiles(values: Counts, level: float = 0.95) -> list[list[float]]:
    """The lower and upper bound of the central `level` of each column."""
    tail = (1 - level) / 2
    low, high = np.quantile(values, [tail, 1 - tail], axis=0)
    return [[round(float(a), 4), round(float(b), 4)] for a, b in zip(low, high, strict=True)]


def intervals(documents: Sequence[Tallies], resamples: int = RESAMPLES, seed: int = SEED) -> dict[str, list[float]]:
    """The 95 % interval of each measure's micro-averaged F1; nothing where a single document says nothing."""
    if len(documents) < 2 or not resamples:
        return {}
    names = [name for name in documents[0] if any(document[name] for document in documents)]
    drawn = draws(len(documents), resamples, seed)
    sums = np.einsum("rd,dmk->rmk", drawn, counts(documents, names))
    return dict(zip(names, percentiles(f1(sums)), strict=True))


def difference_intervals(
    one: Sequence[Tallies],
    other: Sequence[Tallies],
    names: Sequence[str],
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> dict[str, list[float]]:
    """The 95 % interval of F1 of `other` less F1 of `one`, the same documents drawn for both."""
    if len(one) < 2 or not resamples or not names:
        return {}
    drawn = draws(len(one), resamples, seed)
    before, after = (f1(np.einsum("rd,dmk->rmk", drawn, counts(documents, names))) for documents in (one, other))
    return dict(zip(names, percentiles(after - before), strict=True))
