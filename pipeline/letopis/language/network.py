"""slovnet's convolutional taggers, run over a whole document at once.

slovnet pads the sentences of a batch to one length. Here sentences lie end to end with one empty row between
them, which is all the padding a kernel of three needs, so that no row is computed in vain and what a sentence
gets does not hang on its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from letopis.language import models
from letopis.language.threads import one_thread

Floats = NDArray[np.float32]
ROWS = 4096
"""Tokens computed at a time: it bounds the memory that a document of any length takes."""


class _Layer:
    """One convolution of width three with its rectifier and batch norm."""

    def __init__(self, layer: Any) -> None:
        weight = layer.conv.weight.array  # filters x inputs x 3
        self.weight = np.ascontiguousarray(weight.transpose(1, 2, 0).reshape(weight.shape[1], -1))
        self.filters = weight.shape[0]
        self.bias = layer.conv.bias.array
        norm = layer.norm
        self.scale = (norm.weight.array / norm.std.array).reshape(-1)
        self.shift = (norm.bias.array - norm.mean.array * norm.weight.array / norm.std.array).reshape(-1)

    def project(self, rows: Floats) -> Floats:
        """What each row gives to the row after it, to itself and to the row before it, side by side."""
        return np.asarray(rows @ self.weight)

    def gather(self, projected: Floats, empty: NDArray[np.intp]) -> Floats:
        """The layer's output of projected rows; rows at `empty` stay zero."""
        n = self.filters
        out: Floats = projected[:, n : 2 * n] + self.bias
        out[1:] += projected[:-1, :n]
        out[:-1] += projected[1:, 2 * n :]
        np.maximum(out, 0, out=out)
        out *= self.scale
        out += self.shift
        out[empty] = 0
        return out


class Encoder:
    """Words to vectors: the embedding and the convolutions of one of slovnet's models."""

    def __init__(self, model: str) -> None:
        tagger = models.tagger(model)
        self.embedding = tagger.infer.model.emb
        self.layers = [_Layer(layer) for layer in tagger.infer.model.encoder.layers]
        self.ids = ids(model)
        self.empty = (tagger.infer.encoder.words_vocab.pad_id, tagger.infer.encoder.shapes_vocab.pad_id)

    def __call__(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """One row a token, sentence after sentence."""
        pairs = [self.empty]
        for words in sentences:
            pairs.extend(map(self.ids, words))
            pairs.append(self.empty)
        distinct = {pair: row for row, pair in enumerate(dict.fromkeys(pairs))}
        at = np.fromiter((distinct[pair] for pair in pairs), np.intp, len(pairs))
        ids = np.array(list(distinct))
        first, *rest = self.layers
        empty = np.flatnonzero(at == 0)
        with one_thread():
            rows = first.gather(first.project(self.embedding(ids[:, 0], ids[:, 1]))[at], empty)
            for layer in rest:
                rows = layer.gather(layer.project(rows), empty)
        kept: Floats = np.delete(rows, empty, axis=0)
        return kept


@cache
def encoder(model: str) -> Encoder:
    """The encoder of `morphology`, `names` or `syntax`, made once a process."""
    return Encoder(model)


@cache
def ids(model: str) -> Any:
    """The function from a word to its ids in the model's vocabularies of words and shapes."""
    from slovnet.shape import OTHER, word_shape

    words, shapes = (getattr(models.tagger(model).infer.encoder, name) for name in ("words_vocab", "shapes_vocab"))
    other = shapes.encode(OTHER)

    @lru_cache(maxsize=1 << 16)
    def ids(word: str) -> tuple[int, int]:
        shape = shapes.encode(word_shape(word))
        return words.encode(word.lower()), other if shape is None else shape

    return ids


def batches(sentences: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """`sentences` in runs of about `ROWS` tokens."""
    start = size = 0
    for i, words in enumerate(sentences):
        if size and size + len(words) > ROWS:
            yield sentences[start:i]
            start, size = i, 0
        size += len(words)
    if start < len(sentences):
        yield sentences[start:]


def emissions(model: str, sentences: Sequence[Sequence[str]]) -> Iterator[Floats]:
    """The tagger's scores, one row a token and one column a tag, for runs of whole sentences in order."""
    head = models.tagger(model).infer.model.head.proj
    for batch in batches(sentences):
        rows = encoder(model)(batch)
        with one_thread():
            scores = rows @ head.weight.array + head.bias.array
        yield scores


def viterbi(model: str, scores: Floats, lengths: Sequence[int]) -> NDArray[np.intp]:
    """The likeliest tag of every token by the model's conditional random field; `lengths` are of the sentences."""
    transitions: Floats = models.tagger(model).infer.model.head.crf.transitions.array
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)
    order = np.argsort(-np.asarray(lengths), kind="stable")
    starts, sizes = starts[order], np.asarray(lengths)[order]
    back = np.zeros(scores.shape, dtype=np.intp)
    best = scores.copy()
    for step in range(1, sizes[0] if len(sizes) else 0):
        rows = starts[: np.searchsorted(-sizes, -step, side="left")] + step
        through = best[rows - 1][:, :, None] + transitions
        back[rows] = through.argmax(1)
        best[rows] = through.max(1) + scores[rows]
    tags = np.zeros(len(scores), dtype=np.intp)
    ends = starts + sizes - 1
    tags[ends] = best[ends].argmax(1)
    for step in range(1, sizes[0] if len(sizes) else 0):
        rows = ends[: np.searchsorted(-sizes, -step, side="left")] - step
        tags[rows] = back[rows + 1, tags[rows + 1]]
    return tags
