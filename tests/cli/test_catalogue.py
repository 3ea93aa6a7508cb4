"""`letopis catalogue check` says what is missing on either side."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from letopis.cli import app


def check(folder: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["catalogue", "check", str(folder)])
    return result.exit_code, result.output


def test_catalogue_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Текст.", "utf-8")
    (tmp_path / "catalogue.toml").write_text('[a]\ntitle = "А"\n', "utf-8")
    assert check(tmp_path) == (0, "1 text, with its entry.\n")


def test_catalogue_names_what_lacks_and_what_is_too_much(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Текст.", "utf-8")
    (tmp_path / "catalogue.toml").write_text('[b]\ntitle = "Б"\n', "utf-8")
    code, said = check(tmp_path)
    assert code == 1
    assert "[a]" in said and "[b]" in said


def test_catalogue_absent_is_an_error(tmp_path: Path) -> None:
    code, said = check(tmp_path)
    assert code == 2 and "catalogue.toml" in said
