"""docx: paragraphs, tables cell by cell, notes at the end, as mammoth reads them; deleted revisions left out."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from letopis.errors import SourceError
from letopis.sources.documents import web
from letopis.sources.documents.archive import Archive
from letopis.sources.documents.markup import library, local, refuse_entities


def text(archive: Archive) -> str:
    """The text of the docx file `archive`; raise `SourceError` where it is broken or unpacks to too much."""
    mammoth = library("mammoth", archive.name)
    parser = library("lxml.html", archive.name)
    for part in sorted(archive.names):
        if part.endswith((".xml", ".rels")):
            refuse_entities(archive.member(part), archive.name)
    try:
        pictures = mammoth.images.img_element(lambda _: {})
        page = mammoth.convert_to_html(BytesIO(archive.data), convert_image=pictures).value
    except Exception as error:  # mammoth leaves what its XML parser and zipfile raise as it is
        raise SourceError(f"{archive.name} is a broken docx ({type(error).__name__}): save it anew.") from error
    return FLOW.text(parser.document_fromstring(page)) if page.strip() else ""


def _is_note_link(element: Any) -> bool:
    """Whether the element leads from the text to a note (`[1]`) or back (`↑`)."""
    return local(element) == "a" and element.get("href", "").startswith(("#footnote-", "#endnote-"))


FLOW = replace(web.FLOW, leave=_is_note_link)
