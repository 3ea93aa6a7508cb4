"""Several systems over one gold: the same measures for each, quality beside speed, and what is chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letopis.scoring.bootstrap import RESAMPLES, SEED, intervals
from letopis.scoring.document import Tallies
from letopis.scoring.evaluation import evaluate
from letopis.scoring.figures import HEADLINE, figure, summed
from letopis.scoring.gold import Gold
from letopis.scoring.significance import TRIALS, p_values


@dataclass(frozen=True, slots=True)
class Entrant:
    """One system's run: its name and version, tallies by document, speed, the measures it has no answer to.

    `memory` is the most that its process held, in MiB.

    `failures` are the documents it raised an error on, with the error; nothing was found in them.
    """

    name: str
    version: str
    tallies: dict[str, Tallies]
    speed: int
    silent: frozenset[str]
    failures: dict[str, str]
    memory: int | None = None


def entrant(
    name: str,
    version: str,
    speed: int,
    gold: Sequence[Gold],
    records: Mapping[str, dict[str, Any]],
    failures: Mapping[str, str] | None = None,
    memory: int | None = None,
) -> Entrant:
    """A system's run measured; what it never says at all (normal forms, facts) is not counted as wrong."""
    mentions = [m for record in records.values() for m in record["mentions"]]
    silent = set()
    for kind in ("person", "place", "organization"):
        if not any(m["kind"] == kind and m["normal"] for m in mentions):
            silent.add(f"{kind} normal")
        if not any(m["kind"] == kind for m in mentions):
            silent |= {f"{kind} strict", f"{kind} overlap"}
    for kind in ("date", "quantity"):
        if not any(m["kind"] == kind for m in mentions):
            silent |= {f"{kind} strict", f"{kind} overlap"}
        if not any(m["kind"] == kind and m["value"] for m in mentions):
            silent |= {f"{kind} value", f"{kind} figure"}
    if not any(record["entities"] for record in records.values()):
        silent.add("entity B3")
    if not any(record["facts"] for record in records.values()):
        silent |= {"fact frame", "fact slot", "factuality"}
    return Entrant(name, version, evaluate(gold, records), speed, frozenset(silent), dict(failures or {}), memory)


def comparison(entrants: Sequence[Entrant], measures: Sequence[str] = HEADLINE) -> dict[str, Any]:
    """The report: each system's figures with intervals; of each but the first, p-values against the first."""
    ids = sorted(entrants[0].tallies) if entrants else []
    first = [entrants[0].tallies[id] for id in ids] if entrants else []
    rows = []
    for place, one in enumerate(entrants):
        ordered = [one.tallies[id] for id in ids]
        asked = [name for name in measures if name not in one.silent]
        sums, spread = summed(ordered), intervals(ordered)
        against = [name for name in asked if name not in entrants[0].silent]
        chance = p_values(first, ordered, against) if place else {}
        rows.append(
            {
                "system": one.name,
                "version": one.version,
                "characters_per_cpu_second": one.speed,
                "peak_memory_mib": one.memory,
                "failures": one.failures,
                "measures": {
                    name: {**figure(sums[name]), "interval": spread.get(name), "p": chance.get(name)}
                    if name in asked
                    else None
                    for name in measures
                },
            }
        )
    return {
        "documents": len(ids),
        "bootstrap": {"over": "documents", "resamples": RESAMPLES, "seed": SEED, "level": 0.95},
        "significance": {"test": "paired approximate randomisation", "trials": TRIALS, "seed": SEED},
        "systems": rows,
    }


def comparison_markdown(report: Mapping[str, Any], about: Sequence[str] = ()) -> str:
    """The report as one Markdown table, a column a system; `about` says how labels were mapped."""
    rows = report["systems"]
    head = ["measure", *(row["version"] for row in rows)]
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    for name in rows[0]["measures"] if rows else ():
        lines.append("| " + " | ".join([name, *(cell(row["measures"][name]) for row in rows)]) + " |")
    speeds = [f"{row['characters_per_cpu_second']:,}".replace(",", " ") for row in rows]
    lines.append("| " + " | ".join(["characters a CPU second", *speeds]) + " |")
    if any(row["peak_memory_mib"] for row in rows):
        held = [f"{row['peak_memory_mib']:,}".replace(",", " ") if row["peak_memory_mib"] else "—" for row in rows]
        lines.append("| " + " | ".join(["most memory held, MiB", *held]) + " |")
    lines += [
        "",
        f"F1 over {report['documents']} documents with its 95 % interval (bootstrap over documents, "
        f"{report['bootstrap']['resamples']} resamples, seed {report['bootstrap']['seed']}). "
        f"* differs from the first system at p < 0.05 (paired approximate randomisation, "
        f"{report['significance']['trials']} trials, seed {report['significance']['seed']}). "
        "— where a system says nothing of the sort.",
    ]
    lines += [f"- {row['version']} failed on {id} ({error})" for row in rows for id, error in row["failures"].items()]
    lines += [f"- {line}" for line in about]
    return "\n".join(lines) + "\n"


def cell(held: Mapping[str, Any] | None) -> str:
    """One figure with its interval and mark of significance."""
    if held is None or held["f1"] is None:
        return "—"
    spread = f" ({held['interval'][0]:.2f}–{held['interval'][1]:.2f})" if held["interval"] else ""
    mark = "*" if held["p"] is not None and held["p"] < 0.05 else ""
    return f"{held['f1']:.3f}{mark}{spread}"
