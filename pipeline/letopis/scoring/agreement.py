"""How far two annotations of the same texts agree: F1, Cohen's kappa on words, gamma, and where they part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from letopis.records.models import KINDS
from letopis.scoring.document import empty, tallies
from letopis.scoring.faults import faults
from letopis.scoring.figures import HEADLINE, figure, summed
from letopis.scoring.gamma import gamma, units
from letopis.scoring.gold import Gold

_WORD = re.compile(r"\w+")


def kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cohen's kappa of two labellings of the same things; `None` where there is nothing but one label.

    Source: Cohen, Educational and Psychological Measurement 20, 1960.
    """
    size = len(one)
    if not size:
        return None
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / size
    first, second = Counter(one), Counter(other)
    expected = sum(first[label] * second[label] for label in first) / size**2
    return None if expected == 1 else (agreed - expected) / (1 - expected)


def labels(record: Mapping[str, Any], kind: str) -> list[str]:
    """For each word of the text: whether a mention of `kind` begins in it (B), goes on (I), or neither (O)."""
    spans = sorted((m["start"], m["end"]) for m in record["mentions"] if m["kind"] == kind)
    given: list[str] = []
    reached = 0
    last = -1
    for word in _WORD.finditer(record["text"]):
        while reached < len(spans) and spans[reached][1] <= word.start():
            reached += 1
        inside = reached < len(spans) and spans[reached][0] < word.end()
        given.append(("I" if last == reached else "B") if inside else "O")
        last = reached if inside else -1
    return given


def agreement(one: Sequence[Gold], other: Sequence[Gold]) -> dict[str, Any]:
    """The agreement of two annotations, the second measured against the first.

    Gives `{"documents", "measures", "kappa", "gamma", "disagreements"}`; documents that only one side has are left
    out and named under `unshared`.
    """
    first, second = ({d.id: d.record for d in side} for side in (one, other))
    shared = sorted(first.keys() & second.keys())
    sums = summed([tallies(first[id], second[id]) for id in shared])
    agreed = {}
    for kind in KINDS:
        sides = [[label for id in shared for label in labels(side[id], kind)] for side in (first, second)]
        value = kappa(*sides)
        agreed[kind] = None if value is None else round(value, 4)
    together = gamma([(units(first[id]), units(second[id]), len(first[id]["text"])) for id in shared])
    return {
        "documents": len(shared),
        "unshared": sorted(first.keys() ^ second.keys()),
        "measures": {name: figure(sums[name]) for name in HEADLINE if name in sums},
        "kappa": agreed,
        "gamma": None if together is None else round(together, 4),
        "disagreements": [fault.as_dict() for id in shared for fault in faults(first[id], second.get(id, empty(id)))],
    }
