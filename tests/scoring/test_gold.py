from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from letopis.errors import DataError
from letopis.scoring.gold import fingerprint, load_gold

TEXT = "В 1920 году Ататюрк созвал парламент."


def written() -> dict[str, Any]:
    return {
        "id": "doc",
        "mentions": [
            {
                "id": "m1",
                "kind": "date",
                "start": 2,
                "end": 11,
                "text": "1920 году",
                "value": {
                    "edtf": "1920",
                    "earliest": "1920-01-01",
                    "latest": "1920-12-31",
                    "calendar": "unspecified",
                },
            },
            {"id": "m2", "kind": "person", "start": 12, "end": 19, "text": "Ататюрк", "normal": "Ататюрк", "value": {}},
        ],
        "entities": [{"id": "e1", "kind": "person", "name": "Ататюрк", "mentions": ["m2"]}],
        "facts": [
            {
                "id": "f1",
                "frame": "found",
                "predicate": {"start": 20, "end": 26, "text": "созвал"},
                "roles": {"agent": [{"mention": "m2"}], "time": [{"mention": "m1"}]},
                "factuality": "asserted",
            }
        ],
    }


@pytest.fixture
def store(tmp_path: Path) -> Callable[[dict[str, Any]], tuple[Path, Path]]:
    def put(held: dict[str, Any]) -> tuple[Path, Path]:
        gold, corpus = tmp_path / "gold", tmp_path / "corpus"
        gold.mkdir(exist_ok=True)
        corpus.mkdir(exist_ok=True)
        (gold / "doc.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        (corpus / "doc.txt").write_bytes(TEXT.encode())
        (corpus / "catalogue.toml").write_text('[doc]\ngenre = "letter"\nsplit = "dev"\n', encoding="utf-8")
        return gold, corpus

    return put


def test_gold_is_a_full_record(store: Any) -> None:
    (document,) = load_gold(*store(written()))
    assert document.text == TEXT
    assert document.entry.genre == "letter"
    assert document.record["mentions"][1]["entity"] == "e1"
    assert len(fingerprint([document])) == 64


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.pop("facts"), "exactly the keys"),
        (lambda d: d.update(id="other"), "not the file's name"),
        (lambda d: d["mentions"][0].update(start=3), "m1: 3–11 does not slice.*first stands at 2"),
        (lambda d: d["mentions"][0].pop("start"), "m1 lacks start"),
        (lambda d: d["mentions"][1].update(id="m1"), "m1"),
        (lambda d: d["mentions"][1].update(kind="deity"), "m2"),
        (lambda d: d["mentions"][1].pop("normal"), "m2 'Ататюрк' has no normal form"),
        (lambda d: d["mentions"][0]["value"].update(earliest="1920"), "write earliest and latest as YYYY-MM-DD"),
        (lambda d: d["mentions"][0]["value"].update(earliest="1921-01-01"), "earliest 1921-01-01 is after"),
        (lambda d: d["mentions"][0]["value"].update(calendar="lunar"), "m1 "),
        (lambda d: d["mentions"][0]["value"].update(century=20), "m1 "),
        (lambda d: d["entities"][0]["mentions"].append("m9"), "names the mention m9"),
        (lambda d: d["entities"][0].update(mentions=["m1"]), "e1 is a person but m1 a date"),
        (lambda d: d["entities"].clear(), "m2 'Ататюрк' has no entity"),
        (lambda d: d["facts"][0].update(frame="dance"), "f1 frame"),
        (lambda d: d["facts"][0]["roles"].update(helper=[]), "f1 roles"),
        (lambda d: d["facts"][0]["predicate"].update(end=25), "f1: predicate"),
        (lambda d: d["facts"][0]["roles"].update(agent=[{"mention": "m7"}]), "f1: agent names the mention m7"),
    ],
)
def test_faulty_gold_is_refused(store: Any, change: Callable[[dict[str, Any]], Any], message: str) -> None:
    held = written()
    change(held)
    gold, corpus = store(held)
    with pytest.raises(DataError, match=message) as raised:
        load_gold(gold, corpus)
    assert "doc" in str(raised.value)


def test_overlap_of_one_kind_is_refused(store: Any) -> None:
    held = written()
    extra = {**held["mentions"][0], "id": "m3", "end": 6, "text": "1920"}
    held["mentions"].append(extra)
    with pytest.raises(DataError, match="both date and overlap"):
        load_gold(*store(held))


def test_missing_text_is_named(store: Any) -> None:
    gold, corpus = store(written())
    (corpus / "doc.txt").unlink()
    with pytest.raises(DataError, match=r"doc\.txt, which is missing"):
        load_gold(gold, corpus)


def test_broken_json_is_named(store: Any) -> None:
    gold, corpus = store(written())
    (gold / "doc.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read as JSON"):
        load_gold(gold, corpus)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_split_is_chosen_or_refused(store: Any, split: str) -> None:
    paths = store(written())
    if split == "dev":
        assert len(load_gold(*paths, split)) == 1
    else:
        with pytest.raises(DataError, match='split = "test"'):
            load_gold(*paths, split)


def test_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"holds no ID\.json"):
        load_gold(tmp_path, tmp_path)
    with pytest.raises(DataError, match="is no folder"):
        load_gold(tmp_path / "absent", tmp_path)
