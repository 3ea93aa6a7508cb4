"""Pullenti's SDK: persons, geography, organizations, dates, money.

Its licence allows non-commercial use only, so it is never a dependency: who may use it installs it himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record
from letopis.systems.values import between, date_value, money_value

KINDS = {"PERSON": "person", "GEO": "place", "ORGANIZATION": "organization"}


class Pullenti:
    """Pullenti with all its analysers."""

    def __init__(self) -> None:
        try:
            sdk = import_module("pullenti.Sdk").Sdk
            service = import_module("pullenti.ner.ProcessorService").ProcessorService
            self._source = import_module("pullenti.ner.SourceOfAnalysis").SourceOfAnalysis
        except ModuleNotFoundError as error:
            raise ModelError(
                f"pullenti cannot be imported ({error}): install pullenti, whose licence is non-commercial, "
                "or leave it out of --systems."
            ) from error
        sdk.initialize_all()
        self.version = f"pullenti {_version()}"
        self._processor = service.create_processor()

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text. One referent's occurrences are one entity."""
        result = self._processor.process(self._source(text), None, None)
        return record(id, text, _found(result.entities), self.version)


def _found(entities: Any) -> Iterator[Found]:
    for number, entity in enumerate(entities):
        for place in entity.occurrence:
            start, end = place.begin_char, place.end_char + 1
            if entity.type_name in KINDS:
                # A referent's text is a description («город Москва»): normal forms are not to be had.
                yield Found(KINDS[entity.type_name], start, end, None, {}, cluster=str(number))
            elif entity.type_name == "DATE":
                yield Found("date", start, end, None, _date(entity))
            elif entity.type_name == "DATERANGE":
                slots = _slots(entity)
                if "FROM" in slots and "TO" in slots:
                    value = between(_date(slots["FROM"]), _date(slots["TO"]))
                else:
                    value = date_value(None)
                yield Found("date", start, end, None, value)
            elif entity.type_name == "MONEY":
                slots = _slots(entity)
                value = money_value(float(slots.get("VALUE", 0)), slots.get("CURRENCY"))
                yield Found("quantity", start, end, None, value)


def _slots(entity: Any) -> dict[str, Any]:
    return {slot.type_name: slot.value for slot in entity.slots}


def _date(entity: Any) -> dict[str, Any]:
    """A day refers up to its month, a month to its year."""
    parts: dict[str, int] = {}
    while entity is not None:
        slots = _slots(entity)
        for name in ("YEAR", "MONTH", "DAY"):
            if name in slots:
                parts.setdefault(name, int(slots[name]))
        entity = slots.get("HIGHER")
    return date_value(parts.get("YEAR"), parts.get("MONTH"), parts.get("DAY"))


def _version() -> str:
    try:
        return version("pullenti")
    except PackageNotFoundError:
        return "of unknown version"


def open_system(model: str | None) -> Pullenti:
    """Pullenti; it has no models to name."""
    if model is not None:
        raise ModelError(f"pullenti has no model {model!r} to choose: write pullenti alone.")
    return Pullenti()
