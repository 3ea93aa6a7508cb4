"""The catalogue beside the texts: what is known of each document before it is read.

One TOML table a document, keyed by its id (the file's stem). The format is that of RECORDS.md.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from letopis.errors import CatalogueError

NAME = "catalogue.toml"


def _edtf(value: str) -> str:
    try:
        parse_edtf(value)
    except EDTFParseException:
        raise ValueError(
            f"{value!r} is no EDTF date: write it as 1834, 1834-03, 1834-03-14 or 1834/1836"
        ) from None
    return value


class Entry(BaseModel):
    """What the catalogue says of one document.

    `written` is an EDTF date that anchors `сегодня` and `в прошлом году`; `calendar` is the one that bare
    days of the text are in, `None` where that is not known. `kind`, `period`, `orthography`, `difficulty`
    and `split` describe a document of an evaluation set.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = None
    origin: str | None = None
    genre: str | None = None
    written: Annotated[str, AfterValidator(_edtf)] | None = None
    calendar: Literal["julian", "gregorian"] | None = None
    licence: str | None = None
    kind: str | None = None
    period: str | None = None
    orthography: str | None = None
    difficulty: str | None = None
    split: str | None = None


def load(path: Path) -> dict[str, Entry]:
    """The entries of the catalogue `path` by document id, in file order.

    Raises `CatalogueError` for the first fault, naming the file and the key.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path} cannot be read as TOML ({error}).") from error
    entries: dict[str, Entry] = {}
    for key, table in tables.items():
        try:
            entries[key] = Entry.model_validate(table)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join([key, *map(str, fault["loc"])])
            raise CatalogueError(f"{path}: {where}: {fault['msg']}.") from error
    return entries


def beside(path: Path) -> Path | None:
    """The `catalogue.toml` in the folder `path` or beside the file `path`; `None` where there is none."""
    file = (path if path.is_dir() else path.parent) / NAME
    return file if file.is_file() else None
