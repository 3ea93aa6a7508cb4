from __future__ import annotations

import copy
from typing import Any

import pytest

from letopis.scoring.document import tallies

Record = dict[str, Any]


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ({}, {"wikidata": "Q3640"}, (0, 0, 0)),
        ({"wikidata": "Q3640"}, {"wikidata": "Q3640", "lat": 39.9}, (1, 1, 1)),
        ({"wikidata": "Q3640"}, {"wikidata": "Q1"}, (0, 1, 1)),
        ({"wikidata": "Q3640"}, {}, (0, 0, 1)),
        ({"wikidata": "Q3640", "geonames": 1}, {"geonames": 1}, (1, 1, 2)),
    ],
)
def test_links_are_judged_where_the_gold_has_them(
    gold: Record, wanted: Record, given: Record, expected: tuple[int, ...]
) -> None:
    found = copy.deepcopy(gold)
    gold["entities"][2]["links"] = wanted
    found["entities"][2]["links"] = given
    tally = tallies(gold, found)["entity link"]
    assert (tally.right_found, tally.found, tally.wanted) == expected


def test_link_of_an_entity_that_was_not_found(gold: Record) -> None:
    gold["entities"][2]["links"] = {"wikidata": "Q3640"}
    nothing = {"id": "doc", "mentions": [], "entities": [], "facts": []}
    assert tallies(gold, nothing)["entity link"].wanted == 1
