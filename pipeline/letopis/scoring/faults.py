"""What went wrong, one fault at a time: where, what was wanted, what was given, and the rule that gave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from letopis.records.models import KINDS
from letopis.scoring.contract import NAMES
from letopis.scoring.facts import FactPairs, align_facts, fillers_found, same_speaker
from letopis.scoring.folding import fold
from letopis.scoring.matching import Span, match, same_span
from letopis.scoring.mentions import align, in_order
from letopis.scoring.values import same_figure, same_value

# The groups of faults, in the order in which they are shown.
GROUPS = (
    "missed", "spurious", "boundary", "kind", "normal", "value", "unit", "role", "factuality", "attribution",
)  # fmt: skip

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `kind` is a mention kind or `fact`; `gold` and `found` are what was wanted and given."""

    group: str
    document: str
    kind: str
    start: int
    end: int
    gold: str | None
    found: str | None
    rule: str | None
    context: str

    def as_dict(self) -> dict[str, Any]:
        """The fault as JSON has it."""
        return asdict(self)


def context(text: str, start: int, end: int) -> str:
    """The span in brackets with what stands around it, on one line."""
    before, inside, after = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return " ".join(f"{before}[{inside}]{after}".split())


def faults(gold: dict[str, Any], found: dict[str, Any]) -> list[Fault]:
    """The faults of one document in the order of `GROUPS`, then of the text."""
    every = [*_mention_faults(gold, found), *_fact_faults(gold, found)]
    return sorted(every, key=lambda f: (GROUPS.index(f.group), f.start, f.end, f.kind, f.gold or "", f.found or ""))


def _mention_faults(gold: dict[str, Any], found: dict[str, Any]) -> Iterator[Fault]:
    aligned = align(gold, found)
    answered = {id(one) for pairs in aligned.values() for one, _ in pairs}
    used = {id(other) for pairs in aligned.values() for _, other in pairs}
    for kind in KINDS:
        for one, other in aligned[kind]:
            if not same_span(one, other):
                yield _fault("boundary", gold, one, one["text"], other["text"], other.get("rule"))
            yield from _meaning(gold, one, other)
    missed = in_order([m for m in gold["mentions"] if id(m) not in answered])
    spurious = in_order([m for m in found["mentions"] if id(m) not in used])
    pairs = match(missed, spurious)
    for i, j in pairs:
        one, other = missed[i], spurious[j]
        wanted, given = f"{one['kind']} {one['text']}", f"{other['kind']} {other['text']}"
        yield _fault("kind", gold, one, wanted, given, other.get("rule"))
    confused, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, one in enumerate(missed):
        if i not in confused:
            yield _fault("missed", gold, one, one["text"], None, None)
    for j, other in enumerate(spurious):
        if j not in taken:
            yield _fault("spurious", gold, other, None, other["text"], other.get("rule"))


def _meaning(gold: dict[str, Any], one: Span, other: Span) -> Iterator[Fault]:
    kind, rule = one["kind"], other.get("rule")
    if kind in NAMES:
        if fold(one["normal"]) != fold(other.get("normal")):
            yield _fault("normal", gold, one, one["normal"], other.get("normal"), rule)
        return
    wanted, given = one["value"], other.get("value") or {}
    if not same_value(kind, wanted, given):
        group = "unit" if kind == "quantity" and same_figure(wanted, given) else "value"
        yield _fault(group, gold, one, shown(kind, wanted), shown(kind, given), rule)


def shown(kind: str, value: dict[str, Any]) -> str:
    """A date's or a quantity's value in few words."""
    if kind == "date":
        bounds = f"{value.get('earliest') or '..'}…{value.get('latest') or '..'}"
        return f"{value.get('edtf')} ({bounds})"
    parts = (value.get(key) for key in ("type", "bound", "low", "high", "unit", "item"))
    return " ".join("—" if part is None else str(part) for part in parts)


def _fault(
    group: str, gold: dict[str, Any], at: Span, wanted: str | None, given: str | None, rule: str | None
) -> Fault:
    where = context(gold["text"], at["start"], at["end"])
    kind = at.get("kind", "fact")
    return Fault(group, gold["id"], kind, at["start"], at["end"], _one_line(wanted), _one_line(given), rule, where)


def _one_line(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _fact_faults(gold: dict[str, Any], found: dict[str, Any]) -> Iterator[Fault]:
    aligned = align_facts(gold, found)
    answered, used = {i for i, _ in aligned.pairs}, {j for _, j in aligned.pairs}
    for i, fact in enumerate(aligned.gold):
        if i not in answered:
            yield _fault("missed", gold, fact["predicate"], name(fact), None, None)
    for j, fact in enumerate(aligned.found):
        if j not in used:
            yield _fault("spurious", gold, fact["predicate"], None, name(fact), None)
    for i, j in aligned.pairs:
        yield from _within(gold, aligned, aligned.gold[i], aligned.found[j])


def _within(gold: dict[str, Any], aligned: FactPairs, one: dict[str, Any], other: dict[str, Any]) -> Iterator[Fault]:
    at = one["predicate"]
    for role in sorted({*one["roles"], *other["roles"]}):
        right = fillers_found(aligned, one, other, role)
        wanted = [aligned.wanted.text(f) for f in one["roles"].get(role, [])]
        given = [aligned.given.text(f) for f in other["roles"].get(role, [])]
        lacking = [text for i, text in enumerate(wanted) if i not in {i for i, _ in right}]
        extra = [text for j, text in enumerate(given) if j not in {j for _, j in right}]
        if lacking or extra:
            yield _fault("role", gold, at, _role(one, role, lacking), _role(one, role, extra), None)
    if one["factuality"] != other.get("factuality"):
        said = f"{name(one)}: {one['factuality']}", f"{name(one)}: {other.get('factuality')}"
        yield _fault("factuality", gold, at, *said, None)
    if not same_speaker(aligned, one, other):
        speakers = [
            f"{name(one)}: {reading.text(fact['attributed_to']) if fact.get('attributed_to') else None}"
            for reading, fact in ((aligned.wanted, one), (aligned.given, other))
        ]
        yield _fault("attribution", gold, at, speakers[0], speakers[1], None)


def name(fact: dict[str, Any]) -> str:
    """A fact's frame and predicate."""
    return f"{fact['frame']} «{fact['predicate']['text']}»"


def _role(fact: dict[str, Any], role: str, texts: list[str]) -> str | None:
    return f"{name(fact)} {role}: {', '.join(texts)}" if texts else None
