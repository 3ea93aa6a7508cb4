"""PAGE XML: the lines of each text region, regions in reading order."""

from __future__ import annotations

from typing import Any

from letopis.sources.documents.markup import local, xml

_REGION = "TextRegion"


def text(data: bytes, name: str) -> str:
    """The text of the PAGE document `data`: a line a line, a blank line between regions."""
    root = xml(data, name)
    regions = {element.get("id"): element for element in root.iter() if local(element) == _REGION}
    order = sorted(
        (_index(element), element.get("regionRef"))
        for element in root.iter()
        if local(element) == "RegionRefIndexed" and element.get("regionRef") in regions
    )
    named = [region for _, region in order]
    rest = [region for region in regions if region not in set(named)]
    return "\n\n".join(filter(None, (_region(regions[region]) for region in [*named, *rest])))


def _region(region: Any) -> str:
    lines = [_reading(line) for line in region if local(line) == "TextLine"]
    return "\n".join(line for line in lines if line) or _reading(region)


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
