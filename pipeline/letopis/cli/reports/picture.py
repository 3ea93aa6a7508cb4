"""The picture at the head of the README: a text's first facts of one frame and the sentences they stand in, as SVG."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from letopis.formats.html import ROLE_ORDER
from letopis.records.meaning import meaning
from letopis.records.models import Document, Fact

if TYPE_CHECKING:
    from rich.text import Text

# Backgrounds as on the HTML page.
COLOURS = {
    "person": "#fde9d9",
    "place": "#e1f0e1",
    "organization": "#e6e4f5",
    "date": "#dcecf9",
    "quantity": "#fbe3ea",
}
_WIDTH = 88


def picture(document: Document, frame: str) -> str:
    """The paragraph of the richest fact of `frame` with coloured mentions, and below it the fact, a line a filler.

    The same document gives the same SVG, which fetches nothing. Raises `ValueError` where there is no such fact.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.terminal_theme import TerminalTheme

    fact = max((one for one in document.facts if one.frame == frame), key=_fillers)
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(_marked(document, *_paragraph(document.text, fact.predicate.start)))
    console.print()
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_row("frame", f"{fact.frame} «{fact.predicate.text}», {fact.factuality}", f"{fact.predicate.start}")
    known = {mention.id: mention for mention in document.mentions}
    for role in ROLE_ORDER:
        for filler in fact.roles.get(role, []):  # type: ignore[call-overload]
            if filler.mention:
                mention = known[filler.mention]
                place = f"{mention.start}–{mention.end}"
                table.add_row(role, meaning(mention), place, style=f"on {COLOURS[mention.kind]}")
            else:
                table.add_row(role, filler.text, f"{filler.start}–{filler.end}")
    console.print(table)
    paper = TerminalTheme((255, 255, 255), (34, 34, 34), [(34, 34, 34)] * 8)
    drawn = console.export_svg(title=document.id, theme=paper, unique_id="letopis")
    # rich has the reader's browser fetch a font; a picture in a report fetches nothing.
    return re.sub(r"\s*@font-face \{.*?\n    \}", "", drawn, flags=re.DOTALL)


def _fillers(fact: Fact) -> int:
    return sum(map(len, fact.roles.values()))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _marked(document: Document, start: int, end: int) -> Text:
    from rich.text import Text

    shown = Text(document.text[start:end])
    for mention in document.mentions:
        if start <= mention.start and mention.end <= end:
            shown.stylize(f"on {COLOURS[mention.kind]}", mention.start - start, mention.end - start)
    return shown
