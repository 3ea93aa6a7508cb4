"""Layout damage is seen through: the analysis copy is that of the clean text, mentions point into the damaged one."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.dimensions.context import NOTHING_KNOWN
from letopis.pipeline import annotate
from letopis.scoring.gold import load_gold
from letopis.sources.mend import mend
from letopis.sources.source import from_text

from .damage import KINDS

ROOT = Path(__file__).parents[2]
TEXTS = {
    document.id: document.text
    for document in load_gold(ROOT / "gold", ROOT / "corpus")
    if document.entry.split == "dev" and document.entry.difficulty != "noisy"
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_damage_of_each_kind_is_mended(kind):
    differ = [
        name for name, text in TEXTS.items() if mend(kind(text, Random(name))).text.split() != mend(text).text.split()
    ]
    # Of letters that are spaced, a compound may read as two words.
    assert len(differ) <= 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_damage_costs_no_mention(kind, nlp):
    text = TEXTS["h04"]
    clean, damaged = (annotate(from_text(t), NOTHING_KNOWN, nlp) for t in (text, kind(text, Random(1))))
    said = [[(m.kind, m.normal, m.value) for m in one.mentions] for one in (clean, damaged)]
    assert said[0] == said[1]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.sampled_from(sorted(TEXTS)), st.lists(st.sampled_from(KINDS), min_size=1, max_size=4), st.integers(0, 99))
def test_any_sequence_of_damage_keeps_offsets(nlp, name, kinds, seed):
    text = TEXTS[name]
    for kind in kinds:
        text = kind(text, Random(seed))
    found = annotate(from_text(text), NOTHING_KNOWN, nlp)
    assert [(m.start, -m.end, m.kind) for m in found.mentions] == sorted(
        (m.start, -m.end, m.kind) for m in found.mentions
    )
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
    for fact in found.facts:
        spans = [fact.predicate, *(filler for role in fact.roles.values() for filler in role if filler.mention is None)]
        assert all(text[span.start : span.end] == span.text for span in spans)
