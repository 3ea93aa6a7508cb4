"""Other systems' cases: LETOPIS_PEER_CASES names their file, or it lies in `../shared/data` beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from spacy.language import Language

from letopis.cli.reports.peer_cases import peer_cases
from letopis.systems.peer_cases import agrees, compare, excluded, load_cases, read

WANTED = 0.98
BESIDE = Path(__file__).parents[3] / "shared" / "data" / "peer_cases_ru.jsonl"
CASES = Path(os.environ.get("LETOPIS_PEER_CASES", BESIDE))
OWN = [
    {"src": "duckling", "dim": "Numeral", "input": "пять", "expected": "(NumeralValue 5)"},
    {"src": "duckling", "dim": "Quantity", "input": "2 килограмма", "expected": "(simple Gram 2000 Nothing)"},
    {"src": "duckling", "dim": "AmountOfMoney", "input": "от 3 до 5 рублей", "expected": "(between RUB (3, 5))"},
    {"src": "nemo_tn", "dim": "cardinal", "input": "две тысячи триста", "expected": "2.300"},
]


@pytest.mark.skipif(not CASES.is_file(), reason="there is no file of other systems' cases")
def test_peer_cases(nlp: Language) -> None:
    outcome = compare(load_cases(CASES), nlp)
    assert outcome.share >= WANTED, (outcome.share, outcome.wrong)


@pytest.mark.parametrize("case", OWN, ids=lambda case: case["input"])
def test_conventions_convert(nlp: Language, case: dict[str, str]) -> None:
    assert agrees(read(case["input"], nlp), case)


def test_what_is_read_otherwise_is_said(nlp: Language) -> None:
    outcome = compare([{**OWN[0], "expected": "(NumeralValue 6)"}, *OWN[1:]], nlp)
    assert outcome.share == 0.75
    assert outcome.wrong == ["Numeral: пять → (NumeralValue 6)"]


def test_the_reason_of_what_is_left_out() -> None:
    assert excluded("кг") == "a bare unit is no quantity"
    assert excluded("2 кг") is None


def test_the_report_has_figures_and_no_cases(nlp: Language) -> None:
    page = peer_cases([*OWN, {"src": "duckling", "dim": "Quantity", "input": "кг", "expected": ""}], "letopis bench")
    assert "| duckling | 3 | 3 | 1.000 |" in page
    assert "| a bare unit is no quantity | 1 |" in page
    assert "килограмма" not in page
