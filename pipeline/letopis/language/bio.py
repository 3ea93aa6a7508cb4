"""From scores of tags to spans: of all sequences of tags in which nothing goes on that has not begun, the likeliest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
OUTSIDE, BEGINS, GOES_ON = range(3)

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
    ill = (tags == GOES_ON) & (before == OUTSIDE)
    # Where every word's best tag may follow the one before it, they are the best sequence.
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
    back: list[tuple[int, int]] = []
    for row in rows[1:]:
        any_ = max(range(3), key=best.__getitem__)
        within = max((BEGINS, GOES_ON), key=best.__getitem__)
        back.append((any_, within))
        best = [row[OUTSIDE] + best[any_], row[BEGINS] + best[any_], row[GOES_ON] + best[within]]
    tags = [max(range(3), key=best.__getitem__)]
    for any_, within in reversed(back):
        tags.append(within if tags[-1] == GOES_ON else any_)
    return tags[::-1]
