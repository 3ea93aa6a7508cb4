"""Which person mentions are one person: fuller names first, then shorter ones where only one bearer fits."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from letopis.entities.profile import Profile, compatible, fold, joining_words, linked, merged, profile

_FULL = 2
_NEAR = 60


@dataclass(slots=True, eq=False)
class _Person:
    """One person so far: the parts known of the name, and the mentions by their place in the list."""

    parts: Profile
    mentions: list[int] = field(default_factory=list)


def persons(doc: Doc, spans: Sequence[Span]) -> list[list[Span]]:
    """The person mentions `spans` (in order) grouped by person; a wrong merge is held worse than a missed one."""
    profiles = [profile(span) for span in spans]
    _tie_names_of_birth(doc, spans, profiles)
    people: list[_Person] = []
    by_key: dict[str, list[_Person]] = defaultdict(list)
    order = sorted(range(len(spans)), key=lambda n: (-_rank(profiles[n]), n))
    of: dict[int, _Person] = {}
    for n in order:
        found = _bearer(n, profiles[n], spans, by_key)
        if found is None:
            found = _Person(profiles[n])
            people.append(found)
        found.parts = merged(found.parts, profiles[n])
        insort(found.mentions, n)
        of[n] = found
        for key in _keys(profiles[n]):
            if found not in by_key[key]:
                by_key[key].append(found)
    _join_stated(doc, spans, people, of)
    groups = [sorted(person.mentions) for person in people if person.mentions]
    return [[spans[n] for n in group] for group in sorted(groups)]


def _tie_names_of_birth(doc: Doc, spans: Sequence[Span], profiles: list[Profile]) -> None:
    """`Гершман (урожд. Штерн) Раиса Львовна`: surname, name of birth and what follows the bracket are one woman's.

    The surname and the rest of the name get the profile of both, so that the surname is not taken for her husband's.
    """
    for n in range(1, len(spans)):
        before = [token.text for token in doc[spans[n - 1].end : spans[n].start]]
        if before[:1] != ["("] or not any(fold(word) in joining_words() for word in before):
            continue
        whole = replace(profiles[n - 1], gender="Fem")
        after = spans[n].end + 1
        goes_on = n + 1 < len(spans) and spans[n + 1].start == after and doc[spans[n].end].text == ")"
        if goes_on and not profiles[n + 1].surname and profiles[n + 1].gender != "Masc":
            profiles[n + 1] = whole = replace(merged(profiles[n + 1], whole), gender="Fem")
        profiles[n - 1] = whole
        profiles[n] = replace(profiles[n], gender="Fem")


def _rank(name: Profile) -> int:
    """Full names first: those with a patronymic or several parts, before a lone surname, before a lone given name."""
    return 2 * name.fullness + bool(name.surname)


def _keys(name: Profile) -> list[str]:
    """What the name may be looked up by."""
    keys = [f"s:{name.surname}"] if name.surname else []
    keys += [f"g:{name.surname}"] if name.surname and name.fullness == 1 else []
    keys += [f"g:{word}" for word in sorted(name.given)]
    if name.patronymic:
        keys.append(f"p:{name.patronymic}")
    if len(name.initials) > 1:
        keys.append("i:" + " ".join(name.initials))
    return keys


def _bearer(n: int, name: Profile, spans: Sequence[Span], by_key: dict[str, list[_Person]]) -> _Person | None:
    """The one person the name can be; of several that fit a short name, the one just spoken of."""
    seen: list[_Person] = []
    for key in _keys(name):
        seen += [person for person in by_key.get(key, ()) if person not in seen]
    fitting = [p for p in seen if compatible(p.parts, name) and linked(p.parts, name)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    exact = [p for p in fitting if p.parts == name]
    if len(exact) == 1:
        return exact[0]
    near: list[tuple[int, _Person]] = []
    for person in fitting:
        before = bisect_left(person.mentions, n)
        if before:
            near.append((spans[n].start - spans[person.mentions[before - 1]].end, person))
    near.sort(key=lambda item: item[0])
    if near and near[0][0] <= _NEAR and (len(near) == 1 or near[1][0] > 3 * max(near[0][0], 5)):
        return near[0][1]
    return None


def _join_stated(doc: Doc, spans: Sequence[Span], people: list[_Person], of: dict[int, _Person]) -> None:
    """Merge names that the text says are one person's: `Мария Раевская, по мужу Волконская`, `X, он же Y`."""
    for n in range(len(spans) - 1):
        between = [fold(token.text) for token in doc[spans[n].end : spans[n + 1].start]]
        if not 0 < len(between) <= 5 or of[n] is of[n + 1]:
            continue
        stated = any(word in joining_words() for word in between)
        also = any(between[i : i + 2] in (["он", "же"], ["она", "же"], ["то", "есть"]) for i in range(len(between)))
        if stated or also:
            kept, gone = of[n], of[n + 1]
            for mention in gone.mentions:
                of[mention] = kept
            kept.mentions += gone.mentions
            gone.mentions = []
