"""Which mentions of places, and of organizations, are one: by normal form, by other names, by acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from spacy.tokens import Span

from letopis.entities.profile import fold

_SMALL = frozenset({"и", "по", "в", "на", "при", "для", "о", "об", "с"})


def places(spans: Sequence[Span], canonical: Callable[[str], str]) -> list[list[Span]]:
    """Place mentions grouped by `canonical`: one key for all names of a place (`Англия`, `Великобритания`)."""
    return _grouped(spans, canonical)


def organizations(spans: Sequence[Span], canonical: Callable[[str], str]) -> list[list[Span]]:
    """Organization mentions grouped by normal form; an acronym or a shortened name joins the one name it fits."""
    groups = _grouped(spans, canonical)
    names = [fold(group[0]._.normal or group[0].text) for group in groups]
    home = list(range(len(groups)))
    for n, name in enumerate(names):
        longer = [m for m, other in enumerate(names) if m != n and _shortens(name, other)]
        if len(longer) == 1:
            home[n] = longer[0]
    joined: dict[int, list[Span]] = defaultdict(list)
    for n, group in enumerate(groups):
        joined[_root(home, n)] += group
    ordered = [sorted(group, key=lambda span: span.start) for group in joined.values()]
    return sorted(ordered, key=lambda group: group[0].start)


def _root(home: list[int], n: int) -> int:
    seen = set()
    while home[n] != n and n not in seen:
        seen.add(n)
        n = home[n]
    return n


def _grouped(spans: Sequence[Span], canonical: Callable[[str], str]) -> list[list[Span]]:
    groups: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        groups[canonical(span._.normal or span.text)].append(span)
    return list(groups.values())


def _shortens(short: str, full: str) -> bool:
    """Whether `short` is the acronym of `full`, or its end or beginning by whole words."""
    words = full.replace("-", " ").split()
    parts = short.split()
    if len(parts) >= len(words):
        return False
    if len(parts) == 1 and short.isalpha() and 2 <= len(short) <= 7:
        letters = "".join(word[0] for word in words if word not in _SMALL)
        if short == letters and len(letters) > 1:
            return True
    return len(parts) > 1 and (words[: len(parts)] == parts or words[-len(parts) :] == parts)
