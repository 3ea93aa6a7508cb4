"""Letopis reads historical Russian text and returns dated, counted, cited records.

>>> import letopis
>>> records = letopis.extract("В мае 1922 года поставили 39 тыс. винтовок.")
>>> [(m.kind, m.text) for m in records.mentions]
[('date', 'мае 1922 года'), ('quantity', '39 тыс. винтовок')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from letopis.pipeline import annotate, extract, load
    from letopis.records.models import Document

__version__ = "0.1.0"
__all__ = ["Document", "__version__", "annotate", "extract", "load"]

_HOMES = {
    "annotate": "letopis.pipeline",
    "extract": "letopis.pipeline",
    "load": "letopis.pipeline",
    "Document": "letopis.records.models",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first asked for, so that `letopis --help` need not load spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module 'letopis' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
