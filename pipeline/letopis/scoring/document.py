"""All measures of one document."""

from __future__ import annotations

from typing import Any

from letopis.errors import DataError
from letopis.scoring.coreference import entity_tallies
from letopis.scoring.facts import fact_tallies
from letopis.scoring.links import link_tallies
from letopis.scoring.mentions import align, mention_tallies
from letopis.scoring.tally import Tally

Tallies = dict[str, Tally]


def empty(id: str) -> dict[str, Any]:
    """A record that found nothing, for a document that a system gave no record of."""
    return {"id": id, "mentions": [], "entities": [], "facts": []}


def tallies(gold: dict[str, Any], found: dict[str, Any]) -> Tallies:
    """Every measure of `found` against `gold`, by name, in a fixed order.

    Raises `DataError` where the two records are not of the same text: offsets would mean nothing.
    """
    if found.get("text") is not None and found["text"] != gold["text"]:
        raise DataError(f"{gold['id']}: the records are of another text: extract from the corpus anew.")
    aligned = align(gold, found)
    return (
        mention_tallies(gold, found, aligned)
        | entity_tallies(gold, found, aligned)
        | link_tallies(gold, found, aligned)
        | fact_tallies(gold, found)
    )


def with_given(measured: Tallies, gold: dict[str, Any], given: dict[str, Any]) -> Tallies:
    """`measured` and, named `… given mentions`, the measures of facts of a run that was given the gold mentions."""
    return measured | {f"{name} given mentions": tally for name, tally in fact_tallies(gold, given).items()}
