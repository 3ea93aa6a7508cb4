"""A file's bytes to the documents in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from letopis.errors import SourceError
from letopis.sources.decode import decode
from letopis.sources.documents import alto, epub, hocr, markdown, opendocument, page, pdf, tables, tei, web, word
from letopis.sources.documents.archive import Archive
from letopis.sources.documents.kinds import kind

_ODT = b"application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: an encoding forced, the size limit, and the field of tables that holds the text.

    `on_fault` is told of an archive's member that cannot be read, and the others go on; without it the error is raised.
    """

    encoding: str | None
    max_bytes: int
    text_field: str
    on_fault: Callable[[SourceError], None] | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document: `id` and `member` where the file has several, its text, and the encoding it was in."""

    text: str
    encoding: str | None = None
    id: str | None = None
    member: str | None = None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The documents of the file called `name`, in their order in it; raise `SourceError` where one is unreadable."""
    found = kind(data, name)
    if found == "zip":
        yield from _zip(data, name, options)
    elif found in _MARKUP:
        yield Extracted(_MARKUP[found](data, name))
    elif found in _PAGES:
        yield Extracted(_PAGES[found](data, name, options.encoding))
    else:
        text, encoding = decode(data, name, options.encoding)
        if found == "markdown":
            yield Extracted(markdown.text(text), encoding)
        elif found in _TABLES:
            for id, cell in _TABLES[found](text, name, options.text_field):
                yield Extracted(cell, encoding, id)
        else:
            yield Extracted(text, encoding)


_MARKUP = {"tei": tei.text, "page": page.text, "alto": alto.text, "pdf": pdf.text}
_PAGES = {"html": web.text, "hocr": hocr.text}
_TABLES = {"jsonl": tables.json_lines, "csv": tables.rows}


def _zip(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """What a zip file is: a docx, odt or EPUB document, or an archive of documents of any other kind."""
    archive = Archive(data, name, options.max_bytes)
    if "word/document.xml" in archive.names:
        yield Extracted(word.text(archive))
    elif epub.CONTAINER in archive.names:
        yield Extracted(epub.text(archive))
    elif "mimetype" in archive.names and archive.member("mimetype").startswith(_ODT):
        yield Extracted(opendocument.text(archive))
    else:
        for member in sorted(archive.names):
            path = PurePosixPath(member)
            if path.name == "catalogue.toml" or any(map(_hidden, path.parts)):
                continue
            try:
                for found in _member(archive, member, name, options):
                    yield Extracted(found.text, found.encoding, found.id or path.stem, member)
            except SourceError as error:
                if options.on_fault is None:
                    raise
                options.on_fault(error)


def _member(archive: Archive, member: str, name: str, options: Options) -> Iterator[Extracted]:
    inner = archive.member(member)
    if kind(inner, member) == "zip" and not _is_document(inner, member, options):
        raise SourceError(f"{name} holds an archive in an archive, {member}: unpack it.")
    if inner:
        yield from extract(inner, f"{name}/{member}", options)


def _hidden(part: str) -> bool:
    return part == "__MACOSX" or (part.startswith(".") and part.strip(".") != "")


def _is_document(data: bytes, name: str, options: Options) -> bool:
    names = Archive(data, name, options.max_bytes).names
    return bool({"word/document.xml", "content.xml", epub.CONTAINER} & names)
