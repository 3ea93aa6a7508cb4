"""Names of bodies made of the first syllables of their words (`Губземотдел`), as the years from 1917 made them."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from letopis.language.morphology import analyses
from letopis.language.proper import readings

_ENDINGS = {
    "masculine": {"": "", "а": "", "у": "", "ом": "", "е": "", "ы": ""},
    "masculine ь": {"ь": "ь", "я": "ь", "ю": "ь", "ем": "ь", "ём": "ь", "и": "ь", "е": "ь"},
    "masculine й": {"й": "й", "я": "й", "ю": "й", "ем": "й", "е": "й"},
    "feminine ь": {"ь": "ь", "и": "ь", "ью": "ь"},
    "feminine а": {"а": "а", "ы": "а", "и": "а", "е": "а", "у": "а", "ой": "а", "ою": "а"},
    "feminine я": {"я": "я", "и": "я", "ю": "я", "ей": "я", "ею": "я"},
    "neuter о": {"о": "о", "а": "о", "у": "о", "ом": "о", "е": "о"},
    "neuter е": {"е": "е", "я": "е", "ю": "е", "ем": "е", "и": "е"},
    "neuter ё": {"ё": "ё", "е": "ё", "я": "ё", "ю": "ё", "ём": "ё", "ем": "ё"},
    "indeclinable": {"": ""},
}
"""By how a name declines and what it ends in: every case's ending, with the ending of the nominative."""
_SHORTEST_STEM, _LONGEST, _SHORTEST = 3, 40, 5
_NAMES = frozenset({"Giv", "Sur", "Pat", "Geo"})


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.dimensions").joinpath("syllables.toml").read_text("utf-8"))


@cache
def _parts() -> frozenset[str]:
    return frozenset(part for listed in _data()["parts"].values() for part in listed)


def _declined(part: str, declension: str) -> dict[str, str]:
    """Every form of a last part with its nominative."""
    endings = _ENDINGS.get(f"{declension} {part[-1]}", _ENDINGS.get(declension))
    if endings is None:
        return {}
    own = next(iter(endings.values()))
    stem = part[: len(part) - len(own)]
    return {stem + ending: stem + nominative for ending, nominative in endings.items()}


@cache
def declined(name: str) -> tuple[str, ...]:
    """The forms of a name by its ending: on a consonant, -а, -я, -о, -е, -й, -ь (masculine and feminine)."""
    sorts = ("feminine", "neuter") if name[-1] in "аяоеё" else ("masculine", "feminine" if name[-1] == "ь" else "")
    return tuple(form for sort in sorts if sort for form in _declined(name, sort))


@cache
def _lasts() -> dict[str, str]:
    """The forms of the last parts with their nominatives."""
    found = dict(_free())
    for declension, parts in _data()["last"].items():
        for part in parts if declension != "free" else ():
            found |= _declined(part, declension)
    return found


@cache
def _free() -> dict[str, str]:
    """The forms of the last parts that any stem may stand before."""
    return {form: base for part in _data()["last"]["free"] for form, base in _declined(part, "masculine").items()}


def _is_of_parts(stem: str) -> bool:
    """Whether the stem is a row of syllables of the list."""
    reached = [True] + [False] * len(stem)
    for end in range(1, len(stem) + 1):
        reached[end] = any(reached[start] and stem[start:end] in _parts() for start in range(end))
    return len(stem) > 0 and reached[-1]


@lru_cache(maxsize=1 << 14)
def syllabic_base(form: str) -> str | None:
    """The nominative of such a name in small letters (`губпродкомом` → `губпродком`), or `None`."""
    lower = form.lower()
    if not _SHORTEST <= len(lower) <= _LONGEST or not lower.isalpha():
        return None
    for at in range(1, len(lower) - 1):
        nominative = _lasts().get(lower[at:])
        if nominative is None:
            continue
        stem = lower[:at]
        base = stem + nominative
        if base in _data()["not"]["words"] or base.startswith(tuple(_data()["not"]["persons"])):
            continue
        loose = lower[at:] in _free() and len(stem) >= _SHORTEST_STEM and not _is_word(lower)
        if loose or _is_of_parts(stem):
            return base
    return None


def _is_word(form: str) -> bool:
    """Whether the dictionary has the form as a common word."""
    return any(one.source == "dictionary" and one.pos != "PROPN" for one in analyses(form))


@lru_cache(maxsize=1 << 13)
def is_syllabic(form: str) -> bool:
    """Whether the form, with a capital, is such a name, and no name of a person or place that the dictionary knows."""
    if not form[:1].isupper() or form.isupper() or syllabic_base(form) is None:
        return False
    return not any(one.known and one.type in _NAMES for one in readings(form))
