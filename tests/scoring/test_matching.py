from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.scoring.matching import match, overlap, same_span


def spans(*bounds: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end} for start, end in bounds]


some_spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda b: {"start": b[0], "end": b[0] + b[1]}),
    max_size=8,
)


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        (spans((0, 5)), spans((0, 5)), [(0, 0)]),
        (spans((0, 5)), spans((5, 9)), []),
        (spans(), spans((0, 1)), []),
        # A greedy first match would take (0, 10) for the first found span and lose the second pair.
        (spans((0, 10), (8, 20)), spans((7, 12), (0, 8)), [(0, 1), (1, 0)]),
        # The same bounds come first, though a longer overlap is to be had.
        (spans((0, 3), (0, 40)), spans((0, 3), (2, 40)), [(0, 0), (1, 1)]),
        (spans((0, 40)), spans((0, 39), (0, 40)), [(0, 1)]),
        # The greater total overlap wins over the greater number of pairs.
        (spans((0, 3), (3, 20)), spans((2, 18), (18, 20)), [(1, 0)]),
        # Nested spans each find their own.
        (spans((0, 20), (5, 10)), spans((5, 11), (0, 19)), [(0, 1), (1, 0)]),
    ],
)
def test_match_pairs(gold: list[Any], found: list[Any], pairs: list[tuple[int, int]]) -> None:
    assert match(gold, found) == pairs


@given(some_spans, some_spans, st.randoms())
def test_match_does_not_depend_on_order(gold: list[Any], found: list[Any], chance: random.Random) -> None:
    def worth(gold: list[Any], found: list[Any]) -> tuple[int, int]:
        pairs = [(gold[i], found[j]) for i, j in match(gold, found)]
        return sum(same_span(*pair) for pair in pairs), sum(overlap(*pair) for pair in pairs)

    shuffled = [chance.sample(side, len(side)) for side in (gold, found)]
    assert worth(gold, found) == worth(*shuffled)


@given(some_spans, some_spans)
def test_match_is_one_to_one_and_overlapping(gold: list[Any], found: list[Any]) -> None:
    pairs = match(gold, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(overlap(gold[i], found[j]) for i, j in pairs)


@given(some_spans)
def test_match_of_spans_with_themselves_is_complete(gold: list[Any]) -> None:
    assert len(match(gold, list(reversed(gold)))) == len(gold)


def test_match_forbids_what_preference_forbids() -> None:
    assert match(spans((0, 5)), spans((0, 5)), lambda one, other: 0) == []


def test_match_time_is_linear_in_the_document(grows_linearly) -> None:
    def matching(count: int) -> Callable[[], object]:
        gold = spans(*((i * 10, i * 10 + 6) for i in range(count)))
        found = spans(*((i * 10 + 2, i * 10 + 8) for i in range(count)))
        return lambda: match(gold, found)

    assert len(cast("list[object]", matching(1000)())) == 1000
    assert grows_linearly(matching, 20_000)
