"""Whether anything that worked no longer does: this run's items against a stored baseline's."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letopis.errors import DataError
from letopis.scoring.bootstrap import RESAMPLES, SEED, difference_intervals
from letopis.scoring.document import Tallies, empty
from letopis.scoring.evaluation import evaluate
from letopis.scoring.figures import HEADLINE, summed
from letopis.scoring.gold import Gold, fingerprint
from letopis.scoring.items import Items, items
from letopis.scoring.tally import Tally

SCHEMA = "letopis-baseline/1"


@dataclass(frozen=True, slots=True)
class Run:
    """What one version of the program got: items and headline tallies by document, and the gold's hash."""

    gold: str
    items: dict[str, Items]
    tallies: dict[str, Tallies]


@dataclass(frozen=True, slots=True)
class Change:
    """A headline figure before and after, and the 95 % interval of the change over the common documents."""

    measure: str
    before: float
    after: float
    interval: list[float] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two runs; items are (document, item), sorted."""

    newly_failing: list[tuple[str, str]]
    newly_passing: list[tuple[str, str]]
    newly_spurious: list[tuple[str, str]]
    no_longer_spurious: list[tuple[str, str]]
    unknown_before: list[tuple[str, str]]
    changes: list[Change]
    same_gold: bool

    @property
    def losses(self) -> int:
        """Items that newly fail, and things newly found that the gold does not have."""
        return len(self.newly_failing) + len(self.newly_spurious)


def run(gold: Sequence[Gold], records: Mapping[str, dict[str, Any]]) -> Run:
    """The items and headline tallies of `records` against `gold`."""
    measured = evaluate(gold, records)
    return Run(
        fingerprint(list(gold)),
        {d.id: items(d.record, records.get(d.id) or empty(d.id)) for d in gold},
        {id: {name: held[name] for name in HEADLINE} for id, held in measured.items()},
    )


def compare(before: Run, after: Run) -> Comparison:
    """What changed from `before` to `after`; only documents and items of the present gold count."""
    failing, passing, spurious, gone, unknown = [], [], [], [], []
    for id in sorted(after.items):
        now = after.items[id]
        then = before.items.get(id, Items())
        known = then.passed | then.failed
        failing += [(id, item) for item in sorted(now.failed & then.passed)]
        passing += [(id, item) for item in sorted(now.passed & then.failed)]
        unknown += [(id, item) for item in sorted((now.passed | now.failed) - known)]
        if id in before.items:
            spurious += [(id, item) for item in sorted(now.spurious - then.spurious)]
            gone += [(id, item) for item in sorted(then.spurious - now.spurious)]
    changes = _changes(before.tallies, after.tallies)
    return Comparison(failing, passing, spurious, gone, unknown, changes, before.gold == after.gold)


def _changes(before: dict[str, Tallies], after: dict[str, Tallies]) -> list[Change]:
    common = sorted(before.keys() & after.keys())
    if not common:
        return []
    names = [name for name in HEADLINE if all(name in held[id] for held in (before, after) for id in common)]
    then, now = [before[id] for id in common], [after[id] for id in common]
    spread = difference_intervals(then, now, names, RESAMPLES, SEED)
    first, second = summed(then), summed(now)
    return [Change(name, round(first[name].f1, 4), round(second[name].f1, 4), spread.get(name)) for name in names]


def write_baseline(path: Path, made: Run) -> None:
    """Store a run; the same run gives the same bytes."""
    held = {
        "schema": SCHEMA,
        "gold": made.gold,
        "documents": {
            id: {
                **made.items[id].as_dict(),
                "tallies": {
                    name: [round(n, 6) for n in (t.right_found, t.found, t.right_wanted, t.wanted)]
                    for name, t in made.tallies[id].items()
                },
            }
            for id in sorted(made.items)
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_baseline(path: Path) -> Run:
    """A stored run; raises `DataError` where there is none or it is of another format."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["schema"] != SCHEMA:
            raise DataError(f"{path} is of the format {held['schema']!r}: write it anew with --update.")
        documents = held["documents"]
        return Run(
            held["gold"],
            {id: Items.from_dict(kept) for id, kept in documents.items()},
            {
                id: {name: Tally(*numbers) for name, numbers in kept["tallies"].items()}
                for id, kept in documents.items()
            },
        )
    except FileNotFoundError:
        raise DataError(f"{path} is missing: write it with letopis regress --update.") from None
    except (UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise DataError(f"{path} is no baseline ({error!r}): write it anew with --update.") from error
