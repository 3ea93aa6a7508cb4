"""Figures against those of a scorer written by another hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from letopis.scoring.document import tallies

TRIPLES = sorted((Path(__file__).parent / "golden").glob("*.json"))


@pytest.mark.parametrize("file", TRIPLES, ids=lambda file: file.stem)
def test_figures_are_those_of_the_independent_scorer(file: Path) -> None:
    triple = json.loads(file.read_text(encoding="utf-8"))
    ours = tallies(triple["gold"], triple["found"])
    for name, expected in triple["figures"].items():
        got = ours[name]
        if expected is None:
            assert not got, name
        else:
            assert got.f1 == pytest.approx(expected, abs=0.00051), name


def test_there_are_triples() -> None:
    assert len(TRIPLES) >= 3
