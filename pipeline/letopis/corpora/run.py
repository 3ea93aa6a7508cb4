"""Records of many files: in order, a fault losing its own document alone, the same with any number of workers."""

from __future__ import annotations

import os
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from letopis.corpora import catalogue
from letopis.corpora.catalogue import Entry
from letopis.dimensions.context import NOTHING_KNOWN, Context
from letopis.errors import LetopisError
from letopis.pipeline import annotate, load
from letopis.records.models import Document
from letopis.sources.read import MAX_BYTES, TEXT_FIELD, find, is_pipe, named, read
from letopis.sources.source import Source, printable


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read.

    A forced encoding, a catalogue, what overrides the catalogue for every document, a spaCy pipeline in place of
    slovnet's models, and the field of JSON Lines and CSV that holds the text; whether the
    mentions that TEI marks are kept; the most bytes of one file; the names
    model; whether the pages of a folder or a zip file make one document.
    """

    encoding: str | None = None
    catalogue: Path | None = None
    known: Context = NOTHING_KNOWN
    base: str | None = None
    text_field: str = TEXT_FIELD
    keep_markup: bool = False
    max_bytes: int = MAX_BYTES
    model: str | None = None
    join_pages: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no records, and the one sentence that says why."""

    path: Path
    reason: str


def extract_files(paths: Iterable[Path], options: Options, workers: int = 1) -> Iterator[Document | Failure]:
    """The records of each document under `paths`, files in the order given, a folder's by path.

    A file that cannot be read gives a `Failure` and the rest go on. Two documents with one id are told
    apart by their folders, then by number. At most `2 * workers` files are under way at once.
    """
    seen: set[str] = set()
    for result in _results(paths, options, workers):
        yield result if isinstance(result, Failure) else _apart(result, seen)


def _apart(document: Document, seen: set[str]) -> Document:
    """`document` under an id that none in `seen` has, which is then among them.

    Files are told apart before they are read; rows of tables and members of archives only show their ids now.
    """
    id, path = document.id, PurePosixPath(document.source or document.id).with_suffix("")
    longer = ("/".join(path.parts[-n:]) for n in range(2, len(path.parts) if path.name == id else 0))
    numbered = (f"{id}-{number}" for number in count(2))
    while id in seen:
        id = next(longer, None) or next(numbered)
    seen.add(id)
    return document if id == document.id else document.model_copy(update={"id": id})


def _results(paths: Iterable[Path], options: Options, workers: int) -> Iterator[Document | Failure]:
    files = _named(list(find(paths, join_pages=options.join_pages)))
    entries = _Entries(options.catalogue)
    if workers <= 1:
        for path, id in files:
            yield from _one(path, id, options, entries.of(path))
        return
    # Processes are spawned, never forked: the numeric libraries hold threads. An interrupt ends them without a word.
    pool = ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_DFL)
    )
    under_way: deque[Future[list[Document | Failure]]] = deque()
    try:
        for path, id in files:
            if is_pipe(path):  # open in this process alone
                under_way.append(_done(_one(path, id, options, entries.of(path))))
            else:
                under_way.append(pool.submit(_one, path, id, options, entries.of(path)))
            if len(under_way) >= 2 * workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise LetopisError("a worker was killed, most likely for want of memory: use fewer --workers.") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _done(results: list[Document | Failure]) -> Future[list[Document | Failure]]:
    future: Future[list[Document | Failure]] = Future()
    future.set_result(results)
    return future


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
        file = self._named or (None if is_pipe(path) else catalogue.beside(path))
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
    stems = Counter(map(named, paths))
    files = [path.absolute() for path in paths if not is_pipe(path)]
    common = Path(os.path.commonpath([file.parent for file in files])) if files else Path()
    pipes = 0
    out: list[tuple[Path, str | None]] = []
    for path in paths:
        pipes += is_pipe(path)
        if stems[named(path)] == 1:
            id = None
        elif is_pipe(path):
            id = "stdin" if pipes == 1 else f"stdin-{pipes}"
        else:
            id = printable(path.absolute().relative_to(common).with_suffix("").as_posix())
        out.append((path, id))
    return out


def _one(
    path: Path, id: str | None, options: Options, entries: dict[str, Entry] | LetopisError
) -> list[Document | Failure]:
    """The records of the documents in one file, and a `Failure` for each that gives none."""
    if isinstance(entries, LetopisError):
        return [Failure(path, str(entries))]
    stem = named(path)
    results: list[Document | Failure] = []

    def fail(error: LetopisError) -> None:
        results.append(Failure(path, printable(str(error))))

    try:
        sources = read(
            path,
            encoding=options.encoding,
            max_bytes=options.max_bytes,
            text_field=options.text_field,
            keep_markup=options.keep_markup,
            join_pages=options.join_pages,
            on_fault=fail,
        )
        model = load(options.base, options.model)
    except LetopisError as error:
        fail(error)
        return results
    except Exception as fault:
        return [_stumbled(path, fault)]
    for source in sources:
        source = replace(source, id=id) if id and source.id == stem else source
        try:
            results.append(annotate(source, known(entries.get(source.id, entries.get(stem)), options.known), model))
        except LetopisError as error:
            fail(error)
        except Exception as fault:  # whatever one document does, the others go on
            results.append(_stumbled(path, fault, source))
    return results


def _stumbled(path: Path, fault: Exception, source: Source | None = None) -> Failure:
    name = printable(path.as_posix() if source is None else source.path or source.id)
    if isinstance(fault, OSError):
        said = fault.strerror or str(fault)
        return Failure(path, f"{name} cannot be read ({said}): check the file and its permissions.")
    said = printable(f"{type(fault).__name__}: {fault}".rstrip(": ").partition("\n")[0])
    return Failure(path, f"{name} made Letopis stumble ({said}): please report it with the file.")
