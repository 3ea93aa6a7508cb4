"""odt: the paragraphs of the document, notes at the end; tracked deletions and annotations left out."""

from __future__ import annotations

from typing import Any

from letopis.sources.documents.archive import Archive
from letopis.sources.documents.blocks import BREAK
from letopis.sources.documents.flow import Flow
from letopis.sources.documents.markup import local, xml

_SIGNS = {"s": " ", "tab": " ", "line-break": BREAK}


def _sign(element: Any) -> str | None:
    return _SIGNS.get(local(element))


FLOW = Flow(
    blocks=frozenset({"p", "h", "table", "table-row", "table-cell", "list-item"}),
    skipped=frozenset({"tracked-changes", "annotation", "scripts", "font-face-decls", "automatic-styles", "forms"}),
    notes=frozenset({"note"}),
    sign=_sign,
)


def text(archive: Archive) -> str:
    """The text of the odt file `archive`."""
    return FLOW.text(xml(archive.member("content.xml"), archive.name))
