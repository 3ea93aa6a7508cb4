from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from letopis.scoring.datasets import read
from letopis.scoring.datasets.conventions import Convention, convention

NEREL = Path(__file__).parents[3] / "shared" / "data" / "nerel" / "dev"


@pytest.fixture
def nerel() -> Convention:
    held = convention("nerel")
    assert held is not None
    return held


def record(text: str, *spans: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
    mentions = [
        {"id": f"m{n}", "kind": kind, "start": text.index(said), "end": text.index(said) + len(said), "text": said}
        | {"value": value}
        for n, (kind, said, value) in enumerate(spans, 1)
    ]
    return {"text": text, "mentions": mentions, "entities": [], "facts": []}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("с 1920 по 1922 год", "1920 по 1922 год"),
        ("В течение примерно трёх лет", "трёх лет"),
        ("в среду, 3 октября 2018 года", "3 октября 2018 года"),
        ("среду", "среду"),
        ("2013г.", "2013г"),
        ("сентябре", "сентябре"),
        ("до", "до"),
    ],
)
def test_dates_begin_without_prepositions(nerel: Convention, said: str, left: str) -> None:
    [mention] = nerel.brought(record(said, ("date", said, {})))["mentions"]
    assert mention["text"] == left == said[mention["start"] : mention["end"]]


def test_durations_are_dates_and_hours_are_not(nerel: Convention) -> None:
    year, hour = {"type": "duration", "unit": "год"}, {"type": "duration", "unit": "час"}
    text = "Шли три года и пять часов, взяв 2 пушки."
    held = record(
        text,
        ("quantity", "три года", year),
        ("quantity", "пять часов", hour),
        ("quantity", "2 пушки", {"type": "count"}),
    )
    found = nerel.brought(held)["mentions"]
    assert [(m["kind"], m["text"]) for m in found] == [
        ("date", "три года"),
        ("quantity", "пять часов"),
        ("quantity", "2 пушки"),
    ]


def test_figures_joined_to_a_word_are_left_out_of_what_is_wanted(nerel: Convention) -> None:
    held = record("Болел COVID-19 в 2020 году.", ("date", "19", {}), ("date", "2020 году", {}))
    assert [m["text"] for m in nerel.wanted(held)["mentions"]] == ["2020 году"]


def test_a_set_without_a_convention_stays_as_it_is() -> None:
    assert convention("bsnlp") is None


@pytest.mark.skipif(not NEREL.is_dir(), reason="NEREL does not lie beside the repository")
def test_nerel_is_read_under_its_convention() -> None:
    dates = [m["text"] for document in read("nerel", NEREL) for m in document.record["mentions"] if m["kind"] == "date"]
    assert len(dates) > 400
    assert not any(date.startswith(("в ", "В ")) for date in dates)
