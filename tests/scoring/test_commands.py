"""The commands over a gold of one document and records given as JSONL: no models are loaded."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from letopis.cli.agreement import agreement
from letopis.cli.regress import regress
from letopis.cli.score import score
from letopis.errors import DataError

Record = dict[str, Any]

app = typer.Typer()
for command in (score, regress, agreement):
    app.command()(command)


@pytest.fixture
def place(tmp_path: Path, gold: Record, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with gold/doc.json, corpus/doc.txt and good.jsonl, which repeats the gold."""
    monkeypatch.chdir(tmp_path)
    for folder in ("gold", "corpus"):
        (tmp_path / folder).mkdir()
    kept = {key: copy.deepcopy(gold[key]) for key in ("id", "mentions", "entities", "facts")}
    for mention in kept["mentions"]:
        del mention["rule"], mention["entity"]
    (tmp_path / "gold" / "doc.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "corpus" / "doc.txt").write_bytes(gold["text"].encode())
    put(tmp_path / "good.jsonl", gold)
    worse = copy.deepcopy(gold)
    worse["mentions"].pop(2)
    put(tmp_path / "worse.jsonl", worse)
    return tmp_path


def put(path: Path, record: Record) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def call(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


def test_score_table_and_json(place: Path) -> None:
    shown = call("score", "--records", "good.jsonl")
    assert shown.exit_code == 0
    assert "all strict" in shown.stdout
    made = json.loads(call("score", "--records", "good.jsonl", "--json").stdout)
    assert made["measures"]["all strict"]["f1"] == 1
    assert made["gold"]["mentions"] == 6


def test_score_says_which_documents_the_records_lack(place: Path) -> None:
    for name in ("gold/doc.json", "corpus/doc.txt"):
        file = place / name
        file.with_stem("more").write_bytes(file.read_bytes().replace(b'"id": "doc"', b'"id": "more"'))
    shown = call("score", "--records", "good.jsonl")
    assert shown.exit_code == 0
    assert "good.jsonl lacks 1 of 2 gold documents (more…), which count as empty." in shown.stderr


@pytest.mark.parametrize(("bar", "code"), [("0.9", 0), ("0.95", 1)])
def test_score_fails_under_the_bar(place: Path, bar: str, code: int) -> None:
    # Five of six mentions: F1 is 10/11.
    assert call("score", "--records", "worse.jsonl", "--fail-under", bar).exit_code == code


def test_score_lists_faults(place: Path) -> None:
    assert "[Анкаре]" in call("score", "--records", "worse.jsonl", "--errors").stdout
    assert "[Анкаре]" not in call("score", "--records", "worse.jsonl", "--kind", "person").stdout
    made = json.loads(call("score", "--records", "worse.jsonl", "--errors", "--json").stdout)
    assert [fault["group"] for fault in made["errors"]] == ["missed"]


def test_score_writes_faults_as_a_page_and_facts_side_by_side(place: Path) -> None:
    shown = call("score", "--records", "worse.jsonl", "--html", "faults.html", "--facts")
    assert "<mark>Анкаре</mark>" in (place / "faults.html").read_text(encoding="utf-8")
    assert "  = found «созвал» 20–26" in shown.stdout
    assert "missed" not in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score", "--records", "absent.jsonl"], "cannot be read"),
        (["score", "--records", "bad.jsonl"], "bad.jsonl:1: not JSON"),
        (["score", "--records", "koi.jsonl"], "koi.jsonl is not UTF-8 at byte 0: give JSONL"),
        (["score", "--records", "empty.jsonl"], "empty.jsonl has no record of a gold document"),
        (["score", "--records", "good.jsonl", "--kind", "deity"], "--kind deity is unknown"),
        (["score", "--records", "good.jsonl", "--gold", "absent"], "absent is no folder"),
        (["regress", "--records", "good.jsonl"], "missing: write it with"),
    ],
)
def test_mistakes_are_named(place: Path, arguments: list[str], message: str) -> None:
    (place / "bad.jsonl").write_text("{\n", encoding="utf-8")
    (place / "koi.jsonl").write_bytes("письмо".encode("koi8-r"))
    (place / "empty.jsonl").touch()
    raised = call(*arguments).exception
    assert isinstance(raised, DataError)
    assert message in str(raised)


def test_regress_writes_compares_and_fails(place: Path) -> None:
    assert call("regress", "--records", "good.jsonl", "--update").exit_code == 0
    assert call("regress", "--records", "good.jsonl").exit_code == 0
    arguments = ["--records", "worse.jsonl", "--junit", "junit.xml", "--summary", "summary.md", "--github"]
    lost = call("regress", *arguments)
    assert lost.exit_code == 1
    assert "::error file=gold/doc.json" in lost.stdout
    assert "place 39–45 «Анкаре»: span" in (place / "summary.md").read_text(encoding="utf-8")
    assert "<failure" in (place / "junit.xml").read_text(encoding="utf-8")
    assert call("regress", "--records", "worse.jsonl", "--tolerance", "5").exit_code == 0
    assert call("regress", "--records", "worse.jsonl", "--update").exit_code == 0
    assert call("regress", "--records", "worse.jsonl").exit_code == 0


def test_agreement_of_an_annotation_with_itself(place: Path) -> None:
    made = json.loads(call("agreement", "gold", "gold", "--json").stdout)
    assert made["measures"]["all strict"]["f1"] == 1
    assert made["kappa"]["person"] == 1
    assert made["gamma"] == 1
    assert made["disagreements"] == []
    assert "kappa person" in call("agreement", "gold", "gold").stdout
