"""The text of recognised pages, put together line by line, with the place of each line on its page."""

from __future__ import annotations

from letopis.sources.marks import Box, Marked, Region


class Scan:
    """Pages, their blocks and the lines in these, in reading order; `unit` is what boxes are measured in."""

    def __init__(self, unit: str | None = "pixel") -> None:
        self._unit = unit
        self._parts: list[str] = []
        self._regions: list[Region] = []
        self._length = 0
        self._page: str | None = None
        self._image: str | None = None
        self._region: str | None = None
        self._begun = False

    def page(self, page: str | None, image: str | None = None) -> None:
        """Begin a page; `page` is its number or name."""
        self._page, self._image = page or None, image or None
        self.block(None)

    def block(self, region: str | None) -> None:
        """Begin a block of lines; a blank line parts it from the one before."""
        self._region, self._begun = region or None, False

    def line(self, text: str, line: str | None = None, box: Box | None = None) -> None:
        """Add a line; a blank one leaves nothing."""
        text = text.strip()
        if not text:
            return
        if self._parts:
            self._add("\n" if self._begun else "\n\n")
        self._begun = True
        start = self._length
        self._add(text)
        place = (self._page, self._image, self._region, line or None, box)
        if any(said is not None for said in place):
            self._regions.append(Region(start, self._length, *place, self._unit if box is not None else None))

    def marked(self) -> Marked:
        """The whole text, with the regions of its lines."""
        return Marked("".join(self._parts), tuple(self._regions))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def box(left: object, top: object, right: object, bottom: object) -> Box | None:
    """The rectangle of four figures; `None` where one is no figure, or they make none."""
    try:
        a, b, c, d = (float(str(side)) for side in (left, top, right, bottom))
    except ValueError:
        return None
    if not (-1e9 < a <= c < 1e9 and -1e9 < b <= d < 1e9):
        return None
    return (a, b, c, d)
