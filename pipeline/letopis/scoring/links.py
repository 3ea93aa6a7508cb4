"""Whether an entity is tied to the right entry of the outer world: its links, where the gold has any."""

from __future__ import annotations

from collections import Counter
from typing import Any

from letopis.scoring.mentions import Aligned
from letopis.scoring.tally import Tally


def link_tallies(gold: dict[str, Any], found: dict[str, Any], aligned: Aligned) -> dict[str, Tally]:
    """The tally `entity link`: one item a link that the gold gives, right where the found entity has the same.

    The found entity that answers is the one that holds most of the gold entity's mentions, of equals the first.
    Of its links only those to what the gold links to are judged (gold that names a Wikidata entry does not say what
    the coordinates are); entities without links in the gold are left out.
    """
    answer = {one["id"]: other["id"] for pairs in aligned.values() for one, other in pairs}
    home = {mention: entity for entity in found.get("entities", []) for mention in entity["mentions"]}
    right = given = wanted = 0
    for entity in gold["entities"]:
        asked = entity.get("links") or {}
        wanted += len(asked)
        held = Counter(home[answer[m]]["id"] for m in entity["mentions"] if answer.get(m) in home)
        if not asked or not held:
            continue
        best = held.most_common(1)[0][0]
        said = next(other.get("links") or {} for other in found["entities"] if other["id"] == best)
        given += len(asked.keys() & said.keys())
        right += sum(said.get(key) == link for key, link in asked.items())
    return {"entity link": Tally.of(right, given, wanted)}
