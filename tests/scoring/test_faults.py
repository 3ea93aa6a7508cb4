from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from letopis.scoring.faults import GROUPS, faults

Record = dict[str, Any]


def shorten(mention: Record) -> None:
    mention["end"] -= 1
    mention["text"] = mention["text"][:-1]


# Mentions by position: 0 date, 1 Ататюрк, 2 Анкаре, 3 Ленин, 4 Ататюрку, 5 quantity.
@pytest.mark.parametrize(
    ("change", "group", "kind"),
    [
        (lambda r: r["mentions"].pop(3), "missed", "person"),
        (lambda r: shorten(r["mentions"][2]), "boundary", "place"),
        (lambda r: r["mentions"][2].update(kind="organization"), "kind", "place"),
        (lambda r: r["mentions"][2].update(normal="Анкаре"), "normal", "place"),
        (lambda r: r["mentions"][0]["value"].update(edtf="1921", earliest=None), "value", "date"),
        (lambda r: r["mentions"][5]["value"].update(low=39, high=39), "value", "quantity"),
        (lambda r: r["mentions"][5]["value"].update(item="ружьё"), "unit", "quantity"),
        (lambda r: r["facts"].pop(), "missed", "fact"),
        (lambda r: r["facts"][0]["roles"].pop("agent"), "role", "fact"),
        (lambda r: r["facts"][0].update(factuality="negated"), "factuality", "fact"),
        (lambda r: r["facts"][0].update(attributed_to={"mention": "m4"}), "attribution", "fact"),
    ],
)
def test_fault_group(gold: Record, change: Callable[[Record], Any], group: str, kind: str) -> None:
    found = copy.deepcopy(gold)
    change(found)
    assert (group, kind) in {(fault.group, fault.kind) for fault in faults(gold, found)}
    assert group in GROUPS


def test_spurious_names_its_rule(gold: Record) -> None:
    less = copy.deepcopy(gold)
    less["mentions"].pop(2)
    less["entities"].pop()
    (fault,) = faults(less, gold)
    assert (fault.group, fault.found, fault.rule) == ("spurious", "Анкаре", "rule-3")
    assert "[Анкаре]" in fault.context


def test_no_faults_in_the_gold_itself(gold: Record) -> None:
    assert faults(gold, copy.deepcopy(gold)) == []
