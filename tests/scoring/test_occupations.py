"""factRuEval's occupations: the layer read, and the organisers' measure over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from letopis.cli.app import app
from letopis.errors import DataError
from letopis.scoring.datasets.occupations import Occupation, load_occupations
from letopis.scoring.occupations import found_occupations, occupation_tally, worth

TEXT = "Мэр Твери Иван Петров уехал."
LAYERS = {
    "a.txt": TEXT,
    "a.spans": "1 job 0 3 1 1  # 1 Мэр\n2 loc_name 4 5 2 1  # 2 Твери\n3 name 10 4 3 1\n4 surname 15 6 4 1\n",
    "a.objects": "10 Location 2 # Твери\n11 Person 3 4\n",
    "a.coref": "7 10\nname Тверь\n\n8 11\nfirstname Иван\nlastname Петров\n",
    "a.facts": "1-0 Occupation\nWho obj8 Петров Иван\nPosition span1 Мэр\nWhere obj7 Тверь\n\n1-1 Deal\nType x\n",
}


def store(folder: Path, layers: dict[str, str]) -> Path:
    for name, held in layers.items():
        (folder / name).write_text(held, encoding="utf-8", newline="\n")
    return folder


def test_occupations_are_read_with_every_spelling(tmp_path: Path) -> None:
    (document,) = load_occupations(store(tmp_path, LAYERS))
    (fact,) = document.facts
    assert [name for name, _ in fact.arguments] == ["who", "position", "where"]
    assert {"петров", "иван петров", "петров иван"} <= fact.arguments[0][1]
    assert fact.arguments[2][1] == {"тверь", "твери"}


def test_occupations_need_a_layer_of_facts(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"holds no \.facts file"):
        load_occupations(store(tmp_path, {"a.txt": TEXT}))


def test_occupations_name_an_unknown_object(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="obj9 is no object"):
        load_occupations(store(tmp_path, {**LAYERS, "a.facts": "1-0 Occupation\nWho obj9 Петров\n"}))


GOLD = Occupation((("who", frozenset({"петров"})), ("position", frozenset({"мэр"})), ("where", frozenset({"тверь"}))))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("who", "петров"), ("position", "мэр"), ("where", "тверь")], 1.0),
        ([("who", "петров"), ("position", "мэр")], 2 / 3),
        ([("who", "петров"), ("position", "глава"), ("where", "тверь")], 2 / 4),
        ([("who", "иванов"), ("position", "глава")], 0.0),
    ],
)
def test_worth_counts_missed_and_superfluous(found: list[tuple[str, str]], expected: float) -> None:
    assert worth(GOLD, found) == pytest.approx(expected)


def test_tally_answers_one_to_one() -> None:
    found = [[("who", "петров"), ("position", "мэр"), ("where", "тверь")]] * 2
    tally = occupation_tally([([GOLD], found)])
    assert (tally.precision, tally.recall) == (0.5, 1.0)


def test_positions_of_a_record_that_have_a_place() -> None:
    titles = [{"start": 0, "end": end, "text": TEXT[:end]} for end in (9, 3)]
    record = {
        "text": TEXT,
        "mentions": [
            {"id": "m1", "kind": "place", "start": 4, "end": 9, "text": "Твери"},
            {"id": "m2", "kind": "person", "start": 10, "end": 21, "text": "Иван Петров", "entity": "e1"},
        ],
        "facts": [
            {
                "frame": "position",
                "predicate": {"lemma": "мэр"},
                "roles": {"patient": [{"mention": "m2"}], "attribute": [title]},
            }
            for title in titles
        ],
    }
    assert found_occupations(record) == [[("who", "иван петров"), ("position", "мэр"), ("where", "твери")]]


def test_command_measures_a_folder(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["occupations", str(store(tmp_path, LAYERS))])
    assert done.exit_code == 0
    assert done.output.startswith("1 documents, 1 occupations, 1 found\nF1 1.000")


def test_command_says_where_nothing_lies(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["occupations", str(tmp_path)]).exit_code == 2
