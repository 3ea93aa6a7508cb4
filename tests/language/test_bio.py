"""Spans from scores of tags: the likeliest well-formed sequence."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from letopis.language.bio import BEGINS, GOES_ON, OUTSIDE, TOUCHING, decode


def _scores(*tags: int) -> np.ndarray:
    """One type, the given tag the best by far at each word."""
    return np.eye(3, dtype=np.float32)[list(tags)][:, None] * 9


@pytest.mark.parametrize(
    ("tags", "lengths", "spans"),
    [
        ((OUTSIDE, BEGINS, GOES_ON, OUTSIDE), [4], [(1, 3, 0)]),
        ((BEGINS, BEGINS, GOES_ON), [3], [(0, 1, 0), (1, 3, 0)]),
        ((BEGINS, GOES_ON), [2], [(0, 2, 0)]),
        ((OUTSIDE, OUTSIDE), [2], []),
        ((BEGINS, BEGINS), [1, 1], [(0, 1, 0), (1, 2, 0)]),
    ],
)
def test_bio_well_formed_tags_stand(
    tags: tuple[int, ...], lengths: list[int], spans: list[tuple[int, int, int]]
) -> None:
    assert list(decode(_scores(*tags), lengths)) == spans


def test_bio_no_span_runs_over_the_end_of_a_sentence() -> None:
    scores = _scores(BEGINS, GOES_ON, OUTSIDE)
    assert list(decode(scores, [1, 2])) in ([(0, 1, 0), (1, 2, 0)], [(0, 1, 0)])
    assert list(decode(scores, [3])) == [(0, 2, 0)]


def test_bio_of_nothing_is_nothing() -> None:
    assert list(decode(np.zeros((0, 2, 3), np.float32), [])) == []


def test_bio_names_that_touch_are_one_unless_the_scores_are_sure() -> None:
    scores = _scores(BEGINS, BEGINS)
    assert list(decode(scores, [2])) == [(0, 1, 0), (1, 2, 0)]
    scores[1, 0, GOES_ON] = scores[1, 0, BEGINS] - TOUCHING / 2
    assert list(decode(scores, [2])) == [(0, 2, 0)]


@pytest.mark.parametrize("seed", range(20))
def test_bio_is_the_best_of_all_well_formed_sequences(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 1, 3)).astype(np.float32)
    well_formed = [
        tags
        for tags in product(range(3), repeat=5)
        if all(tag != GOES_ON or (at and tags[at - 1] != OUTSIDE) for at, tag in enumerate(tags))
    ]

    def worth(tags: tuple[int, ...]) -> float:
        touching = sum(tag == BEGINS and tags[at] != OUTSIDE for at, tag in enumerate(tags[1:]))
        return sum(float(scores[at, 0, tag]) for at, tag in enumerate(tags)) - TOUCHING * touching

    best = max(well_formed, key=worth)
    assert list(decode(scores, [5])) == list(decode(_scores(*best), [5]))
