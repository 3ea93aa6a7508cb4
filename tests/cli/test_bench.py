"""`letopis bench` rewrites what stands between markers, and the reports that are committed have its shape."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli import app
from letopis.cli.bench import between_markers
from letopis.cli.bench_reports import LAYERS, MEASURES, rules_digest

ROOT = Path(__file__).parent.parent.parent


def test_only_what_stands_between_markers_is_rewritten() -> None:
    page = "a\n<!-- t: begin -->\nold\n<!-- t: end -->\nb\n<!-- u: begin -->\nkept\n<!-- u: end -->\n"
    made = between_markers(page, {"t": "| new |", "absent": "x"})
    assert made == page.replace("old", "| new |")
    assert between_markers(made, {"t": "| new |"}) == made


@pytest.mark.parametrize("page", ["README.md", "reports/quality.md"])
def test_committed_quality_tables_have_a_row_a_measure(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for title in MEASURES.values():
        assert re.search(rf"^\| {re.escape(title)} \| \d\.\d{{3}}", text, re.MULTILINE), title


def test_rules_have_one_digest() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", rules_digest())
    assert rules_digest() == rules_digest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for folder in ("gold", "corpus", "nerel"):
        (tmp_path / folder).mkdir()
    catalogue = []
    for split, text in (("dev", "Генерал Иванов прибыл в Москву."), ("test", "Купец Иванов уехал в Казань.")):
        start = text.index("Иванов")
        mention = {"id": "m1", "kind": "person", "start": start, "end": start + 6, "text": "Иванов"}
        held = {
            "id": split,
            "mentions": [{**mention, "normal": "Иванов", "value": {}}],
            "entities": [{"id": "e1", "kind": "person", "name": "Иванов", "mentions": ["m1"]}],
            "facts": [],
        }
        (tmp_path / "gold" / f"{split}.json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
        (tmp_path / "corpus" / f"{split}.txt").write_bytes(text.encode())
        (tmp_path / "nerel" / f"{split}.txt").write_bytes(text.encode())
        (tmp_path / "nerel" / f"{split}.ann").write_text(f"T1\tPERSON {start} {start + 6}\tИванов\n", "utf-8")
        catalogue.append(f'[{split}]\ngenre = "report"\nsplit = "{split}"\n')
    (tmp_path / "corpus" / "catalogue.toml").write_text("\n".join(catalogue), "utf-8")
    (tmp_path / "README.md").write_text("# A\n<!-- quality: begin -->\n<!-- quality: end -->\n", "utf-8")
    return tmp_path


def test_every_report_is_written_and_a_missing_peer_is_said_to_be(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    made = CliRunner().invoke(app, ["bench", "--no-speed", "--systems", "letopis,oracle", "--nerel", "nerel"])
    assert made.exit_code == 0, made.output
    compared = Path("reports/comparison.md").read_text("utf-8")
    assert "- Not compared: there is no system 'oracle'" in compared
    assert compared.count("Not compared") == 1
    assert "## NEREL, development part" in compared and "person: PERSON" in compared
    assert "`letopis bench --systems letopis,oracle --nerel PATH`" in compared
    assert "slovnet_ner_news" in compared and rules_digest() in compared
    quality = Path("reports/quality.md").read_text("utf-8")
    assert "| persons, spans | 1.000 | 1.000 |" in quality
    assert all(title in quality for title in (*MEASURES.values(), *LAYERS.values()))
    assert "| genre: report | 2 |" in quality and "SHA-256" in quality
    assert str(place) not in quality + compared
    readme = Path("README.md").read_text("utf-8")
    assert "| persons, spans | 1.000 | 1.000 |" in readme and "slice" not in readme
    assert not Path("reports/speed.md").exists()


def test_bench_names_a_folder_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(app, ["bench"])
    assert made.exit_code == 2 and "is no folder" in made.stderr
