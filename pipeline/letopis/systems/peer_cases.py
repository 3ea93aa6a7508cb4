"""Other systems' own test cases for numbers and quantities, read by Letopis: how many it reads as they expect.

The file has a JSON object a line: `src` (duckling, nemo, num2words), `dim`, `input`, `expected`. What says otherwise
than the records of this project is left out, by the patterns of `peer_conventions.toml`, each with its reason.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from letopis.dimensions.mention import mentions
from letopis.dimensions.numeral.reader import numerals

NUMBERS = frozenset({"Numeral", "cardinal", "decimal", "Ordinal", "ordinal", "ordinal_hard"})
QUANTITIES = frozenset(
    {"AmountOfMoney", "Quantity", "Distance", "Volume", "Duration", "currency", "money", "measure"},
)
_STAGES = ("letopis_sentences", "letopis_morphology", "letopis_date", "letopis_quantity")
_NEAR = Fraction(1, 50)
Case = dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """Cases by source and dimension: read as expected, compared; left out, by reason; what was read otherwise."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    compared: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the cases compared, how many are read as expected."""
        return self.right.total() / max(1, self.compared.total())


def compare(cases: Iterable[Case], nlp: Language) -> Outcome:
    """Read every case of a number or a quantity with `nlp` and hold it against what it expects."""
    outcome = Outcome()
    for case in cases:
        if case["dim"] not in NUMBERS | QUANTITIES:
            continue
        reason = excluded(case["input"])
        agreed = None if reason else agrees(read(case["input"], nlp), case)
        if agreed is None:
            outcome.left_out[reason or "expects no number that could be compared"] += 1
            continue
        key = case["src"], case["dim"]
        outcome.compared[key] += 1
        outcome.right[key] += agreed
        if not agreed:
            outcome.wrong.append(f"{case['dim']}: {case['input']} → {case['expected']}")
    return outcome


def load_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read(text: str, nlp: Language) -> Doc:
    """The document with its numbers and quantities, by the stages that they need."""
    doc = nlp.make_doc(text)
    for name in _STAGES:
        doc = nlp.get_pipe(name)(doc)
    return doc


@cache
def _conventions() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("peer_conventions.toml").read_text("utf-8"))


def excluded(text: str) -> str | None:
    """Why a case is not compared, or `None`."""
    found = (rule["reason"] for rule in _conventions()["excluded"] if re.search(rule["pattern"], text))
    return next(found, None)


def agrees(doc: Doc, case: Case) -> bool | None:
    """Whether the case reads as it expects; `None` where it says nothing to compare."""
    expected = str(case["expected"])
    if case["dim"] in NUMBERS:
        wanted = _number(expected)
        return None if wanted is None else _reads_number(doc, wanted)
    values = [span._.value for span in mentions(doc, "quantity")]
    reads = _reads_amount if case["src"] == "duckling" else _reads_figure
    return len(values) == 1 and reads(values[0], expected)


def _number(expected: str) -> Fraction | None:
    """The number that a case of a numeral expects; `2.300` is grouped."""
    told = re.search(r"(?:NumeralValue|OrdinalData) \(?(-?[\d.e]+)", expected)
    text = re.sub(r"\s", "", told[1] if told else expected)
    if told is None and re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
        text = text.replace(".", "")
    text = text.replace(",", ".")
    times = 10**9 if "млрд" in text else 10**6 if "млн" in text else 1
    try:
        return Fraction(re.sub(r"(млрд|млн)\.?$|-?[а-я]+$", "", text)) * times
    except ValueError:
        return None


def _reads_number(doc: Doc, wanted: Fraction) -> bool:
    found = numerals(doc)
    return len(found) == 1 and abs(Fraction(found[0].value) - wanted) < Fraction(1, 10**9)


def _reads_amount(value: dict[str, Any], expected: str) -> bool:
    """`(simple Gram 2 Nothing)`: every number and the unit, converted where the other system converts."""
    names = _conventions()["units"]
    unit = next((names[word] for word in re.findall(r"[A-Z]\w+", expected) if word in names), None)
    wanted = {Fraction(one) for one in re.findall(r"(?<![A-Za-z])\d+\.?\d*(?:e\d+)?", expected)}
    times = Fraction(_conventions()["converted"].get(value["unit"], {}).get(unit, 1))
    same = value["unit"] == unit or times != 1
    found = {Fraction(str(one)) * times for one in (value["low"], value["high"]) if one is not None}
    return same and len(found) == len(wanted) and all(any(abs(a - b) < _NEAR for b in wanted) for a in found)


def _reads_figure(value: dict[str, Any], expected: str) -> bool:
    """`3,2 млн л`: the number alone."""
    told = re.search(r"\d[\d.,]*", expected.replace(" ", ""))
    if told is None:
        return True
    times = 1000 if "тыс" in expected else 10**6 if "млн" in expected else 1
    wanted = Fraction(told[0].strip(".,").replace(",", ".")) * times
    found = Fraction(str(value["low"] if value["low"] is not None else value["high"]))
    return abs(found - wanted) < _NEAR or abs(found * 100 - wanted) < _NEAR
