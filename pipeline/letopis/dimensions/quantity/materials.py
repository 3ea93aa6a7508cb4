"""What money is made of or told in: `золотых рублей`, `рублей серебром`, `государственными ассигнациями`."""

from __future__ import annotations

from functools import cache

from letopis.dimensions.numeral.lexicon import fold
from letopis.dimensions.numeral.view import View
from letopis.dimensions.quantity.lexicon import load, word_set
from letopis.language.declension import Reading, readings

_MATERIALS = ("gold", "silver", "paper", "other")


def is_adjective(view: View, at: int) -> bool:
    """Whether the dictionary knows word `at` as an adjective."""
    text = view.text(at)
    return len(text) > 2 and text[-1].isalpha() and any(r.role == "adjective" and r.known for r in readings(text))


@cache
def _material_adjectives() -> dict[str, str]:
    listed = load("money")["materials"]
    return {fold(word): name for name in _MATERIALS for word in listed[name]["adjectives"].split()}


@cache
def _material_words() -> dict[str, str]:
    listed = load("money")["materials"]
    return {fold(word): name for name in _MATERIALS for word in listed[name]["after"].split()}


@cache
def material_abbreviations() -> dict[str, str]:
    """Abbreviation without its full stop → material: `асс` → paper."""
    listed = load("money")["materials"]
    return {word: name for name in _MATERIALS for word in listed[name]["abbr"].split()}


def material_of(view: View, at: int) -> str | None:
    """What the adjective at `at` says that money is made of: золотой, серебряный, ассигнационный."""
    best: Reading | None = None
    for reading in readings(view.texts[at]):
        if reading.role == "adjective" and reading.known and (best is None or reading.weight > best.weight):
            best = reading
    return _material_adjectives().get(fold(best.nominative("Sing", "Masc"))) if best is not None else None


def material_after(view: View, at: int) -> tuple[int, str | None]:
    """The view index after `серебром`, `государственными ассигнациями`, `золотою монетою`; the material."""
    i, material = at, None
    while i < at + 3:
        form = view.form(i)
        word = _material_words().get(form)
        if word is not None and form not in {"звонкой", "звонкою", "наличными"}:
            return i + 1, material or word
        if form in word_set("money", "material_nouns", "forms") and i > at:
            return i + 1, material
        adjective = material_of(view, i) if is_adjective(view, i) else None
        if adjective is not None and form.endswith(("ыми", "ою", "ой", "ым", "ых")):
            material = adjective
            if form.endswith(("ых", "ыми")) and not _noun_follows(view, i + 1):
                return i + 1, material
        elif form not in {
            "звонкой",
            "звонкою",
            "наличными",
            "государственными",
            "ходячею",
            "ходячей",
            "ассигнационными",
            "билонною",
        }:
            return at, None
        i += 1
    return at, None


def _noun_follows(view: View, at: int) -> bool:
    form = view.form(at)
    return form in word_set("money", "material_nouns", "forms") or form in _material_words()
