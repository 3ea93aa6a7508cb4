"""Names by slovnet's model, as `doc.spans["names"]` with its labels PER, LOC and ORG.

The model reads one sentence at a time, and sentences end at line breaks, so that no name runs over one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.language import models
from letopis.language.morphology import words

SPANS = "names"


class Names:
    """The component `letopis_names`."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = list(words(doc))
        tags = _tags([[token.text for token in tokens] for tokens in sentences])
        doc.spans[SPANS] = [
            Span(doc, start, end, label=label)
            for tokens, tagged in zip(sentences, tags, strict=True)
            for start, end, label in _chunks(tokens, tagged)
        ]
        return doc


def _tags(items: list[list[str]]) -> Iterator[list[str]]:
    infer = models.tagger("names").infer
    for start in range(0, len(items), models.BATCH):
        yield from infer.decoder(infer.process(infer.encoder(items[start : start + models.BATCH])))


def _chunks(tokens: list[Token], tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Bounds and labels of the runs that BIO tags mark."""
    start, label, previous = None, "", 0
    for token, tag in zip(tokens, [*tags], strict=True):
        part, _, kind = tag.partition("-")
        if start is not None and (part != "I" or kind != label):
            yield start, previous + 1, label
            start = None
        if part in {"B", "I"} and start is None:
            start, label = token.i, kind
        previous = token.i
    if start is not None:
        yield start, previous + 1, label


@Language.factory("letopis_names", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> Names:
    """`nlp.add_pipe("letopis_names")`; needs sentence bounds."""
    return Names()
