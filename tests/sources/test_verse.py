import tomllib
from pathlib import Path

import pytest

import letopis

CASES = tomllib.loads(Path(__file__).with_name("verse.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mentions_over_the_end_of_a_verse(case, nlp):
    text = case["text"].removeprefix("\n")
    found = letopis.extract(text, nlp=nlp).mentions
    assert [[m.kind, m.text, m.normal or ""] for m in found] == case["mentions"]
    assert all(text[m.start : m.end] == m.text for m in found)
