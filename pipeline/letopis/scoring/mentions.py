"""What of a document's mentions was found, and with what normal form or value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from letopis.records.models import KINDS, Kind
from letopis.scoring.contract import NAMES
from letopis.scoring.folding import fold
from letopis.scoring.matching import Span, match, same_span
from letopis.scoring.schemes import SCHEMES
from letopis.scoring.tally import Tally, total
from letopis.scoring.values import (
    QUANTITY_PARTS,
    granularity,
    interval_overlap,
    quantity_parts,
    same_figure,
    same_value,
)

VALUED: tuple[Kind, ...] = ("date", "quantity")

Aligned = dict[str, list[tuple[Span, Span]]]


def in_order(mentions: Sequence[Span]) -> list[Span]:
    """`mentions` in an order that does not depend on how they were given."""
    return sorted(mentions, key=lambda m: (m["start"], m["end"], m["kind"], repr(m.get("value"))))


def align(gold: dict[str, Any], found: dict[str, Any]) -> Aligned:
    """By kind, the pairs (gold mention, found mention) that answer each other."""
    aligned: Aligned = {}
    for kind in KINDS:
        wanted = in_order([m for m in gold["mentions"] if m["kind"] == kind])
        given = in_order([m for m in found["mentions"] if m["kind"] == kind])
        aligned[kind] = [(wanted[i], given[j]) for i, j in match(wanted, given)]
    return aligned


def mention_tallies(gold: dict[str, Any], found: dict[str, Any], aligned: Aligned) -> dict[str, Tally]:
    """The tallies of spans, normal forms and values, by measure.

    `KIND value` and `KIND normal` blame a layer for what the layer below lost, `… alone` does not: they
    are taken over the mentions that were found.
    """
    wanted = {kind: [m for m in gold["mentions"] if m["kind"] == kind] for kind in KINDS}
    given = {kind: [m for m in found["mentions"] if m["kind"] == kind] for kind in KINDS}
    tallies: dict[str, Tally] = {}
    for kind in KINDS:
        pairs = aligned[kind]
        sizes = len(given[kind]), len(wanted[kind])
        tallies[f"{kind} strict"] = Tally.of(sum(same_span(*pair) for pair in pairs), *sizes)
        tallies[f"{kind} overlap"] = Tally.of(len(pairs), *sizes)
    for rule in ("strict", "overlap"):
        tallies[f"all {rule}"] = total(tallies[f"{kind} {rule}"] for kind in KINDS)
    for scheme in SCHEMES:
        judged = scheme.judge(in_order(gold["mentions"]), in_order(found["mentions"]))
        tallies[f"semeval {scheme.name}"] = judged.tally
    for kind in NAMES:
        right = sum(fold(one["normal"]) == fold(other.get("normal")) for one, other in aligned[kind])
        tallies[f"{kind} normal"] = Tally.rate(right, len(wanted[kind]))
        tallies[f"{kind} normal alone"] = Tally.rate(right, len(aligned[kind]))
    for kind in VALUED:
        right = sum(same_value(kind, one["value"], other.get("value")) for one, other in aligned[kind])
        tallies[f"{kind} value"] = Tally.of(right, len(given[kind]), len(wanted[kind]))
        tallies[f"{kind} value alone"] = Tally.rate(right, len(aligned[kind]))
    tallies.update(_parts(aligned, len(given["date"]), len(wanted["date"]), len(wanted["quantity"])))
    return tallies


def _parts(aligned: Aligned, dates_given: int, dates_wanted: int, quantities: int) -> dict[str, Tally]:
    """Dates by the days they share, quantities part by part; each part out of all gold quantities.

    `date interval as fine` counts shared days only where both dates are of one granularity.
    """
    dates = [(one["value"], other.get("value") or {}) for one, other in aligned["date"]]
    shared = [interval_overlap(*pair) for pair in dates]
    fine = [granularity(one) == granularity(other) for one, other in dates]
    tallies = {
        "date interval": Tally.of(sum(shared), dates_given, dates_wanted),
        "date granularity": Tally.of(sum(fine), dates_given, dates_wanted),
        "date interval as fine": Tally.of(
            sum(days for days, same in zip(shared, fine, strict=True) if same), dates_given, dates_wanted
        ),
    }
    values = [(one["value"], other.get("value") or {}) for one, other in aligned["quantity"]]
    tallies["quantity figure"] = Tally.rate(sum(same_figure(*pair) for pair in values), quantities)
    for part in QUANTITY_PARTS:
        right = sum(quantity_parts(*pair)[part] for pair in values)
        tallies[f"quantity {part}"] = Tally.rate(right, quantities)
    return tallies
