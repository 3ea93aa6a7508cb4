"""Page numbers and running heads: what the page says of itself, not of its matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from letopis.sources.layout.lines import Line

# `147`, `— 147 —`, `[147]`, `(147)`, `стр. 147`, `л. 12 об.`, `XIV`, `3*` (a sheet's signature).
_NUMBER = re.compile(
    r"(?P<open>[-—–=*·•.~\[(<|/]{0,3})\s{0,3}(?P<word>стр\.?|с\.|лист|л\.)?\s{0,3}"
    r"(?P<number>\d{1,4}|[IVXLC]{1,7})\s{0,3}(?:об\.?)?\s{0,3}(?P<close>[-—–=*·•.~\])>|/]{0,3})",
    re.IGNORECASE,
)
# A line indented so far is centred; one so long is running text.
_CENTRED = 8
_RUNNING = 30
_HEAD = re.compile(r"(?P<before>\d{1,4})\s+(?P<head>\D{3,80})|(?P<title>\D{3,80}?)\s+(?P<after>\d{1,4})")
# A number so far from the words is no part of a sentence.
_FAR = re.compile(r"\d\s{3,}\D|\D\s{3,}\d")


def furniture(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines that are page numbers or running heads.

    A decorated number (`— 147 —`) alone between blank lines is always one. A bare number is one where it
    breaks a sentence, or where it stands alone and is centred, between lines of running text, or one of several
    that ascend; but a bare number that may be a year heads a passage unless it breaks a sentence. A running
    head holds the page's number, or stands beside it, and comes at least twice with the same words.
    """
    marks = {i: match for i, line in enumerate(lines) if (match := _page_number(line))}
    heads = {i: head for i, line in enumerate(lines) if (head := _running_head(line))}
    times = Counter(heads.values())
    repeated = {i for i, head in heads.items() if times[head] > 1 and _apart(lines, i, set(marks))}
    bare = [int(m["number"]) for i, m in marks.items() if m["number"].isdecimal() and _alone(lines, i)]
    ascending = len(bare) > 2 and all(a < b for a, b in pairwise(bare))
    beside = _heads_beside(lines, set(marks))
    broken = _broken_sentences(lines, repeated | beside | set(marks))
    pages = {i for i, match in marks.items() if i in broken or _is_page(lines, i, match, ascending)}
    return repeated | pages | {i for i in beside if i - 1 in pages or i + 1 in pages}


def _page_number(line: Line) -> re.Match[str] | None:
    return _NUMBER.fullmatch(line.text) if len(line.text) < 20 else None


def _alone(lines: Sequence[Line], i: int) -> bool:
    """Whether blank lines or the text's edge stand on both sides of line `i`."""
    before = i == 0 or lines[i].gap > 0
    return before and (i + 1 == len(lines) or lines[i + 1].gap > 0)


def _broken_sentences(lines: Sequence[Line], candidates: set[int]) -> set[int]:
    """The candidates that stand, with others of them or alone, between the halves of one sentence."""
    broken: set[int] = set()
    run: list[int] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if i in candidates:
            run.append(i)
            continue
        if run and before and not before.terminated and line.small:
            broken.update(run)
        before, run = line, []
    return broken


def _is_page(lines: Sequence[Line], i: int, match: re.Match[str], ascending: bool) -> bool:
    if not _alone(lines, i):
        return _between_pages(lines, i, match)
    if match["word"] or (match["open"] and match["close"] and match["close"] != "."):
        return True
    number = match["number"]
    year = number.isdecimal() and 1000 <= int(number) <= 2100
    if not number.isdecimal() or match["close"] or year:
        return False
    return ascending or i == len(lines) - 1 or lines[i].indent >= _CENTRED or _between_long(lines, i)


def _between_pages(lines: Sequence[Line], i: int, match: re.Match[str]) -> bool:
    """Whether line `i`, though no blank line parts it, is a bare number between a paragraph's end and running text."""
    if not (0 < i < len(lines) - 1 and lines[i].text.isdecimal() and len(match["number"]) < 4):
        return False
    before = max(len(lines[i - 1].text), len(lines[i - 2].text) if i > 1 else 0)
    return lines[i - 1].ended and min(before, len(lines[i + 1].text)) >= _RUNNING and lines[i + 1].text[0].isalpha()


def _between_long(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` stands between lines of running text, not under a heading or over a sum."""
    return 0 < i < len(lines) - 1 and min(len(lines[i - 1].text), len(lines[i + 1].text)) >= _RUNNING


def _running_head(line: Line) -> str | None:
    if len(line.text) > 90 or (line.ended and not _FAR.search(line.text)):
        return None
    match = _HEAD.fullmatch(line.text)
    return (match["head"] or match["title"]).strip(" .—–-").casefold() if match else None


def _heads_beside(lines: Sequence[Line], pages: set[int]) -> set[int]:
    """Heads without a number that stand beside a page number, the same words at least twice."""
    beside = {j for i in pages for j in (i - 1, i + 1) if 0 <= j < len(lines) and j not in pages}
    short = {j for j in beside if len(lines[j].text) <= 80 and not lines[j].terminated and _apart(lines, j, pages)}
    times = Counter(lines[j].text.casefold() for j in short)
    return {j for j in short if times[lines[j].text.casefold()] > 1}


def _apart(lines: Sequence[Line], j: int, pages: set[int]) -> bool:
    """Whether line `j` stands apart from the text, with nothing but page numbers near it."""
    before = j == 0 or lines[j].gap > 0 or j - 1 in pages
    return before and (j + 1 == len(lines) or lines[j + 1].gap > 0 or j + 1 in pages)
