from __future__ import annotations

from pathlib import Path

import pytest

from letopis.errors import DataError
from letopis.scoring.datasets.brat import load_brat
from letopis.scoring.datasets.mapping import load

TEXT = "Иван Петров из Твери\nуехал во французский Лион вчера."
ANN = (
    "T1\tPERSON 0 11\tИван Петров\n"
    "T2\tPERSON 5 11\tПетров\n"
    "T3\tCITY 15 20\tТвери\n"
    "T4\tCOUNTRY 30 41\tфранцузский\n"
    "T5\tCITY 42 46\tЛион\n"
    "T6\tDATE 47 52\tвчера\n"
    "T7\tPROFESSION 0 4\tИван\n"
    "T8\tCITY 15 20;42 46\tТвери Лион\n"
    "R1\tPLACE Arg1:T1 Arg2:T3\n"
)


def store(folder: Path, annotation: str) -> Path:
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / "a.ann").write_text(annotation, encoding="utf-8")
    return folder


def test_brat_keeps_mapped_longest_capitalised(tmp_path: Path) -> None:
    (document,) = load_brat(store(tmp_path, ANN), load("nerel"))
    assert [(m["kind"], m["text"]) for m in document.record["mentions"]] == [
        ("person", "Иван Петров"),
        ("place", "Твери"),
        ("place", "Лион"),
        ("date", "вчера"),
    ]


def test_brat_span_over_a_line_break(tmp_path: Path) -> None:
    (document,) = load_brat(store(tmp_path, "T1\tCITY 15 26\tТвери уехал\n"), load("nerel"))
    assert document.record["mentions"][0]["text"] == "Твери\nуехал"


@pytest.mark.parametrize(
    ("annotation", "message"),
    [("T1\tCITY 14 20\tТвери\n", r"a\.ann:1: 14–20 does not slice"), (None, r"holds no \.ann file")],
)
def test_brat_faults_are_named(tmp_path: Path, annotation: str | None, message: str) -> None:
    folder = store(tmp_path, annotation) if annotation else tmp_path
    with pytest.raises(DataError, match=message):
        load_brat(folder, load("nerel"))


def test_unknown_data_set_is_refused() -> None:
    with pytest.raises(DataError, match="choose among brat, bsnlp"):
        load("absent")


def test_mapping_is_told_in_words() -> None:
    lines = load("nerel").lines()
    assert "person: PERSON" in lines
    assert any("adjectives" in line for line in lines)


@pytest.mark.parametrize(
    ("label", "surface", "kind"),
    [
        ("COUNTRY", "Российской", None),
        ("COUNTRY", "российской", None),
        ("STATE_OR_PROVINCE", "Курской области", "place"),
        ("CITY", "Курск", "place"),
        ("CITY", "Минске", "place"),
        ("PERSON", "Ленинский", "person"),
    ],
)
def test_adjectives_alone_are_no_places(label: str, surface: str, kind: str | None) -> None:
    assert load("nerel").kind(label, surface) == kind
