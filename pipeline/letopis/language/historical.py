"""Old forms and words seen as today's, for the models and the dictionary, which know only these (`historical.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.sources.vocabulary import analyzer

_FEW = frozenset({"1", "2", "3", "4", "один", "два", "две", "три", "четыре", "полтора", "полторы", "пол"})
_RARE = 0.01


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.language").joinpath("historical.toml").read_text("utf-8"))


@lru_cache(maxsize=1 << 16)
def modern(form: str) -> str:
    """Today's form of the same word, or `form` itself.

    A capitalised word stays as it is where the dictionary has it as a proper name.
    """
    return _instead(form, _data()["forms"].get(form.lower()) or _genitive_plural(form))


@lru_cache(maxsize=1 << 16)
def _read_as(form: str) -> str:
    """The form that the models are given in place of `form`: today's, or one of another word used alike."""
    return _instead(form, _data()["words"].get(form.lower(), {}).get("like")) if modern(form) == form else modern(form)


def _instead(form: str, found: str | None) -> str:
    if not found or (form != form.lower() and _is_proper(form)):
        return form
    return found.title() if form.istitle() else found


@lru_cache(maxsize=1 << 16)
def own_lemma(form: str) -> str | None:
    """The lemma of an old word that is read like another word of today; `None` where it is that word's."""
    lemma = _data()["words"].get(form.lower(), {}).get("lemma")
    return str(lemma) if lemma is not None and _read_as(form) != form else None


def modernised(words: Sequence[str]) -> list[str]:
    """The words of a sentence, each as today's form; a measure after a numeral as a genitive plural."""
    counted: dict[str, str] = _data()["counted"]
    seen = [_read_as(word) for word in words]
    for i, word in enumerate(seen):
        if i and word in counted and _counts(seen[i - 1]):
            seen[i] = counted[word]
    return seen


def _counts(word: str) -> bool:
    if word in _FEW:
        return False
    if word[-1].isdigit():
        return word[-1] not in "1234" or word[-2:-1] == "1"
    return any(found.pos == "NUM" and found.prob > _RARE for found in analyzer().analyze(word))


def _genitive_plural(form: str) -> str | None:
    if form != form.lower():
        return None
    for old, new in _data()["genitive_plural"].items():
        if not form.endswith(old) or any(
            found.source == "dictionary" and found.pos != "PROPN" for found in analyzer().analyze(form)
        ):
            continue
        today: str = form.removesuffix(old) + new
        if any(
            found.source == "dictionary"
            and (found.pos, found.feats.get("Case"), found.feats.get("Number")) == ("NOUN", "Gen", "Plur")
            for found in analyzer().analyze(today)
        ):
            return today
    return None


def _is_proper(form: str) -> bool:
    return any(
        found.pos == "PROPN" and found.source == "dictionary" and found.prob > _RARE
        for found in analyzer().analyze(form)
    )
