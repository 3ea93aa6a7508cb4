"""How well facts were found: their frames, who and what fills their roles, how real they are said to be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, get_args

from letopis.records.models import Role
from letopis.scoring.assignment import best_assignment
from letopis.scoring.matching import Span, match, overlap
from letopis.scoring.tally import Tally

Fact = dict[str, Any]
ROLES: tuple[str, ...] = get_args(Role)


class Reading:
    """Where the fillers of one record's facts stand in its text."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.mentions: dict[str, Span] = {m["id"]: m for m in record["mentions"]}
        self.mates: dict[str, list[str]] = {m: e["mentions"] for e in record.get("entities", []) for m in e["mentions"]}

    def span(self, filler: dict[str, Any]) -> Span:
        """The filler's own span: its mention's, or the one it gives."""
        return self.mentions.get(filler.get("mention") or "", filler)

    def text(self, filler: dict[str, Any]) -> str:
        """The filler's words; the id of a mention that does not exist."""
        return str(self.span(filler).get("text") or filler.get("mention"))

    def spans(self, filler: dict[str, Any]) -> list[Span]:
        """All spans that stand for the filler: its own and those of its entity's other mentions."""
        mates = self.mates.get(filler.get("mention") or "", ())
        return [self.span(filler), *(self.mentions[m] for m in mates)]


def scored(record: dict[str, Any]) -> list[Fact]:
    """The record's facts of the frames that are scored, in an order of their own."""
    facts = [fact for fact in record.get("facts", []) if fact["frame"] != "other"]
    return sorted(facts, key=lambda f: (f["predicate"]["start"], f["predicate"]["end"], f["frame"]))


@dataclass(frozen=True, slots=True)
class FactPairs:
    """The facts of two records and which answers which."""

    gold: list[Fact]
    found: list[Fact]
    pairs: list[tuple[int, int]]
    wanted: Reading
    given: Reading


def align_facts(gold: dict[str, Any], found: dict[str, Any]) -> FactPairs:
    """Facts of one frame answer each other where their predicates overlap, one to one."""
    wanted, given = scored(gold), scored(found)
    pairs = match(
        [{**fact["predicate"], "frame": fact["frame"]} for fact in wanted],
        [{**fact["predicate"], "frame": fact["frame"]} for fact in given],
        lambda one, other: int(one["frame"] == other["frame"]),
    )
    return FactPairs(wanted, given, pairs, Reading(gold), Reading(found))


def fillers_found(aligned: FactPairs, gold: Fact, found: Fact, role: str) -> list[tuple[int, int]]:
    """Positions (gold, found) of a role's fillers that are right.

    A filler is right where it overlaps the gold filler, or a mention of the same entity.
    """
    wanted = [aligned.wanted.spans(filler) for filler in gold["roles"].get(role, [])]
    given = [aligned.given.span(filler) for filler in found["roles"].get(role, [])]
    weights = [[int(_touches(spans, span)) for span in given] for spans in wanted]
    return best_assignment(weights)


def credits(aligned: FactPairs, gold: Fact, found: Fact, role: str) -> float:
    """The worth of a role's fillers, paired at best.

    A filler is worth the Dice coefficient of the letters it shares with the gold filler, or with the mention of
    the same entity that is likest to it; the same span is worth 1.
    """
    wanted = [aligned.wanted.spans(filler) for filler in gold["roles"].get(role, [])]
    given = [aligned.given.span(filler) for filler in found["roles"].get(role, [])]
    weights = [[max((_dice(span, other) for span in spans), default=0.0) for other in given] for spans in wanted]
    return sum(weights[i][j] for i, j in best_assignment(weights))


def _dice(one: Span, other: Span) -> float:
    if one.get("start") is None or other.get("start") is None:
        return 0.0
    return 2 * overlap(one, other) / (int(one["end"] - one["start"]) + int(other["end"] - other["start"]))


def _touches(spans: list[Span], other: Span) -> bool:
    return other.get("start") is not None and any(overlap(span, other) for span in spans)


def fact_tallies(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Tally]:
    """The tallies of one document's facts, by measure.

    A slot is a fact's frame or one filler of one of its roles. `fact slot` asks for the fact too, `fact slot
    alone` is taken over the fillers of facts that were found. A filler that only overlaps is right, and of less
    worth in `fact slot partial` and `fact ROLE partial`, where the span counts (`credits`).
    """
    aligned = align_facts(gold, found)
    wanted, given = _slots(aligned.gold), _slots(aligned.found)
    matched = [(aligned.gold[i], aligned.found[j]) for i, j in aligned.pairs]
    right: Counter[str] = Counter()
    worth = dict.fromkeys(ROLES, 0.0)
    for one, other in matched:
        for role in one["roles"]:
            right[role] += len(fillers_found(aligned, one, other, role))
            worth[role] += credits(aligned, one, other, role)
    fillers = sum(right.values())
    tallies = {
        "fact frame": Tally.of(len(matched), len(aligned.found), len(aligned.gold)),
        "fact slot": Tally.of(
            len(matched) + fillers,
            len(aligned.found) + sum(given.values()),
            len(aligned.gold) + sum(wanted.values()),
        ),
        "fact slot partial": Tally.of(
            len(matched) + sum(worth.values()),
            len(aligned.found) + sum(given.values()),
            len(aligned.gold) + sum(wanted.values()),
        ),
        "fact slot alone": Tally.of(
            fillers,
            sum(_slots([other for _, other in matched]).values()),
            sum(_slots([one for one, _ in matched]).values()),
        ),
    }
    tallies |= {f"fact {role}": Tally.of(right[role], given[role], wanted[role]) for role in ROLES}
    tallies |= {f"fact {role} partial": Tally.of(worth[role], given[role], wanted[role]) for role in ROLES}
    real = sum(one["factuality"] == other.get("factuality") for one, other in matched)
    tallies["factuality"] = Tally.rate(real, len(matched))
    tallies["attribution"] = _attribution(aligned)
    return tallies


def _slots(facts: list[Fact]) -> Counter[str]:
    return Counter(role for fact in facts for role, held in fact["roles"].items() for _ in held)


def same_speaker(aligned: FactPairs, gold: Fact, found: Fact) -> bool:
    """Whether both facts are said by nobody, or by the same speaker."""
    speaker, said = gold.get("attributed_to"), found.get("attributed_to")
    if speaker is None or said is None:
        return speaker is said
    return _touches(aligned.wanted.spans(speaker), aligned.given.span(said))


def _attribution(aligned: FactPairs) -> Tally:
    """Of the facts found, whose words they are said to be."""
    pairs = [(aligned.gold[i], aligned.found[j]) for i, j in aligned.pairs]
    spoken = [pair for pair in pairs if pair[0].get("attributed_to")]
    given = sum(bool(other.get("attributed_to")) for _, other in pairs)
    return Tally.of(sum(same_speaker(aligned, *pair) for pair in spoken), given, len(spoken))
