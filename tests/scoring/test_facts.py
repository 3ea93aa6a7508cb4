from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from letopis.scoring.facts import fact_tallies

Record = dict[str, Any]


def changed(gold: Record, change: Callable[[list[Record]], Any]) -> Record:
    found = copy.deepcopy(gold)
    change(found["facts"])
    return found


@pytest.mark.parametrize(
    ("change", "frame", "slot"),
    [
        (lambda facts: None, (2, 2, 2), (8, 8, 8)),
        (lambda facts: facts.reverse(), (2, 2, 2), (8, 8, 8)),
        (lambda facts: facts.pop(), (1, 1, 2), (4, 4, 8)),
        (lambda facts: facts[0].update(frame="build"), (1, 2, 2), (4, 8, 8)),
        (lambda facts: facts[0].update(frame="other"), (1, 1, 2), (4, 4, 8)),
        (lambda facts: facts[0]["roles"].pop("time"), (2, 2, 2), (7, 7, 8)),
        (lambda facts: facts[1]["roles"].update(theme=[{"mention": "m1"}]), (2, 2, 2), (7, 8, 8)),
        # Another mention of the same person will do; a mention of another will not.
        (lambda facts: facts[0]["roles"].update(agent=[{"mention": "m5"}]), (2, 2, 2), (8, 8, 8)),
        (lambda facts: facts[0]["roles"].update(agent=[{"mention": "m4"}]), (2, 2, 2), (7, 8, 8)),
        # One filler cannot answer twice.
        (lambda facts: facts[0]["roles"]["agent"].append({"mention": "m5"}), (2, 2, 2), (8, 9, 8)),
    ],
)
def test_fact_tallies(
    gold: Record, change: Callable[[list[Record]], Any], frame: tuple[int, ...], slot: tuple[int, ...]
) -> None:
    tallies = fact_tallies(gold, changed(gold, change))
    for name, (right, found, wanted) in (("fact frame", frame), ("fact slot", slot)):
        got = tallies[name]
        assert (got.right_found, got.found, got.wanted) == (right, found, wanted), name


def test_fact_slot_alone_is_over_facts_found(gold: Record) -> None:
    tallies = fact_tallies(gold, changed(gold, lambda facts: facts.pop()))
    assert tallies["fact slot alone"].f1 == 1


def test_factuality_is_over_facts_found(gold: Record) -> None:
    found = changed(gold, lambda facts: (facts[0].update(factuality="planned"), facts.pop()))
    tally = fact_tallies(gold, found)["factuality"]
    assert (tally.right_found, tally.found) == (0, 1)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [("m2", "m2", 1), ("m2", "m5", 1), ("m2", "m4", 0), ("m2", None, 0), (None, "m2", 0)],
)
def test_attribution(gold: Record, wanted: str | None, given: str | None, right: int) -> None:
    def speaker(id: str | None) -> Record | None:
        return {"mention": id} if id else None

    said = changed(gold, lambda facts: facts[0].update(attributed_to=speaker(wanted)))
    found = changed(gold, lambda facts: facts[0].update(attributed_to=speaker(given)))
    tally = fact_tallies(said, found)["attribution"]
    assert (tally.right_found, tally.found, tally.wanted) == (right, int(given is not None), int(wanted is not None))
