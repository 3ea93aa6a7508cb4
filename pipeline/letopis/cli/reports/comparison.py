"""The page of `letopis bench` on peers: the gold, then each public data set that is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from letopis.cli.reports.stamp import made_by
from letopis.scoring.gold import Gold

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


def comparison(documents: Sequence[Gold], data: Path | None, systems: str, command: str) -> str:
    """The page on peers: the gold, then each public data set that lies in `data`."""
    from letopis.cli.compare import compared
    from letopis.scoring.comparison import comparison_markdown
    from letopis.scoring.gold import fingerprint

    absent: list[str] = []
    parts: list[str] = []
    for name, title, held in ((None, "The project's gold", documents), *outside(data, absent)):
        made, about = compared(list(held), _worth(systems, name), name, absent)
        about = [*about, f"SHA-256 of the annotation: `{fingerprint(list(held))}`"]
        parts += [f"## {title}", "", comparison_markdown(made, about)]
    if data is not None and (data / OCCUPATIONS).is_dir():
        parts += ["## factRuEval-2016, occupations", "", *_occupations(data / OCCUPATIONS), ""]
    missing = [f"- Not compared: {message}" for message in dict.fromkeys(absent)]
    return "\n".join(
        [
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
    )


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
