"""Which format a file is of, told by its content; the suffix decides only where content cannot."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from letopis.errors import SourceError

_ZIP = b"PK\x03\x04"
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]")
_ROOTS = {"TEI": "tei", "teiCorpus": "tei", "PcGts": "page", "alto": "alto", "mets": "mets", "html": "html"}
_SUFFIXES = {".csv": "csv", ".tsv": "csv", ".md": "markdown", ".markdown": "markdown"}
# Formats that are known and not read, with what to do.
_REFUSED = (
    (b"{\\rtf", "is RTF, which is not read: save it as docx"),
    (
        b"\xd0\xcf\x11\xe0",
        "is an old or an encrypted Office file, which is not read: save it as docx without a password",
    ),
    (b"AT&TFORM", "is DjVu, which is not read: take its text out with djvutxt"),
    (b"Rar!", "is a RAR archive, which is not read: pack it as zip"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive, which is not read: pack it as zip"),
    (b"\x1f\x8b", "is gzipped, which is not read: unpack it"),
    (b"\xff\xd8\xff", "is an image: recognise its text first"),
    (b"\x89PNG", "is an image: recognise its text first"),
    (b"II*\x00", "is an image: recognise its text first"),
    (b"MM\x00*", "is an image: recognise its text first"),
)


def kind(data: bytes, name: str) -> str:
    """The format of `data`: text, html, hocr, tei, page, alto, mets, pdf, zip, jsonl, csv or markdown.

    Raises `SourceError` for a format that is known and not read.
    """
    for mark, reason in _REFUSED:
        if data.startswith(mark):
            raise SourceError(f"{name} {reason}.")
    if data.startswith(_ZIP):
        return "zip"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    start = data[:8192].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and (found := _markup(start, data, name)):
        return found
    if start.startswith(b"{") and _is_object(data):
        return "jsonl"
    return _SUFFIXES.get(PurePosixPath(name).suffix.lower(), "text")


def _markup(start: bytes, data: bytes, name: str) -> str | None:
    """The format that the first element says; `None` where it is no markup."""
    for match in _ROOT.finditer(start):
        root = match.group(1).decode("ascii")
        found = _ROOTS.get(root) or _ROOTS.get(root.lower())
        if found == "html":
            return "hocr" if b"ocr_line" in data or b"ocr_page" in data else "html"
        if found:
            return found
        if start.startswith(b"<?xml"):
            raise SourceError(f"{name} is XML of an unknown kind (<{root}>): give TEI, PAGE, ALTO, hOCR or HTML.")
        if root.lower() in {"head", "body", "div", "p", "table", "meta", "title", "h1", "span"}:
            return "html"
        break
    return None


def _is_object(data: bytes) -> bool:
    """Whether the first line that holds anything is a JSON object."""
    line = data.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
