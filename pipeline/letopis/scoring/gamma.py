"""Gamma: how far two annotations of spans that may overlap agree in place and kind at once.

Source: Mathet, Widlöcher, Métivier, The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure
and Alignment, Computational Linguistics 41(3), 2015. Units are aligned so that their disorder is least; gamma is one
less the disorder seen over the disorder that chance brings.

Simplified against the paper: two annotators only; kinds are all equally far from each other; α = β = Δ∅ = 1; chance
is drawn a fixed number of times and not until a wished precision; a drawn unit may run past the end of the text; of
several texts the disorders seen and expected are added up, each text weighing as many units as it has.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from letopis.scoring.assignment import best_assignment
from letopis.scoring.bootstrap import SEED

Unit = tuple[int, int, str]

SAMPLES = 30
EMPTY = 1.0
"""Δ∅, what a unit without a counterpart costs."""


def units(record: Mapping[str, Any]) -> list[Unit]:
    """The mentions of a record as units."""
    return sorted((m["start"], m["end"], m["kind"]) for m in record["mentions"])


def dissimilarity(one: Unit, other: Unit) -> float:
    """How unlike two units are: the square of their ends' distance over their lengths, and 1 for another kind."""
    apart = abs(one[0] - other[0]) + abs(one[1] - other[1])
    return (apart / (one[1] - one[0] + other[1] - other[0])) ** 2 + (one[2] != other[2])


def disorder(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """The least total disorder of an alignment of two annotations (not divided by the mean number of units)."""
    # A pair saves what its two units would cost alone, less their dissimilarity; those that save nothing stay alone.
    saved = 0.0
    for rows, columns in _neighbours(one, other):
        gains = [[max(0.0, 2 * EMPTY - dissimilarity(one[i], other[j])) for j in columns] for i in rows]
        saved += sum(gains[i][j] for i, j in best_assignment(gains))
    return EMPTY * (len(one) + len(other)) - saved


def _neighbours(one: Sequence[Unit], other: Sequence[Unit]) -> list[tuple[list[int], list[int]]]:
    """Groups of positions outside which no pair can save anything, so that each may be aligned alone."""
    # Two units whose widened spans do not touch are at least 2·Δ∅ apart.
    places = [(unit, 0, i) for i, unit in enumerate(one)] + [(unit, 1, j) for j, unit in enumerate(other)]
    widened = sorted((2 * s - e, 2 * e - s, side, n) for (s, e, _), side, n in places)
    groups: list[tuple[list[int], list[int]]] = []
    reach = None
    for start, end, side, number in widened:
        if reach is None or start > reach:
            groups.append(([], []))
        reach = end if reach is None or start > reach else max(reach, end)
        groups[-1][side].append(number)
    return [group for group in groups if group[0] and group[1]]


def expected(one: Sequence[Unit], other: Sequence[Unit], length: int, source: random.Random) -> float:
    """The mean disorder of two annotations that know nothing of each other.

    Each is one of the two, drawn at random, with its text cut at a random place and the parts exchanged.
    """
    total = 0.0
    for _ in range(SAMPLES):
        total += disorder(*(_turned((one, other)[source.random() < 0.5], length, source) for _ in range(2)))
    return total / SAMPLES


def _turned(held: Sequence[Unit], length: int, source: random.Random) -> list[Unit]:
    cut = int(source.random() * length)
    moved = [(start + (length if start < cut else 0) - cut, end - start, kind) for start, end, kind in held]
    return sorted((start, start + size, kind) for start, size, kind in moved)


def gamma(pairs: Sequence[tuple[Sequence[Unit], Sequence[Unit], int]], seed: int = SEED) -> float | None:
    """Gamma over texts, each the units of both annotators and its length; `None` where chance brings no disorder."""
    source = random.Random(seed)
    seen = sum(disorder(one, other) for one, other, _ in pairs)
    chance = sum(expected(one, other, length, source) for one, other, length in pairs)
    return 1 - seen / chance if chance else None
