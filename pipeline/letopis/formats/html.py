"""One self-contained page: the text with its mentions coloured, values on hover, tables below.

Nothing is fetched and no script runs; the text is escaped, so that hostile text is shown as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from letopis.formats.output import opened
from letopis.records.meaning import meaning
from letopis.records.models import Document, Fact, Mention
from letopis.records.tables import shown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TABLES = (("quantity", "Quantities"), ("date", "Dates"))
ROLE_ORDER = ("agent", "co_agent", "patient", "recipient", "theme", "quantity", "price", "attribute", "topic",
               "origin", "destination", "place", "time")  # fmt: skip
"""Roles in the order people read them: who, with whom, to whom, what, whence, whither, where, when."""


def write(documents: Iterable[Document], out: Path | None) -> None:
    """One page with every document, to the file `out` or to standard output."""
    style = files("letopis.formats").joinpath("page.css").read_text("utf-8")
    with opened(out) as stream:
        stream.write(
            '<!DOCTYPE html>\n<html lang="ru"><head><meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>Letopis</title>\n<style>\n{style}</style></head><body>\n{_LEGEND}\n"
        )
        for document in documents:
            stream.write(_article(document))
        stream.write("</body></html>\n")


_LEGEND = (
    '<p class="legend">'
    + " ".join(
        f'<span class="{kind}">{kind}</span>' for kind in ("person", "place", "organization", "date", "quantity")
    )
    + "</p>"
)


def _article(document: Document) -> str:
    anchor = escape(document.id, quote=True)
    parts = [
        f'<article id="{anchor}"><h1>{escape(document.id)}</h1>',
        f'<div class="text">{marked(document)}</div>',
    ]
    for kind, title in _TABLES:
        rows = [_mention_row(document, m) for m in document.mentions if m.kind == kind]
        parts.append(_table(title, ("text", "value", "rule"), rows))
    facts = [_fact_row(document, fact) for fact in document.facts]
    parts.append(_table("Facts", ("predicate", "frame", "roles", "said"), facts))
    return "\n".join(part for part in parts if part) + "\n</article>\n"


def marked(document: Document) -> str:
    """The text as HTML, each mention a `<span>` with its value as tooltip; crossing mentions are cut and reopened."""
    opening: dict[int, list[Mention]] = {}
    closing: dict[int, int] = {}
    for mention in document.mentions:
        opening.setdefault(mention.start, []).append(mention)
        closing[mention.end] = closing.get(mention.end, 0) + 1
    stack: list[Mention] = []
    parts: list[str] = []
    last = 0
    for at in sorted({*opening, *closing, len(document.text)}):
        parts.append(escape(document.text[last:at]))
        last = at
        parts.extend(_close(stack, at))
        for mention in sorted(opening.get(at, ()), key=lambda m: -m.end):
            parts.append(_open(document, mention, first=True))
            stack.append(mention)
    return "".join(parts)


def _close(stack: list[Mention], at: int) -> Iterator[str]:
    ending = [mention for mention in stack if mention.end == at]
    if not ending:
        return
    lowest = stack.index(ending[0])
    reopened = [mention for mention in stack[lowest:] if mention.end != at]
    yield "</span>" * (len(stack) - lowest)
    del stack[lowest:]
    for mention in reopened:
        yield f'<span class="{mention.kind}">'
        stack.append(mention)


def _open(document: Document, mention: Mention, *, first: bool) -> str:
    tip = escape(f"{mention.kind}: {meaning(mention)} — {mention.rule}", quote=True)
    identifier = f' id="{_anchor(document, mention.id)}"' if first else ""
    return f'<span class="{mention.kind}"{identifier} title="{tip}">'


def _anchor(document: Document, mention: str) -> str:
    return escape(f"{document.id}-{mention}", quote=True)


def _table(title: str, columns: tuple[str, ...], rows: list[str]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f"<h2>{title}</h2>\n<table><thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows)}</tbody></table>"


def _mention_row(document: Document, mention: Mention) -> str:
    link = f'<a href="#{_anchor(document, mention.id)}">{escape(mention.text)}</a>'
    return f"<tr><td>{link}</td><td>{escape(meaning(mention))}</td><td>{escape(mention.rule)}</td></tr>\n"


def _fact_row(document: Document, fact: Fact) -> str:
    roles = []
    for role in ROLE_ORDER:
        for filler in fact.roles.get(role, []):  # type: ignore[call-overload]
            words = escape(shown(document, filler))
            if filler.mention:
                words = f'<a href="#{_anchor(document, filler.mention)}">{words}</a>'
            roles.append(f"<li><b>{role}</b> {words}</li>")
    said = fact.factuality + (f", {shown(document, fact.attributed_to)}" if fact.attributed_to else "")
    return (
        f"<tr><td>{escape(fact.predicate.text)}</td><td>{fact.frame}</td>"
        f"<td><ul>{''.join(roles)}</ul></td><td>{escape(said)}</td></tr>\n"
    )
