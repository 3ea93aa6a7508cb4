"""What the commands that read files share: their options, and what is said of files that give no records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from letopis.errors import LetopisError
from letopis.language.tiers import DEFAULT, Tier

if TYPE_CHECKING:
    from letopis.corpora.run import Failure, Options
    from letopis.dimensions.context import Context
    from letopis.records.models import Document

T = TypeVar("T")

# More bytes than any file has, and few enough for the libraries to count.
_ENDLESS = sys.maxsize // 8


CataloguePath = Annotated[
    Path | None, typer.Option(help="What is known of each text; default: catalogue.toml beside it.")
]
Encoding = Annotated[str | None, typer.Option(help="The files' encoding, where guessing is not wanted.")]
TextField = Annotated[
    str | None,
    typer.Option(help="The field or column of JSON Lines and CSV files that holds the text.", show_default="text"),
]
KeepMarkup = Annotated[
    bool, typer.Option("--keep-markup", help="Keep the names, dates and measures that TEI files mark as mentions.")
]
JoinPages = Annotated[
    bool,
    typer.Option(
        "--join-pages", help="Make one document of the scan pages (PAGE, ALTO, hOCR) of a folder or a zip file."
    ),
]
MaxSize = Annotated[
    float | None,
    typer.Option(min=0, metavar="MB", help="The largest file that is read, in megabytes.", show_default="64"),
]
Written = Annotated[str | None, typer.Option(help="When the texts were written (EDTF); overrides the catalogue.")]
DayCalendar = Annotated[
    str | None,
    typer.Option(metavar="[julian|gregorian]", help="The calendar the texts' days are in; overrides the catalogue."),
]
ReferenceDate = Annotated[str | None, typer.Option(help="The ISO day that `сегодня` and its like are counted from.")]
Model = Annotated[Tier | None, typer.Option(help="The names model.", show_default=DEFAULT.value)]


def reading(
    encoding: str | None,
    catalogue: Path | None,
    known: Context,
    base: str | None,
    text_field: str | None,
    keep_markup: bool,
    max_size: float | None,
    model: str | None = None,
    join_pages: bool = False,
) -> Options:
    """How files are to be read, from what the command line says of it."""
    from letopis.corpora.run import Options
    from letopis.sources.read import MAX_BYTES, TEXT_FIELD

    most = MAX_BYTES if max_size is None else int(min(max_size * 1024 * 1024, _ENDLESS))
    return Options(encoding, catalogue, known, base, text_field or TEXT_FIELD, keep_markup, most, model, join_pages)


def context(written: str | None, calendar: str | None, reference_date: str | None) -> Context:
    """What the options say of the texts; raise `ContextError` where one is malformed."""
    from letopis.dimensions.context import Context
    from letopis.pipeline import check_context

    known = Context(written, calendar, reference_date)  # type: ignore[arg-type]
    check_context(known)
    return known


def documents(paths: list[Path], options: Options, workers: int, failures: list[Failure]) -> Iterator[Document]:
    """The documents under `paths`; what gives none is named on standard error, once a reason, and put in `failures`.

    Raise `LetopisError` where there are no files, and end the program with exit code 2 where none gave records.
    """
    from letopis.corpora.run import Failure, extract_files

    if not paths:
        raise LetopisError("nothing to read: name files or folders, or give - for standard input.")
    count = 0
    said: set[str] = set()
    for result in _watched(extract_files(paths, options, workers)):
        count += 1
        if not isinstance(result, Failure):
            yield result
            continue
        failures.append(result)
        if result.reason not in said:
            said.add(result.reason)
            typer.echo(f"letopis: {result.reason}", err=True)
    if count == 0:
        raise LetopisError(f"{', '.join(map(str, paths))} holds no files: name a file or folder with texts.")
    if count == len(failures):
        raise typer.Exit(2)


def end(failures: list[Failure]) -> None:
    """End the program with exit code 1 and a count where there are `failures`."""
    if failures:
        said = "1 document" if len(failures) == 1 else f"{len(failures)} documents"
        typer.echo(f"letopis: {said} gave no records.", err=True)
        raise typer.Exit(1)


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
