"""Names by slovnet's model, as `doc.spans["names"]` with its labels PER, LOC and ORG.

The model reads one sentence at a time, and sentences end at line breaks, so that no name runs over one. It is shown
sentences as the news that it was taught on would have them (`capitals.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.language import models
from letopis.language.capitals import as_news
from letopis.language.morphology import words
from letopis.language.network import emissions, viterbi

SPANS = "names"


class Names:
    """The component `letopis_names`."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = list(words(doc))
        tagged = tag([[token.text for token in tokens] for tokens in sentences])
        doc.spans[SPANS] = [
            Span(doc, start, end, label=label)
            for tokens, (numbers, tags) in zip(sentences, tagged, strict=True)
            for start, end, label in _chunks([tokens[number] for number in numbers], tags)
        ]
        return doc


def tag(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[str]]]:
    """For each sentence the numbers of the words that were tagged, and their BIO tags.

    The full stop of an abbreviation written out is passed over.
    """
    if not sentences:
        return
    news = [as_news(words) for words in sentences]
    scores = np.concatenate(list(emissions("names", [shown for shown, _ in news])))
    best = viterbi("names", scores, [len(shown) for shown, _ in news])
    decode = models.tagger("names").infer.decoder.tags_vocab.items
    start = 0
    for _, numbers in news:
        yield numbers, [decode[one] for one in best[start : start + len(numbers)]]
        start += len(numbers)


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
