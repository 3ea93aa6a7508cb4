"""Names of bodies that stand without a head: words (`Антанта`), acronyms (`ВЦИКа`), of syllables (`Губпродком`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from letopis.dimensions import syllabic
from letopis.dimensions.organization.lexicon import data, lemmas
from letopis.dimensions.syllabic import declined
from letopis.language.shape import shaped

_ACRONYM_ENDING = re.compile("(?<=[А-Яа-яё])(?:а|у|ом|е|ы)$")


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(data()[section][key])


@cache
def _name_forms() -> dict[str, str]:
    """The forms in small letters of the names that stand without a head, each with its nominative."""
    found = {form: name for name in data()["names"]["words"] for form in declined(name)}
    return {form.lower(): name for form, name in found.items()} | {w.lower(): w for w in data()["names"]["fixed"]}


def is_name(form: str) -> bool:
    """Whether the word by itself names an organization (`Антанта`, `Штатс-контора`)."""
    first, hyphen, last = form.rpartition("-")
    if hyphen and first.lower() in _words("compounds", "first"):
        return not lemmas(last).isdisjoint(_words("compounds", "last"))
    return form.lower() in _name_forms()


def name_base(form: str) -> str | None:
    """The nominative of a form of such a name, as the list writes it."""
    return _name_forms().get(form.lower())


def acronym_base(text: str) -> str | None:
    """An acronym of the list without its ending (`ВЦИКа` → `ВЦИК`), or `None` where it is none."""
    known, bare = _words("acronyms", "words"), _ACRONYM_ENDING.sub("", text)
    if text in known or bare in known:
        return text if text in known else bare
    return next((one for one in (bare, text) if _mixed().fullmatch(one)), None)


@lru_cache(maxsize=1 << 15)
def is_acronym(text: str) -> bool:
    """Whether the word is an acronym of the list, as it is or with an ending (`ВЦИКа`)."""
    return acronym_base(text) is not None


@cache
def _mixed() -> re.Pattern[str]:
    return re.compile(data()["mixed"]["pattern"])


def is_common_acronym(text: str) -> bool:
    """Whether the letters are of a common noun, or a thing's mark with its number, and name no body (`СМИ`, `Т-34`)."""
    letters, hyphen, number = text.partition("-")
    if hyphen and number.isdigit():
        return letters.isupper() and letters not in _words("common", "numbered")
    return text in _words("common", "acronyms")


def syllabic_base(text: str) -> str:
    """A syllabic name without its case ending: `Губпродкомом` → `Губпродком`, `Главнауку` → `Главнаука`."""
    if _is_camp(text.lower()):
        return text[: text.lower().rindex("лаг") + len("лаг")]
    return shaped(text, syllabic.syllabic_base(text) or text)


def is_syllabic(text: str) -> bool:
    """Whether a capital word is put together of the syllables of organizations (`Наркомтяжпрома`), or a camp's name."""
    return syllabic.is_syllabic(text) or (text[:1].isupper() and not text.isupper() and _is_camp(text.lower()))


@cache
def _camps() -> re.Pattern[str]:
    return re.compile(data()["camps"]["pattern"])


def _is_camp(lower: str) -> bool:
    found = _camps().search(lower) is not None
    return found and lower.rstrip("аеомуы") not in data()["camps"]["not"]
