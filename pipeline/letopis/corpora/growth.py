"""Whether dates and quantities keep their speed as a text grows: text dense with both, at growing lengths."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from random import Random
from statistics import median
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from letopis.collector import paused
from letopis.dimensions.context import NOTHING_KNOWN, set_context

KINDS = ("date", "quantity")
SIZES = (10_000, 100_000, 1_000_000)
PASSES = 3
"""How often a component reads the longest text; shorter ones as many times more as they are shorter, to twenty."""


def dense() -> str:
    """The texts of the cases of both kinds, a paragraph each, in an order drawn once for all."""
    texts = [text for kind in KINDS for text in _texts(_cases(kind))]
    Random(0).shuffle(texts)
    return "\n\n".join(texts)


def growth(nlp: Language, sizes: tuple[int, ...] = SIZES) -> dict[str, list[float]]:
    """By kind, the characters a CPU second of its component on `dense` at each of `sizes` characters, the median pass.

    The stages before the kind's own have read the text already. The longer texts are the shortest one repeated, so
    that they differ in length alone.
    """
    rates: dict[str, list[float]] = {kind: [] for kind in KINDS}
    whole = dense()[: min(sizes)].rpartition("\n\n")[0] + "\n\n"
    for size in sizes:
        doc = nlp.make_doc((whole * (size // len(whole) + 1))[:size])
        set_context(doc, NOTHING_KNOWN)
        passes = PASSES * min(20, max(sizes) // size)
        for name, component in nlp.pipeline:
            kind = name.removeprefix("letopis_")
            if kind not in KINDS:
                doc = component(doc)
                continue
            rates[kind].append(size / median(_spent(component, doc) for _ in range(passes)))
            if kind == KINDS[-1]:
                break
    return rates


def as_markdown(rates: dict[str, list[float]], sizes: tuple[int, ...] = SIZES) -> str:
    """The rates as one Markdown table: a row a kind, a column a length."""
    head = "| characters a CPU second | " + " | ".join(f"{size:,} characters" for size in sizes) + " |"
    rows = ["| " + " | ".join([kind, *(f"{rate:,.0f}" for rate in of_kind)]) + " |" for kind, of_kind in rates.items()]
    return "\n".join([head, "| --- |" + " ---: |" * len(sizes), *rows]) + "\n"


@paused()
def _spent(component: Callable[[Doc], Doc], doc: Doc) -> float:
    begun = time.process_time()
    component(doc)
    return time.process_time() - begun


def _cases(kind: str) -> Any:
    return tomllib.loads((files("letopis.dimensions") / kind / "cases.toml").read_text("utf-8"))


def _texts(held: Any) -> Iterator[str]:
    """Every `text` in a case file, in its order."""
    if isinstance(held, dict):
        if isinstance(held.get("text"), str):
            yield held["text"]
        for value in held.values():
            yield from _texts(value)
    elif isinstance(held, list):
        for value in held:
            yield from _texts(value)
