"""`letopis regress` on what the pipeline itself reads: a rule that is broken on purpose loses its items, no others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

import letopis
from letopis.cli import app
from letopis.dimensions import quantity
from letopis.dimensions.mention import Mention

TEXTS = {
    "arms": "В 1920 году Ленин передал Ататюрку 39 тыс. винтовок. Иванов заплатил 200 рублей.",
    "road": "В мае 1834 года полковник Петров прибыл в Казань и привёз 12 пушек.",
}
BROKEN = "number-noun"


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    return {id: letopis.extract(text, id=id).model_dump(mode="json", by_alias=True) for id, text in TEXTS.items()}


@pytest.fixture
def place(tmp_path: Path, records: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose gold is what the pipeline reads, and whose baseline is up to date."""
    monkeypatch.chdir(tmp_path)
    for folder in ("gold", "corpus"):
        (tmp_path / folder).mkdir()
    for id, record in records.items():
        held = {key: record[key] for key in ("id", "mentions", "entities", "facts")}
        (tmp_path / "gold" / f"{id}.json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
        (tmp_path / "corpus" / f"{id}.txt").write_bytes(TEXTS[id].encode())
    assert call("--update")[0] == 0
    return tmp_path


def call(*arguments: str) -> tuple[int, str]:
    made = CliRunner().invoke(app, ["regress", *arguments])
    return made.exit_code, made.output


def without_rule(find: Callable[..., list[Mention]]) -> Callable[..., list[Mention]]:
    return lambda doc: [mention for mention in find(doc) if mention.rule != BROKEN]


@pytest.fixture
def broken(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(quantity, "find", without_rule(quantity.find))
    return place


def section(summary: str, title: str) -> list[str]:
    """The items listed under a heading of the summary."""
    _, _, rest = summary.partition(f"## {title}\n\n")
    return [line[2:] for line in rest.partition("\n\n")[0].splitlines()]


def test_the_same_program_loses_nothing_and_writes_the_same_bytes(place: Path) -> None:
    baseline = place / "reports" / "baseline.json"
    first = baseline.read_bytes()
    code, said = call()
    assert code == 0 and said.startswith("# No loss")
    code, said = call("--update")
    assert code == 0 and "0 items newly fail, 0 newly pass" in said
    assert baseline.read_bytes() == first


def test_broken_rule_fails_with_its_items(broken: Path, records: dict[str, dict[str, Any]]) -> None:
    counted = [m["text"] for record in records.values() for m in record["mentions"] if m["rule"] == BROKEN]
    assert counted == ["39 тыс. винтовок", "12 пушек"]
    code, _ = call("--summary", "summary.md")
    assert code == 1
    summary = (broken / "summary.md").read_text("utf-8")
    lost = section(summary, "Newly failing")
    for id, text in (("arms", "39 тыс. винтовок"), ("road", "12 пушек")):
        start = TEXTS[id].index(text)
        where = f"{id}: quantity {start}–{start + len(text)} «{text}»"
        assert {f"{where}: span", f"{where}: value"} <= set(lost)
    assert all("винтовок" in item or "пушек" in item for item in lost)
    assert "200 рублей" not in summary
    assert "| quantity strict | 1.000 | 0.500 | -0.500 |" in summary


def test_loss_is_told_to_github_and_junit(broken: Path) -> None:
    code, said = call("--github", "--junit", "junit.xml")
    assert code == 1
    annotations = [line for line in said.splitlines() if line.startswith("::error ")]
    assert any(
        line.startswith("::error file=gold/arms.json,title=newly failing::quantity ") and "винтовок" in line
        for line in annotations
    )
    suites = ElementTree.parse(broken / "junit.xml").getroot()
    failed = [case.get("name", "") for case in suites.iter("testcase") if case.find("failure") is not None]
    assert len(failed) == len(annotations)
    assert sum(int(suite.get("failures", "0")) for suite in suites) == len(failed)
    assert all(int(suite.get("tests", "0")) == len(suite.findall("testcase")) for suite in suites)


def test_tolerance_forgives_so_many_items(broken: Path) -> None:
    _, said = call()
    losses = len(section(said, "Newly failing")) + len(section(said, "Newly spurious"))
    assert call("--tolerance", str(losses))[0] == 0
    assert call("--tolerance", str(losses - 1))[0] == 1


def test_update_says_what_changed_and_is_then_the_measure(broken: Path) -> None:
    code, said = call("--update")
    assert code == 0
    assert any("39 тыс. винтовок" in item for item in section(said, "Newly failing"))
    assert said.rstrip().endswith("reports/baseline.json written.")
    assert call()[0] == 0


def test_repaired_rule_newly_passes(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("--update")
    monkeypatch.undo()
    monkeypatch.chdir(broken)
    code, said = call()
    assert code == 0
    assert any("39 тыс. винтовок" in item for item in section(said, "Newly passing"))
