"""How organization mentions are found."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.mention import Mention
from letopis.language import models
from letopis.language.names import SPANS


def find(doc: Doc) -> list[Mention]:
    """Every organization mention of `doc`; overlaps are resolved by the caller, the longest standing."""
    rule = models.name("names")
    return [
        Mention(span.start, span.end, "organization", {}, rule, normal=span.text)
        for span in doc.spans.get(SPANS, ())
        if span.label_ == "ORG"
    ]
