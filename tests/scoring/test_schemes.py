from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.scoring.schemes import Boundary, Partial, Scheme, Strict, Type, Verdicts

GOLD = [
    {"kind": "person", "start": 0, "end": 5},
    {"kind": "place", "start": 10, "end": 15},
    {"kind": "date", "start": 20, "end": 30},
    {"kind": "place", "start": 40, "end": 45},
]
FOUND = [
    {"kind": "person", "start": 0, "end": 5},
    {"kind": "organization", "start": 10, "end": 15},
    {"kind": "date", "start": 22, "end": 30},
    {"kind": "place", "start": 50, "end": 55},
]


@pytest.mark.parametrize(
    ("scheme", "verdicts"),
    [
        (Strict(), Verdicts(correct=1, incorrect=2, missed=1, spurious=1)),
        (Boundary(), Verdicts(correct=2, incorrect=1, missed=1, spurious=1)),
        (Type(), Verdicts(correct=2, incorrect=1, missed=1, spurious=1)),
        (Partial(), Verdicts(correct=2, partial=1, missed=1, spurious=1)),
    ],
)
def test_scheme_verdicts(scheme: Scheme, verdicts: Verdicts) -> None:
    assert scheme.judge(GOLD, FOUND) == verdicts


def test_partial_is_worth_a_half() -> None:
    tally = Verdicts(correct=2, partial=1, missed=1, spurious=1).tally
    assert (tally.precision, tally.recall) == (2.5 / 4, 2.5 / 4)


# nervaluate takes the first pair it meets and forbids overlap on one side, so the inputs here are such that each
# span overlaps at most one of the other side: there the two must agree.
def separate(seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    chance = random.Random(seed)
    kinds = ("person", "place", "date")
    gold, found = [], []
    for slot in range(12):
        start = slot * 20
        if chance.random() < 0.8:
            gold.append({"kind": chance.choice(kinds), "start": start, "end": start + 8})
        if chance.random() < 0.8:
            moved = start + chance.choice((0, 0, 0, 3))
            found.append({"kind": chance.choice(kinds), "start": moved, "end": start + 8})
    return gold, found


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_schemes_agree_with_nervaluate(seed: int) -> None:
    nervaluate = pytest.importorskip("nervaluate")
    gold, found = separate(seed)
    if not gold or not found:
        return

    # nervaluate's ends are inclusive.
    def theirs(spans: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        return [[{"label": s["kind"], "start": s["start"], "end": s["end"] - 1} for s in spans]]

    evaluator = nervaluate.Evaluator(theirs(gold), theirs(found), tags=["person", "place", "date"], loader="dict")
    judged = evaluator.evaluate()["overall"]
    for scheme, name in ((Strict(), "strict"), (Boundary(), "exact"), (Type(), "ent_type"), (Partial(), "partial")):
        ours = scheme.judge(gold, found).tally
        assert judged[name].f1 == pytest.approx(ours.f1), name
        assert judged[name].precision == pytest.approx(ours.precision), name
        assert judged[name].recall == pytest.approx(ours.recall), name
