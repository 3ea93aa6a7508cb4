from __future__ import annotations

import copy
from html.parser import HTMLParser
from typing import Any

from letopis.scoring.fault_page import fault_lines, fault_page
from letopis.scoring.faults import Fault, faults

Record = dict[str, Any]


class Balance(HTMLParser):
    """Notes tags that are not closed in turn, and the text of marks."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def fault(**changes: Any) -> Fault:
    held = {"group": "spurious", "document": "a", "kind": "person", "start": 0, "end": 1, "gold": None, "found": "x"}
    return Fault(**{**held, "rule": "r", "context": "до [x] после", **changes})


def read(page: str) -> Balance:
    parser = Balance()
    parser.feed(page)
    assert not parser.open and not parser.faults
    return parser


def test_page_is_whole_and_marks_the_span(gold: Record) -> None:
    found = copy.deepcopy(gold)
    found["mentions"].pop(2)
    found["facts"].pop()
    page = fault_page(faults(gold, found))
    assert read(page).marked == ["Анкаре", "дал"]
    assert 'id="missed"' in page and "http" not in page


def test_page_escapes_what_texts_hold() -> None:
    page = fault_page([fault(context="<b> [<script>] &", found="<script>", rule="a<b", document="<i>")])
    assert "<script>" not in page and "<i>" not in page and "a<b" not in page
    assert read(page).marked == ["<script>"]


def test_page_of_no_faults() -> None:
    assert "None." in fault_page([])
    assert list(fault_lines([])) == []


def test_lines_are_grouped_in_order() -> None:
    lines = list(fault_lines([fault(), fault(group="missed", gold="y", found=None, rule=None), fault()]))
    assert [line for line in lines if line and not line.startswith(" ")] == ["missed: 1", "spurious: 2"]
    assert "      gold —  found x  (r)" in lines
    assert "      gold y  found —" in lines
