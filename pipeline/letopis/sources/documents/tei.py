"""TEI P5: the text as the source has it, notes at the end, the header and the editor's variants left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from letopis.sources.documents.blocks import BREAK, Blocks
from letopis.sources.documents.flow import Flow
from letopis.sources.documents.markup import attribute, local, xml
from letopis.sources.documents.tei_marks import Marker
from letopis.sources.marks import Marked

# fmt: off
_BLOCKS = [
    "TEI", "teiCorpus", "text", "front", "body", "back", "group", "div", "div1", "div2", "div3", "div4", "div5",
    "div6", "div7", "p", "ab", "lg", "sp", "head", "opener", "closer", "dateline", "salute", "signed",
    "trailer", "list", "item", "table", "row", "cell", "quote", "titlePage", "docTitle", "docAuthor", "docDate",
    "byline", "argument", "epigraph", "speaker", "stage", "postscript",
]
# fmt: on
# `fw` is a running head or a page's number; of a `choice` the source's own reading is kept.
_SKIPPED = ["teiHeader", "facsimile", "sourceDoc", "standOff", "fw", "figDesc", "interp", "interpGrp"]
_READINGS = (("orig", "reg"), ("sic", "corr"), ("abbr", "expan"))


def read(data: bytes, name: str, *, keep_markup: bool = False) -> Marked:
    """The text of the TEI document `data`, with its pages; with its names, dates and measures if `keep_markup`."""
    root = xml(data, name)
    marker = Marker(root, keep_markup=keep_markup)
    blocks = Blocks()
    replace(FLOW, begins=marker.begins, ends=marker.ends).gather(root, blocks)
    text, marks = blocks.text(), list(blocks.marks())
    return Marked(text, marker.regions(marks, text), marker.given(marks, text))


def _sign(element: Any) -> str | None:
    """A line break as the source has it: none inside a word where no hyphen marks it.

    A page's or a column's end breaks a line where a hyphen says so.
    """
    name = local(element)
    if name not in {"lb", "pb", "cb"}:
        return None
    before = element.getprevious()
    said = (before.tail if before is not None else element.getparent().text) or ""
    if said.rstrip().endswith(("-", "¬")):
        return BREAK
    return BREAK if name == "lb" and attribute(element, "break") != "no" else ""


def _leave(element: Any) -> bool:
    """Whether the element is the editor's reading beside the source's own, or struck out."""
    parent = element.getparent()
    name = local(element)
    if name == "del":
        return True
    if parent is None or local(parent) != "choice":
        return False
    siblings = {local(child) for child in parent}
    return any(name == editor and source in siblings for source, editor in _READINGS)


FLOW = Flow(
    blocks=frozenset(_BLOCKS),
    lines=frozenset({"l"}),
    skipped=frozenset(_SKIPPED),
    notes=frozenset({"note"}),
    sign=_sign,
    leave=_leave,
)
