"""Names by slovnet's model, as `doc.spans["names"]` with its labels PER, LOC and ORG.

The model reads one sentence at a time, and sentences end at line breaks, so that no name runs over one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.language import models
from letopis.language.capitals import as_names_model_reads
from letopis.language.morphology import words
from letopis.language.network import emissions, viterbi

SPANS = "names"


class Names:
    """The component `letopis_names`."""

    def __call__(self, doc: Doc) -> Doc:
        sentences, shown = [], []
        for tokens in words(doc):
            seen, numbers = as_names_model_reads([token.text for token in tokens])
            sentences.append([tokens[number] for number in numbers])
            shown.append(seen)
        doc.spans[SPANS] = [
            Span(doc, start, end, label=label)
            for tokens, tagged in zip(sentences, _tags(shown), strict=True)
            for start, end, label in _chunks(tokens, tagged)
        ]
        return doc


def _tags(sentences: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The BIO tags of each sentence."""
    if not sentences:
        return
    lengths = [len(sentence) for sentence in sentences]
    best = viterbi("names", np.concatenate(list(emissions("names", sentences))), lengths)
    decode = models.tagger("names").infer.decoder.tags_vocab.items
    start = 0
    for length in lengths:
        yield [decode[tag] for tag in best[start : start + length]]
        start += length


def _chunks(tokens: list[Token], tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Bounds and labels of the runs that BIO tags mark."""
    start, label, previous = None, "", 0
    for token, tag in zip(tokens, tags, strict=True):
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
