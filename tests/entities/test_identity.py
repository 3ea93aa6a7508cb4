"""Names of one person, place or organization come together; others stay apart."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letopis.dimensions.context import Context
from letopis.dimensions.mention import key, mentions
from letopis.entities.entity import entities
from letopis.entities.reference import antecedent
from letopis.pipeline import read

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
KINDS = {"persons": "person", "places": "place", "organizations": "organization"}


def groups(doc, kind):
    named = {key(span): span.text for span in mentions(doc, kind)}
    return [" = ".join(dict.fromkeys(named[k] for k in one.mentions)) for one in entities(doc) if one.kind == kind]


@pytest.mark.parametrize("case", CASES["entity"], ids=lambda case: case["text"][:60])
def test_entity_case(nlp, case):
    doc = read(case["text"], Context(), nlp)
    for field, kind in KINDS.items():
        if field in case:
            expected = [" = ".join(dict.fromkeys(line.split(" = "))) for line in case[field]]
            assert groups(doc, kind) == expected


@pytest.mark.parametrize("case", CASES["reference"], ids=lambda case: case["text"][:60])
def test_reference_case(nlp, case):
    doc = read(case["text"], Context(), nlp)
    for line in case["words"]:
        word, _, expected = line.partition(" = ")
        token = [token for token in doc if token.text == word][-1]
        found = antecedent(doc, token)
        assert (found.text if found is not None else "") == expected


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["Иван", "Петрович", "Орлов", "И.", "он", "она", "Москва", "РГО", ".", ","]), max_size=12)
)
def test_every_name_has_one_entity(nlp, words):
    doc = read(" ".join(words) or ".", Context(), nlp)
    members = [k for one in entities(doc) for k in one.mentions]
    assert sorted(members) == sorted(key(span) for span in mentions(doc, *KINDS.values()))
    for token in doc:
        antecedent(doc, token)
