"""Footnote marks glued to words (`договор¹`, `договор1)`, `договор*)`, `договор[12]`), taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letopis.sources.characters import CYRILLIC
from letopis.sources.damage.glued import MONTHS
from letopis.sources.orthography.rules import modern
from letopis.sources.revision import Edit
from letopis.sources.vocabulary import parts_of_speech

# Units that stand squared or cubed; their ² and ³ are no footnotes.
_SQUARED = frozenset({"м", "см", "дм", "мм", "км", "сажень", "саж", "верст", "фт", "арш"})

_MARK = re.compile(
    rf"(?<=[{CYRILLIC}»”\"])(?:(?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}\)?)|(?P<bracket>\[\d{{1,3}}\])"
    rf"|(?P<star>\*{{1,3}}\)?)|(?P<round>\d{{1,2}}\)))(?![\w*])"
)
_GLUED = re.compile(r"(?<=[а-яё]{4})\d{1,2}(?=[ ,.;:!?»\n]|$)")
# What a word may be that bears a footnote and counts nothing.
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
# As far back as an opening bracket is looked for.
_NEAR = 300
_WORD_BEFORE = re.compile(rf"[{CYRILLIC}]+$")


def footnotes(text: str) -> Iterator[Edit]:
    """Edits that delete footnote marks from the ends of words.

    A square or a cube of a unit stays, and so does a figure before `)` that closes a bracket opened on the
    same line. A bare figure is a mark only after a noun of four small letters (`договор2`, not `Т34`, `около20`
    or `марта25`, where a space is wanting).
    """
    marks = [m for m in _MARK.finditer(text) if not _is_square(text, m) and not (m["round"] and _closes(text, m))]
    at = -1
    for match in sorted([*marks, *filter(_after_noun, _GLUED.finditer(text))], key=lambda m: m.start()):
        if match.start() > at:
            yield Edit(match.start(), match.end(), "")
            at = match.end()


def _is_square(text: str, match: re.Match[str]) -> bool:
    if match["superscript"] not in {"²", "³"}:
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    return before is not None and before.group().lower() in _SQUARED


def _after_noun(match: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 30), match.start())
    word = modern(before.group().lower()) if before else ""
    return not word.endswith(MONTHS) and "NOUN" in (kinds := parts_of_speech(word)) and kinds <= _NAMING


def _closes(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
    return before.count("(") > before.count(")")
