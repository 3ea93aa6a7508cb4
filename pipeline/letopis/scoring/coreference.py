"""How well mentions were gathered into entities: B³, MUC, CEAF and LEA.

Sources: B³, Bagga and Baldwin 1998; MUC, Vilain et al. 1995; CEAF with entity similarity φ4, Luo 2005;
LEA, Moosavi and Strube 2016. Each measure is taken twice: over the mentions that were found at all
(`entity B3`), and end to end, where a missed mention is missing from its entity and a spurious one is
there too many (`entity B3 end to end`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from letopis.scoring.assignment import best_assignment
from letopis.scoring.mentions import Aligned
from letopis.scoring.tally import Tally

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


def _cluster_of(clusters: Clusters) -> dict[Hashable, Cluster]:
    return {member: cluster for cluster in clusters for member in cluster}


def b_cubed(gold: Clusters, found: Clusters) -> Tally:
    """Per mention, the share of its cluster that is right; unclustered mentions count as missing."""
    wanted, given = _cluster_of(gold), _cluster_of(found)
    both = wanted.keys() & given.keys()
    return Tally(
        sum(len(wanted[m] & given[m]) / len(given[m]) for m in sorted(both, key=repr)),
        len(given),
        sum(len(wanted[m] & given[m]) / len(wanted[m]) for m in sorted(both, key=repr)),
        len(wanted),
    )


def muc(gold: Clusters, found: Clusters) -> Tally:
    """Links: of the links that hold each cluster together, those the other side keeps."""

    def kept(one: Clusters, other: Clusters) -> tuple[int, int]:
        home = _cluster_of(other)
        pieces = [len({id(home[m]) if m in home else ("alone", m) for m in cluster}) for cluster in one]
        held = sum(len(cluster) - parts for cluster, parts in zip(one, pieces, strict=True))
        return held, sum(len(cluster) - 1 for cluster in one)

    return Tally(*kept(found, gold), *kept(gold, found))


def ceaf(gold: Clusters, found: Clusters) -> Tally:
    """Entities aligned one to one at best, each pair worth 2·|shared| / (|gold| + |found|)."""
    home = _cluster_of(found)
    columns = {cluster: j for j, cluster in enumerate(found)}
    touching = [sorted({columns[home[m]] for m in cluster if m in home}) for cluster in gold]
    used = sorted({j for row in touching for j in row})
    weights = [
        [2 * len(cluster & found[j]) / (len(cluster) + len(found[j])) if j in row else 0.0 for j in used]
        for cluster, row in zip(gold, touching, strict=True)
    ]
    worth = sum(weights[i][j] for i, j in best_assignment(weights)) if used else 0.0
    return Tally(worth, len(found), worth, len(gold))


def lea(gold: Clusters, found: Clusters) -> Tally:
    """Links resolved within each entity, weighed by its size; a single mention is linked to itself."""

    def links(size: int) -> float:
        return size * (size - 1) / 2

    def resolved(one: Clusters, other: Clusters) -> tuple[float, int]:
        home = _cluster_of(other)
        worth = 0.0
        for cluster in one:
            if len(cluster) == 1:
                worth += cluster in other
                continue
            partners = {home[m] for m in cluster if m in home}
            shared = sum(links(len(cluster & partner)) for partner in partners)
            worth += len(cluster) * shared / links(len(cluster))
        return worth, sum(map(len, one))

    return Tally(*resolved(found, gold), *resolved(gold, found))


MEASURES: dict[str, Callable[[Clusters, Clusters], Tally]] = {"B3": b_cubed, "MUC": muc, "CEAF": ceaf, "LEA": lea}


def entity_tallies(gold: dict[str, Any], found: dict[str, Any], aligned: Aligned) -> dict[str, Tally]:
    """The tallies of one document's entities, by measure."""
    answer = {other["id"]: one["id"] for pairs in aligned.values() for one, other in pairs}
    wanted = [frozenset(e["mentions"]) for e in gold["entities"] if e["mentions"]]
    given = _named_as_gold(found, answer)
    common = _members(wanted) & _members(given)
    alone = _restricted(wanted, common), _restricted(given, common)
    tallies = {f"entity {name}": measure(*alone) for name, measure in MEASURES.items()}
    tallies |= {f"entity {name} end to end": measure(wanted, given) for name, measure in MEASURES.items()}
    return tallies


def _named_as_gold(found: dict[str, Any], answer: dict[str, str]) -> list[Cluster]:
    """Found clusters over gold mention ids; a mention that answers none keeps a name of its own.

    A named mention that belongs to no entity is a cluster of its own.
    """

    def name(mention: str) -> Hashable:
        return answer.get(mention, ("spurious", mention))

    clusters = [frozenset(map(name, e["mentions"])) for e in found.get("entities", []) if e["mentions"]]
    taken = _members(clusters)
    named = [m["id"] for m in found["mentions"] if m["kind"] in ("person", "place", "organization")]
    return clusters + [frozenset([name(m)]) for m in named if name(m) not in taken]


def _members(clusters: Clusters) -> set[Hashable]:
    return {member for cluster in clusters for member in cluster}


def _restricted(clusters: Clusters, members: set[Hashable]) -> list[Cluster]:
    kept = [frozenset(cluster & members) for cluster in clusters]
    return [cluster for cluster in kept if cluster]
