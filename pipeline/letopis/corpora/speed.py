"""How fast the pipeline reads: characters a CPU second, whole and by component, on texts of growing length."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language

from letopis.collector import paused
from letopis.dimensions.context import NOTHING_KNOWN, set_context
from letopis.pipeline import read
from letopis.sources.mend import mend

SIZES = (10_000, 100_000, 1_000_000)
"""Characters of the texts measured, the corpus repeated to that length."""


@dataclass(frozen=True, slots=True)
class Measure:
    """CPU seconds of each stage on one text of `characters`, in the order the stages run."""

    characters: int
    seconds: dict[str, float]

    @property
    def rate(self) -> float:
        """Characters a CPU second of the whole."""
        return self.characters / sum(self.seconds.values())


def measure(texts: Iterable[str], nlp: Language, sizes: Iterable[int] = SIZES) -> list[Measure]:
    """One `Measure` a size; the models are loaded and the caches warm before the first."""
    corpus = "\n\n".join(texts) + "\n\n"
    read(corpus[:5000], NOTHING_KNOWN, nlp)
    return [_one((corpus * (size // len(corpus) + 1))[:size], nlp) for size in sizes]


@paused()
def _one(text: str, nlp: Language) -> Measure:
    seconds: dict[str, float] = {}
    begun = time.process_time()
    mended = mend(text)
    seconds["mending"] = time.process_time() - begun
    begun = time.process_time()
    doc = nlp.make_doc(mended.text)
    set_context(doc, NOTHING_KNOWN)
    seconds["tokenizer"] = time.process_time() - begun
    for name, component in nlp.pipeline:
        begun = time.process_time()
        doc = component(doc)
        seconds[name.removeprefix("letopis_")] = time.process_time() - begun
    return Measure(len(text), seconds)


def peak_memory() -> int | None:
    """The most memory this process has held so far, in MiB; `None` where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def as_markdown(measures: list[Measure]) -> str:
    """The measures as one Markdown table: a row a stage, CPU seconds in columns by text length."""
    head = "| stage | " + " | ".join(f"{m.characters:,} characters" for m in measures) + " |"
    lines = [head, "| --- |" + " ---: |" * len(measures)]
    for stage in measures[0].seconds:
        lines.append(f"| {stage} | " + " | ".join(f"{m.seconds[stage]:.2f} s" for m in measures) + " |")
    lines.append("| **characters a CPU second** | " + " | ".join(f"**{m.rate:,.0f}**" for m in measures) + " |")
    return "\n".join(lines) + "\n"
