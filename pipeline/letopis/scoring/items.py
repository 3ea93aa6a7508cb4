"""Each thing the gold asks for, by a name that stays the same from run to run, and whether it was got.

A mention is up to two items (its span; its normal form or value), a fact one for its frame, one for each
filler and one for its factuality, an entity of several mentions one. What was found and not asked for is
an item of its own sort: spurious.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from letopis.records.models import KINDS
from letopis.scoring.contract import NAMES
from letopis.scoring.facts import align_facts, fillers_found
from letopis.scoring.folding import fold
from letopis.scoring.matching import Span, same_span
from letopis.scoring.mentions import Aligned, align
from letopis.scoring.values import same_value


@dataclass(slots=True)
class Items:
    """The items of one document: those passed, those failed, and what was found too many."""

    passed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    spurious: set[str] = field(default_factory=set)

    def add(self, item: str, passed: bool) -> None:
        """Note one item of the gold."""
        (self.passed if passed else self.failed).add(item)

    def as_dict(self) -> dict[str, list[str]]:
        """The items sorted, as a baseline keeps them."""
        return {"passed": sorted(self.passed), "failed": sorted(self.failed), "spurious": sorted(self.spurious)}

    @classmethod
    def from_dict(cls, held: dict[str, list[str]]) -> Items:
        """The items a baseline kept."""
        return cls(set(held["passed"]), set(held["failed"]), set(held["spurious"]))


def items(gold: dict[str, Any], found: dict[str, Any]) -> Items:
    """The items of one document."""
    held = Items()
    aligned = align(gold, found)
    answer = {one["id"]: other for pairs in aligned.values() for one, other in pairs}
    for mention in gold["mentions"]:
        given = answer.get(mention["id"])
        held.add(f"{_at(mention)}: span", given is not None and same_span(mention, given))
        what = "normal" if mention["kind"] in NAMES else "value"
        held.add(f"{_at(mention)}: {what}", given is not None and _means(mention, given))
    used = {id(other) for other in answer.values()}
    held.spurious.update(_at(m) for m in found["mentions"] if id(m) not in used)
    for entity, whole in _gathered(gold, found, aligned):
        held.add(f"entity {entity}: gathered", whole)
    _fact_items(held, gold, found)
    return held


def _at(span: Span, kind: str | None = None) -> str:
    text = " ".join(str(span["text"]).split())
    return f"{kind or span['kind']} {span['start']}–{span['end']} «{text}»"


def _means(one: Span, other: Span) -> bool:
    if one["kind"] in NAMES:
        return fold(one["normal"]) == fold(other.get("normal"))
    return same_value(one["kind"], one["value"], other.get("value"))


def _gathered(gold: dict[str, Any], found: dict[str, Any], aligned: Aligned) -> Iterator[tuple[str, bool]]:
    """Entities of several mentions: whether all that were found are one found entity, and it holds no others."""
    answer = {one["id"]: other["id"] for kind in KINDS for one, other in aligned[kind]}
    cluster = {m: e["id"] for e in found.get("entities", []) for m in e["mentions"]}
    home = {one: cluster.get(other, other) for one, other in answer.items()}
    for entity in gold["entities"]:
        if len(entity["mentions"]) > 1:
            inside = {home[m] for m in entity["mentions"] if m in home}
            outside = {home[m] for m in home if m not in entity["mentions"]}
            complete = all(m in home for m in entity["mentions"])
            yield f"{entity['kind']} «{entity['name']}»", complete and len(inside) == 1 and not inside & outside


def _fact_items(held: Items, gold: dict[str, Any], found: dict[str, Any]) -> None:
    aligned = align_facts(gold, found)
    answer = dict(aligned.pairs)
    for i, fact in enumerate(aligned.gold):
        given = aligned.found[answer[i]] if i in answer else None
        named = _at(fact["predicate"], fact["frame"])
        held.add(f"{named}: frame", given is not None)
        held.add(f"{named}: factuality", given is not None and fact["factuality"] == given.get("factuality"))
        for role, fillers in fact["roles"].items():
            right = fillers_found(aligned, fact, given, role) if given else []
            got = {position for position, _ in right}
            for position, filler in enumerate(fillers):
                held.add(f"{named}: {_at(aligned.wanted.span(filler), role)}", position in got)
    used = set(answer.values())
    for j, fact in enumerate(aligned.found):
        if j not in used:
            held.spurious.add(_at(fact["predicate"], fact["frame"]))
