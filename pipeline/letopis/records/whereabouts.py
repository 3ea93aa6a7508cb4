"""Where on its pages a stretch of a document's text stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from letopis.records.models import Document, Region


class Whereabouts:
    """The regions of one document, to be asked by offsets."""

    def __init__(self, document: Document) -> None:
        self._regions = document.regions
        self._starts = [region.start for region in document.regions]
        self._ends = [region.end for region in document.regions]

    def regions(self, start: int, end: int) -> list[Region]:
        """The regions that `text[start:end]` stands in, in the order of the text."""
        return self._regions[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def cells(self, start: int, end: int) -> dict[str, Any]:
        """`page`, `region` and `box` of `text[start:end]`, several joined by semicolons; `None` where unknown."""
        found = self.regions(start, end)
        return {
            "page": _joined(region.page or region.image for region in found),
            "region": _joined(region.line or region.region for region in found),
            "box": _joined(" ".join(f"{side:g}" for side in region.box) if region.box else None for region in found),
        }


def _joined(said: Any) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, said))) or None
