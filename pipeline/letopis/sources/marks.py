"""What a document says of stretches of its own text: where on its pages they stand, and what its markup calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in the unit of the file."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where `text[start:end]` stands: a line of a scan, or a page where the file knows no lines.

    `page` is the page's number or name in the file, `image` the file of its picture, `region` and `line` the ids of
    the block and the line, `box` the line's (else the block's) rectangle on the page. `unit` is what `box` is
    measured in: `pixel`, or what an ALTO file names. What the file does not say is `None`.
    """

    start: int
    end: int
    page: str | None = None
    image: str | None = None
    region: str | None = None
    line: str | None = None
    box: Box | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the document itself marks up: `text[start:end]` is a mention of `kind`, by the element `element`.

    `attributes` are those of the element that say what it means (TEI's `when`, `quantity`, `type`…).
    """

    start: int
    end: int
    kind: Literal["person", "place", "organization", "date", "quantity"]
    element: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and what its document says of stretches of it, each in the order of the text."""

    text: str
    regions: tuple[Region, ...] = ()
    given: tuple[Given, ...] = ()
