"""The systems by the names that `letopis compare --systems` takes."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from letopis.errors import ModelError

Record = dict[str, Any]

# Each module has `open_system(model)`, where `model` is what stands after a colon in the name.
ADAPTERS = {
    "letopis": "letopis.systems.letopis",
    "natasha": "letopis.systems.natasha",
    "spacy": "letopis.systems.spacy",
    "dateparser": "letopis.systems.dateparser",
    "pullenti": "letopis.systems.pullenti",
    "stanza": "letopis.systems.stanza",
    "deeppavlov": "letopis.systems.deeppavlov",
}


class System(Protocol):
    """What reads a text and gives its records."""

    @property
    def version(self) -> str:
        """Name and version, as a report shows it."""

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> Record:
        """The record dict of one text; `written` and `calendar` are the catalogue's."""


def open_system(name: str) -> System:
    """The system called `name` (`natasha`, `spacy:ru_core_news_sm`), its models loaded.

    Raises `ModelError` where there is no such system, or it is not installed.
    """
    adapter, _, model = name.partition(":")
    if adapter not in ADAPTERS:
        raise ModelError(f"there is no system {name!r}: choose among {', '.join(ADAPTERS)}.")
    system: System = import_module(ADAPTERS[adapter]).open_system(model or None)
    return system
