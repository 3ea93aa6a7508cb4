"""The frames of `frames.toml`, checked and indexed by lemma."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from letopis.facts.fact import FRAMES, ROLES

KINDS_OF_FILLER = frozenset({"", "actor", "place", "quantity", "money"})
_PLAIN = frozenset(
    {"subject", "object", "genitive", "dative", "instrumental", "content", "possessive", "any", "beside", "fronted"}
)
_KEYS = frozenset({"verbs", "deeds", "doers", "with", "without", "roles", "needs", "word"})


class FrameError(ValueError):
    """`frames.toml` says something that cannot be read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or must not) stand in a place: lemmas, and kinds in angle brackets."""

    place: str
    lemmas: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Variant:
    """One use of some words: conditions, and the role of each place (by place, then kind of filler).

    `word` is `noun` where the verb only lends its grammar to a noun that it asks for: `открыть огонь`.
    """

    frame: str
    words: dict[str, tuple[str, ...]]
    required: tuple[Condition, ...]
    excluded: tuple[Condition, ...]
    roles: dict[str, dict[str, str]]
    needs: frozenset[str]
    own: frozenset[str]
    word: str = "verb"

    def role(self, place: str, kinds: frozenset[str]) -> str:
        """The role of what stands in `place`, `""` for none."""
        by_kind = self.roles.get(place, {})
        return next(
            (by_kind[kind] for kind in ("money", "quantity", "place", "actor") if kind in kinds and kind in by_kind),
            by_kind.get("", ""),
        )


@cache
def frames() -> tuple[Variant, ...]:
    """Every variant of every frame, those with more conditions first, and of these those that name the content."""
    data = tomllib.loads(files("letopis.facts").joinpath("frames.toml").read_text("utf-8"))
    found = [variant for name, frame in data["frames"].items() for variant in _variants(name, frame, data["classes"])]
    return tuple(sorted(found, key=lambda v: (-len(v.required), not _names_content(v))))


def _names_content(variant: Variant) -> bool:
    """Whether the words of the content are said: `приказал долго жить`."""
    return any(condition.place == "content" and condition.lemmas for condition in variant.required)


@cache
def by_lemma(part: str) -> dict[str, tuple[Variant, ...]]:
    """Lemma → its variants; `part` is `verbs`, `deeds` or `doers`."""
    index: dict[str, list[Variant]] = {}
    for variant in frames():
        for lemma in variant.words[part]:
            if variant not in index.setdefault(lemma, []):
                index[lemma].append(variant)
    return {lemma: tuple(variants) for lemma, variants in index.items()}


_BY_PEOPLE = frozenset(
    {"supply", "trade", "capture", "build", "found", "repress", "award", "produce", "author", "order"}
)


@cache
def done_by_people(lemma: str) -> bool:
    """Whether only people and bodies of people do what the verb says."""
    found = {variant.frame for variant in by_lemma("verbs").get(lemma, ())}
    return bool(found) and found <= _BY_PEOPLE


_OF_PERSONS = frozenset({"birth", "death", "appoint", "dismiss", "repress"})


@cache
def befalls_persons(lemma: str) -> bool:
    """Whether only a person can be born, appointed or jailed so: not the academy named last."""
    found = {variant.frame for variant in by_lemma("verbs").get(lemma, ())}
    return bool(found) and found <= _OF_PERSONS


@cache
def sole_frame(lemma: str) -> bool:
    """Whether the verb evokes one frame in all its uses."""
    return len({variant.frame for variant in by_lemma("verbs").get(lemma, ())}) == 1


@cache
def may_kill(lemma: str) -> bool:
    """Whether the verb tells of a death or a wound, which who tells it hardly tells of himself."""
    return any(variant.frame in {"death", "casualties"} for variant in by_lemma("verbs").get(lemma, ()))


@cache
def may_befall_persons(lemma: str) -> bool:
    """Whether one use of the verb is of persons: `назначить`, `произвести`."""
    return any(variant.frame in _OF_PERSONS for variant in by_lemma("verbs").get(lemma, ()))


@cache
def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class of `frames.toml`."""
    data = tomllib.loads(files("letopis.facts").joinpath("frames.toml").read_text("utf-8"))
    return frozenset(data["classes"][name].split())


def _variants(name: str, frame: dict[str, Any], classes: dict[str, str]) -> Iterator[Variant]:
    if name not in FRAMES:
        raise FrameError(f"frames.toml: {name!r} is no frame")
    for entry in frame["variants"]:
        if unknown := set(entry) - _KEYS:
            raise FrameError(f"frames.toml: {name}: unknown keys {sorted(unknown)}")
        roles = {**frame["roles"], **entry.get("roles", {})}
        yield Variant(
            name,
            {part: tuple(entry.get(part, "").replace("ё", "ё").split()) for part in ("verbs", "deeds", "doers")},
            tuple(_condition(place, text, classes) for place, text in entry.get("with", {}).items()),
            tuple(_condition(place, text, classes) for place, text in entry.get("without", {}).items()),
            _roles(name, roles),
            frozenset(entry.get("needs", frame["needs"])),
            frozenset(entry.get("roles", {})),
            entry.get("word", "verb"),
        )


def _roles(name: str, roles: dict[str, str]) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for place, role in roles.items():
        plain, _, kind = place.partition(":")
        _check_place(plain)
        if kind not in KINDS_OF_FILLER or (role and role not in ROLES):
            raise FrameError(f"frames.toml: {name}: cannot read {place!r} = {role!r}")
        table.setdefault(plain, {})[kind] = role
    return table


def _condition(place: str, text: str, classes: dict[str, str]) -> Condition:
    _check_place(place)
    lemmas, kinds = set(), set()
    for item in text.split():
        if item.startswith("<"):
            kinds.add(item.strip("<>"))
        elif item.startswith("@"):
            if item in {"@title", "@abstract", "@estate-mortgage"}:
                kinds.add(item[1:])
            elif item[1:] in classes:
                lemmas.update(classes[item[1:]].split())
            else:
                raise FrameError(f"frames.toml: no class {item}")
        else:
            lemmas.add(item)
    return Condition(place, frozenset(lemmas), frozenset(kinds))


def _check_place(place: str) -> None:
    if place not in _PLAIN and "+" not in place:
        raise FrameError(f"frames.toml: {place!r} is no place in a sentence")
