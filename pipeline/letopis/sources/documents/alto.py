"""ALTO: the lines of each text block in reading order; a word that a line's end breaks is given whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from letopis.sources.documents.markup import local, xml
from letopis.sources.documents.scan import Scan, box
from letopis.sources.marks import Box, Marked


def read(data: bytes, name: str) -> Marked:
    """The text of the ALTO document `data`: a line a line, a blank line between blocks.

    Where the file says what a broken word is whole (`SUBS_CONTENT`), its first half is written whole and its
    second is left out; else the hyphen (`HYP`) ends the line. The order is that of `ReadingOrder`, else the file's.
    """
    root = xml(data, name)
    scan = Scan(_said(root, "MeasurementUnit") or "pixel")
    image = _said(root, "fileName")
    pages = [element for element in root.iter() if local(element) == "Page"] or [root]
    order = {e.get("REF"): n for n, e in enumerate(e for e in root.iter() if local(e) == "ElementRef")}
    for page in pages:
        scan.page(page.get("PHYSICAL_IMG_NR") or page.get("ID"), image)
        blocks = [block for block in page.iter() if local(block) == "TextBlock"]
        for block in sorted(blocks, key=lambda block: order.get(block.get("ID"), len(order))):
            scan.block(block.get("ID"))
            for line in block:
                if local(line) == "TextLine":
                    scan.line("".join(_words(line)), line.get("ID"), _box(line) or _box(block))
    return scan.marked()


def _said(root: Any, name: str) -> str | None:
    """The text of the first element `name`, or `None`."""
    found = next((element.text for element in root.iter() if local(element) == name), None)
    return str(found).strip() or None if found else None


def _box(element: Any) -> Box | None:
    left, top = element.get("HPOS"), element.get("VPOS")
    try:
        right, bottom = float(left) + float(element.get("WIDTH")), float(top) + float(element.get("HEIGHT"))
    except (TypeError, ValueError):
        return None
    return box(left, top, right, bottom)


def _words(line: Any) -> Iterator[str]:
    whole = False
    for element in line:
        kind = local(element)
        if kind == "String":
            whole = False
            said = element.get("SUBS_CONTENT")
            if said and element.get("SUBS_TYPE") == "HypPart2":
                continue
            whole = bool(said) and element.get("SUBS_TYPE") == "HypPart1"
            yield said if whole else element.get("CONTENT", "")
        elif kind == "SP":
            yield " "
        elif kind == "HYP" and not whole:
            yield element.get("CONTENT") or "-"
