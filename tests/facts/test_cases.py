"""Every sentence of `facts/cases.toml` gives the facts that stand beside it, and no others."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from spacy.language import Language

import letopis
from letopis.facts.fact import FRAMES, ROLES

DATA: dict[str, Any] = tomllib.loads(files("letopis.facts").joinpath("cases.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = DATA["case"]
ACCURATE: list[dict[str, Any]] = DATA["accurate"]
FACTUALITY = {"negated", "requested", "planned", "hypothetical"}


def parse(line: str) -> dict[str, Any]:
    """A line of a case: frame and predicate, fillers by role, factuality, speaker."""
    head, *fields = line.split(" | ")
    frame, predicate = head.split(" ", 1)
    said: dict[str, Any] = {"frame": frame, "predicate": predicate, "roles": {}, "factuality": "asserted", "by": None}
    for field in fields:
        name, _, value = field.partition(": ")
        if name in FACTUALITY:
            said["factuality"] = name
        elif name == "by":
            said["by"] = value
        else:
            said["roles"][name] = value.split("; ")
    return said


def found(text: str, nlp: Language) -> list[dict[str, Any]]:
    """The facts of `text` in the shape of `parse`."""
    record = letopis.extract(text, nlp=nlp)
    mentions = {mention.id: mention.text for mention in record.mentions}

    def words(filler: Any) -> str:
        return str(mentions[filler.mention] if filler.mention else filler.text)

    return [
        {
            "frame": fact.frame,
            "predicate": fact.predicate.text,
            "roles": {role: [words(filler) for filler in fillers] for role, fillers in fact.roles.items()},
            "factuality": fact.factuality,
            "by": words(fact.attributed_to) if fact.attributed_to else None,
        }
        for fact in record.facts
    ]


def agree(expected: list[str], got: list[str]) -> bool:
    """Whether the fillers are as many and each overlaps its own."""
    return len(expected) == len(got) and all(any(e in g or g in e for g in got) for e in expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases_give_their_facts_and_no_others(case: dict[str, Any], nlp: Language) -> None:
    check(case, nlp)


@pytest.mark.parametrize("case", ACCURATE, ids=lambda case: case["text"][:60])
def test_cases_of_the_accurate_model(case: dict[str, Any], accurate_nlp: Language) -> None:
    check(case, accurate_nlp)


def check(case: dict[str, Any], nlp: Language) -> None:
    """The text of the case gives its facts and no others."""
    got = found(case["text"], nlp)
    expected = [parse(line) for line in case["facts"]]
    assert [(f["frame"], f["predicate"], f["factuality"]) for f in got] == [
        (f["frame"], f["predicate"], f["factuality"]) for f in expected
    ]
    for one, other in zip(expected, got, strict=True):
        assert set(one["roles"]) == set(other["roles"]), one["predicate"]
        for role, fillers in one["roles"].items():
            assert agree(fillers, other["roles"][role]), (one["predicate"], role, other["roles"][role])
        assert (one["by"] is None) == (other["by"] is None), one["predicate"]
        assert one["by"] is None or one["by"] in other["by"] or other["by"] in one["by"]


def test_cases_are_well_formed() -> None:
    lines = [parse(line) for case in CASES + ACCURATE for line in case["facts"]]
    assert {line["frame"] for line in lines} <= FRAMES
    assert {role for line in lines for role in line["roles"]} <= ROLES
    texts = [case["text"] for case in CASES]
    assert len(texts) == len(set(texts))


def test_cases_cover_every_frame_and_many_that_are_not_asserted() -> None:
    lines = [parse(line) for case in CASES for line in case["facts"]]
    assert {line["frame"] for line in lines} == FRAMES - {"other"}
    unreal = [
        case for case in CASES if not case["facts"] or any(parse(x)["factuality"] != "asserted" for x in case["facts"])
    ]
    assert len(CASES) >= 250
    assert len(unreal) >= 80
