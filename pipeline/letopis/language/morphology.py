"""Parts of speech, features and lemmas: slovnet's tags in context choose among rumorph's analyses of the form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, cast

from rumorph import Analysis, Analyzer, FormNotFoundError
from spacy.language import Language
from spacy.tokens import Doc, Token

from letopis.language import models

_COMPARED = ("Case", "Number", "Gender", "Animacy", "Tense", "VerbForm", "Voice", "Person", "Mood")
_NOMINAL = frozenset({"NOUN", "PROPN"})


@cache
def analyzer() -> Analyzer:
    """rumorph's dictionary, loaded once a process."""
    return Analyzer()


@lru_cache(maxsize=1 << 17)
def analyses(form: str) -> tuple[Analysis, ...]:
    """Every analysis of the word form, likeliest first; guesses where the dictionary has none."""
    return tuple(analyzer().analyze(form))


@lru_cache(maxsize=1 << 16)
def is_known(form: str) -> bool:
    """Whether the dictionary has this word form."""
    return bool(analyzer().is_known(form))


def inflect(analysis: Analysis, **features: str) -> str | None:
    """The form of the lexeme with these Universal Dependencies features, or `None` where it has none."""
    try:
        return str(analysis.inflect(**features))
    except (FormNotFoundError, ValueError):
        return None


def words(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence, whitespace left out; empty sentences are passed over."""
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            yield tokens


def choose(found: tuple[Analysis, ...], pos: str, features: dict[str, str]) -> Analysis | None:
    """The analysis nearest to the tag `pos` with `features`; the likelier of equals; `None` where there is none."""

    def nearness(analysis: Analysis) -> float:
        same_pos = analysis.pos == pos or (analysis.pos in _NOMINAL and pos in _NOMINAL)
        have = analysis.feats
        agreeing = sum(have.get(name) == features.get(name) for name in _COMPARED if name in features)
        return 4 * same_pos + agreeing + analysis.prob

    return max(found, key=nearness, default=None)


class Morphology:
    """The component `letopis_morphology`: sets `pos_`, `morph` and `lemma_` of every token."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = list(words(doc))
        tagged = models.tagger("morphology").map([[token.text for token in tokens] for tokens in sentences])
        for tokens, markup in zip(sentences, tagged, strict=True):
            for token, tag in zip(tokens, markup.tokens, strict=True):
                self._set(token, tag.pos, tag.feats)
        for token in doc:
            if token.is_space:
                token.pos_, token.lemma_ = "SPACE", token.text
        return doc

    @staticmethod
    def _set(token: Token, pos: str, features: dict[str, str]) -> None:
        chosen = choose(analyses(token.text), pos, features)
        if chosen is None or chosen.pos == "X":
            token.lemma_ = token.lower_
        else:
            token.lemma_ = chosen.lemma
            if chosen.source == "dictionary":
                pos = "PROPN" if pos == "PROPN" and chosen.pos == "NOUN" else chosen.pos
                features = {**features, **chosen.feats} if pos == chosen.pos else features
        token.pos_ = pos
        cast(Any, token).set_morph(features)


@Language.factory("letopis_morphology", assigns=["token.pos", "token.morph", "token.lemma"])
def create_component(nlp: Language, name: str) -> Morphology:
    """`nlp.add_pipe("letopis_morphology")`; needs sentence bounds."""
    return Morphology()
