"""hOCR: the lines of each paragraph that optical recognition found."""

from __future__ import annotations

import re
from typing import Any

from letopis.sources.documents.blocks import plain
from letopis.sources.documents.markup import html
from letopis.sources.documents.scan import Scan, box
from letopis.sources.marks import Box, Marked

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_BLOCKS = frozenset({"ocr_par", "ocr_carea"})
_BOX = re.compile(r"\bbbox\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)")
_IMAGE = re.compile(r"""\bimage\s+(?:"([^"]*)"|'([^']*)'|([^;\s]+))""")
_NUMBER = re.compile(r"\bppageno\s+(\d+)")


def read(data: bytes, name: str, encoding: str | None = None) -> Marked:
    """The text of the hOCR page `data`: a line a line, a blank line between paragraphs."""
    scan = Scan()
    pages = 0
    for element in html(data, name, encoding).iter():
        classes = _classes(element)
        if "ocr_page" in classes:
            pages += 1
            title = element.get("title") or ""
            number, image = _NUMBER.search(title), _IMAGE.search(title)
            # ppageno counts from 0.
            scan.page(
                str(int(number[1]) + 1) if number else str(pages),
                next(filter(None, image.groups()), None) if image else None,
            )
        elif classes & _BLOCKS:
            scan.block(element.get("id"))
        elif classes & _LINES:
            scan.line(plain("".join(element.itertext())).replace("\n", " "), element.get("id"), _box(element))
    return scan.marked()


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()


def _box(element: Any) -> Box | None:
    found = _BOX.search(element.get("title") or "")
    return box(*found.groups()) if found else None
