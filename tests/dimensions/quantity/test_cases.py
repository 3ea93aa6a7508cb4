"""Every case of `cases.toml`: its spans and their whole values, in the notation described there."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from spacy.tokens import Doc

from letopis.dimensions.mention import mentions
from letopis.records.models import QuantityValue

CASES = tomllib.loads(files("letopis.dimensions.quantity").joinpath("cases.toml").read_text("utf-8"))
SIGNS = {"": "exact", "~": "approximate", ">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most"}
FIGURE = re.compile(r"(>=|<=|[~><]?)(-?[\d.]+?)(?:\.\.(-?[\d.]+?)(\?)?)?$")
STAGES = ("letopis_sentences", "letopis_morphology", "letopis_names", "letopis_date", "letopis_quantity")


def read(nlp, text: str) -> Doc:
    """The document with its quantities, without the stages that they do not need."""
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name in STAGES:
            doc = component(doc)
    return doc


def parse(line: str) -> tuple[str, dict[str, Any]]:
    """The span and the value that one line of a case says."""
    span, _, told = line.partition(" = ")
    head, item, material, members, *_ = [part.strip() or None for part in [*told.split("|"), "", "", ""]]
    kind, figure, *unit = (head or "").split(" ", 2)
    low, high, bound = bounds(figure)
    value: dict[str, Any] = {"type": kind, "low": low, "high": high, "bound": bound}
    value |= {"unit": unit[0] if unit else None, "item": item, "material": material}
    return span, value | ({"members": [name.strip() for name in members.split(",")]} if members else {})


def bounds(told: str) -> tuple[float | None, float | None, str]:
    found = FIGURE.fullmatch(told)
    assert found, told
    sign, first, second, vague = found.groups()
    low = number(first)
    if second is not None:
        return low, number(second), "vague" if vague else "range"
    bound = SIGNS[sign]
    no_low, no_high = bound in {"less_than", "at_most"}, bound in {"more_than", "at_least"}
    return None if no_low else low, None if no_high else low, bound


def number(told: str) -> float:
    return float(told) if "." in told else int(told)


def write(span: str, value: dict[str, Any]) -> str:
    """The line that says `value` of `span`: what `parse` undoes."""
    low, high, bound = value["low"], value["high"], value["bound"]
    sign = {name: sign for sign, name in SIGNS.items()}.get(bound, "")
    figure = f"{low}..{high}" if bound in {"range", "vague"} else f"{sign}{high if low is None else low}"
    head = " ".join(part for part in (value["type"], figure + "?" * (bound == "vague"), value["unit"]) if part)
    parts = [head, value["item"] or "", value["material"] or "", ", ".join(value.get("members") or [])]
    while not parts[-1]:
        parts.pop()
    return f"{span} = {' | '.join(parts)}"


def found_in(doc: Doc) -> list[str]:
    return [write(span.text, span._.value) for span in mentions(doc, "quantity")]


POSITIVE = [(family, case) for family, cases in CASES.items() if family != "nothing" for case in cases]


@pytest.mark.parametrize(("family", "case"), POSITIVE, ids=lambda x: x if isinstance(x, str) else x["text"][:40])
def test_spans_and_values(nlp, family, case):
    assert found_in(read(nlp, case["text"])) == case["found"]


@pytest.mark.parametrize("text", CASES["nothing"], ids=lambda text: text[:40])
def test_nothing_is_counted(nlp, text):
    assert found_in(read(nlp, text)) == []


def test_notation_reads_back():
    lines = [line for _, case in POSITIVE for line in case["found"]]
    for line in lines:
        span, value = parse(line)
        assert write(span, value) == line
        QuantityValue.model_validate(value)
    assert len(lines) >= 400
    assert len(CASES["nothing"]) >= 120
