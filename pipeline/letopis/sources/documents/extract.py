"""A file's bytes to the documents in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Set
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePosixPath

from letopis.errors import SourceError
from letopis.sources.decode import decode
from letopis.sources.documents import alto, epub, hocr, markdown, opendocument, page, pdf, tables, tei, web, word
from letopis.sources.documents.archive import Archive
from letopis.sources.documents.kinds import kind
from letopis.sources.documents.volume import PAGES, Folder, Volume, folder, is_mets, joined, listed, numeric
from letopis.sources.marks import Marked


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: an encoding forced, the size limit, and the field of tables that holds the text.

    `keep_markup` keeps what TEI marks as given mentions; `join_pages` makes one document of a folder's pages.
    `on_fault` is told of an archive's member or a table's row that cannot be read, and the others go on; without it
    the error is raised.
    """

    encoding: str | None
    max_bytes: int
    text_field: str
    keep_markup: bool = False
    join_pages: bool = False
    on_fault: Callable[[SourceError], None] | None = None

    def tell(self, fault: SourceError) -> None:
        """Tell `on_fault`, or raise `fault` where nobody is to be told."""
        if self.on_fault is None:
            raise fault
        self.on_fault(fault)


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document: `id` and `member` where the file has several, its text with its marks, and its encoding.

    `is_page` tells a file that may be one page of several of a scan.
    """

    marked: Marked
    encoding: str | None = None
    id: str | None = None
    member: str | None = None
    is_page: bool = False


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The documents of the file called `name`, in their order in it; raise `SourceError` where one is unreadable."""
    found = kind(data, name)
    if found == "zip":
        yield from _zip(data, name, options)
    elif found == "tei":
        yield Extracted(tei.read(data, name, keep_markup=options.keep_markup))
    elif found in _PAGES:
        yield Extracted(_PAGES[found](data, name), is_page=found in PAGES)
    elif found == "hocr":
        yield Extracted(hocr.read(data, name, options.encoding), is_page=True)
    elif found == "mets":
        raise SourceError(
            f"{name} is a METS file, which only lists pages: give the folder or the zip file they are in."
        )
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
        yield from _members(archive, name, options)


def extract_folder(place: Path, names: Collection[str], name: str, options: Options) -> Iterator[Extracted]:
    """The documents of the files `names` under `place`, which errors call `name`, its pages joined."""
    yield from _members(Folder(place, name, names, options.max_bytes), name, options)


def _members(archive: Archive | Folder, name: str, options: Options) -> Iterator[Extracted]:
    """The documents of an archive or a folder; pages that belong together where their first one stands."""
    shown = [member for member in archive.names if not _is_own(PurePosixPath(member))]
    lists = {member: data for member in sorted(shown) if is_mets(member) and (data := _mets(archive, member))}
    found: list[Extracted] = []
    for member in sorted(shown):
        if member in lists:
            continue
        try:
            documents = list(_member(archive, member, name, options))
        except SourceError as error:
            options.tell(error)
            continue
        for one in documents:
            inner = f"{member}/{one.member}" if one.member else member
            found.append(replace(one, id=one.id or PurePosixPath(member).stem, member=inner))
    pages = {one.member: one.marked for one in found if one.is_page and one.member}
    volumes = _volumes(lists, pages.keys(), name, options)
    for one in found:
        volume = volumes.get(one.member or "")
        if volume is None:
            yield one
        elif one.member == min(volume.pages):
            id = PurePosixPath(volume.folder).name or PurePosixPath(name).stem
            yield Extracted(joined([(page, pages[page]) for page in volume.pages]), None, id, volume.folder or None)


def _mets(archive: Archive | Folder, member: str) -> bytes | None:
    """The METS file `member`; `None` where it is something else, or cannot be read, as its own reading will tell."""
    try:
        data = archive.member(member)
        return data if kind(data, member) == "mets" else None
    except SourceError:
        return None


def _volumes(lists: dict[str, bytes], pages: Set[str], name: str, options: Options) -> dict[str, Volume]:
    """The volume of each page that belongs to one: what METS files list, then what lies in one folder."""
    volumes: dict[str, Volume] = {}
    for member, data in lists.items():
        try:
            members = listed(data, f"{name}/{member}", member, pages - volumes.keys())
        except SourceError as error:
            options.tell(error)
        else:
            volumes.update(dict.fromkeys(members, Volume(folder(member), members)))
    if options.join_pages:
        left = sorted(pages - volumes.keys(), key=lambda page: (folder(page), numeric(page)))
        for parent, together in groupby(left, key=folder):
            members = list(together)
            volumes.update(dict.fromkeys(members, Volume(parent, members)))
    return volumes


def _is_own(path: PurePosixPath) -> bool:
    return path.name == "catalogue.toml" or any(map(is_hidden, path.parts))


def _member(archive: Archive | Folder, member: str, name: str, options: Options) -> Iterator[Extracted]:
    inner = archive.member(member)
    named = f"{name}/{member}"
    packed = isinstance(archive, Archive) and kind(inner, named) == "zip"
    if packed and _reader(Archive(inner, named, options.max_bytes).names) is None:
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
