"""Parts of speech, features and lemmas: of rumorph's analyses of a form, the one that the sentence speaks for.

Two models read the sentence. rumorph gives each analysis a probability; slovnet gives one to each tag of its tag
set. An analysis is worth its own probability, raised to a weight, times the probability of slovnet's tags, each
counted by its likeness to the analysis (`morphology.toml`). Together they err less than either
(`reports/morphology.md`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from rumorph import Analysis, FormNotFoundError
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from letopis.language.capitals import without_headline_capitals, written_out
from letopis.language.historical import modern, modernised, own_lemma
from letopis.language.network import Floats, batches, emissions
from letopis.language.sentences import sentences
from letopis.language.tags import Signature, settings, tags
from letopis.sources.vocabulary import analyzer

_FLOOR = 1e-4
_NOTHING = 1e-9
_ROMAN = frozenset("IVXLCDM")
_ABBREVIATION: Signature = ("NOUN", (("Abbr", "Yes"),))
_INITIAL: Signature = ("PROPN", (("Abbr", "Yes"),))

Word = tuple[Signature, str]
"""What is said of a token: part of speech and features, and the lemma."""


@lru_cache(maxsize=1 << 17)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Every analysis of the word form, likeliest first; guesses where the dictionary has none.

    Of an old form (`рублев`) these are the analyses of today's (`рублей`).
    """
    return tuple(analyzer().analyze(modern(form)))


@lru_cache(maxsize=1 << 16)
def is_known(form: str) -> bool:
    """Whether the dictionary has this word form, or today's form of it."""
    return bool(analyzer().is_known(modern(form)))


def inflect(analysis: Analysis, **features: str) -> str | None:
    """The form of the lexeme with these Universal Dependencies features, or `None` where it has none."""
    try:
        return str(analysis.inflect(**features))
    except (FormNotFoundError, ValueError):
        return None


def words(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence, whitespace left out; empty sentences are passed over.

    Where no sentence bounds are set, they are set as `letopis_sentences` does.
    """
    if len(doc) > 1 and not doc.has_annotation("SENT_START"):
        sentences(doc)
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            yield tokens


def tag(items: Sequence[Sequence[str]]) -> Iterator[Word]:
    """The part of speech, features and lemma of every word of the sentences `items`, in order."""
    seen = [modernised(without_headline_capitals(sentence)) for sentence in items]
    at = 0
    for batch, scores in zip(batches(seen), emissions("morphology", seen), strict=True):
        forms = [form for sentence in items[at : at + len(batch)] for form in sentence]
        whole = [written_out(sentence, i) for sentence in items[at : at + len(batch)] for i in range(len(sentence))]
        candidates = [found for sentence in batch for found in analyzer().analyze_sentence(sentence)]
        for chosen, word in zip(_chosen(forms, candidates, scores), whole, strict=True):
            yield chosen if word is None else (_ABBREVIATION, analyses(word)[0].lemma)
        at += len(batch)


def _chosen(forms: list[str], candidates: list[list[Analysis]], scores: Floats) -> Iterator[Word]:
    """For each form its one analysis, or the one that both models together speak for."""
    open_ = [i for i, found in enumerate(candidates) if len(found) != 1]
    likely = _probabilities(scores[open_])
    pairs = [(row, one) for row, i in enumerate(open_) for one in candidates[i]]
    fitting = _fitting(likely, pairs)
    own = np.array([one.prob for _, one in pairs])
    worth = np.log(fitting + _NOTHING) + settings()["weights"]["dictionary"] * np.log(own + _FLOOR)
    best: dict[int, tuple[float, float, Analysis]] = {}
    for (row, one), value, fit in zip(pairs, worth.tolist(), fitting.tolist(), strict=True):
        if row not in best or value > best[row][0]:
            best[row] = value, fit, one
    row_of = {i: row for row, i in enumerate(open_)}
    for i, form in enumerate(forms):
        row = row_of.get(i, -1)
        if i + 1 < len(forms) and forms[i + 1] == "." and _is_initial(form):
            yield _INITIAL, form
        elif row < 0:
            yield _word(candidates[i][0], form)
        elif row not in best:
            yield tags().signatures[int(likely[row].argmax())], form.lower()
        elif best[row][2].pos == "PROPN" and best[row][1] < settings()["weights"]["unfitting"]:
            yield _unknown_name(best[row][2], form, likely[row])
        else:
            yield _word(best[row][2], form)


def _unknown_name(best: Analysis, form: str, likely: Floats) -> Word:
    """A name of which no analysis fits (`Ольгерд` as a form of `Ольгерда`): slovnet's tag stands, if it is a name's."""
    signature = tags().signatures[int(likely.argmax())]
    if signature[0] != "PROPN":
        return _word(best, form)
    said = dict(signature[1])
    nominative = (said.get("Case"), said.get("Number")) == ("Nom", "Sing")
    return signature, form.lower() if nominative else best.lemma


def _fitting(likely: Floats, pairs: list[tuple[int, Analysis]]) -> NDArray[np.float64]:
    """How well slovnet's tags fit each analysis; `likely` has a row a token and a column a tag."""
    if not pairs:
        return np.empty(0)
    known = tags()
    columns, used = np.unique([known.column(_signature(one)) for _, one in pairs], return_inverse=True)
    return np.asarray((likely @ known.likeness(columns))[[row for row, _ in pairs], used], dtype=np.float64)


def _probabilities(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Floats = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


@lru_cache(maxsize=1 << 16)
def _signature(analysis: Analysis) -> Signature:
    return analysis.pos, tuple(analysis.feats.items())


def _word(analysis: Analysis, form: str) -> Word:
    lemma = own_lemma(form) or (form.lower() if analysis.pos == "X" else analysis.lemma)
    return _signature(analysis), lemma


def _is_initial(form: str) -> bool:
    return len(form) == 1 and form.isupper() and form not in _ROMAN


class Morphology:
    """The component `letopis_morphology`: sets `pos_`, `morph` and `lemma_` of every token."""

    def __init__(self, vocab: Vocab) -> None:
        self._encode = _encoder(vocab)

    def __call__(self, doc: Doc) -> Doc:
        found = list(words(doc))
        rows = np.zeros((len(doc), 3), dtype="uint64")
        said = tag([[token.text for token in tokens] for tokens in found])
        for token, (signature, lemma) in zip((token for tokens in found for token in tokens), said, strict=True):
            rows[token.i, :2] = self._encode(signature)
            rows[token.i, 2] = doc.vocab.strings.add(lemma)
        for token in doc:
            if token.is_space:
                rows[token.i, :2] = self._encode(("SPACE", ()))
                rows[token.i, 2] = token.orth
        doc.from_array(["POS", "MORPH", "LEMMA"], cast(Any, rows))
        return doc


def _encoder(vocab: Vocab) -> Callable[[Signature], tuple[int, int]]:
    @lru_cache(maxsize=1 << 13)
    def encode(signature: Signature) -> tuple[int, int]:
        pos, features = signature
        return vocab.strings.add(pos), vocab.morphology.add("|".join(f"{name}={value}" for name, value in features))

    return encode


@Language.factory("letopis_morphology", assigns=["token.pos", "token.morph", "token.lemma"])
def create_component(nlp: Language, name: str) -> Morphology:
    """`nlp.add_pipe("letopis_morphology")`; takes sentence bounds as they are set, or sets them."""
    return Morphology(nlp.vocab)
