"""Markdown: its text without the marks of headings, emphasis, links and code."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKS = (
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^([ \t]{0,8})[*+][ \t]+", re.MULTILINE), r"\1— "),
    (re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,1000}\)"), r"\1"),
    (re.compile(r"\[\^[\w-]{1,30}\]:?"), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000})(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000})(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def text(source: str) -> str:
    """`source`, Markdown, as plain text; lines and paragraphs stay."""
    plain = _COMMENT.sub("", _FRONT.sub("", source.replace("\r\n", "\n"), count=1))
    plain = _FENCE.sub("", plain)
    for pattern, new in _MARKS:
        plain = pattern.sub(new, plain)
    return plain
