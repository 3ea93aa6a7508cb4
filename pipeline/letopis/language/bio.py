"""From scores of tags to spans: of all sequences of tags in which nothing goes on that has not begun, the likeliest.

Two spans of a type seldom touch, so one that begins where another ends is held against a sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
OUTSIDE, BEGINS, GOES_ON = range(3)

TOUCHING = 2.0
"""What a sequence loses by a span that begins where one of its type ends."""

Bounds = tuple[int, int, int]
"""The first word of a span, the word after its last, and its type's number."""


def decode(scores: Floats, lengths: Sequence[int]) -> Iterator[Bounds]:
    """Spans by word and type; `scores` are words x types x tags, `lengths` the sizes of the sentences in words.

    No span runs over the end of a sentence. Spans of one type do not overlap; those of two types may.
    """
    if not len(scores):
        return
    tags = scores.argmax(2)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)
    before = np.vstack([np.zeros_like(tags[:1]), tags[:-1]])
    before[starts] = OUTSIDE
    ill = ((tags == GOES_ON) & (before == OUTSIDE)) | ((tags == BEGINS) & (before != OUTSIDE))
    # Where every word's best tag may freely follow the one before it, they are the best sequence.
    for number, kind in np.unique(np.argwhere(ill), axis=0) if ill.any() else ():
        sentence = int(np.searchsorted(starts, number, "right")) - 1
        start, end = int(starts[sentence]), int(starts[sentence]) + lengths[sentence]
        tags[start:end, kind] = _best(scores[start:end, kind])
    first = np.zeros(len(tags), bool)
    first[starts] = True
    for at, kind in np.argwhere(tags == BEGINS):
        end = at + 1
        while end < len(tags) and tags[end, kind] == GOES_ON and not first[end]:
            end += 1
        yield int(at), int(end), int(kind)


def _best(scores: Floats) -> list[int]:
    """The likeliest well-formed tags of one sentence for one type, by Viterbi's algorithm."""
    rows = scores.tolist()
    best = [rows[0][OUTSIDE], rows[0][BEGINS], -np.inf]
    back: list[tuple[int, int, int]] = []
    for row in rows[1:]:
        outside = max(range(3), key=best.__getitem__)
        within = max((BEGINS, GOES_ON), key=best.__getitem__)
        begins = OUTSIDE if best[OUTSIDE] >= best[within] - TOUCHING else within
        before = best[OUTSIDE] if begins == OUTSIDE else best[within] - TOUCHING
        back.append((outside, begins, within))
        best = [row[OUTSIDE] + best[outside], row[BEGINS] + before, row[GOES_ON] + best[within]]
    tags = [max(range(3), key=best.__getitem__)]
    for came_from in reversed(back):
        tags.append(came_from[tags[-1]])
    return tags[::-1]
