"""Which classes a word of the text belongs to, by `lexicon.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.language.morphology import analyses

Tag = tuple[str, Any]
"""A class and its value (`("month", 5)`); `None` where the class says all."""

_BY_LEMMA = ("month", "month_republican", "weekday", "season", "decade", "relative", "unit")
_COUNTED = frozenset({"лет", "летам", "летами", "летах"})
"""Forms that count years and name none."""
_BY_FORM = ("month_short", "weekday_short", "ordinal")


def fold(text: str) -> str:
    """The form under which a word is looked up: small letters, ё as е."""
    return text.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several tokens read as one."""

    words: tuple[str, ...]
    tag: Tag


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.dimensions.date").joinpath("lexicon.toml").read_text("utf-8"))


@cache
def _lemmas() -> dict[str, list[Tag]]:
    data = _data()
    found: dict[str, list[Tag]] = {}
    for section in _BY_LEMMA:
        for lemma, value in data[section].items():
            found.setdefault(fold(lemma), []).append((section.replace("_", "-"), _frozen(value)))
    for name, lemmas in data["lemmas"].items():
        for lemma in lemmas:
            found.setdefault(fold(lemma), []).append((name, None))
    return found


@cache
def _forms() -> dict[str, list[Tag]]:
    data = _data()
    found: dict[str, list[Tag]] = {}
    for section in _BY_FORM:
        for form, value in data[section].items():
            found.setdefault(form, []).append((section.replace("_", "-"), value))
    for forms, number in data["month_old"].items():
        for index, form in enumerate(forms.split()):
            tags = found.setdefault(form, [])
            tags.append(("month", number))
            if index == 1:
                tags.append(("genitive", None))
    for name, words in data["forms"].items():
        for form in words:
            found.setdefault(form, []).append((name, None))
    for form, value in data["relative_form"].items():
        found.setdefault(form, []).append(("relative", _frozen(value)))
    for phrase, value in data["adverb"].items():
        if " " not in phrase:
            found.setdefault(phrase, []).append(("adverb", _frozen(value)))
    return found


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in _all_phrases():
        found.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(sorted(ones, key=lambda p: -len(p.words))) for first, ones in found.items()}


def _all_phrases() -> Iterator[Phrase]:
    data = _data()
    for phrase, value in data["adverb"].items():
        if " " in phrase:
            yield Phrase(tuple(fold(phrase).split()), ("adverb", _frozen(value)))
    for name, listed in data["phrases"].items():
        for phrase in listed:
            words = tuple(fold(phrase).split())
            if len(words) > 1:
                yield Phrase(words, (name, None))


@lru_cache(maxsize=1 << 16)
def tags(text: str) -> tuple[Tag, ...]:
    """The classes of a word and their values; `genitive` and `plural` say what form it may be."""
    form = fold(text)
    found = list(_forms().get(form, ()))
    known = _lemmas()
    for analysis in analyses(text if text.islower() else text.lower()):
        if analysis.source != "dictionary" and not form.startswith(("запрошл", "осьмидесят", "вандем", "фруктидор")):
            continue
        for tag in known.get(fold(analysis.lemma), ()):
            if form in _COUNTED and tag[0] in {"season", "year-word", "summer-word"}:
                continue
            if tag not in found:
                found.append(tag)
            for feature, name in (("Gen", "genitive"), ("Ins", "instrumental")):
                if analysis.feats.get("Case") == feature and (name, None) not in found:
                    found.append((name, None))
            if analysis.feats.get("Number") == "Plur" and ("plural", None) not in found:
                found.append(("plural", None))
    return tuple(found)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
