"""EPUB: the pages of the book in the order of its spine."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from letopis.errors import SourceError
from letopis.sources.documents import web
from letopis.sources.documents.archive import Archive
from letopis.sources.documents.markup import local, xml

CONTAINER = "META-INF/container.xml"


def text(archive: Archive) -> str:
    """The text of the EPUB file `archive`, a blank line between its pages."""
    container = xml(archive.member(CONTAINER), archive.name)
    package = next((e.get("full-path") for e in container.iter() if local(e) == "rootfile"), None)
    if package is None:
        raise SourceError(f"{archive.name} names no package in {CONTAINER}: mend the book and read it again.")
    root = xml(archive.member(package), archive.name)
    files = {e.get("id"): e.get("href") for e in root.iter() if local(e) == "item"}
    pages = []
    for reference in root.iter():
        href = files.get(reference.get("idref")) if local(reference) == "itemref" else None
        if href:
            page = normpath(join(dirname(package), unquote(href)))
            pages.append(web.text(archive.member(page), archive.name))
    return "\n\n".join(filter(None, pages))
