"""`--model` of the commands that read texts."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from letopis.cli import app
from letopis.language import models

TEXT = "Граф Румянцев прибыл в Глухов в 1765 году."


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_model_fast_is_slovnet() -> None:
    code, out, _ = run("extract", "--text", TEXT, "--model", "fast", "-f", "jsonl")
    assert code == 0
    assert '"rule":"slovnet_ner_news_v1"' in out.replace(": ", ":")


@pytest.mark.parametrize("command", [["extract", "--text", TEXT], ["facts", "letters"], ["explain", TEXT], ["score"]])
def test_model_of_another_name_is_refused(command: list[str]) -> None:
    code, _, said = run(*command, "--model", "large")
    assert code == 2
    assert "fast" in said and "accurate" in said


def test_model_and_spacy_pipeline_do_not_go_together() -> None:
    code, _, said = run("extract", "--text", TEXT, "--model", "fast", "--base", "ru_core_news_lg")
    assert code == 2
    assert "not both" in said


def test_model_whose_file_is_not_there_is_an_error_of_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime")
    monkeypatch.setitem(models.OWN, "contextual", "absent.onnx")
    code, _, said = run("explain", TEXT, "--model", "accurate")
    assert code == 2
    assert said.strip() == "letopis: this installation of Letopis has no absent.onnx: use --model fast."


def test_version_names_the_models_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(models.OWN, "contextual", "absent.onnx")
    code, out, _ = run("--version")
    assert code == 0
    assert "slovnet_ner_news_v1 sha256:" in out and "absent" not in out
