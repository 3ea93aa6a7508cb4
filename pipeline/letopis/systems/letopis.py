"""Letopis itself."""

from __future__ import annotations

from typing import Any


class Letopis:
    """The pipeline of this package; `model` is its names model (`accurate`) or an installed spaCy pipeline."""

    def __init__(self, model: str | None = None) -> None:
        from letopis import __version__, load
        from letopis.language.tiers import Tier

        self.version = f"letopis {__version__}" + (f" on {model}" if model else "")
        self._nlp = load(model=model) if model in list(Tier) else load(model)

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text."""
        from letopis import extract

        known: Any = calendar
        found = extract(text, id=id, written=written, calendar=known, nlp=self._nlp)
        return found.model_dump(mode="json", by_alias=True)

    def extract_given(
        self, gold: dict[str, Any], *, written: str | None = None, calendar: str | None = None
    ) -> dict[str, Any]:
        """The facts of a text whose mentions and entities are those of `gold`."""
        from letopis.dimensions.context import Context
        from letopis.systems.given import extract_given

        known: Any = calendar
        return extract_given(gold, Context(written, known), self._nlp)


def open_system(model: str | None) -> Letopis:
    """Letopis with its models loaded."""
    return Letopis(model)
