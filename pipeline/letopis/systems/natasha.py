"""natasha as published: its names with its normal forms, its dates, its money.

natasha 1.6 stands on pymorphy2, which imports `pkg_resources` (gone from setuptools 81) and calls
`inspect.getargspec` (gone from Python 3.11). The second is lent to it here, for a comparison wants natasha's own
results; the first has to be installed.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record
from letopis.systems.values import date_value, money_value

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}


class Natasha:
    """natasha's segmenter, morphology, syntax, names, and its yargy extractors of dates and money."""

    def __init__(self) -> None:
        natasha = _natasha()
        self.version = f"natasha {version('natasha')}"
        embedding = natasha.NewsEmbedding()
        self._document = natasha.Doc
        self._segmenter = natasha.Segmenter()
        self._morphology = natasha.NewsMorphTagger(embedding)
        self._syntax = natasha.NewsSyntaxParser(embedding)
        self._names = natasha.NewsNERTagger(embedding)
        self._vocabulary = natasha.MorphVocab()
        self._dates = natasha.DatesExtractor(self._vocabulary)
        self._money = natasha.MoneyExtractor(self._vocabulary)

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text; natasha has no use for `written` and `calendar`."""
        return record(id, text, self._found(text), self.version)

    def _found(self, text: str) -> Iterator[Found]:
        document = self._document(text)
        document.segment(self._segmenter)
        document.tag_morph(self._morphology)
        document.parse_syntax(self._syntax)
        document.tag_ner(self._names)
        for span in document.spans:
            span.normalize(self._vocabulary)
            yield Found(KINDS[span.type], span.start, span.stop, span.normal)
        for match in self._dates(text):
            fact = match.fact
            yield Found("date", match.start, match.stop, None, date_value(fact.year, fact.month, fact.day))
        for match in self._money(text):
            value = money_value(match.fact.amount, match.fact.currency)
            yield Found("quantity", match.start, match.stop, None, value)


def _natasha() -> Any:
    if not hasattr(inspect, "getargspec"):
        # pymorphy2 reads the first four fields, which are the same.
        inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]
    try:
        import natasha
        import pkg_resources  # noqa: F401 - pymorphy2 asks for it only when it is first used
    except ModuleNotFoundError as error:
        raise ModelError(
            f"natasha cannot be imported ({error}): install natasha and setuptools<81, or leave it out of --systems."
        ) from error
    return natasha


def open_system(model: str | None) -> Natasha:
    """natasha with its models loaded; it has no other models to name."""
    if model is not None:
        raise ModelError(f"natasha has no model {model!r} to choose: write natasha alone.")
    return Natasha()
