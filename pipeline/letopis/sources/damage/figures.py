"""Figures misread (`1О`, `l9l7`, `З0`) or broken by spaces (`2 0 00`, `1 920 года`), mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letopis.sources.revision import Edit

# A closed list: letters that recognition gives for figures. `б` counts between figures only.
_MISREAD = str.maketrans("ОоOoЗзlIІіб", "00003311116")

_MIXED = re.compile(r"(?<!\w)(?=[\dОоOoЗзlIІіб]*\d)[\dЗlIІ][\dОоOoЗзlIІіб]+(?!\w)")
_LONE_NOUGHTS = re.compile(r"(?<=\d )(?<!\d\d\d\d )[ОO]{3}(?!\w)")
_LONE_THREE = re.compile(r"(?:(?<=\s)|^)З(?= [а-яё]{2})", re.MULTILINE)
# `51/2` is a print's 5½: what is no proper fraction is a whole number and one.
_FRACTION = re.compile(r"(?<![\w/,.№])(?<!№ )(?<!д\. )(?<!дом )(?P<whole>\d{1,3})(?P<part>1/2|1/4|3/4)(?= [а-яёіѣ])")
# `1893/4 учебном году` is a year over the turn.
_OVER_THE_TURN = re.compile(
    r"(?:1[5-9]\d|20\d)(?:1/2|3/4) (?:[а-яёіѣ]+(?:\.|[оаы]м|[оаеё]го|[ыоі][йя])ъ? )?(?:гг?\.|год)"
)
_PARTS = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
_YEAR = re.compile(r"(?<![\w.,])(?<!\d )[12] \d{3}(?= (?:г\.|гг\.|год(?:а|у|ом|е)?)(?!\w))")
_GROUPS = re.compile(r"(?<![\w.,—–-])\d{1,4}(?: \d{1,3})+(?![\w—–-]|[.,]\d)")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")
_YEAR_FIRST = re.compile(r"1\d{3} ")


def misread(text: str) -> Iterator[Edit]:
    """Edits that turn letters inside a figure into figures, and a lone `З` before a word and `ООО` after a figure."""
    found = [*_MIXED.finditer(text), *_LONE_THREE.finditer(text), *_LONE_NOUGHTS.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        old = match.group()
        if old.isdigit() or _lettered(old):
            continue
        yield Edit(match.start(), match.end(), old.translate(_MISREAD))


def fractions(text: str) -> Iterator[Edit]:
    """Edits that part a whole number from the fraction it is run together with (`51/2 часов` → `5½ часов`)."""
    for match in _FRACTION.finditer(text):
        if _OVER_THE_TURN.match(text, match.start()):
            continue
        yield Edit(match.start("part"), match.end("part"), _PARTS[match["part"]])


def broken_years(text: str) -> Iterator[Edit]:
    """Edits that close up a year that a space cuts after its first figure, before the word for year."""
    for match in _YEAR.finditer(text):
        yield Edit(match.start(), match.end(), match.group().replace(" ", ""))


def broken(text: str) -> Iterator[Edit]:
    """Edits that close up figures whose spaces part no thousands; for damaged texts only.

    `2 0 00` can be nothing but 2000; `1 412 300` is a number written by thousands and stays; what begins
    with a year stays too, since a second number may follow it.
    """
    for match in _GROUPS.finditer(text):
        figure = match.group()
        closed = figure.replace(" ", "")
        if _GROUPED.fullmatch(figure) or _YEAR_FIRST.match(figure) or len(closed) > 7 or closed[0] == "0":
            continue
        yield Edit(match.start(), match.end(), closed)


def _lettered(token: str) -> bool:
    """Whether the letters of `token` are letters: `5б` is a house, `1о` an ordinal, `3з` a marking."""
    figures = sum(map(str.isdigit, token))
    if token[-1] in "бзоo" and not (token[-1] in "оo" and figures > 1):
        return True
    return "б" in token and re.search(r"\dб+\d", token) is None
