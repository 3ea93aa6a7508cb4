"""Records of many files: in order, a fault losing its own document alone, the same with any number of workers."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from letopis.corpora import catalogue
from letopis.corpora.catalogue import Entry
from letopis.dimensions.context import NOTHING_KNOWN, Context
from letopis.errors import LetopisError
from letopis.pipeline import annotate, load
from letopis.records.models import Document
from letopis.sources.read import find, read


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read: a forced encoding, a catalogue, and what overrides the catalogue for every document."""

    encoding: str | None = None
    catalogue: Path | None = None
    known: Context = NOTHING_KNOWN
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no records, and the one sentence that says why."""

    path: Path
    reason: str


def extract_files(paths: Iterable[Path], options: Options, workers: int = 1) -> Iterator[Document | Failure]:
    """The records of each document under `paths`, files in the order given, a folder's by path.

    A file that cannot be read gives a `Failure` and the rest go on. Two documents with one id are told
    apart by their folders. At most `2 * workers` files are under way at once.
    """
    named = _named(list(find(paths)))
    entries = _Entries(options.catalogue)
    if workers <= 1:
        for path, id in named:
            yield from _one(path, id, options, entries.of(path))
        return
    # Processes are spawned, never forked: the numeric libraries hold threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[list[Document | Failure]]] = deque()
        for path, id in named:
            under_way.append(pool.submit(_one, path, id, options, entries.of(path)))
            if len(under_way) >= 2 * workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def known(entry: Entry | None, override: Context) -> Context:
    """What is known of a document: its catalogue entry, and what was said for this run over it."""
    return Context(
        written=override.written or (entry.written if entry else None),
        calendar=override.calendar or (entry.calendar if entry else None),
        reference_date=override.reference_date,
    )


class _Entries:
    """Catalogue entries, each catalogue read once."""

    def __init__(self, named: Path | None) -> None:
        self._named = named
        self._read: dict[Path, dict[str, Entry]] = {}

    def of(self, path: Path) -> dict[str, Entry] | LetopisError:
        """The entries of the catalogue that speaks of `path`; an error where the catalogue is at fault."""
        file = self._named or catalogue.beside(path)
        if file is None:
            return {}
        try:
            if file not in self._read:
                self._read[file] = catalogue.load(file)
            return self._read[file]
        except LetopisError as error:
            if self._named is not None:
                raise
            return error


def _named(paths: list[Path]) -> list[tuple[Path, str | None]]:
    """Each path with the id its document is to have where the stem alone would not tell it from another's."""
    stems: dict[str, int] = {}
    for path in paths:
        stems[path.stem] = stems.get(path.stem, 0) + 1
    common = Path(os.path.commonpath([path.absolute().parent for path in paths])) if paths else Path()
    return [
        (
            path,
            None if stems[path.stem] == 1 else path.absolute().relative_to(common).with_suffix("").as_posix(),
        )
        for path in paths
    ]


def _one(
    path: Path, id: str | None, options: Options, entries: dict[str, Entry] | LetopisError
) -> list[Document | Failure]:
    try:
        if isinstance(entries, LetopisError):
            raise entries
        results: list[Document | Failure] = []
        for source in read(path, encoding=options.encoding):
            source = replace(source, id=id) if id and source.id == path.stem else source
            results.append(annotate(source, known(entries.get(path.stem), options.known), load(options.base)))
        return results
    except LetopisError as error:
        return [Failure(path, str(error))]
    except OSError as error:
        return [
            Failure(path, f"{path} cannot be read ({error.strerror or error}): check the file and its permissions.")
        ]
    except Exception as fault:  # whatever one document does, the others go on
        said = f"{type(fault).__name__}: {fault}".rstrip(": ")
        return [Failure(path, f"{path} made Letopis stumble ({said}): please report it with the file.")]
