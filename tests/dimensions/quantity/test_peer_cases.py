"""Other systems' cases, where the file that LETOPIS_PEER_CASES names has them: their conventions put into ours.

A line of the file is JSON: `src`, `dim`, `input`, `expected`. What cannot be compared is listed, with its reason, in
`peer_conventions.toml`.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.mention import mentions
from letopis.dimensions.numeral.reader import numerals

WANTED = 0.98
STAGES = ("letopis_sentences", "letopis_morphology", "letopis_date", "letopis_quantity")
CONVENTIONS = tomllib.loads(Path(__file__).with_name("peer_conventions.toml").read_text("utf-8"))
NUMBERS = {"Numeral", "cardinal", "decimal", "Ordinal", "ordinal", "ordinal_hard"}
QUANTITIES = {"AmountOfMoney", "Quantity", "Distance", "Volume", "Duration", "currency", "money", "measure"}
NEAR = Fraction(1, 50)


def excluded(text: str) -> str | None:
    """Why a case is not compared, or `None`."""
    found = (rule["reason"] for rule in CONVENTIONS["excluded"] if re.search(rule["pattern"], text))
    return next(found, None)


def number(expected: str) -> Fraction | None:
    """The number that a case of a numeral expects."""
    told = re.search(r"(?:NumeralValue|OrdinalData) \(?(-?[\d.e]+)", expected)
    text = re.sub(r"\s", "", told[1] if told else expected).replace(",", ".")
    times = 10**9 if "млрд" in text else 10**6 if "млн" in text else 1
    try:
        return Fraction(re.sub(r"(млрд|млн)\.?$|-?[а-я]+$", "", text)) * times
    except ValueError:
        return None


def reads_number(doc: Doc, wanted: Fraction) -> bool:
    found = numerals(doc)
    return len(found) == 1 and abs(Fraction(found[0].value) - wanted) < Fraction(1, 10**9)


def reads_amount(value: dict[str, Any], expected: str) -> bool:
    """`(simple Gram 2 Nothing)`: every number and the unit, converted where the other system converts."""
    unit = next((CONVENTIONS["units"][w] for w in re.findall(r"[A-Z]\w+", expected) if w in CONVENTIONS["units"]), None)
    wanted = {Fraction(one) for one in re.findall(r"(?<![A-Za-z])\d+\.?\d*(?:e\d+)?", expected)}
    times = Fraction(CONVENTIONS["converted"].get(value["unit"], {}).get(unit, 1))
    same = value["unit"] == unit or times != 1
    found = {Fraction(str(one)) * times for one in (value["low"], value["high"]) if one is not None}
    return same and len(found) == len(wanted) and all(any(abs(a - b) < NEAR for b in wanted) for a in found)


def reads_figure(value: dict[str, Any], expected: str) -> bool:
    """`3,2 млн л`: the number alone."""
    told = re.search(r"\d[\d.,]*", expected.replace(" ", ""))
    if told is None:
        return True
    times = 1000 if "тыс" in expected else 10**6 if "млн" in expected else 1
    wanted = Fraction(told[0].strip(".,").replace(",", ".")) * times
    found = Fraction(str(value["low"] if value["low"] is not None else value["high"]))
    return abs(found - wanted) < NEAR or abs(found * 100 - wanted) < NEAR


def agrees(doc: Doc, case: dict[str, Any]) -> bool | None:
    """Whether the case reads as it expects; `None` where it says nothing to compare."""
    expected = str(case["expected"])
    if case["dim"] in NUMBERS:
        wanted = number(expected)
        return None if wanted is None else reads_number(doc, wanted)
    values = [span._.value for span in mentions(doc, "quantity")]
    reads = reads_amount if case["src"] == "duckling" else reads_figure
    return len(values) == 1 and reads(values[0], expected)


@pytest.mark.skipif("LETOPIS_PEER_CASES" not in os.environ, reason="LETOPIS_PEER_CASES names no file")
def test_peer_cases(nlp: Language) -> None:
    lines = Path(os.environ["LETOPIS_PEER_CASES"]).read_text("utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["dim"] in NUMBERS | QUANTITIES]
    right, wrong = 0, []
    for case in cases:
        if excluded(case["input"]) is not None:
            continue
        doc = nlp.make_doc(case["input"])
        for name in STAGES:
            doc = nlp.get_pipe(name)(doc)
        match agrees(doc, case):
            case True:
                right += 1
            case False:
                wrong.append(f"{case['dim']}: {case['input']} → {case['expected']}")
    assert right >= WANTED * (right + len(wrong)), (right, wrong)


@pytest.mark.parametrize(
    ("text", "expected", "dimension"),
    [
        ("пять", "(NumeralValue 5)", "Numeral"),
        ("2 килограмма", "(simple Gram 2000 Nothing)", "Quantity"),
        ("от 3 до 5 рублей", "(between RUB (3, 5))", "AmountOfMoney"),
    ],
)
def test_conventions_convert(nlp: Language, text: str, expected: str, dimension: str) -> None:
    doc = nlp.make_doc(text)
    for name in STAGES:
        doc = nlp.get_pipe(name)(doc)
    assert agrees(doc, {"src": "duckling", "dim": dimension, "input": text, "expected": expected})
