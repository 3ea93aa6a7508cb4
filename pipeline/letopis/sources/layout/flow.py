"""Whether lines are wrapped prose, or end where their author ended them: verse, lists, a paragraph a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from letopis.sources.layout.lines import Line

HYPHENS = "-¬\u00ad"
# The share of line breaks inside a sentence from which lines count as wrapped. In wrapped Russian prose about
# three lines of four begin with a small letter; in verse and in one-paragraph-a-line texts next to none do.
WRAPPED = 0.3


def hyphened(line: Line) -> bool:
    """Whether the line ends in a hyphen that a letter or a figure stands before."""
    return line.text[-1] in HYPHENS and len(line.text) > 1 and line.text[-2].isalnum()


def cut_short(before: Line, line: Line) -> bool:
    """Whether a hyphen after an abbreviation ties the end of a line to the next (`ген.-⏎майор`)."""
    return line.small and before.text.endswith(".-") and before.text[-3:-2].isalpha()


def wrapped(lines: Sequence[Line]) -> bool | None:
    """Whether `lines`, in order, run on from one to the next; `None` where there are no two lines to tell by.

    Lines that stop well short of the width, although the next word would have fitted, and break no word
    are a list, whatever letter they begin with; so are lines that nearly all end in a semicolon.
    """
    pairs = list(pairwise(lines))
    if not pairs:
        return None
    hyphens = sum(map(hyphened, lines))
    running = sum(hyphened(a) or b.small for a, b in pairs)
    if running < WRAPPED * len(pairs):
        return False
    if hyphens:
        return True
    if len(pairs) > 1 and sum(a.text[-1] in ";," for a, _ in pairs) > 0.7 * len(pairs):
        return False
    width = max(len(line.text) for line in lines)
    short = sum(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) < 0.75 * width for a, b in pairs)
    return short <= len(pairs) / 2


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """`lines` cut at blank lines."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def usual_width(lines: Sequence[Line]) -> int:
    """The length that one line in ten exceeds."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[(9 * len(lengths)) // 10] if lengths else 0
