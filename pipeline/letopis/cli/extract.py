"""`letopis extract`: files, folders, standard input or a text given on the line, to records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from letopis.cli.reading import (
    CataloguePath,
    DayCalendar,
    Encoding,
    JoinPages,
    KeepMarkup,
    MaxSize,
    Model,
    ReferenceDate,
    TextField,
    Written,
    context,
    documents,
    end,
    reading,
)
from letopis.errors import LetopisError

if TYPE_CHECKING:
    from letopis.corpora.run import Failure, Options
    from letopis.formats import Write
    from letopis.records.models import Document


class Format(StrEnum):
    """The formats of `--format`."""

    jsonl = "jsonl"
    table = "table"
    csv = "csv"
    html = "html"


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
    catalogue: CataloguePath = None,
    encoding: Encoding = None,
    text_field: TextField = None,
    keep_markup: KeepMarkup = False,
    join_pages: JoinPages = False,
    max_size: MaxSize = None,
    written: Written = None,
    calendar: DayCalendar = None,
    reference_date: ReferenceDate = None,
    model: Model = None,
    base: Annotated[str | None, typer.Option(help="An installed spaCy pipeline in place of slovnet's models.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to share the files among.")] = 1,
    corpus_entities: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Join the persons, places and organizations of all documents, and write them here (.jsonl or .csv).",
        ),
    ] = None,
) -> None:
    """Extract persons, places, organizations, dates, quantities and facts.

    A document that cannot be read is named on standard error and the rest go on (exit code 1).
    """
    if text is not None:
        _check_alone(
            {
                "files": paths,
                "--encoding": encoding,
                "--text-field": text_field,
                "--keep-markup": keep_markup,
                "--join-pages": join_pages,
                "--max-size": max_size,
                "--catalogue": catalogue,
            }
        )
    elif not paths:
        raise LetopisError("nothing to read: name files or folders, give - for standard input, or use --text.")

    from letopis.formats import corpus, writer

    if corpus_entities is not None:
        corpus.check(corpus_entities)
    known = context(written, calendar, reference_date)
    options = reading(encoding, catalogue, known, base, text_field, keep_markup, max_size, model, join_pages)
    chosen = format or (Format.table if out is None and sys.stdout.isatty() else Format.jsonl)
    failures: list[Failure] = []
    found = documents(paths or [], options, workers, failures) if text is None else _given(text, options)
    if corpus_entities is None:
        writer(chosen.value)(found, out)
    else:
        _with_corpus(writer(chosen.value), found, out, corpus_entities)
    end(failures)


def _with_corpus(write: Write, found: Iterator[Document], out: Path | None, corpus_entities: Path) -> None:
    from letopis.corpora.entities import collecting
    from letopis.formats import corpus

    with collecting() as collector:
        write(collector.watch(found), out)
        corpus.write(collector.entities(), corpus_entities)


def _check_alone(others: dict[str, object]) -> None:
    for name, value in others.items():
        if value:
            raise LetopisError(f"{name} and --text do not go together: give the text on the line, or files to read.")


def _given(text: str, options: Options) -> Iterator[Document]:
    from letopis.pipeline import annotate, load
    from letopis.sources.source import check_text, from_text

    check_text(text)
    yield annotate(from_text(text), options.known, load(options.base, options.model))
