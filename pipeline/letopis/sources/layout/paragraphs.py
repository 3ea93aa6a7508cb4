"""Edits that join what a page's lines broke and leave a line feed only where a paragraph or a verse ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from letopis.sources.layout.flow import blocks, cut_short, hyphened, usual_width, wrapped
from letopis.sources.layout.hyphens import own_hyphen
from letopis.sources.layout.lines import Line, lines
from letopis.sources.layout.pages import furniture
from letopis.sources.layout.verse import enjambed
from letopis.sources.revision import Edit

_DATA = tomllib.loads(files("letopis.sources.layout").joinpath("paragraphs.toml").read_text(encoding="utf-8"))
_OPEN = frozenset(_DATA["open"])

_ITEM = re.compile(r"(?:[-—–•*·§]|\d{1,3}[.)]|[а-яa-z]\)|[IVXLC]{1,6}\.)\s")
# The day that an entry of a diary or a chronicle begins with.
_DAY = re.compile(
    r"\d{1,2}(?:-[а-яё]{1,3})?\s(?:январ|феврал|март|апрел|ма[яйі]|іюн|июн|іюл|июл|август|сентябр|октябр|ноябр|декабр)",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?P<word>[^\s(«„\"]+)\.$")
_LEFT = re.compile(r"[\w-]*$")
_RIGHT = re.compile(r"\w[\w-]*")
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
# As far as a word is looked for at a line's end.
_NEAR = 64
# A line that has not this many letters is too short to run on in a text that is not wrapped.
_LONG = 40


def paragraphs(text: str, known: Callable[[str], bool]) -> Iterator[Edit]:
    """Edits that make `text` one line a paragraph; `known` tells whether a word is in the dictionary."""
    every = lines(text)
    if not every:
        return
    dropped = furniture(every)
    kept = [line for i, line in enumerate(every) if i not in dropped]
    if not kept:
        return
    cut = {every[i].start for i in range(1, len(every)) if i not in dropped and i - 1 in dropped}
    running = _running(kept)
    width = usual_width([line for line in kept if line.start in running] or kept)
    words = _Words(text, known)
    if kept[0].start:
        yield Edit(0, kept[0].start, "")
    yield from _spaces(kept[0])
    carried = ""
    for before, line in pairwise(kept):
        after_page = line.start in cut
        if (hyphened(before) or cut_short(before, line)) and line.text[0].isalnum() and (line.gap < 2 or after_page):
            left = _half(before, carried)
            edit = _hyphen_seam(before, line, left, words)
            carried = left if not edit.new and len(left) < _NEAR else ""
        else:
            edit = _seam(before, line, line.start in running, after_page, width)
            carried = ""
        if edit.new == "\n" and (first := enjambed(before, line)):
            yield Edit(before.end, line.start, " ")
            if first != line.text[0]:
                yield Edit(line.start, line.start + 1, first)
        else:
            yield edit
        yield from _spaces(line)
    if kept[-1].end < len(text):
        yield Edit(kept[-1].end, len(text), "")


def _half(line: Line, carried: str) -> str:
    """The part of a word before the hyphen that ends `line`, with what the line before it `carried` over."""
    match = _LEFT.search(line.text[-_NEAR:-1])
    half = match.group() if match else ""
    return carried + half if len(half) + 1 == len(line.text) else half


def _hyphen_seam(before: Line, line: Line, left: str, known: _Words) -> Edit:
    """The edit between two lines that a hyphen parts: the hyphen dropped or kept."""
    right = _RIGHT.match(line.text)
    own = own_hyphen(left, right.group() if right else "", known)
    return Edit(before.end - 1, line.start, "-" if own else "")


def _spaces(line: Line) -> Iterator[Edit]:
    if "  " in line.text:
        for match in _SPACES.finditer(line.text):
            yield Edit(line.start + match.start(), line.start + match.end(), " ")


def _running(kept: Sequence[Line]) -> set[int]:
    """The starts of the lines that belong to wrapped prose."""
    parts = blocks(kept)
    pairs = [part for part in parts if len(part) > 1]
    # A text with a blank line after every line is judged as a whole.
    whole = _majority(pairs) if pairs else bool(len(kept) > 3 and wrapped(kept))
    width = usual_width(kept)
    running: set[int] = set()
    for part in parts:
        own = wrapped(part) if len(part) > 3 else None
        if own or (own is None and whole and not _separate(part, width)):
            running.update(line.start for line in part)
    return running


def _separate(part: Sequence[Line], width: int) -> bool:
    """Whether the few lines of a block are headings or a dateline: short, and none running into the next."""
    running = any(hyphened(a) or b.small for a, b in pairwise(part))
    return len(part) > 1 and not running and all(len(line.text) < 0.6 * width for line in part)


def _majority(parts: Sequence[Sequence[Line]]) -> bool:
    """Whether no fewer lines stand in wrapped blocks than in others, and some do."""
    votes = [(len(part) - 1, wrapped(part)) for part in parts]
    flowing = sum(n for n, flows in votes if flows)
    return 0 < flowing >= sum(n for n, flows in votes if not flows)


class _Words:
    """Tells words by the dictionary and by what the text itself has whole."""

    def __init__(self, text: str, known: Callable[[str], bool]) -> None:
        self._text = text
        self._known = known
        self._own: set[str] | None = None

    def __call__(self, word: str) -> bool:
        if self._known(word):
            return True
        if self._own is None:
            self._own = set(re.findall(r"(?<![\w-])\w[\w-]*\w(?![\w-])", self._text))
        return len(word) > 4 and word in self._own


def _seam(before: Line, line: Line, runs: bool, after_page: bool, width: int) -> Edit:
    """The edit between two lines that no hyphen parts: a space, or a line feed."""
    if _dash_of_range(before, line):
        return Edit(before.end, line.start, "")
    if runs:
        goes_on = _goes_on(before, line, after_page, width)
    else:
        long = len(before.text) >= _LONG or after_page
        goes_on = line.gap <= after_page and long and line.small and not before.terminated
    return Edit(before.end, line.start, " " if goes_on else "\n")


def _dash_of_range(before: Line, line: Line) -> bool:
    """`1920—⏎1922`: a dash between two figures."""
    return len(before.text) > 1 and before.text[-1] in "—–" and before.text[-2].isdigit() and line.text[0].isdigit()


def _goes_on(before: Line, line: Line, after_page: bool, width: int) -> bool:
    """Whether `line` of wrapped prose continues the paragraph of `before`."""
    mid = not before.terminated or _open_abbreviation(before)
    if before.columns or line.columns or (before.ended and _DAY.match(line.text)):
        return mid and line.small and not line.gap
    if line.gap and not after_page and len(before.text) < 0.5 * width:
        return False
    if line.small and (mid or not line.gap):
        return not (before.ended and _ITEM.match(line.text) and not mid)
    if line.gap and not after_page:
        return False
    if after_page:
        return mid
    if before.terminated and _ITEM.match(line.text):
        return False
    if before.capitals != line.capitals and (before.capitals or not mid):
        return False
    if mid:
        heading = before.gap > 0 and len(before.text) < 0.6 * width
        return not (heading and line.text[0].isupper()) and not (line.indent > before.indent + 1 and heading)
    if line.indent > before.indent + 1:
        return False
    return len(before.text) + 1 + len(line.text.split(" ", 1)[0]) >= 0.75 * width


def _open_abbreviation(line: Line) -> bool:
    """Whether the line ends in an initial or an abbreviation that wants a word after it."""
    match = _LAST_WORD.search(line.text[-_NEAR:])
    if not match:
        return False
    word = match["word"]
    return (len(word) == 1 and word.isupper()) or word in _OPEN
