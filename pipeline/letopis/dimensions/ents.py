"""The view of the mentions without overlaps, for all that reads `doc.ents`: displaCy, DocBin, training."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from letopis.dimensions.mention import SPANS


@Language.component("letopis_ents", assigns=["doc.ents"])
def ents(doc: Doc) -> Doc:
    """Set `doc.ents` to the mentions in `doc.spans["letopis"]`: of those that overlap, the longest, then the first.

    What other components have put into `doc.ents` gives way, so that all its labels are kinds of mention.
    """
    doc.set_ents(filter_spans(doc.spans.get(SPANS, ())))
    return doc
