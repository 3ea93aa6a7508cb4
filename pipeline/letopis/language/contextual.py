"""The contextual names model: a small transformer that reads several sentences at once (`models/README.md`).

Each word is shown as its pieces, and its first piece also as what slovnet's names model makes of the word. The model
tells for each word and type whether a name begins there, goes on, or neither. A name that stands several times in the
document is then judged by all its places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from letopis.errors import ModelError
from letopis.language import models
from letopis.language.bio import OUTSIDE, decode
from letopis.language.capitals import as_news, without_headline_capitals
from letopis.language.network import Floats, batches, encoder, ids
from letopis.language.pieces import Pieces
from letopis.language.wellformed import well_formed

EMBEDDED, READ = 300, 64
WIDTH = EMBEDDED + READ + 1
"""Columns of a word's features: its embedding, the last layer of slovnet's names model, one."""
LONGEST, MOST_PIECES, MOST_WORDS = 190, 500, 100
"""Pieces of a window of whole sentences; pieces and words of a part of a longer sentence."""
_WORD = 24
"""Pieces of a word that are read."""
_INITIAL = 2
"""Letters of a word that may be an initial or a pronoun, and says nothing of its like."""
NAMED = frozenset({"PERSON", "PLACE", "ORGANIZATION"})
EAGER = 0.5
"""What a name of these types is given: outside the news that the model was taught on it is too wary of names."""

KNOWN = frozenset({"PERSON"})
SHARE = 0.5
"""How much all the places of a capital word in the document count for, beside its own, when it is judged for these
types. What is called by the name of a place or by an organization's words changes from one place to the next."""

Word = tuple[str, bool]
"""A word and whether whitespace stands after it."""

Found = tuple[int, int, str]
"""The first word of a name, the word after its last, and its type."""


def shown(sentences: Sequence[Sequence[Word]]) -> Iterator[Word]:
    """Every word without a headline's capitals, and whether whitespace stands before it."""
    for sentence in sentences:
        before = True
        for form, (_, after) in zip(without_headline_capitals([form for form, _ in sentence]), sentence, strict=True):
            yield form, before
            before = after


def features(sentences: Sequence[Sequence[str]]) -> Floats:
    """One row a word; zeros for a full stop that `as_news` passes over."""
    news = [as_news(words) for words in sentences]
    out = np.zeros((sum(map(len, sentences)), WIDTH), np.float32)
    rows: list[int] = []
    start = 0
    for words, (_, numbers) in zip(sentences, news, strict=True):
        rows.extend(start + number for number in numbers)
        start += len(words)
    embedding = models.tagger("names").infer.model.emb
    word_ids = ids("names")
    at = 0
    for batch in batches([words for words, _ in news]):
        found = rows[at : at + sum(map(len, batch))]
        pairs = np.array([word_ids(word) for words in batch for word in words])
        out[found, :EMBEDDED] = embedding(pairs[:, 0], pairs[:, 1])[:, :EMBEDDED]
        out[found, EMBEDDED:-1] = encoder("names")(batch)
        out[found, -1] = 1
        at += len(found)
    return out


def windows(lengths: Sequence[int], sentences: Sequence[int], skip: int = 0) -> Iterator[tuple[int, int]]:
    """Word bounds of what the model reads at once: as many whole sentences as have `LONGEST` pieces together.

    `lengths` are pieces a word, `sentences` words a sentence; the first window is `skip` pieces shorter.
    """
    start = size = 0
    room = LONGEST - skip
    for first, last in _parts(lengths, sentences):
        pieces = sum(lengths[first:last])
        if size and size + pieces > room:
            yield start, first
            start, size, room = first, 0, LONGEST
        size += pieces
    if start < len(lengths):
        yield start, len(lengths)


def _parts(lengths: Sequence[int], sentences: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sentences, long ones cut."""
    at = 0
    for count in sentences:
        first, size = at, 0
        for word in range(at, at + count):
            if word - first == MOST_WORDS or size + lengths[word] > MOST_PIECES:
                yield first, word
                first, size = word, 0
            size += lengths[word]
        at += count
        if first < at:
            yield first, at


def shared(scores: Floats, forms: Sequence[str]) -> Floats:
    """The scores of words (the first axis), `SHARE` of a capital word's being the mean of its form in the document."""
    numbers: dict[str, int] = {}
    capital = [at for at, form in enumerate(forms) if len(form) > _INITIAL and form[0].isupper()]
    if not capital:
        return scores
    ids = [numbers.setdefault(forms[at], len(numbers)) for at in capital]
    means = np.zeros((len(numbers), *scores.shape[1:]), np.float32)
    np.add.at(means, ids, scores[capital])
    means /= np.bincount(ids)[:, None, None]
    out = scores.copy()
    out[capital] += SHARE * (means[ids] - scores[capital])
    return out


class Contextual:
    """The model of `file` (by default the one in the package), run one window at a time by one thread.

    A window is read by itself, and a document judged by its own windows, so that nothing hangs on what is read beside.
    """

    def __init__(self, file: str | None = None) -> None:
        try:
            import onnxruntime
        except ImportError:
            raise ModelError("the accurate model needs onnxruntime: run `pip install 'letopis[accurate]'`.") from None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            file or str(models.path("contextual")), options, providers=["CPUExecutionProvider"]
        )
        held: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        self.types = held["types"].split()
        self._named, self._known = (
            [number for number, kind in enumerate(self.types) if kind in kinds] for kinds in (NAMED, KNOWN)
        )
        self._begin, self._end, unknown = map(int, held["special"].split())
        lines = (line.split("\t") for line in held["pieces"].split("\n"))
        self._pieces = Pieces({piece: (int(number), float(score)) for number, piece, score in lines}, unknown)

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[Found]:
        """The names in the sentences. Words are counted through all sentences. Names of two types may overlap."""
        lengths = list(map(len, sentences))
        seen = list(shown(sentences))
        cut = [self._pieces.cut(form, spaced)[:_WORD] for form, spaced in seen]
        beside = features([[form for form, _ in sentence] for sentence in sentences])
        scores = np.empty((len(cut), len(self.types), 3), np.float32)
        for start, end in windows(list(map(len, cut)), lengths):
            scores[start:end] = self._scores(cut[start:end], beside[start:end])
        scores[:, self._known] = shared(scores[:, self._known], [form for form, _ in seen])
        scores[:, self._named, OUTSIDE] -= EAGER
        words = [form for sentence in sentences for form, _ in sentence]
        found = ((well_formed(words, start, end), self.types[kind]) for start, end, kind in decode(scores, lengths))
        return [(*bounds, kind) for bounds, kind in found if bounds]

    def _scores(self, words: Sequence[tuple[int, ...]], beside: Floats) -> NDArray[np.float32]:
        flat = [self._begin, *(piece for word in words for piece in word), self._end]
        first = np.cumsum([1, *map(len, words[:-1])])
        given: dict[str, Any] = {"ids": np.array(flat, np.int64), "first": first.astype(np.int64), "features": beside}
        (scores,) = self._session.run(None, given)
        return cast(NDArray[np.float32], scores).reshape(len(words), len(self.types), 3)


@cache
def contextual() -> Contextual:
    """The model of the package, loaded once a process."""
    return Contextual()
