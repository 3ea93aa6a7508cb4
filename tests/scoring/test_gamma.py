from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.scoring.gamma import Unit, disorder, dissimilarity, expected, gamma

ONE: list[Unit] = [(0, 10, "person"), (20, 30, "place"), (40, 44, "date"), (41, 60, "quantity")]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ((0, 10, "a"), (0, 10, "a"), 0),
        ((0, 10, "a"), (5, 15, "a"), 0.25),
        ((0, 10, "a"), (5, 15, "b"), 1.25),
        ((0, 10, "a"), (10, 20, "a"), 1),
    ],
)
def test_dissimilarity(one: Unit, other: Unit, far: float) -> None:
    assert dissimilarity(one, other) == dissimilarity(other, one) == pytest.approx(far)


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (ONE, ONE, 0),
        (ONE, [], 4),
        ([(0, 10, "a")], [(5, 15, "a")], 0.25),
        # Too far apart to be worth a pair: each stands alone.
        ([(0, 10, "a")], [(100, 110, "a")], 2),
        # The better of two counterparts is taken, the other is alone.
        ([(0, 10, "a")], [(0, 10, "a"), (5, 15, "a")], 1),
    ],
)
def test_disorder(one: list[Unit], other: list[Unit], total: float) -> None:
    assert disorder(one, other) == pytest.approx(total)


UNITS = st.lists(
    st.builds(
        lambda start, size, kind: (start, start + size, kind),
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from("ab"),
    ),
    max_size=4,
)


@given(UNITS, UNITS)
def test_disorder_is_the_least_of_all_alignments(one: list[Unit], other: list[Unit]) -> None:
    few, many = sorted((one, other), key=len)
    # Each of the few has one of the many, or none.
    choices = itertools.product(range(-1, len(many)), repeat=len(few))
    costs = []
    for choice in choices:
        paired = [j for j in choice if j >= 0]
        if len(set(paired)) == len(paired):
            alone = len(few) + len(many) - 2 * len(paired)
            costs.append(alone + sum(dissimilarity(few[i], many[j]) for i, j in enumerate(choice) if j >= 0))
    assert disorder(one, other) == pytest.approx(min(costs))


def test_gamma_falls_as_annotations_part() -> None:
    apart = [[(s + shift, e + shift, kind) for s, e, kind in ONE] for shift in (0, 1, 3, 6)]
    values = [gamma([(ONE, other, 400)]) for other in apart]
    assert values[0] == 1
    assert all(a is not None and b is not None and a > b for a, b in itertools.pairwise(values))


def test_gamma_of_chance_is_about_nothing() -> None:
    source = random.Random(3)
    pairs = []
    for _ in range(40):
        one, other = ([(at := source.randrange(900), at + 10, source.choice("abc")) for _ in range(20)] for _ in "ab")
        pairs.append((one, other, 1000))
    value = gamma(pairs)
    assert value is not None and abs(value) < 0.1


def test_gamma_is_the_same_in_every_run_and_none_of_nothing() -> None:
    other = ONE[1:]
    assert gamma([(ONE, other, 100)]) == gamma([(ONE, other, 100)])
    assert gamma([([], [], 100)]) is gamma([]) is None


def test_expected_disorder_of_one_annotation_is_not_nothing() -> None:
    assert expected(ONE, ONE, 1000, random.Random(1)) > 1
