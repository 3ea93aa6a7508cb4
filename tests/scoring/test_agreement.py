from __future__ import annotations

import pytest

from letopis.scoring.agreement import kappa, labels


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AABB", "AABB", 1.0),
        ("AABB", "BBAA", -1.0),
        ("AABB", "ABAB", 0.0),
        ("AAAA", "AAAA", None),
        ("", "", None),
    ],
)
def test_kappa(one: str, other: str, value: float | None) -> None:
    assert kappa(list(one), list(other)) == (None if value is None else pytest.approx(value))


def test_labels_begin_and_go_on() -> None:
    record = {
        "text": "Иван Иванович Пётр ушёл",
        "mentions": [
            {"kind": "person", "start": 0, "end": 13},
            {"kind": "person", "start": 14, "end": 18},
            {"kind": "place", "start": 19, "end": 23},
        ],
    }
    assert labels(record, "person") == ["B", "I", "B", "O"]
