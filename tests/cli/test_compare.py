"""`letopis compare` over a gold of two documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli import app

TEXTS = {"a": "Генерал Иванов прибыл в Москву.", "b": "Купец Петров уехал в Казань."}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for folder in ("gold", "corpus"):
        (tmp_path / folder).mkdir()
    for id, text in TEXTS.items():
        surface = text.split()[1]
        start = text.index(surface)
        mention = {"id": "m1", "kind": "person", "start": start, "end": start + len(surface), "text": surface}
        held = {
            "id": id,
            "mentions": [{**mention, "normal": surface, "value": {}}],
            "entities": [{"id": "e1", "kind": "person", "name": surface, "mentions": ["m1"]}],
            "facts": [],
        }
        (tmp_path / "gold" / f"{id}.json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
        (tmp_path / "corpus" / f"{id}.txt").write_bytes(text.encode())
    return tmp_path


def call(place: Path, *arguments: str) -> tuple[int, str, str]:
    made = CliRunner().invoke(app, ["compare", str(place / "gold"), "--corpus", str(place / "corpus"), *arguments])
    return made.exit_code, made.stdout, made.stderr


def test_one_table_with_speed_and_memory(place: Path) -> None:
    code, shown, _ = call(place, "--systems", "letopis", "--json")
    made = json.loads(shown)
    (system,) = made["systems"]
    assert code == 0 and made["documents"] == 2
    assert system["measures"]["person strict"]["f1"] == 1
    assert system["characters_per_cpu_second"] > 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--systems", "oracle"], "there is no system 'oracle'"),
        (["--systems", ","], "names no system"),
        (["--dataset", "absent"], "there is no data set 'absent'"),
        (["--dataset", "nerel"], "holds no .ann file"),
    ],
)
def test_mistakes_are_named(place: Path, arguments: list[str], message: str) -> None:
    code, _, said = call(place, *arguments)
    assert code == 2 and message in said
