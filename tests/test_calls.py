"""No stage calls anything more often, by the character, on a longer text: counted, not timed."""

from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import pytest
from spacy.language import Language

from letopis.corpora.growth import dense
from letopis.dimensions.context import NOTHING_KNOWN
from letopis.pipeline import read

CORPUS = Path(__file__).parent.parent / "corpus"
SHORT, LONG = 4, 16
"""How often the passage stands in the two texts: what looks back some sentences has room in both."""
SLACK = 2.5
"""Searches by halves and windows grow a little; what looks at everything each time calls four times as often."""


def calls(text: str, nlp: Language) -> dict[tuple[str, int, str], int]:
    profile = cProfile.Profile()
    profile.runcall(read, text, NOTHING_KNOWN, nlp)
    return {place: counts[0] for place, counts in pstats.Stats(profile).stats.items()}  # type: ignore[attr-defined]


@pytest.mark.parametrize("sort", ["corpus", "dense"])
def test_calls_grow_no_faster_than_the_text(sort: str, nlp: Language) -> None:
    if sort == "dense":
        text = dense()[:1500]
    else:
        text = "\n\n".join(file.read_text("utf-8")[:300] for file in sorted(CORPUS.glob("*.txt"))[::16])
    text = text.rpartition(" ")[0] + ".\n\n"
    read(text, NOTHING_KNOWN, nlp)
    short, long = calls(text * SHORT, nlp), calls(text * LONG, nlp)
    seldom = len(text) * LONG // 100
    grown = {place: (short.get(place, 0), count) for place, count in long.items() if count > seldom}
    allowed = SLACK * LONG / SHORT
    assert {place: both for place, both in grown.items() if both[1] > allowed * max(both[0], seldom // LONG)} == {}
