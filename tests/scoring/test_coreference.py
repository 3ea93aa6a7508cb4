from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.scoring.coreference import MEASURES

# The example of Moosavi and Strube (ACL 2016), worked by hand for each measure.
KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("MUC", 2 / 5, 2 / 5),
        ("B3", 4 / 8, (2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 0 + 2 / 4 + 2 / 4) / 7),
        ("CEAF", 1.3 / 3, 1.3 / 2),
        ("LEA", (2 * 1 + 2 * 0 + 4 * 1 / 6) / 8, (3 * 1 / 3 + 4 * 1 / 6) / 7),
    ],
)
def test_measure_of_a_worked_example(name: str, precision: float, recall: float) -> None:
    tally = MEASURES[name](KEY, RESPONSE)
    assert tally.precision == pytest.approx(precision)
    assert tally.recall == pytest.approx(recall)


clusters = st.lists(st.integers(0, 4), min_size=1, max_size=10).map(
    lambda homes: [frozenset(i for i, home in enumerate(homes) if home == one) for one in sorted(set(homes))]
)


@given(clusters)
def test_measures_of_the_same_clusters_are_perfect(key: list[frozenset[int]]) -> None:
    for name, measure in MEASURES.items():
        tally = measure(key, list(reversed(key)))
        assert tally.f1 == pytest.approx(1.0) or (name == "MUC" and not tally)


@given(clusters, clusters)
def test_measures_stay_within_bounds(key: list[frozenset[int]], response: list[frozenset[int]]) -> None:
    for measure in MEASURES.values():
        tally, turned = measure(key, response), measure(response, key)
        assert 0 <= tally.f1 <= 1 + 1e-9
        assert tally.precision == pytest.approx(turned.recall)


@pytest.mark.parametrize("name", MEASURES)
def test_measure_of_nothing_is_nothing(name: str) -> None:
    assert not MEASURES[name]([], [])
