"""The page of `letopis bench` on speed: CPU seconds by component on texts of growing length."""

from __future__ import annotations

import platform
from pathlib import Path

from letopis.cli.reports.stamp import made_by


def speed(corpus: Path, command: str) -> tuple[str, str]:
    """The page on speed, and its table alone."""
    from letopis.corpora import growth
    from letopis.corpora.speed import as_markdown, conversion, measure, peak_memory
    from letopis.pipeline import load

    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("*.txt"))]
    nlp = load()
    table = as_markdown(measure(texts, nlp))
    memory = peak_memory()
    rate = conversion(texts)
    old = f"\nOld spelling is made modern at {rate:.1f} MB a CPU second, within mending.\n" if rate else ""
    page = (
        "# Speed\n\nCPU seconds of one process by stage, the corpus repeated to each length, models loaded and caches\n"
        f"warm. One {platform.machine()} core, Python {platform.python_version()}"
        + (f"; at most {memory} MiB of memory" if memory else "")
        + ".\n\n"
        + table
        + old
        + "\n## Text dense with dates and quantities\n\nThe texts of both kinds' cases, repeated to each length: "
        "what their components do alone, once the stages\nbefore them are done. The best of several passes.\n\n"
        + growth.as_markdown(growth.growth(nlp))
        + "\n"
        + "\n".join(made_by(command))
        + "\n"
    )
    return page, table.rstrip("\n")
