"""Names as `doc.spans["names"]`, with the labels PER, LOC and ORG, by one of two models.

`fast` is slovnet's, which reads one sentence at a time. It is shown sentences as the news that it was taught on would
have them (`capitals.py`). `accurate` is the contextual one (`contextual.py`), which reads several sentences at once;
beside it stands slovnet's opinion, whose places it lacks are taken over. Sentences end at line breaks, and no name
runs over one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.language import models
from letopis.language.capitals import as_news
from letopis.language.consensus import outermost, with_places
from letopis.language.morphology import words
from letopis.language.network import emissions, viterbi
from letopis.language.tiers import DEFAULT, Tier, tier

SPANS = "names"
ALL = "model"
"""`doc.spans` of everything that the accurate model found, by its own types; they may overlap."""
SECOND = "second"
"""`doc.spans` of slovnet's names where the accurate model is the first, by slovnet's labels."""
_FILES = {Tier.fast: "names", Tier.accurate: "contextual"}
_STORE = "letopis.names.model"


class Names:
    """The component `letopis_names`; raise `ModelError` where the model cannot be had."""

    def __init__(self, model: str = DEFAULT) -> None:
        self.model = tier(model)
        if self.model is Tier.accurate:
            from letopis.language.contextual import contextual

            contextual()

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data[_STORE] = _FILES[self.model]
        sentences = list(words(doc))
        if self.model is Tier.accurate:
            doc.spans[ALL] = _contextual(doc, sentences)
            doc.spans[SECOND] = _slovnet(doc, sentences)
            doc.spans[SPANS] = with_places(outermost(doc.spans[ALL]), doc.spans[SECOND])
        else:
            doc.spans[SPANS] = _slovnet(doc, sentences)
        return doc


def source(doc: Doc) -> str:
    """The name of the model that found the names of `doc`, the accurate one's with the beginning of its hash."""
    model: str = doc.user_data.get(_STORE, _FILES[Tier.fast])
    return models.name(model) + (f" {models.digest(model)}" if model in models.OWN else "")


def _slovnet(doc: Doc, sentences: Sequence[Sequence[Token]]) -> list[Span]:
    tagged = tag([[token.text for token in tokens] for tokens in sentences])
    return [
        Span(doc, start, end, label=label)
        for tokens, (numbers, tags) in zip(sentences, tagged, strict=True)
        for start, end, label in _chunks([tokens[number] for number in numbers], tags)
    ]


def _contextual(doc: Doc, sentences: Sequence[Sequence[Token]]) -> list[Span]:
    from letopis.language.contextual import contextual

    flat = [token.i for tokens in sentences for token in tokens]
    given = [[(token.text, bool(token.whitespace_)) for token in tokens] for tokens in sentences]
    found = contextual()(given)
    return [Span(doc, flat[start], flat[end - 1] + 1, label=kind) for start, end, kind in found]


def tag(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[str]]]:
    """For each sentence the numbers of the words that slovnet tagged, and their BIO tags.

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


@Language.factory("letopis_names", assigns=["doc.spans"], default_config={"model": DEFAULT.value})
def create_component(nlp: Language, name: str, model: str) -> Names:
    """`nlp.add_pipe("letopis_names", config={"model": "accurate"})`; needs sentence bounds."""
    return Names(model)
