"""`letopis extract` as a person uses it: what is printed, what is written, what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli import app

SENTENCE = (
    "В мае 1922 года завод в Туле выпустил 39 тыс. винтовок и отправил их по железной дороге в Москву, "
    "где товарищ Петров принял груз и расписался в получении."
)


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "b.txt").write_bytes(SENTENCE.encode("cp1251"))
    return tmp_path


def test_extract_prints_jsonl_where_output_is_no_terminal(folder: Path) -> None:
    code, out, _ = run("extract", str(folder))
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [r["id"] for r in records] == ["a", "b"]
    assert records[0]["text"] == records[1]["text"] == SENTENCE


def test_extract_reads_text_and_standard_input() -> None:
    from_text = json.loads(run("extract", "--text", SENTENCE)[1])
    from_stdin = json.loads(run("extract", "-", stdin=SENTENCE.encode())[1])
    assert from_text["mentions"] == from_stdin["mentions"]
    assert len(from_text["mentions"]) >= 2


def test_extract_one_bad_file_never_loses_the_others(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 8)
    code, out, err = run("extract", str(folder))
    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "b"]
    assert "empty.txt" in err and "noise.txt" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract", "missing.txt"], "missing.txt"),
        (["extract"], "nothing to read"),
        (["extract", "--text", "  "], "empty"),
        (["extract", "--text", "a", "--written", "вчера"], "EDTF"),
        (["extract", "--text", "a", "--reference-date", "1834"], "ISO day"),
        (["extract", "--text", "a", "-f", "csv"], "folder"),
        (["extract", "--text", "a", "--base", "no_such_pipeline"], "no_such_pipeline"),
        (["explain", " "], "empty"),
        (["explain", "a", "--calendar", "lunar"], "julian or gregorian"),
    ],
)
def test_errors_are_one_sentence_and_exit_2(arguments: list[str], says: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err and "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_extract_empty_folder_is_an_error(tmp_path: Path) -> None:
    code, _, err = run("extract", str(tmp_path))
    assert code == 2 and "no files" in err


def test_extract_reads_the_catalogue_beside_the_texts(folder: Path) -> None:
    (folder / "a.txt").write_text("Письмо от 26 августа 1812 года.", "utf-8")
    (folder / "catalogue.toml").write_text('[a]\ncalendar = "julian"\n', "utf-8")
    code, out, _ = run("extract", str(folder / "a.txt"))
    date = next(m for m in json.loads(out)["mentions"] if m["kind"] == "date")
    assert code == 0
    assert (date["value"]["edtf"], date["value"]["calendar"]) == ("1812-09-07", "julian")


def test_extract_faulty_catalogue_fails_its_documents_with_a_reason(folder: Path) -> None:
    (folder / "catalogue.toml").write_text('[a]\ncolour = "red"\n', "utf-8")
    code, out, err = run("extract", str(folder))
    assert code == 2 and out == ""
    assert "catalogue.toml" in err and "colour" in err


def test_extract_is_the_same_with_workers(folder: Path) -> None:
    assert run("extract", str(folder), "--workers", "2")[1] == run("extract", str(folder))[1]


def test_documents_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(SENTENCE, "utf-8")
    ids = [json.loads(line)["id"] for line in run("extract", str(tmp_path))[1].splitlines()]
    assert ids == ["x/a", "y/a"]


def test_schema_is_json_and_version_names_the_models() -> None:
    assert json.loads(run("schema")[1])["$schema"].startswith("https://json-schema.org")
    assert "slovnet_ner_news_v1 sha256:" in run("--version")[1]


def test_explain_shows_rule_and_value() -> None:
    code, out, _ = run("explain", "39 тыс. винтовок")
    assert code == 0
    assert "39000" in out and "винтовка" in out and "rule" in out


def test_extract_one_bad_line_never_loses_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "В 1920 году."}\n{"id": "y"}\n', "utf-8")
    code, out, err = run("extract", str(tmp_path))
    assert (code, [json.loads(line)["id"] for line in out.splitlines()]) == (1, ["x"])
    assert "line 2" in err and "1 document gave no records" in err
