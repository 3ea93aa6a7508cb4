"""Layout damage is seen through: the analysis copy is that of the clean text, mentions point into the damaged one."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.dimensions.context import NOTHING_KNOWN
from letopis.pipeline import annotate
from letopis.scoring.gold import load_gold
from letopis.sources.mend import Mended, mend
from letopis.sources.source import from_text

from .damage import KINDS, versed

ROOT = Path(__file__).parents[2]
TEXTS = {
    document.id: document.text
    for document in load_gold(ROOT / "gold", ROOT / "corpus")
    if document.entry.split == "dev" and document.entry.difficulty != "noisy"
}


def words(mended: Mended) -> list[str]:
    """The words of a copy; verse gives some of them a capital."""
    return mended.text.casefold().split()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_damage_of_each_kind_is_mended(kind):
    differ = [name for name, text in TEXTS.items() if words(mend(kind(text, Random(name)))) != words(mend(text))]
    # Of letters that are spaced, a compound may read as two words, and a word of one letter after them as one more
    # letter (`благословил и`).
    assert len(differ) <= 0.03 * len(TEXTS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not versed], ids=lambda kind: kind.__name__)
def test_damage_costs_no_mention(kind, nlp):
    text = TEXTS["h04"]
    clean, damaged = (annotate(from_text(t), NOTHING_KNOWN, nlp) for t in (text, kind(text, Random(1))))
    said = [[(m.kind, m.normal, m.value) for m in one.mentions] for one in (clean, damaged)]
    assert said[0] == said[1]


def test_verse_costs_few_mentions(nlp):
    """Sentences end with the lines of verse, and what goes over a line's end is lost; names do not come of capitals."""
    kept = lost = made = 0
    for name in sorted(TEXTS):
        clean, verse = (
            Counter((m.kind, m.normal) for m in annotate(from_text(t), NOTHING_KNOWN, nlp).mentions)
            for t in (TEXTS[name], versed(TEXTS[name], Random(name)))
        )
        kept += (clean & verse).total()
        lost += (clean - verse).total()
        made += sum(times for (kind, _), times in (verse - clean).items() if kind not in {"date", "quantity"})
    assert lost <= 0.03 * kept
    assert made <= 0.01 * kept


SEQUENCES = st.tuples(
    st.sampled_from(sorted(TEXTS)), st.lists(st.sampled_from(KINDS), min_size=1, max_size=5), st.integers(0, 99)
)


def damaged(sequence) -> str:
    """The text of a sequence, damaged by each of its kinds in turn."""
    name, kinds, seed = sequence
    text = TEXTS[name]
    for kind in kinds:
        text = kind(text, Random(seed))
    return text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(SEQUENCES)
def test_any_sequence_of_damage_maps_back(sequence):
    text = damaged(sequence)
    mended = mend(text)
    at = 0
    for word in re.finditer(r"\S+", mended.text):
        start, end = mended.to_source(*word.span())
        assert at <= start < end <= len(text)
        at = end


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(SEQUENCES)
def test_any_sequence_of_damage_keeps_offsets(nlp, sequence):
    text = damaged(sequence)
    found = annotate(from_text(text), NOTHING_KNOWN, nlp)
    assert [(m.start, -m.end, m.kind) for m in found.mentions] == sorted(
        (m.start, -m.end, m.kind) for m in found.mentions
    )
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
    for fact in found.facts:
        spans = [fact.predicate, *(filler for role in fact.roles.values() for filler in role if filler.mention is None)]
        assert all(text[span.start : span.end] == span.text for span in spans)
