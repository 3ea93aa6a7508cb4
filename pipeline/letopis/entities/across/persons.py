"""Persons of one surname in different documents.

Full names come first; shorter ones follow where exactly one of the persons met so far can bear them. A lone surname
or given name is nobody's but its own document's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from letopis.entities.across.known import FIRST, Joined, Known, Years, apart
from letopis.entities.profile import Profile, compatible, merged

_LIFE = 100
"""Years between what two documents speak of, past which one full name is of two persons."""


@dataclass(slots=True)
class _Person:
    parts: Profile
    years: list[Years]
    callings: frozenset[str]
    documents: set[str]
    joined: list[Joined] = field(default_factory=list)


def persons(held: Sequence[Known]) -> list[list[Joined]]:
    """The persons of one block grouped, each group and all groups by the order of the corpus."""
    people: list[_Person] = []
    for one in sorted(held, key=lambda one: (-_strength(one), one.order)):
        assert one.parts is not None
        strength = _strength(one)
        fitting = [person for person in people if strength and _fits(one, one.parts, person)]
        exact = [person for person in fitting if _same(person.parts, one.parts)] or fitting
        if len(exact) == 1 and (rule := _rule(exact[0].parts, one.parts)) is not None:
            _add(exact[0], one, one.parts, rule)
        else:
            people.append(_Person(one.parts, [], frozenset(), set()))
            _add(people[-1], one, one.parts, FIRST)
    groups = [sorted(person.joined, key=lambda joined: joined.order) for person in people]
    return sorted(groups, key=lambda group: group[0].order)


def _add(person: _Person, one: Known, parts: Profile, rule: str) -> None:
    to = None if rule == FIRST else person.joined[0].order
    person.joined.append(Joined(one.order, rule, to))
    person.parts = merged(person.parts, parts)
    person.callings |= one.callings
    person.documents.add(one.document)
    if one.years is not None:
        person.years.append(one.years)


def _strength(one: Known) -> int:
    """How much the name alone tells: 3 given name, patronymic and surname, or a number; 2, 1 less; 0 too little."""
    parts = one.parts
    if parts is None or parts.gender == "Plur":
        return 0
    if parts.regnal and parts.given:
        return 3
    if not parts.surname:
        return 0
    if parts.given and parts.patronymic:
        return 3
    if parts.given:
        return 2
    return 1 if len(parts.initials) > 1 else 0


def _fits(one: Known, parts: Profile, person: _Person) -> bool:
    """Whether nothing speaks against: name, number, years, two of one document, of a short name the calling."""
    if one.document in person.documents:
        return False
    if bool(parts.regnal) != bool(person.parts.regnal) or not compatible(person.parts, parts):
        return False
    if any((apart(one.years, years) or 0) > _LIFE for years in person.years):
        return False
    full = parts.patronymic and person.parts.patronymic
    return bool(full or not one.callings or not person.callings or one.callings & person.callings)


def _same(one: Profile, other: Profile) -> bool:
    return (one.given, one.patronymic, one.initials) == (other.given, other.patronymic, other.initials)


def _rule(known: Profile, parts: Profile) -> str | None:
    """What makes the two one person, or `None`."""
    if parts.regnal:
        return "same-name-and-number" if known.given & parts.given else None
    if parts.given and parts.patronymic:
        return "same-full-name" if known.patronymic == parts.patronymic and known.given & parts.given else None
    if parts.given:
        if not known.given & parts.given:
            return None
        return "name-of-one-full-bearer" if known.patronymic else "same-given-name-and-surname"
    if known.given and known.patronymic:
        return "initials-of-one-full-bearer"
    return "same-initials-and-surname" if known.initials[:2] == parts.initials[:2] else None
