"""docx: the paragraphs of the document, tables cell by cell, notes at the end; deleted revisions left out."""

from __future__ import annotations

from typing import Any

from letopis.sources.documents.archive import Archive
from letopis.sources.documents.blocks import BREAK
from letopis.sources.documents.flow import Flow
from letopis.sources.documents.markup import local, xml

_SIGNS = {"tab": " ", "br": BREAK, "cr": BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED = ["del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "txbxContent"]


def _sign(element: Any) -> str | None:
    return _SIGNS.get(local(element))


FLOW = Flow(
    blocks=frozenset({"p", "tbl", "tr", "tc"}), skipped=frozenset(_SKIPPED), spoken=frozenset({"t"}), sign=_sign
)


def text(archive: Archive) -> str:
    """The text of the docx file `archive`."""
    parts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]
    found = [FLOW.text(xml(archive.member(part), archive.name)) for part in parts if part in archive.names]
    return "\n\n".join(filter(None, found))
