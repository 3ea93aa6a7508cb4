"""`letopis bench` rewrites what stands between markers, and the reports that are committed have its shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from letopis.cli.bench import _MEASURES, between_markers

ROOT = Path(__file__).parent.parent.parent


def test_only_what_stands_between_markers_is_rewritten() -> None:
    page = "a\n<!-- t: begin -->\nold\n<!-- t: end -->\nb\n<!-- u: begin -->\nkept\n<!-- u: end -->\n"
    made = between_markers(page, {"t": "| new |", "absent": "x"})
    assert made == page.replace("old", "| new |")
    assert between_markers(made, {"t": "| new |"}) == made


@pytest.mark.parametrize("page", ["README.md", "reports/quality.md"])
def test_committed_quality_tables_have_a_row_a_measure(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for title in _MEASURES.values():
        assert re.search(rf"^\| {re.escape(title)} \| \d\.\d{{3}}", text, re.MULTILINE), title
