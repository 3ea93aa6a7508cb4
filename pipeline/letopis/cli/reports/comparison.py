"""The page of `letopis bench` on peers: the gold, then each public data set that is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from letopis.cli.reports.stamp import made_by
from letopis.scoring.gold import Gold

TIERS = ("fast", "accurate")
_SHOWN = {
    "person strict": "persons",
    "place strict": "places",
    "organization strict": "organizations",
    "all strict": "all kinds",
}
OCCUPATIONS = Path("factrueval", "devset")
"""Where factRuEval's facts lie in a folder of data sets."""


def outside(data: Path | None, absent: list[str]) -> Iterator[tuple[str, str, list[Gold]]]:
    """The public data sets that lie in the folder `data`, each with its title; `absent` is told of the others."""
    from letopis.scoring.datasets import read
    from letopis.scoring.datasets.mapping import load, outside

    for name in outside() if data is not None else ():
        mapping = load(name)
        assert data is not None
        if (data / mapping.path).exists():
            yield name, mapping.title, read(name, data / mapping.path)
        else:
            absent.append(f"{mapping.title}: there is no {mapping.path} among the data sets.")


def comparison(documents: Sequence[Gold], data: Path | None, systems: str, command: str) -> tuple[str, str]:
    """The page on peers: the gold, then each public data set that lies in `data`; and the table of Letopis's tiers."""
    from letopis.cli.compare import compared
    from letopis.scoring.comparison import comparison_markdown
    from letopis.scoring.gold import fingerprint

    absent: list[str] = []
    parts: list[str] = []
    tiers = ["| F1 of exact spans | fast | accurate |", "| --- | ---: | ---: |"]
    for name, title, held in ((None, "The project's gold", documents), *outside(data, absent)):
        made, about = compared(list(held), _worth(systems, name), name, absent)
        about = [*about, f"SHA-256 of the annotation: `{fingerprint(list(held))}`"]
        parts += [f"## {title}", "", comparison_markdown(made, about)]
        tiers += _tiers(title, made)
    if data is not None and (data / OCCUPATIONS).is_dir():
        parts += ["## factRuEval-2016, occupations", "", *_occupations(data / OCCUPATIONS), ""]
    missing = [f"- Not compared: {message}" for message in dict.fromkeys(absent)]
    page = [
        "# Letopis and its peers",
        "",
        "The same texts, the same measures, each system in a process of its own. The gold follows the conventions",
        "that Letopis is written for, dev and test together; a peer has conventions of its own.",
        "",
        *parts,
        *([*missing, ""] if missing else []),
        *made_by(command),
        "",
    ]
    return "\n".join(page), "\n".join(tiers)


def _tiers(title: str, made: dict[str, Any]) -> Iterator[str]:
    """The rows of one set in the table of tiers; none where one of the two was not compared."""
    by_name = {row["system"]: row for row in made["systems"]}
    rows = [by_name.get(f"letopis:{tier}") for tier in TIERS]
    if None in rows:
        return
    for measure, said in _SHOWN.items():
        held = [row["measures"].get(measure) for row in rows if row]
        if all(one is not None and one["f1"] is not None for one in held):
            yield f"| {title}: {said} | " + " | ".join(f"{one['f1']:.3f}" for one in held if one) + " |"
    speeds = " | ".join(f"{row['characters_per_cpu_second']:,}" for row in rows if row)
    yield f"| {title}: characters a CPU second | {speeds} |"


def _worth(systems: str, name: str | None) -> str:
    """Of `systems` those that are worth comparing on the set `name`: Letopis and the peers its mapping names."""
    from letopis.scoring.datasets.mapping import load

    peers = load(name).peers if name else frozenset()
    chosen = [one.strip() for one in systems.split(",")]
    return ",".join(one for one in chosen if not peers or one.startswith("letopis") or one in peers)


def _occupations(devset: Path) -> Iterator[str]:
    from letopis.cli.occupations import BEST_PUBLISHED, measured
    from letopis.scoring.datasets.occupations import conventions

    documents, tally = measured(devset)
    yield "| documents | occupations | found | P | R | F1 | best published F1 (test part) |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    figures = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} | {BEST_PUBLISHED}"
    yield f"| {documents} | {tally.wanted:.0f} | {tally.found:.0f} | {figures} |"
    yield ""
    yield from (f"- {note}" for note in conventions()["notes"])
