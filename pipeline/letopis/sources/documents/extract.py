"""A file's bytes to the documents in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from letopis.errors import SourceError
from letopis.sources.decode import decode
from letopis.sources.documents import alto, epub, hocr, markdown, opendocument, page, pdf, tables, tei, web, word
from letopis.sources.documents.archive import Archive
from letopis.sources.documents.kinds import kind
from letopis.sources.marks import Marked


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: an encoding forced, the size limit, and the field of tables that holds the text.

    `keep_markup` keeps what TEI marks as given mentions. `on_fault` is told of an archive's member or a table's row
    that cannot be read, and the others go on; without it the error is raised.
    """

    encoding: str | None
    max_bytes: int
    text_field: str
    keep_markup: bool = False
    on_fault: Callable[[SourceError], None] | None = None

    def tell(self, fault: SourceError) -> None:
        """Tell `on_fault`, or raise `fault` where nobody is to be told."""
        if self.on_fault is None:
            raise fault
        self.on_fault(fault)


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document: `id` and `member` where the file has several, its text with its marks, and its encoding."""

    marked: Marked
    encoding: str | None = None
    id: str | None = None
    member: str | None = None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The documents of the file called `name`, in their order in it; raise `SourceError` where one is unreadable."""
    found = kind(data, name)
    if found == "zip":
        yield from _zip(data, name, options)
    elif found == "tei":
        yield Extracted(tei.read(data, name, keep_markup=options.keep_markup))
    elif found in _PAGES:
        yield Extracted(_PAGES[found](data, name))
    elif found == "hocr":
        yield Extracted(hocr.read(data, name, options.encoding))
    elif found == "html":
        yield Extracted(Marked(web.text(data, name, options.encoding)))
    else:
        text, encoding = decode(data, name, options.encoding)
        if found == "markdown":
            yield Extracted(Marked(markdown.text(text)), encoding)
        elif found in _TABLES:
            for id, cell in _TABLES[found](text, name, options.text_field, options.tell):
                yield Extracted(Marked(cell), encoding, id)
        else:
            yield Extracted(Marked(text), encoding)


_PAGES = {"page": page.read, "alto": alto.read, "pdf": pdf.read}
_TABLES = {"jsonl": tables.json_lines, "csv": tables.rows}


def _zip(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """What a zip file is: a docx, odt or EPUB document, or an archive of documents of any other kind."""
    archive = Archive(data, name, options.max_bytes)
    read = _reader(archive.names)
    if read is not None:
        yield Extracted(Marked(read(archive)))
    else:
        for member in sorted(archive.names):
            path = PurePosixPath(member)
            if path.name == "catalogue.toml" or any(map(is_hidden, path.parts)):
                continue
            try:
                for found in _member(archive, member, name, options):
                    yield Extracted(found.marked, found.encoding, found.id or path.stem, member)
            except SourceError as error:
                options.tell(error)


def _member(archive: Archive, member: str, name: str, options: Options) -> Iterator[Extracted]:
    inner = archive.member(member)
    named = f"{name}/{member}"
    if kind(inner, named) == "zip" and _reader(Archive(inner, named, options.max_bytes).names) is None:
        raise SourceError(f"{name} holds an archive in an archive, {member}: unpack it.")
    if inner:
        yield from extract(inner, named, options)


def is_hidden(part: str) -> bool:
    """Whether a file or folder of this name is the system's or a program's own and no document."""
    own = part in {"__MACOSX", "Thumbs.db", "desktop.ini"} or part.startswith("~$")
    return own or (part.startswith(".") and part.strip(".") != "")


def _reader(members: Collection[str]) -> Callable[[Archive], str] | None:
    """What reads a zip file of such members as one document; `None` where it is an archive of documents."""
    if "[Content_Types].xml" in members and any(member.startswith("word/") for member in members):
        return word.text
    if epub.CONTAINER in members:
        return epub.text
    return opendocument.text if {"mimetype", "content.xml"} <= set(members) else None
