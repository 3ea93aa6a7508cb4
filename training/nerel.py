"""NEREL's documents: texts and the spans of brat's annotation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Span = tuple[int, int, str]


def read(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """The text of each document of `folder` in the order of their names, with its spans outermost in their type."""
    for file in sorted(folder.glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        yield text, outermost(list(_spans(file.with_suffix(".ann"))))


def _spans(file: Path) -> Iterator[Span]:
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("T"):
            kind, _, bounds = line.split("\t")[1].partition(" ")
            numbers = bounds.replace(";", " ").split()
            yield int(numbers[0]), int(numbers[-1]), kind


def outermost(spans: list[Span]) -> list[Span]:
    """Of the spans of one type that overlap, the one that begins first, and the longest of those."""
    kept: list[Span] = []
    ends: dict[str, int] = {}
    for start, end, kind in sorted(set(spans), key=lambda span: (span[0], -span[1], span[2])):
        if start >= ends.get(kind, 0):
            kept.append((start, end, kind))
            ends[kind] = end
    return kept
