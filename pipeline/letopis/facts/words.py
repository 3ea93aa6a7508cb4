"""The closed classes of words of `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.facts").joinpath("words.toml").read_text("utf-8"))


@cache
def prepositions() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Form, of one to three words → the preposition's name and the cases it governs."""
    named = {name: (name, tuple(cases)) for name, cases in _data()["prepositions"].items()}
    return named | {form: named[name] for form, name in _data()["variants"].items()}


@cache
def preposition_openers() -> frozenset[str]:
    """The first words of prepositions."""
    return frozenset(form.partition(" ")[0] for form in prepositions())


@cache
def abbreviated() -> dict[str, str]:
    """Abbreviation of a verb, without its full stop → the verb."""
    return dict(_data()["abbreviated"])


@cache
def endings() -> tuple[tuple[str, frozenset[str]], ...]:
    """Ending of an unknown name, the longer first → the cases it allows."""
    return tuple((ending, frozenset(cases.split())) for ending, cases in _data()["endings"].items())


@cache
def modal_forms() -> dict[str, str]:
    """Form of a predicative adjective (`намерена`) → the word."""
    return dict(_data()["modal_forms"])


@cache
def imperatives() -> dict[str, str]:
    """Form that beside a dative is an imperative → its verb."""
    return dict(_data()["imperatives"])


@cache
def homonyms() -> dict[str, str]:
    """Form that beside an object is of another verb than the tagger's → that verb."""
    return dict(_data()["homonyms"])


@cache
def wordlist(name: str) -> frozenset[str]:
    """A list of lemmas of `words.toml`."""
    return frozenset(_data()["lists"][name].split())


def is_title_participle(token: Token) -> bool:
    """Whether the participle names an office: `заведующий фермой`, `командующий`."""
    return token.lower_.startswith(tuple(wordlist("title_stems"))) and bool(token.morph.get("Case", []))
