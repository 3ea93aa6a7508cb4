"""slovnet's dependency parser over a whole document: sentences of like length are parsed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from letopis.language import models
from letopis.language.capitals import without_headline_capitals
from letopis.language.network import Floats, batches, encoder

CELLS = 1 << 15
"""The most pairs of words, over all sentences parsed together: it bounds memory."""

Parsed = tuple[list[int], list[str]]
"""For each word its head's number, counted from one (0: it is the root), and its relation to the head."""


def parse(sentences: Sequence[Sequence[str]]) -> Iterator[Parsed]:
    """The parse of each sentence, in order."""
    for batch in batches([without_headline_capitals(words) for words in sentences]):
        vectors = encoder("syntax")(batch)
        bounds = np.cumsum([0, *(len(words) for words in batch)])
        found: dict[int, Parsed] = {}
        for group in _alike([len(words) for words in batch]):
            found.update(zip(group, _parse([vectors[bounds[i] : bounds[i + 1]] for i in group]), strict=True))
        yield from (found.get(i, ([], [])) for i in range(len(batch)))


def _alike(lengths: list[int]) -> Iterator[list[int]]:
    """Numbers of sentences in groups of like length; empty ones are left out."""
    group: list[int] = []
    for i in sorted((i for i, length in enumerate(lengths) if length), key=lambda i: lengths[i]):
        if group and (len(group) + 1) * lengths[i] ** 2 > CELLS:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _parse(group: list[Floats]) -> Iterator[Parsed]:
    """slovnet's two heads, which score every pair of words and then the relation of each to its best head."""
    model = models.tagger("syntax").infer.model
    relations = models.tagger("syntax").infer.decoder.rels_vocab.items
    rows = np.zeros((len(group), max(len(one) for one in group), group[0].shape[1]), dtype=np.float32)
    mask = np.zeros(rows.shape[:2], dtype=bool)
    for i, one in enumerate(group):
        rows[i, : len(one)] = one
        mask[i, : len(one)] = True
    heads = model.head.decode(model.head(rows), mask)
    labels = model.rel.decode(model.rel(rows, heads), mask)
    for i, one in enumerate(group):
        yield heads[i, : len(one)].tolist(), [relations[label] for label in labels[i, : len(one)]]
