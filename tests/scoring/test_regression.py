from __future__ import annotations

import copy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from letopis.corpora.catalogue import Entry
from letopis.errors import DataError
from letopis.scoring.gold import Gold
from letopis.scoring.regression import compare, read_baseline, run, write_baseline
from letopis.scoring.regression_report import github_annotations, junit, markdown

Record = dict[str, Any]


@pytest.fixture
def document(gold: Record) -> Gold:
    return Gold(gold, Entry())


def without(gold: Record, kind: str) -> Record:
    """What a version whose rule for `kind` broke would find."""
    found = copy.deepcopy(gold)
    gone = {m["id"] for m in found["mentions"] if m["kind"] == kind}
    found["mentions"] = [m for m in found["mentions"] if m["id"] not in gone]
    for fact in found["facts"]:
        fact["roles"] = {
            role: [f for f in fillers if f.get("mention") not in gone] for role, fillers in fact["roles"].items()
        }
    return found


def test_broken_rule_fails_its_items_and_no_others(document: Gold) -> None:
    before = run([document], {"doc": document.record})
    after = run([document], {"doc": without(document.record, "quantity")})
    compared = compare(before, after)
    assert [item for _, item in compared.newly_failing] == [
        "quantity 68–84 «39 тыс. винтовок»: span",
        "quantity 68–84 «39 тыс. винтовок»: value",
        "supply 55–58 «дал»: theme 68–84 «39 тыс. винтовок»",
    ]
    assert compared.losses == 3
    assert not compared.newly_passing
    assert compare(after, before).newly_passing == compared.newly_failing
    (change,) = [c for c in compared.changes if c.measure == "quantity strict"]
    assert (change.before, change.after) == (1.0, 0.0)


def test_newly_spurious_is_a_loss(document: Gold) -> None:
    less = copy.deepcopy(document.record)
    gone = less["mentions"].pop(2)
    less["entities"] = [e for e in less["entities"] if gone["id"] not in e["mentions"]]
    smaller = Gold(less, Entry())
    compared = compare(run([smaller], {"doc": less}), run([smaller], {"doc": document.record}))
    assert compared.newly_spurious == [("doc", "place 39–45 «Анкаре»")]
    assert compared.losses == 1


def test_same_run_loses_nothing(document: Gold) -> None:
    made = run([document], {"doc": document.record})
    compared = compare(made, made)
    assert compared.losses == 0
    assert compared.same_gold
    assert "No loss" in markdown(compared, 0)


def test_items_the_baseline_does_not_know_are_no_loss(document: Gold) -> None:
    made = run([document], {})
    compared = compare(run([], {}), made)
    assert compared.losses == 0
    assert len(compared.unknown_before) == len(made.items["doc"].failed)
    assert not compared.same_gold


def test_baseline_is_read_as_written_and_the_same_bytes(document: Gold, tmp_path: Path) -> None:
    made = run([document], {"doc": without(document.record, "date")})
    one, other = tmp_path / "new" / "one.json", tmp_path / "other.json"
    write_baseline(one, made)
    write_baseline(other, run([document], {"doc": without(document.record, "date")}))
    assert one.read_bytes() == other.read_bytes()
    assert read_baseline(one) == made


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "missing: write it with letopis regress --update"),
        ("{", "no baseline"),
        ("{}", "no baseline"),
        ('{"schema": "letopis-baseline/0"}', "of the format"),
    ],
)
def test_unreadable_baseline_is_named(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_baseline(path)


def test_reports_name_the_loss(document: Gold) -> None:
    after = run([document], {"doc": without(document.record, "date")})
    compared = compare(run([document], {"doc": document.record}), after)
    said = markdown(compared, 0)
    assert said.startswith("# Loss")
    assert "- doc: date 2–11 «1920 году»: value" in said
    assert markdown(compared, 99).startswith("# No loss")
    root = ElementTree.fromstring(junit(compared, after.items).split("\n", 1)[1])
    (suite,) = root
    assert int(suite.get("failures", "0")) == len(suite.findall("testcase/failure")) == compared.losses
    lines = github_annotations(compared)
    assert lines[0].startswith("::error file=gold/doc.json,title=newly failing::")
    assert len(lines) == compared.losses
