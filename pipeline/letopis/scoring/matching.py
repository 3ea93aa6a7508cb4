"""Which found span answers which gold span: one to one, whatever the order they are given in.

Spans may overlap and nest. Among all one-to-one pairings that with the greatest total weight is taken, so no
pair is lost to an unlucky first choice. Spans that touch no common other fall into separate components, each
solved alone, which keeps the whole near linear in the length of a document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from letopis.scoring.assignment import best_assignment

Span = dict[str, Any]
Pair = tuple[int, int]


def overlap(one: Span, other: Span) -> int:
    """The number of code points two spans share."""
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def same_span(one: Span, other: Span) -> bool:
    """Whether two spans have the same bounds."""
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def match(
    gold: Sequence[Span], found: Sequence[Span], preference: Callable[[Span, Span], int] | None = None
) -> list[Pair]:
    """Positions (gold, found) of the spans that answer each other, in the order of `gold`.

    Only overlapping spans pair. `preference` ranks a pair (0 forbids it); pairs of a higher preference are
    worth more than any number of code points. By default same bounds are 2, any overlap 1. Between equal
    preferences the greater total overlap wins, then the smaller total distance of starts.
    """
    prefer = preference or (lambda one, other: 2 if same_span(one, other) else 1)
    pairs: list[Pair] = []
    for rows, columns in _components(gold, found):
        if len(rows) == len(columns) == 1:
            if prefer(gold[rows[0]], found[columns[0]]):
                pairs.append((rows[0], columns[0]))
            continue
        width = _width([gold[i] for i in rows] + [found[j] for j in columns])
        weights = [[_weight(gold[i], found[j], prefer, width) for j in columns] for i in rows]
        pairs.extend((rows[i], columns[j]) for i, j in best_assignment(weights))
    return sorted(pairs)


def _width(spans: Sequence[Span]) -> int:
    """More than any sum of overlaps or distances within a component can come to."""
    reach = max(span["end"] for span in spans) - min(span["start"] for span in spans)
    return int(reach * len(spans) + 1)


def _weight(one: Span, other: Span, prefer: Callable[[Span, Span], int], width: int) -> int:
    shared = overlap(one, other)
    rank = prefer(one, other) if shared else 0
    if not rank:
        return 0
    distance = abs(int(one["start"] - other["start"]))
    # A pair of rank 2 outweighs all that pairs of rank 1 could share in its place.
    bonus = width ** (rank - 1) if rank > 1 else 0
    return (bonus + shared) * width - distance


def _components(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[list[int], list[int]]]:
    """Groups of positions whose spans hang together by overlap; groups of one side only are left out."""
    ordered = sorted(
        [(span["start"], span["end"], 0, i) for i, span in enumerate(gold)]
        + [(span["start"], span["end"], 1, j) for j, span in enumerate(found)]
    )
    groups: list[tuple[list[int], list[int]]] = []
    reach = None
    for start, end, side, position in ordered:
        if reach is None or start >= reach:
            groups.append(([], []))
            reach = end
        reach = max(reach, end)
        groups[-1][side].append(position)
    return [group for group in groups if group[0] and group[1]]
