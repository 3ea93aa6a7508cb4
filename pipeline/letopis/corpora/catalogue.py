"""The catalogue beside the texts: what is known of each document before it is read.

One TOML table a document, keyed by its id (the file's stem). The format is that of RECORDS.md.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from letopis.errors import CatalogueError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

NAME = "catalogue.toml"
# A table or a key that TOML would want in quotes.
_BARE = re.compile(r"^\s*\[?\s*[\w.-]*[^\W\da-zA-Z_][\w.-]*\s*[\]=]", re.MULTILINE)


def _edtf(value: str) -> str:
    try:
        parse_edtf(value)
    except EDTFParseException:
        raise ValueError(f"{value!r} is no EDTF date: write it as 1834, 1834-03, 1834-03-14 or 1834/1836") from None
    return value


def _text(value: object) -> object:
    """A year or a day that TOML reads as a number or a date, as the text it was written as."""
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:04d}" if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000 else value


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
    written: Annotated[str, BeforeValidator(_text), AfterValidator(_edtf)] | None = None
    calendar: Literal["julian", "gregorian"] | None = None
    licence: str | None = None
    kind: str | None = None
    period: str | None = None
    orthography: str | None = None
    difficulty: str | None = None
    split: str | None = None


def load(path: Path) -> dict[str, Entry]:
    """The entries of the catalogue `path` by document id, in file order.

    Raises `CatalogueError` that names the file and every fault by its key.
    """
    name = path.as_posix()
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        raise CatalogueError(f"{name} cannot be read ({reason}): check the path and the permissions.") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{name} is not UTF-8 at byte {error.start}: save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        hint = "; an id or key of other than Latin letters needs quotes" if _BARE.search(text) else ""
        raise CatalogueError(f"{name} is not TOML: {error}{hint}.") from error
    entries: dict[str, Entry] = {}
    faults: list[str] = []
    for key, table in tables.items():
        if not isinstance(table, dict):
            faults.append(f"{key}: stands outside a document's table, put it under [id of the document]")
            continue
        try:
            entries[key] = Entry.model_validate(table)
        except ValidationError as error:
            faults += [_fault(key, detail) for detail in error.errors()]
    if faults:
        said = "; ".join(faults)
        raise CatalogueError(f"{name}: {said}" if said.endswith("?") else f"{name}: {said}.")
    return entries


def _fault(key: str, detail: ErrorDetails) -> str:
    """One fault: the key it is at, what is wrong and what to write."""
    field = str(detail["loc"][0]) if detail["loc"] else ""
    return f"{key}.{field}: {_remedy(field, detail)}"


def _remedy(field: str, detail: ErrorDetails) -> str:
    keys: list[str] = list(Entry.model_fields)
    value: Any = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            near = get_close_matches(field, keys, 1)
            return f"no such key, did you mean {near[0]}?" if near else f"no such key, the keys are {', '.join(keys)}"
        case "literal_error":
            return f"{value!r} is no calendar: write 'julian' or 'gregorian', or leave it out"
        case "string_type":
            return f"{value!r} is no text: put it in quotes"
        case _:
            return detail["msg"].removeprefix("Value error, ")


def beside(path: Path) -> Path | None:
    """The `catalogue.toml` in the folder `path` or beside the file `path`; `None` where there is none."""
    file = (path if path.is_dir() else path.parent) / NAME
    return file if file.exists() else None
