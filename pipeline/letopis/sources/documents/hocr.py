"""hOCR: the lines of each paragraph that optical recognition found."""

from __future__ import annotations

from typing import Any

from letopis.sources.documents.blocks import plain
from letopis.sources.documents.markup import html

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_PARAGRAPHS = frozenset({"ocr_par", "ocr_carea", "ocr_page"})


def text(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of the hOCR page `data`: a line a line, a blank line between paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for element in html(data, name, encoding).iter():
        classes = _classes(element)
        if classes & _PARAGRAPHS:
            paragraphs.append([])
        elif classes & _LINES:
            paragraphs[-1].append(plain("".join(element.itertext())))
    return "\n\n".join("\n".join(filter(None, lines)) for lines in paragraphs if any(lines))


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()
