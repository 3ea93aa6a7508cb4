"""Whether two systems differ by more than chance: paired approximate randomisation.

Source: Noreen, Computer-Intensive Methods for Testing Hypotheses, 1989; Yeh, COLING 2000. If the systems
were alike, exchanging their outputs on any document would change nothing; the p-value is the share of
random exchanges under which the difference in micro-averaged F1 is at least as large as the one seen.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from letopis.scoring.bootstrap import SEED, counts, f1
from letopis.scoring.document import Tallies

TRIALS = 2000


def p_values(
    one: Sequence[Tallies],
    other: Sequence[Tallies],
    names: Sequence[str],
    trials: int = TRIALS,
    seed: int = SEED,
) -> dict[str, float]:
    """The two-sided p-value of each measure; `one` and `other` are of the same documents in the same order."""
    if not one or not names:
        return {}
    first, second = counts(one, names), counts(other, names)
    seen = np.abs(f1(first.sum(axis=0)) - f1(second.sum(axis=0)))
    source = random.Random(seed)
    swaps = np.array([[source.random() < 0.5 for _ in one] for _ in range(trials)], dtype=np.float64)
    moved = np.einsum("td,dmk->tmk", swaps, second - first)
    after = np.abs(f1(first.sum(axis=0) + moved) - f1(second.sum(axis=0) - moved))
    # Sums of floats in another order may differ in the last bits.
    as_large = (after >= seen - 1e-12).sum(axis=0)
    return {name: round(float((hits + 1) / (trials + 1)), 4) for name, hits in zip(names, as_large, strict=True)}
