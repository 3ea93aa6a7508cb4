"""Bodies whose adjectives and head stand apart (`Тверское по городским делам присутствие`)."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.classes import PURPOSE, is_guards
from letopis.dimensions.organization.proposal import Proposal
from letopis.dimensions.organization.tail import end_of_tail
from letopis.language.phrase import agreement, nominative


def between(match: Match) -> Proposal | None:
    """`уездного по крестьянским делам присутствия`, `Собственной Его Величества канцелярии`."""
    doc = match.doc
    before, after = match.tokens("before"), match.tokens("after")
    assert before is not None and after is not None
    gap = doc[before.end : after.start]
    if gap[0].lower_ in PURPOSE and not lexicon.is_purpose(gap[-1].lower_):
        return None
    for first in range(before.start, before.end):
        if not doc[first].text[0].isupper() and first > before.start:
            break
        tokens = [*doc[first : before.end], *after]
        if agreement(tokens) is not None:
            end = end_of_tail(doc, after.end)
            normal = _normal(doc, first, before.end, after.start, end)
            start, guards = guards_before(doc, first)
            return Proposal(start, end, match.rule, normal=f"{guards} {normal}" if guards else normal)
    return None


def guards_before(doc: Doc, at: int) -> tuple[int, str]:
    """Where `лейб-гвардии` or `л.-гв.` begins before a unit's name at `at`, and the word written out; `at` and none."""
    if at and is_guards(doc[at - 1]):
        return at - 1, doc[at - 1].text
    start = at
    while start and at - start < _LONGEST_GUARDS and doc[start - 1].lower_ in _GUARDS_SHORT:
        start -= 1
    said = doc[start:at].text.lower()
    if "гв" not in said:
        return at, ""
    guards = "гвардии" if said.startswith("гв") else "лейб-гвардии"
    return start, guards.capitalize() if doc[start].text[0].isupper() else guards


def _normal(doc: Doc, first: int, gap: int, after: int, end: int) -> str:
    """The nominative of the words about the gap, with the gap as it is."""
    words = nominative([*doc[first:gap], *doc[after:end]], heads=lexicon.heads()).split()
    count = sum(not token.is_space for token in doc[first:gap])
    return " ".join([*words[:count], *(token.text for token in doc[gap:after] if not token.is_space), *words[count:]])


_LONGEST_GUARDS = 5
_GUARDS_SHORT = frozenset({"л", "лб", "лейб", ".", "-", "гв", "лейб-гв"})
_BEFORE = "(?P<before><cap&adjective><adjective>{0,3})"
_AFTER = "(?P<after><adjective>{0,2} (<firm>|<capital>))"
RULES: list[Rule[Proposal]] = [
    Rule(
        "body-and-its-purpose-between",
        f"{_BEFORE} <for> (<adjective> <and>?){{0,4}} <purpose> {_AFTER}",
        between,
    ),
    Rule(
        "body-of-a-sovereign",
        f"{_BEFORE} <his> <adjective>{{0,2}} <majesty> {_AFTER}",
        between,
    ),
]
