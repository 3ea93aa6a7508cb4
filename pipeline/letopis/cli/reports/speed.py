"""The page of `letopis bench` on speed: CPU seconds by component, and how fast old spelling is made modern."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

from letopis.cli.reports.stamp import made_by

# The data set that is a long text, for words that are met for the first time.
_NOVEL = "dostoevsky"


def speed(corpus: Path, data: Path | None, command: str) -> tuple[str, str]:
    """The page on speed, and its table of components alone; a novel of the folder `data` is converted too."""
    from letopis.corpora import growth
    from letopis.corpora.speed import as_markdown, measure, peak_memory
    from letopis.pipeline import load

    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("*.txt"))]
    nlp = load()
    table = as_markdown(measure(texts, nlp))
    memory = peak_memory()
    page = (
        "# Speed\n\nCPU seconds of one process by stage, the corpus repeated to each length, models loaded and caches\n"
        f"warm. One {platform.machine()} core, Python {platform.python_version()}"
        + (f"; at most {memory} MiB of memory" if memory else "")
        + ".\n\n"
        + table
        + "".join(f"{line}\n" for line in _conversion(texts, data))
        + "\n## Text dense with dates and quantities\n\nThe texts of both kinds' cases, repeated to each length: "
        "what their components do alone, once the stages\nbefore them are done. The median of several passes.\n\n"
        + growth.as_markdown(growth.growth(nlp))
        + "\n"
        + "\n".join(made_by(command))
        + "\n"
    )
    return page, table.rstrip("\n")


def _conversion(texts: list[str], data: Path | None) -> Iterator[str]:
    """The section on old spelling; empty where there is none to measure on."""
    from letopis.corpora.conversion import RUNS, conversion, repeated
    from letopis.sources.orthography.prereform import prereform

    measured = []
    if old := repeated(texts):
        measured.append(conversion("The corpus's old texts, repeated", old))
    if novel := _novel(data):
        title, text = novel
        measured.append(conversion(f"{title}, put into the spelling before 1918, read once", prereform(text)))
    if not measured:
        return
    yield ""
    yield f"Old spelling made modern, within mending: the median of {RUNS} fresh processes, the dictionary loaded,"
    yield "no word met before, the collector of cycles stopped, as it is while a document is read."
    yield ""
    yield "| text | words | distinct | MB (UTF-8) a CPU second |"
    yield "| --- | ---: | ---: | ---: |"
    for one in measured:
        yield f"| {one.title} | {one.words:,} | {one.distinct:,} | {one.rate:.1f} |"


def _novel(data: Path | None) -> tuple[str, str] | None:
    """The title and text of the long text among the data sets, where it lies there."""
    from letopis.scoring.datasets import read
    from letopis.scoring.datasets.mapping import load

    mapping = load(_NOVEL)
    if data is None or not (data / mapping.path).exists():
        return None
    return mapping.title, "\n\n".join(document.text for document in read(_NOVEL, data / mapping.path))
