"""Which words there are and how common: rumorph's dictionary, and the counts of navec's news corpus."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from rumorph import Analyzer

from letopis.errors import ModelError

_NAVEC = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "DET", "NUM"})
# What a word costs, in nats, that the dictionary has and the counts do not: the least count kept is 100 of
# 1.2 billion, which is 16.3.
RARE = 17.0


@cache
def analyzer() -> Analyzer:
    """rumorph's analyzer, loaded once a process."""
    return Analyzer()


@lru_cache(maxsize=200_000)
def known(word: str) -> bool:
    """Whether the dictionary has the form `word`; a lower-case form that is only a proper name's is not a word."""
    return is_form(word) and (not word[:1].islower() or is_common(word))


def is_form(word: str) -> bool:
    """Whether the dictionary has the form `word`, be its letters small or capital."""
    return analyzer().is_known(word)


def are_forms(words: Iterable[str]) -> Iterator[bool]:
    """Whether each of `words` is such a form."""
    return map(analyzer().is_known, words)


def is_common(form: str) -> bool:
    """Whether `form`, which the dictionary has, is more than a proper name's."""
    found = analyzer().analyze(form)
    return found[0].pos != "PROPN" or any(one.pos != "PROPN" for one in found)


@lru_cache(maxsize=200_000)
def parts_of_speech(word: str) -> frozenset[str]:
    """The parts of speech (UD) that `word` can be."""
    return frozenset(analysis.pos for analysis in analyzer().analyze(word))


@lru_cache(maxsize=200_000)
def cases(word: str) -> frozenset[str]:
    """The cases (UD) that `word` can be in as a noun, adjective, pronoun or numeral; `""` where it has no case."""
    nominal = (found for found in analyzer().analyze(word) if found.pos in _NOMINAL)
    return frozenset(found.feats.get("Case", "") for found in nominal)


@lru_cache(maxsize=200_000)
def cost(word: str) -> float:
    """Minus the logarithm of the share of `word` in running text; infinite for what is no known word.

    `ё` and `е` are one letter here, as in most prints.
    """
    if not known(word):
        return math.inf
    return _counted().get(word.lower().replace("ё", "е"), RARE)


def is_counted(small: str) -> bool:
    """Whether running text has the form `small`, in small letters, often enough to be counted, be it a name or not."""
    return small in _counted()


def are_counted(words: Iterable[str]) -> Iterator[bool]:
    """Whether each of `words` is such a form."""
    return map(_counted().__contains__, words)


@cache
def _counted() -> dict[str, float]:
    from navec import Navec

    spec = find_spec("natasha")
    file = Path(spec.origin).parent / _NAVEC if spec and spec.origin else None
    if file is None or not file.is_file():
        raise ModelError("natasha's word counts are not installed: run `pip install natasha`.")
    vocab = Navec.load(str(file)).vocab
    counts: dict[str, int] = {}
    for word, count in zip(vocab.words, vocab.counts, strict=True):
        plain = word.replace("ё", "е")
        counts[plain] = counts.get(plain, 0) + int(count)
    whole = math.log(sum(counts.values()))
    return {word: whole - math.log(count) for word, count in counts.items() if count}
