"""HTML: its paragraphs, without scripts, styles and navigation."""

from __future__ import annotations

from letopis.sources.documents.flow import Flow
from letopis.sources.documents.markup import html

# Elements that HTML lays out as blocks (HTML Living Standard, § 15.3), and those that hold no running text.
# fmt: off
_BLOCKS = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr", "ul",
]
_SKIPPED = [
    "head", "script", "style", "template", "noscript", "nav", "select", "option", "button", "svg", "math",
    "iframe", "object",
]
# fmt: on
FLOW = Flow(blocks=frozenset(_BLOCKS), breaks=frozenset({"br"}), skipped=frozenset(_SKIPPED))


def text(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of the HTML page `data`."""
    return FLOW.text(html(data, name, encoding))
