"""`--max-size` as the command line takes it: each file, and what a zip file unpacks to."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli import app

SENTENCE = "В мае 1922 года завод в Туле выпустил 39 тыс. винтовок и отправил их по железной дороге в Москву."


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "c.zip").write_bytes(zipped("c.txt", SENTENCE.encode()))
    return tmp_path


@pytest.mark.parametrize("command", ["extract", "facts"])
@pytest.mark.parametrize(
    ("size", "code", "says"),
    [
        ("0", 2, "larger than the 0 bytes allowed"),
        ("0.00001", 2, "larger than the 10 bytes allowed: split it, or raise the limit with --max-size."),
        ("0.001", 1, "long.txt is larger than the 1048 bytes allowed"),
        ("1", 0, ""),
        ("1e30", 0, ""),
        ("inf", 0, ""),
    ],
)
def test_max_size_bounds_each_file(folder: Path, command: str, size: str, code: int, says: str) -> None:
    (folder / "long.txt").write_text("Слово. " * 100, "utf-8")
    found, _, err = run(command, str(folder), "--max-size", size)
    assert (found, "Traceback" in err) == (code, False)
    assert says in err if says else not err


def test_max_size_of_what_a_zip_unpacks_to(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped("a.txt", b"\0" * 1_100_000))
    code, _, err = run("extract", str(tmp_path), "--max-size", "1")
    assert code == 2 and "unpacks to more than the 1 MB allowed" in err


@pytest.mark.parametrize("size", ["-1", "nan", "много"])
def test_max_size_is_a_number(folder: Path, size: str) -> None:
    code, _, err = run("extract", str(folder), "--max-size", size)
    assert code == 2 and "--max-size" in err and "Traceback" not in err
