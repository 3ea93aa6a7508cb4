"""What goes wrong on the command line is one sentence, and costs no more than what is at fault."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli import app

SENTENCE = "В мае 1922 года завод в Туле выпустил 39 тыс. винтовок."
LETOPIS = [sys.executable, "-c", "from letopis.cli import app; app()"]


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are Unicode")
def test_a_file_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff\xe0.txt")).write_text(SENTENCE, "utf-8")
    (tmp_path / "b.txt").write_text(SENTENCE, "utf-8")
    out = tmp_path / "out" / "records.jsonl"
    code, _, err = run("extract", str(tmp_path), "-o", str(out))
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert (code, err) == (0, "")
    assert [record["id"] for record in records] == ["b", r"\xff\xe0"]
    assert records[1]["source"].endswith(r"/\xff\xe0.txt")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract", "--text", "а\udcff"], "valid Unicode"),
        (["explain", "а\udcff"], "valid Unicode"),
        (["extract", "a.txt", "--text", "а"], "do not go together"),
        (["extract", "--text", "а", "--encoding", "cp1251"], "do not go together"),
        (["extract", "--text", "а", "--calendar", "lunar"], "julian or gregorian"),
        (["facts", "missing.txt"], "missing.txt"),
        (["facts", "missing.txt", "--since", "1930", "--until", "1920"], "is after"),
        (["facts", "missing.txt", "--written", "zz"], "EDTF"),
        (["catalogue", "check", "missing"], "does not exist"),
        (["catalogue", "check", __file__], "is a file"),
    ],
)
def test_errors_are_one_sentence_and_exit_2(arguments: list[str], says: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err and len(err.strip().splitlines()) == 1


def test_a_faulty_catalogue_is_named_once(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "catalogue.toml").write_text("[a\n", "utf-8")
    code, out, err = run("extract", str(tmp_path))
    assert (code, out) == (2, "") and err.count("catalogue.toml") == 1


@pytest.mark.parametrize("command", [["extract"], ["catalogue", "check"]])
def test_a_catalogue_that_is_a_folder_is_an_error(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "catalogue.toml").mkdir()
    code, _, err = run(*command, str(tmp_path))
    assert code == 2 and "catalogue.toml cannot be read" in err


def test_one_bad_member_of_a_zip_costs_itself(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", SENTENCE)
        archive.writestr("b.txt", bytes(range(256)) * 8)
        archive.writestr("c.txt", SENTENCE)
    code, out, err = run("extract", str(tmp_path / "z.zip"))
    assert code == 1 and [json.loads(line)["id"] for line in out.splitlines()] == ["a", "c"]
    assert "z.zip/b.txt is no text" in err and "1 document gave no records" in err


def test_one_bad_row_costs_itself(tmp_path: Path) -> None:
    rows = ['{"id": "x", "text": "а \\ud800"}', json.dumps({"id": "y", "text": SENTENCE})]
    (tmp_path / "r.jsonl").write_text("\n".join(rows), "utf-8")
    code, out, err = run("extract", str(tmp_path / "r.jsonl"))
    assert code == 1 and [json.loads(line)["id"] for line in out.splitlines()] == ["y"]
    assert "r.jsonl (x)" in err


@pytest.mark.parametrize(
    ("name", "rows"), [("r.jsonl", f'{{"body": "{SENTENCE}"}}\n'), ("r.csv", f"body\n{SENTENCE}\n")]
)
def test_the_text_field_is_named(name: str, rows: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(rows, "utf-8")
    code, _, err = run("extract", str(tmp_path / name))
    assert code == 2 and "--text-field" in err
    code, out, _ = run("extract", str(tmp_path / name), "--text-field", "body")
    assert code == 0 and json.loads(out)["text"] == SENTENCE


def test_facts_reads_standard_input_and_what_is_known_of_it() -> None:
    code, out, _ = run("facts", "-", "--csv", "--written", "1922", "--calendar", "julian", stdin=SENTENCE.encode())
    assert code == 0 and "stdin,f1," in out


@pytest.mark.skipif(sys.platform == "win32", reason="no such descriptors")
def test_a_process_substitution_is_standard_input() -> None:
    reads, writes = os.pipe()
    os.write(writes, SENTENCE.encode())
    os.close(writes)
    code, out, _ = run("extract", f"/dev/fd/{reads}")
    os.close(reads)
    record = json.loads(out)
    assert (code, record["id"], record["source"]) == (0, "stdin", None)


def test_nothing_readable_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("as before", "utf-8")
    assert run("extract", str(tmp_path / "missing.txt"), "-o", str(out))[0] == 2
    assert out.read_text("utf-8") == "as before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["--version"], ["explain", "В 1812 году."]])
def test_a_broken_pipe_is_quiet(arguments: list[str]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    ended = subprocess.run([*LETOPIS, *arguments], stdout=writes, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writes)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_an_interrupt_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("letopis.records.schema.json_schema", interrupted)
    assert run("schema") == (130, "", "letopis: interrupted.\n")


def test_what_pypdf_remarks_is_not_printed() -> None:
    import letopis.sources.documents.pdf  # noqa: F401

    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("pypdf").handlers)
