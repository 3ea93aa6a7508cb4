"""What TEI marks of its text: the pages that `pb` begins, and names, dates and measures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from letopis.sources.documents.markup import attribute, local
from letopis.sources.marks import Given, Region

_DATA = tomllib.loads(files("letopis.sources.documents").joinpath("tei.toml").read_text(encoding="utf-8"))
_KINDS: dict[str, str] = _DATA["kinds"]
_TYPED = frozenset(_DATA["typed"])
_TYPES: dict[str, str] = _DATA["types"]
_ATTRIBUTES: dict[str, list[str]] = _DATA["attributes"]


@dataclass(frozen=True, slots=True)
class _Page:
    number: str | None
    image: str | None


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a marked element begins or ends."""

    element: Any
    first: bool


class Marker:
    """The marks of one document: give its methods to a `Flow`, then read what came of them in the text."""

    def __init__(self, root: Any, *, keep_markup: bool) -> None:
        self._keeps = keep_markup
        self._page_of: dict[Any, _Page] = {}
        page = None
        for element in root.iter("{*}pb", "{*}note"):
            if local(element) == "pb":
                page = _Page(element.get("n"), element.get("facs"))
            elif page is not None:
                self._page_of[element] = page

    def begins(self, element: Any) -> _Page | _Edge | None:
        """The page that begins with the element, or that a note stands on; the beginning of what it marks."""
        if local(element) == "pb":
            return _Page(element.get("n"), element.get("facs"))
        return self._page_of.get(element) or (_Edge(element, True) if self._marks(element) else None)

    def ends(self, element: Any) -> _Edge | None:
        """The end of what the element marks."""
        return _Edge(element, False) if self._marks(element) else None

    def _marks(self, element: Any) -> bool:
        return self._keeps and _kind(element) is not None

    @staticmethod
    def regions(marks: Iterable[tuple[int, int, Any]], text: str) -> tuple[Region, ...]:
        """The stretches of `text` that stand on one page each, after the first `pb`."""
        starts = [(after, mark) for _, after, mark in marks if isinstance(mark, _Page)]
        ends = [*(start for start, _ in starts[1:]), len(text)]
        return tuple(
            Region(start, start + len(text[start:end].rstrip()), page=page.number, image=page.image)
            for (start, page), end in zip(starts, ends, strict=False)
            if text[start:end].strip() and (page.number or page.image)
        )

    @staticmethod
    def given(marks: Iterable[tuple[int, int, Any]], text: str) -> tuple[Given, ...]:
        """The marked stretches of `text` that hold anything, in the order of the text."""
        begun: dict[Any, int] = {}
        found = []
        for before, after, mark in marks:
            if not isinstance(mark, _Edge):
                continue
            if mark.first:
                begun[mark.element] = after
                continue
            start = begun.pop(mark.element)
            name, kind = local(mark.element), _kind(mark.element)
            if start < before and text[start:before].strip():
                said = {key: value for key in _ATTRIBUTES[kind or ""] if (value := attribute(mark.element, key))}
                found.append(Given(start, before, kind, name, said))  # type: ignore[arg-type]
        return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _kind(element: Any) -> str | None:
    name = local(element)
    return _TYPES.get(element.get("type", "").lower()) if name in _TYPED else _KINDS.get(name)
