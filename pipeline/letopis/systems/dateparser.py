"""dateparser as published: the dates that `search_dates` sees in Russian text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record
from letopis.systems.values import date_value

# What relative dates count from where the catalogue gives no year: any fixed day, so that runs agree.
_BASE = datetime(2000, 1, 1)


class Dateparser:
    """dateparser's search; the precision of a date is the period that its parser reports."""

    def __init__(self) -> None:
        try:
            self._parser = import_module("dateparser.date").DateDataParser
            self._search = import_module("dateparser.search").search_dates
        except ModuleNotFoundError as error:
            raise ModelError(
                f"dateparser cannot be imported ({error}): install dateparser, or leave it out of --systems."
            ) from error
        self.version = f"dateparser {version('dateparser')}"

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text; a `written` that begins with a year anchors relative dates."""
        return record(id, text, self._found(text, _base(written)), self.version)

    def _found(self, text: str, base: datetime) -> Iterator[Found]:
        settings = {"RELATIVE_BASE": base}
        parser = self._parser(languages=["ru"], settings=settings)
        reached = 0
        for surface, moment in self._search(text, languages=["ru"], settings=settings) or ():
            start = text.find(surface, reached)
            if start < 0:
                continue
            reached = start + len(surface)
            period = parser.get_date_data(surface).period
            month = None if period == "year" else moment.month
            day = moment.day if period not in ("year", "month") else None
            yield Found("date", start, reached, None, date_value(moment.year, month, day))


def _base(written: str | None) -> datetime:
    year = (written or "")[:4]
    return datetime(int(year), 1, 1) if year.isdigit() and int(year) > 0 else _BASE


def open_system(model: str | None) -> Dateparser:
    """dateparser; it has no models to name."""
    if model is not None:
        raise ModelError(f"dateparser has no model {model!r} to choose: write dateparser alone.")
    return Dateparser()
