"""`letopis extract`: files, folders, standard input or a text given on the line, to records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from letopis.errors import LetopisError, SourceError

if TYPE_CHECKING:
    from letopis.corpora.run import Options
    from letopis.records.models import Document


T = TypeVar("T")


class Format(StrEnum):
    """The formats of `--format`."""

    jsonl = "jsonl"
    table = "table"
    csv = "csv"
    html = "html"


class Calendar(StrEnum):
    """The calendars of `--calendar`."""

    julian = "julian"
    gregorian = "gregorian"


def extract(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders to read; - is standard input.", show_default=False),
    ] = None,
    text: Annotated[str | None, typer.Option(help="Read this text in place of files.")] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table in a terminal, jsonl elsewhere.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Write here and not to standard output; csv wants a folder."),
    ] = None,
    catalogue: Annotated[
        Path | None, typer.Option(help="What is known of each text; default: catalogue.toml beside it.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding, where guessing is not wanted.")] = None,
    written: Annotated[
        str | None, typer.Option(help="When the texts were written (EDTF); overrides the catalogue.")
    ] = None,
    calendar: Annotated[
        Calendar | None, typer.Option(help="The calendar the texts' days are in; overrides the catalogue.")
    ] = None,
    reference_date: Annotated[
        str | None, typer.Option(help="The ISO day that `сегодня` and its like are counted from.")
    ] = None,
    base: Annotated[str | None, typer.Option(help="An installed spaCy pipeline in place of slovnet's models.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to share the files among.")] = 1,
) -> None:
    """Extract persons, places, organizations, dates, quantities and facts.

    A file that cannot be read is named on standard error and the rest go on (exit code 1).
    """
    from letopis.corpora.run import Options
    from letopis.dimensions.context import Context
    from letopis.formats import writer

    known = Context(written, _literal(calendar), reference_date)
    options = Options(encoding, catalogue, known, base)
    check_context(known)
    chosen = format or (Format.table if out is None and sys.stdout.isatty() else Format.jsonl)
    failures: list[str] = []
    documents = _given(text, options) if text is not None else _read(paths or [], options, workers, failures)
    writer(chosen.value)(documents, out)
    if failures:
        typer.echo(f"letopis: {len(failures)} of the files gave no records.", err=True)
        raise typer.Exit(1)


def check_context(known: object) -> None:
    """Raise `LetopisError` where `--written` is no EDTF or `--reference-date` is no ISO day."""
    from datetime import date

    from edtf import EDTFParseException, parse_edtf

    written, reference = getattr(known, "written", None), getattr(known, "reference_date", None)
    if written is not None:
        try:
            parse_edtf(written)
        except EDTFParseException:
            raise LetopisError(f"--written {written} is no EDTF date: write 1834, 1834-03 or 1834-03-14.") from None
    if reference is not None:
        try:
            date.fromisoformat(reference)
        except ValueError:
            raise LetopisError(f"--reference-date {reference} is no ISO day: write it as 1834-03-14.") from None


def _literal(calendar: Calendar | None) -> Literal["julian", "gregorian"] | None:
    return None if calendar is None else "julian" if calendar is Calendar.julian else "gregorian"


def _given(text: str, options: Options, id: str = "text") -> Iterator[Document]:
    from letopis.pipeline import annotate, load
    from letopis.sources.source import from_text

    if not text.strip():
        raise SourceError("the text is empty: give some words to read.")
    yield annotate(from_text(text, id=id), options.known, load(options.base))


def _read(paths: list[Path], options: Options, workers: int, failures: list[str]) -> Iterator[Document]:
    from letopis.corpora.run import Failure, extract_files

    if not paths:
        raise LetopisError("nothing to read: name files or folders, give - for standard input, or use --text.")
    if paths == [Path("-")]:
        yield from _given(_standard_input(options.encoding), options, id="stdin")
        return
    count = 0
    for result in _watched(extract_files(paths, options, workers)):
        count += 1
        if isinstance(result, Failure):
            failures.append(result.reason)
            typer.echo(f"letopis: {result.reason}", err=True)
        else:
            yield result
    if count == 0:
        raise LetopisError(f"{', '.join(map(str, paths))} holds no files: name a file or folder with texts.")
    if count == len(failures):
        raise typer.Exit(2)


def _standard_input(encoding: str | None) -> str:
    data = sys.stdin.buffer.read()
    try:
        return data.decode(encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        raise SourceError(f"standard input is not {encoding or 'UTF-8'}: name its encoding with --encoding.") from None


def _watched(results: Iterable[T]) -> Iterator[T]:
    """The results, counted on standard error as they come where that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from results
        return
    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("documents", total=None)
        for result in results:
            progress.advance(task)
            yield result
