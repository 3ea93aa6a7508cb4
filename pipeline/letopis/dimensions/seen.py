"""What the accurate names model sees beside persons, places and organizations: trades, peoples, events."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.language.memory import memory
from letopis.language.morphology import analyses
from letopis.language.names import ALL

TRADE, PEOPLE, EVENT = "PROFESSION", "NATIONALITY", "EVENT"
_STORE = "letopis.seen"


def ends(doc: Doc, label: str) -> frozenset[int]:
    """The words after spans of the type; none where the accurate model has not read `doc`."""
    return frozenset(_spans(doc).get(label, {}).values())


def event_at(doc: Doc, at: int) -> bool:
    """Whether one event of the model's covers the word at `at` and the one before it (`Невская битва`)."""
    events = _spans(doc).get(EVENT, {})
    return events.get(at - 1, -1) > at


def is_people(doc: Doc, at: int) -> bool:
    """Whether the noun at `at` is of a people by the model (`шотландец`); an adjective of one is none (`турецкий`)."""
    if at + 1 not in ends(doc, PEOPLE):
        return False
    found = analyses(doc[at].text)
    return not found or found[0].pos not in {"ADJ", "DET", "VERB"}


def _spans(doc: Doc) -> dict[str, dict[int, int]]:
    """By type the end of the longest span that begins at a word."""
    if ALL not in doc.spans:
        return {}
    found: dict[str, dict[int, int]] | None = memory(doc).get(_STORE)
    if found is None:
        found = memory(doc)[_STORE] = {}
        for one in doc.spans[ALL]:
            reach = found.setdefault(one.label_, {})
            reach[one.start] = max(one.end, reach.get(one.start, 0))
    return found
