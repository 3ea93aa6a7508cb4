from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from letopis.scoring.alignment import fact_lines
from letopis.scoring.facts import fact_tallies

Record = dict[str, Any]


def test_same_facts_are_all_equal(gold: Record) -> None:
    lines = fact_lines(gold, copy.deepcopy(gold))
    assert {line.strip()[0] for line in lines} == {"="}
    assert lines[0] == "= found «созвал» 20–26"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda facts: facts.pop(), "− supply «дал» 55–58"),
        (lambda facts: facts[1].update(frame="trade"), "+ trade «дал» 55–58"),
        (lambda facts: facts[0]["roles"].pop("time"), "    − time: 1920 году"),
        (lambda facts: facts[1]["roles"].update(place=[{"mention": "m3"}]), "    + place: Анкаре"),
        (lambda facts: facts[0]["roles"].update(agent=[{"mention": "m5"}]), "    = agent: Ататюрку (gold: Ататюрк)"),
        (lambda facts: facts[0].update(factuality="planned"), "    ≠ factuality: planned, gold asserted"),
        (lambda facts: facts[0].update(attributed_to={"mention": "m4"}), "    ≠ said by: Ленин, gold nobody"),
    ],
)
def test_difference_is_marked(gold: Record, change: Callable[[list[Record]], Any], line: str) -> None:
    found = copy.deepcopy(gold)
    change(found["facts"])
    assert line in fact_lines(gold, found)


def test_partial_credit_is_the_share_of_letters(gold: Record, span: Callable[[str], Record]) -> None:
    found = copy.deepcopy(gold)
    found["facts"][1]["roles"]["theme"] = [span("винтовок")]
    tallies = fact_tallies(gold, found)
    assert tallies["fact theme"].right_found == 2
    worth = 1 + 2 * len("винтовок") / (len("винтовок") + len("39 тыс. винтовок"))
    assert tallies["fact theme partial"].right_found == pytest.approx(worth)
    assert tallies["fact slot partial"].right_found == pytest.approx(tallies["fact slot"].right_found - 2 + worth)


def test_partial_credit_is_never_above_the_plain_one(gold: Record) -> None:
    tallies = fact_tallies(gold, copy.deepcopy(gold))
    assert tallies["fact slot partial"].f1 == tallies["fact slot"].f1 == 1
