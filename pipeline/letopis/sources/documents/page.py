"""PAGE XML: the lines of each text region, regions in reading order."""

from __future__ import annotations

import re
from typing import Any

from letopis.sources.documents.markup import local, xml
from letopis.sources.documents.scan import Scan, box
from letopis.sources.marks import Box, Marked

_REGION = "TextRegion"
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def read(data: bytes, name: str) -> Marked:
    """The text of the PAGE document `data`: a line a line, a blank line between regions."""
    root = xml(data, name)
    scan = Scan()
    pages = [element for element in root.iter() if local(element) == "Page"] or [root]
    for number, page in enumerate(pages, 1):
        scan.page(page.get("physicalPageNumber") or page.get("id") or str(number), page.get("imageFilename"))
        references = [element for element in page.iter() if local(element) == "RegionRefIndexed"]
        order = {e.get("regionRef"): n for n, e in enumerate(sorted(references, key=_index))}
        regions = [element for element in page.iter() if local(element) == _REGION]
        for region in sorted(regions, key=lambda region: order.get(region.get("id"), len(order))):
            scan.block(region.get("id"))
            _lines(scan, region)
    return scan.marked()


def _lines(scan: Scan, region: Any) -> None:
    """The lines of a region; its own text where no line has any."""
    lines = [(line, _reading(line)) for line in region if local(line) == "TextLine"]
    for line, said in lines:
        scan.line(said, line.get("id"), _box(line) or _box(region))
    if not any(said for _, said in lines):
        for said in _reading(region).split("\n"):
            scan.line(said, None, _box(region))


def _box(element: Any) -> Box | None:
    """The rectangle around the element's outline."""
    coords = next((child for child in element if local(child) == "Coords"), None)
    if coords is None:
        return None
    points = _POINT.findall(coords.get("points", "")) or [
        (point.get("x", ""), point.get("y", "")) for point in coords if local(point) == "Point"
    ]
    try:
        across, down = zip(*((float(x), float(y)) for x, y in points), strict=True)
    except ValueError:
        return None
    return box(min(across), min(down), max(across), max(down))


def _reading(element: Any) -> str:
    """The text said of a line or a region: its own, the first of several, or its words'."""
    equivalents = [child for child in element if local(child) == "TextEquiv"]
    equivalents.sort(key=_index)
    for equivalent in equivalents:
        for child in equivalent:
            if local(child) == "Unicode" and child.text:
                return str(child.text).strip()
    return " ".join(filter(None, (_reading(child) for child in element if local(child) == "Word")))


def _index(element: Any) -> int:
    """The place that the element gives itself among its like; 0 where it gives none."""
    index = element.get("index", "0")
    return int(index) if index.isascii() and index.isdigit() else 0
