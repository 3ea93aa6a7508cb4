"""Duckling's cases of times, where the file that LETOPIS_PEER_CASES names, or `shared/data` beside the repository, has
them: those of a day or longer, counted from the day that its tests take for now.

What reads otherwise by our convention is listed, with its reason, in `peer_conventions.toml`.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from letopis.dimensions.context import Context
from letopis.dimensions.mention import mentions
from letopis.pipeline import read

BESIDE = Path(__file__).parents[4] / "shared" / "data" / "peer_cases_ru.jsonl"
CASES = Path(os.environ.get("LETOPIS_PEER_CASES", BESIDE))
NOW = "2013-02-12"
WANTED = 0.95
LONG = {"Day", "Week", "Month", "Quarter", "Year"}
CONVENTIONS = tomllib.loads(Path(__file__).with_name("peer_conventions.toml").read_text("utf-8"))


def excluded(text: str) -> str | None:
    """Why a case is not compared, or `None`."""
    found = (rule["reason"] for rule in CONVENTIONS["excluded"] if re.search(rule["pattern"], text))
    return next(found, None)


def first_day(expected: str) -> str | None:
    """The first day of a case's time as ISO: `(datetime (2013, 2, 10, 0, 0, 0) Day)`; `None` where it is shorter."""
    told = re.match(r"\(datetime(?:Interval)? \(*(\d+), (\d+), (\d+), .*\) (\w+)\)$", expected)
    if told is None or told[4] not in LONG:
        return None
    year, month, day = int(told[1]), int(told[2]), int(told[3])
    return f"{year:04d}-{month or 1:02d}-{day or 1:02d}"


def compared() -> list[dict[str, Any]]:
    """The cases that say a day or more and are read by our convention too."""
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    times = [case for case in cases if (case["src"], case["dim"]) == ("duckling", "Time")]
    return [c for c in times if first_day(str(c["expected"])) and excluded(c["input"]) is None]


@pytest.mark.skipif(not CASES.is_file(), reason="no peer cases beside the repository or in LETOPIS_PEER_CASES")
def test_peer_cases(nlp: Language) -> None:
    wrong = []
    cases = compared()
    for case in cases:
        found = mentions(read(case["input"], Context(reference_date=NOW), nlp), "date")
        if [span._.value["earliest"] for span in found] != [first_day(case["expected"])]:
            wrong.append(f"{case['input']} → {case['expected']}, not {[span._.value['edtf'] for span in found]}")
    assert len(cases) > 40
    assert len(wrong) <= (1 - WANTED) * len(cases), wrong


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("(datetime (2013, 2, 10, 0, 0, 0) Day)", "2013-02-10"),
        ("(datetime (2014, 11, 0, 0, 0, 0) Month)", "2014-11-01"),
        ("(datetimeInterval ((2013, 7, 13, 0, 0, 0), (2013, 7, 16, 0, 0, 0)) Day)", "2013-07-13"),
        ("(datetime (2013, 2, 12, 15, 0, 0) Hour)", None),
    ],
)
def test_conventions_first_day(expected: str, day: str | None) -> None:
    assert first_day(expected) == day
