"""How quantity mentions are found."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import Mention


def find(doc: Doc) -> list[Mention]:
    """Every quantity mention of `doc`; overlaps are resolved by the caller, the longest standing."""
    return []
