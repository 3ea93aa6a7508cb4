"""The pages of one scan, a file each, put together to one document: in the order of a METS file, or of their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

from letopis.errors import SourceError
from letopis.sources.documents.archive import size
from letopis.sources.documents.markup import local, xml
from letopis.sources.marks import Marked, Region

PAGES = frozenset({"page", "alto", "hocr"})
"""The formats whose files may be pages of one scan."""
_METS = re.compile(r"(?:^|[^a-z])mets[^a-z]*\.xml$", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_SEAM = "\n\n"
_HREF = "{http://www.w3.org/1999/xlink}href"


class Folder:
    """The files under `folder` called `names`, read as the members of an archive are."""

    def __init__(self, folder: Path, name: str, names: Collection[str], max_bytes: int) -> None:
        self.name = name
        self.names = frozenset(names)
        self._folder = folder
        self._max_bytes = max_bytes

    def member(self, member: str) -> bytes:
        """The content of `member`; raise `SourceError` where it cannot be read or is too large."""
        try:
            with (self._folder / member).open("rb") as file:
                data = file.read(self._max_bytes + 1)
        except OSError as error:
            reason = (error.strerror or "unknown fault").lower()
            raise SourceError(f"{self.name}/{member} cannot be read ({reason}): check the permissions.") from error
        if len(data) > self._max_bytes:
            raise SourceError(
                f"{self.name}/{member} is larger than the {size(self._max_bytes)} allowed: "
                "split it, or raise the limit with --max-size."
            )
        return data


@dataclass(frozen=True, slots=True)
class Volume:
    """Pages in their order, and the folder in the archive that is their scan's; empty for the archive itself."""

    folder: str
    pages: list[str]


def folder(member: str) -> str:
    """The folder that `member` lies in; empty where that is the archive itself."""
    return PurePosixPath(member).parent.as_posix().removeprefix(".")


def is_mets(member: str) -> bool:
    """Whether a file is named as METS files are: `mets.xml`, `NAME_mets.xml`."""
    return _METS.search(PurePosixPath(member).name) is not None


def numeric(member: str) -> tuple[str, list[int], str]:
    """What sorts names by their figures: `p2.xml` before `p10.xml`."""
    return _FIGURES.sub("0", member), [int(figure) for figure in _FIGURES.findall(member)], member


def listed(data: bytes, name: str, member: str, pages: Collection[str]) -> list[str]:
    """Those of `pages`, the archive's pages, that the METS file `data` lists, in its order.

    Of several groups of files that hold pages (PAGE and ALTO of one scan) the first is taken; the structural map
    orders them where it names them. Raise `SourceError` where the file is broken XML.
    """
    root = xml(data, name)
    for group in (element for element in root.iter() if local(element) == "fileGrp"):
        places = {
            file.get("ID"): place
            for file in group.iter()
            if local(file) == "file" and (place := _place(file, member, pages)) is not None
        }
        if places:
            return list(dict.fromkeys([*_ordered(root, places), *places.values()]))
    return []


def _place(file: Any, member: str, pages: Collection[str]) -> str | None:
    """The page that a `file` of the METS file `member` stands for; an address on a server is known by its last part."""
    hrefs = (element.get(_HREF) for element in file.iter() if local(element) == "FLocat")
    href = unquote(next(filter(None, hrefs), "")).removeprefix("file://")
    near = normpath((PurePosixPath(member).parent / href.lstrip("/")).as_posix())
    if near in pages:
        return near
    alike = [page for page in pages if href and PurePosixPath(page).name == PurePosixPath(href).name]
    return alike[0] if len(alike) == 1 else None


def _ordered(root: Any, places: Mapping[str | None, str]) -> Iterator[str]:
    for pointer in root.iter():
        if local(pointer) == "fptr" and pointer.get("FILEID") in places:
            yield places[pointer.get("FILEID")]


def joined(pages: Sequence[tuple[str, Marked]]) -> Marked:
    """One document of `pages`, each with its file's name, by which pages go that have no number to themselves."""
    labels = [region.page for _, marked in pages for region in {r.page: r for r in marked.regions}.values()]
    own = None not in labels and len(set(labels)) == len(labels) and all(marked.regions for _, marked in pages)
    texts: list[str] = []
    regions: list[Region] = []
    at = 0
    for member, marked in pages:
        if not marked.text.strip():
            continue
        at += len(_SEAM) if texts else 0
        stem = PurePosixPath(member).stem.partition(".")[0]
        for region in marked.regions or (Region(0, len(marked.text)),):
            page = region.page if own else stem
            regions.append(replace(region, start=region.start + at, end=region.end + at, page=page))
        texts.append(marked.text)
        at += len(marked.text)
    return Marked(_SEAM.join(texts), tuple(regions))
