"""Letopis reads historical Russian text and returns dated, counted, cited records.

>>> import letopis
>>> records = letopis.extract("В мае 1922 года поставили 39 тыс. винтовок.")
>>> [(m.kind, m.text) for m in records.mentions]
[('date', 'мае 1922 года'), ('quantity', '39 тыс. винтовок')]
"""

from __future__ import annotations

__version__ = "0.1.0"

from letopis.pipeline import annotate, extract, load
from letopis.records.models import Document

__all__ = ["Document", "__version__", "annotate", "extract", "load"]
