"""The closed classes of words in persons' names, read from `lexicon.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each field is a list of `lexicon.toml` by the same name, in lower case with ё as е but for `short_given`."""

    short_given: frozenset[str]
    latin_given: frozenset[str]
    particles: frozenset[str]
    ambiguous_particles: frozenset[str]
    descent: frozenset[str]
    eastern_titles: frozenset[str]
    leading_titles: frozenset[str]
    chinese_surnames: frozenset[str]
    emphatic: frozenset[str]
    descendants: frozenset[str]
    ordinal_bynames: frozenset[str]
    byname_nouns: frozenset[str]
    not_initials: frozenset[str]
    dedicated: frozenset[str]
    title_words: frozenset[str]
    not_names: frozenset[str]
    prelates: frozenset[str]
    naming: frozenset[str]
    feasts: frozenset[str]
    orders: frozenset[str]
    commanded: frozenset[str]
    trade_surnames: frozenset[str]
    worn: frozenset[str]
    patronymic: re.Pattern[str]
    chinese_given: re.Pattern[str]
    chinese_base: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The data of `lexicon.toml`."""
    data = tomllib.loads(files("letopis.dimensions.person").joinpath("lexicon.toml").read_text("utf-8"))
    ending, syllables = re.compile(data.pop("patronymic")), data.pop("chinese_given")
    declined = re.compile(syllables + data.pop("chinese_endings"))
    kept = {"short_given", "latin_given", "not_initials"}
    return Lexicon(
        patronymic=ending,
        chinese_given=declined,
        chinese_base=re.compile(syllables),
        **{key: frozenset(words if key in kept else map(plain, words)) for key, words in data.items()},
    )


def plain(word: str) -> str:
    """`word` in lower case, ё as е: the key of every list here."""
    return word.lower().replace("ё", "е")
