"""The page of `letopis bench` on other systems' own cases of numbers and quantities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from letopis.cli.reports.stamp import made_by


def peer_cases(cases: Sequence[dict[str, Any]], command: str) -> str:
    """The page on other systems' own cases: how many are read as they expect, how many are left out and why."""
    from letopis.pipeline import load
    from letopis.systems.peer_cases import compare

    outcome = compare(cases, load())
    lines = []
    for source in sorted({src for src, _ in outcome.compared}):
        right = sum(n for (src, _), n in outcome.right.items() if src == source)
        compared = sum(n for (src, _), n in outcome.compared.items() if src == source)
        lines.append(f"| {source} | {right} | {compared} | {right / compared:.3f} |")
    total = f"| **all** | {outcome.right.total()} | {outcome.compared.total()} | **{outcome.share:.3f}** |"
    reasons = [f"| {reason} | {number} |" for reason, number in sorted(outcome.left_out.items())]
    page = [
        "# Other systems' cases of numbers and quantities",
        "",
        "Cases of the test suites of Duckling, NeMo text processing and num2words for numerals, ordinals, money,",
        "distance, quantity, volume and duration, read by Letopis. The cases are not part of the project.",
        "",
        "| source | read as expected | compared | share |",
        "| --- | ---: | ---: | ---: |",
        *lines,
        total,
        "",
        "## Left out",
        "",
        "Cases whose convention is not that of the records here.",
        "",
        "| reason | cases |",
        "| --- | ---: |",
        *reasons,
        "",
        *made_by(command),
    ]
    return "\n".join(page) + "\n"
