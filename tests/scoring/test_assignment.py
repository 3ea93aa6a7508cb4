from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.scoring.assignment import best_assignment

matrices = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 20), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def exhaustive(weights: list[list[int]]) -> int:
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    return max(
        sum(weights[row][column] for row, column in enumerate(chosen))
        for chosen in permutations(range(len(weights[0])), len(weights))
    )


@given(matrices)
def test_assignment_has_the_greatest_total(weights: list[list[int]]) -> None:
    pairs = best_assignment(weights)
    assert sum(weights[i][j] for i, j in pairs) == exhaustive(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([], []),
        ([[]], []),
        ([[0]], []),
        ([[5, 6], [6, 0]], [(0, 1), (1, 0)]),
        ([[1], [3], [2]], [(1, 0)]),
        ([[0.5, 0.9], [0.4, 0.9]], [(0, 0), (1, 1)]),
    ],
)
def test_assignment_pairs(weights: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    assert best_assignment(weights) == pairs
