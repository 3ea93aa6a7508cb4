"""Records survive the way to JSON and back, and validate against their own schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from letopis import extract
from letopis.errors import DataError
from letopis.records.json import dumps, loads, read
from letopis.records.schema import json_schema

TEXTS = [
    "Всего с 1920 по 1922 год советская Россия поставила Ататюрку 39 тыс. винтовок и 500 пудов муки.",
    "В 1812 году, 26 августа (7 сентября), при Бородине убито около 40 человек; полковник И. И. Иванов ранен.",
    "\n\n  <b>\u00a0&amp; \U0001f600 7½ рублей ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_json_round_trip_is_byte_identical(text: str) -> None:
    line = dumps(extract(text))
    assert dumps(loads(line, "line 1")) == line
    assert dumps(extract(text)) == line


@pytest.mark.parametrize("text", TEXTS)
def test_json_validates_against_the_schema(text: str) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(dumps(extract(text))))


def test_read_names_the_line_at_fault(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    file.write_text(dumps(extract("В 1812 году.")) + '\n{"schema": "letopis/1"}\n', "utf-8")
    with pytest.raises(DataError, match="line 2"):
        read(file)
