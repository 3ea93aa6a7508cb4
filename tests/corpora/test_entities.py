"""`letopis extract --corpus-entities`: entities of several documents joined, the same with any number of workers."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from letopis.cli import app
from letopis.records.corpus import CorpusEntity

TEXTS = {
    "a": "Генерал Пётр Сергеевич Ртищев прибыл в Царицын. Ртищев писал в Козельский уезд.",
    "b": "П. С. Ртищев умер в Царицыне. Ртищев жил в селе Покровском.",
    "c": "В селе Покровском жил Иван Иванович. Козельский уезд беден.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / f"{name}.txt").write_bytes(text.encode())
    return tmp_path / "texts"


def run(folder: Path, name: str, *more: str) -> Path:
    out = folder.parent / name
    made = CliRunner().invoke(
        app,
        [
            "extract",
            str(folder),
            "-f",
            "jsonl",
            "-o",
            str(folder.parent / "r.jsonl"),
            "--corpus-entities",
            str(out),
            *more,
        ],
    )
    assert made.exit_code == 0, made.output
    return out


def test_jsonl_joins_with_evidence(folder: Path) -> None:
    rows = [CorpusEntity.model_validate_json(line) for line in run(folder, "e.jsonl").read_text("utf-8").splitlines()]
    assert [row.id for row in rows] == [f"c{n}" for n in range(1, len(rows) + 1)]
    by_name = {row.name: row for row in rows}
    man = by_name["Пётр Сергеевич Ртищев"]
    assert [(m.document, m.evidence.rule) for m in man.members] == [
        ("a", "first-met"),
        ("b", "initials-of-one-full-bearer"),
    ]
    assert (man.members[1].evidence.document, man.members[1].evidence.text) == ("a", "П. С. Ртищев")
    assert [m.document for m in by_name["Царицын"].members] == ["a", "b"]
    assert [m.document for m in by_name["Козельский уезд"].members] == ["a", "c"]
    assert sum(row.name == "Покровское" for row in rows) == 2


def test_evidence_points_into_the_text(folder: Path) -> None:
    for line in run(folder, "e.jsonl").read_text("utf-8").splitlines():
        for member in json.loads(line)["members"]:
            why = member["evidence"]
            assert TEXTS[member["document"]][why["start"] : why["end"]] == why["text"]


def test_workers_change_nothing(folder: Path) -> None:
    one = run(folder, "one.jsonl").read_bytes()
    assert run(folder, "two.jsonl", "--workers", "2").read_bytes() == one


def test_csv_has_a_row_a_member(folder: Path) -> None:
    with run(folder, "e.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    joined = [row for row in rows if row["name"] == "Пётр Сергеевич Ртищев"]
    assert [(row["document"], row["joined_to_document"]) for row in joined] == [("a", ""), ("b", "a")]


def test_an_ending_that_says_no_format_is_refused_before_reading(folder: Path) -> None:
    made = CliRunner().invoke(app, ["extract", str(folder), "--corpus-entities", str(folder / "e.xls")])
    assert made.exit_code == 2
    assert "name the corpus's entities with .jsonl or .csv" in made.output


def test_lines_keep_the_schema(folder: Path) -> None:
    printed = CliRunner().invoke(app, ["schema", "--corpus-entities"])
    schema = json.loads(printed.output)
    assert schema["title"] == "letopis-corpus/1"
    for line in run(folder, "e.jsonl").read_text("utf-8").splitlines():
        jsonschema.validate(json.loads(line), schema)
