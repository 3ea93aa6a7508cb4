"""ALTO: the lines of each text block in file order; a word that a line's end breaks is given whole."""

from __future__ import annotations

from typing import Any

from letopis.sources.documents.markup import local, xml


def text(data: bytes, name: str) -> str:
    """The text of the ALTO document `data`: a line a line, a blank line between blocks.

    Where the file says what a broken word is whole (`SUBS_CONTENT`), its first half is written whole and its
    second is left out; else the hyphen (`HYP`) ends the line.
    """
    root = xml(data, name)
    blocks = (
        "\n".join(filter(None, (_line(line) for line in block if local(line) == "TextLine")))
        for block in root.iter()
        if local(block) == "TextBlock"
    )
    return "\n\n".join(filter(None, blocks))


def _line(line: Any) -> str:
    parts: list[str] = []
    whole = False
    for element in line:
        kind = local(element)
        if kind == "String":
            whole = False
            said = element.get("SUBS_CONTENT")
            if said and element.get("SUBS_TYPE") == "HypPart2":
                continue
            whole = bool(said) and element.get("SUBS_TYPE") == "HypPart1"
            parts.append(said if whole else element.get("CONTENT", ""))
        elif kind == "SP":
            parts.append(" ")
        elif kind == "HYP" and not whole:
            parts.append(element.get("CONTENT") or "-")
    return "".join(parts).strip()
