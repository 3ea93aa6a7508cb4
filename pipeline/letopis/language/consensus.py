"""The contextual model's names by slovnet's labels, and what slovnet's own model adds to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from letopis.language.government import simple

KEPT = {"PERSON": "PER", "PLACE": "LOC", "FACILITY": "LOC", "ORGANIZATION": "ORG"}
_PLACES = frozenset({"CITY", "COUNTRY", "DISTRICT", "FACILITY", "LOCATION", "STATE_OR_PROVINCE"})
_THINGS = frozenset({"AWARD", "CRIME", "DISEASE", "EVENT", "IDEOLOGY", "LAW", "PENALTY", "PRODUCT", "WORK_OF_ART"})
_CYRILLIC = re.compile("[А-яЁёЀ-ӿ]")


def outermost(found: Sequence[Span]) -> list[Span]:
    """Of overlapping names the longest, by slovnet's labels; without a capital nothing is a name (`турецкий`)."""
    taken: set[int] = set()
    kept: list[Span] = []
    doubted = _doubted(found)
    named = [
        cut
        for one in found
        if one.label_ in KEPT
        and not _is_no_place(one)
        and not (one.label_ == "PLACE" and (one.start, one.end) in doubted)
        and (cut := _without_links(one)) is not None
        and not cut.text.islower()
    ]
    places = {one.start: one.end for one in named if one.label_ == "PLACE"}
    named = [one for one in named if not _is_common_organ(one, places)]
    for span in sorted(named, key=lambda one: (one.start - one.end, one.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(Span(span.doc, span.start, span.end, label=KEPT[span.label_]))
    return sorted(kept, key=lambda one: one.start)


def with_places(names: list[Span], second: Sequence[Span]) -> list[Span]:
    """`names` and slovnet's places that stand wholly outside them: the contextual model is too wary of bare words."""
    taken = {at for one in names for at in range(one.start, one.end)}
    free = [one for one in second if one.label_ == "LOC" and taken.isdisjoint(range(one.start, one.end))]
    return sorted([*names, *free], key=lambda one: one.start)


def _without_links(span: Span) -> Span | None:
    """The name without a preposition or conjunction at an edge (`под Юрьевом и`), or `None` where nothing is left."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and _is_link(doc, start) and not (start + 1 < end and doc[start + 1].text == "."):
        start += 1
    while start < end and _is_link(doc, end - 1):
        end -= 1
    return Span(doc, start, end, label=span.label_) if start < end else None


def _is_link(doc: Doc, at: int) -> bool:
    token = doc[at]
    if not token.text.islower() and not token.is_sent_start:
        return False
    return token.lower_ in simple() or (token.text.islower() and token.pos_ in {"ADP", "CCONJ", "SCONJ"})


def _doubted(found: Sequence[Span]) -> set[tuple[int, int]]:
    """Bounds of places of no type that the model calls something else as well, or that begin such a longer name.

    `Геноцид` is an event, `City` in `City Center` no place.
    """
    types: dict[tuple[int, int], set[str]] = {}
    reach: dict[int, int] = {}
    for one in found:
        types.setdefault((one.start, one.end), set()).add(one.label_)
        if one.label_ in _THINGS or one.label_ == "FACILITY":
            reach[one.start] = max(one.end, reach.get(one.start, 0))
    return {
        (start, end)
        for (start, end), own in types.items()
        if own.isdisjoint(_PLACES) and (own & _THINGS or reach.get(start, 0) > end)
    }


def _is_no_place(span: Span) -> bool:
    """Whether a building is none: with a common noun first (`аэропорт Домодедово`), Latin, or a station (`АЭС`)."""
    if span.label_ != "FACILITY":
        return False
    return (
        not span[0].text[:1].isupper()
        or not _CYRILLIC.search(span.text)
        or (len(span) > 1 and len(span[-1].text) > 1 and span[-1].text.isupper())
    )


def _is_common_organ(span: Span, places: Mapping[int, int]) -> bool:
    """Whether an organization is a common noun and the place that it is of (`полиция Нарвы`): the place is the name.

    `places` are the bounds of places' names.
    """
    start = next((at for at in range(span.start + 1, span.end) if at in places), None)
    if span.label_ != "ORGANIZATION" or start is None or places[start] > span.end:
        return False
    around = [*span.doc[span.start : start], *span.doc[places[start] : span.end]]
    return all(token.text.islower() or _only_begins(token) for token in around if token.is_alpha)


def _only_begins(token: Token) -> bool:
    """Whether the word has its capital from the sentence."""
    return bool(token.is_sent_start) and token.pos_ == "NOUN"
