"""`letopis facts` keeps the facts that are asked for."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from letopis.cli import app

TEXT = """В 1920 году Россия поставила Турции 39 тыс. винтовок.
В 1930 году завод в Туле поставил армии 500 пудов муки.
В 1920 году генерал Иванов взял Киев.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def rows(*arguments: str) -> pd.DataFrame:
    import io

    result = CliRunner().invoke(app, ["facts", *arguments, "--csv"])
    assert result.exit_code == 0, result.output
    return pd.read_csv(io.StringIO(result.stdout))


def test_facts_of_a_frame_and_a_period(file: Path) -> None:
    assert set(rows(str(file), "--frame", "supply").frame) == {"supply"}
    kept = rows(str(file), "--frame", "supply", "--since", "1920", "--until", "1922")
    assert len(kept) == 1
    assert "39 тыс. винтовок [m" in kept.theme[0]


def test_facts_refuses_an_unknown_frame(file: Path) -> None:
    result = CliRunner().invoke(app, ["facts", str(file), "--frame", "gift"])
    assert result.exit_code == 2 and "supply" in result.stderr


def test_facts_prints_a_table(file: Path) -> None:
    result = CliRunner().invoke(app, ["facts", str(file)])
    assert result.exit_code == 0 and "supply" in result.stdout
