"""The ONNX graph of the names model: what is evened out for int8 changes nothing but int8's loss."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

LAYERS, WIDTH, INNER, HEADS, FEATURES, TAGS, PIECES = 2, 32, 64, 2, 5, 6, 40


@pytest.fixture(scope="module")
def graph() -> Iterator[Any]:
    """The module `training/graph.py`."""
    pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    folder = str(Path(__file__).parents[2] / "training")
    sys.path.insert(0, folder)
    import graph

    yield graph
    sys.path.remove(folder)


@pytest.fixture(scope="module")
def state() -> dict[str, Any]:
    """Random weights, with one column and one inner neuron a layer far larger than the others."""
    random = np.random.default_rng(11)

    def weights(*shape: int) -> Any:
        return random.normal(size=shape, scale=0.2).astype(np.float32)

    made = {"word.weight": weights(PIECES, WIDTH), "position.weight": weights(PIECES, WIDTH)}
    made |= {"norm.weight": 1 + weights(WIDTH), "norm.bias": weights(WIDTH)}
    made |= {"features.weight": weights(WIDTH, FEATURES), "beside.weight": weights(TAGS, FEATURES)}
    made |= {"head.weight": weights(TAGS, WIDTH), "head.bias": weights(TAGS)}
    for layer in range(LAYERS):
        shapes = {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)} | dict.fromkeys(("q", "k", "v", "ao"), (WIDTH, WIDTH))
        for part, shape in shapes.items():
            made[f"layers.{layer}.{part}.weight"] = weights(*shape)
            made[f"layers.{layer}.{part}.bias"] = weights(shape[0])
        for norm in ("aln", "oln"):
            made[f"layers.{layer}.{norm}.weight"] = 1 + weights(WIDTH)
            made[f"layers.{layer}.{norm}.bias"] = weights(WIDTH)
        made[f"layers.{layer}.aln.weight"][3] = 30
        made[f"layers.{layer}.fi.weight"][7] *= 20
    return made


def scores(model: Any) -> Any:
    """What the graph says of six words of two pieces each."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    features = np.random.default_rng(5).normal(size=(6, FEATURES)).astype(np.float32)
    given = {"ids": np.arange(14), "first": np.arange(1, 13, 2), "features": features}
    return session.run(None, given)[0]


@pytest.fixture(scope="module")
def largest(state: dict[str, Any]) -> dict[str, Any]:
    """Sizes as `largest.py` would find them: of the large column and the large neuron, great ones."""
    sizes: dict[str, Any] = {}
    for layer in range(LAYERS):
        sizes |= {f"layers.{layer}.qkv": np.full(WIDTH, 3.0), f"layers.{layer}.fi": np.full(WIDTH, 3.0)}
        sizes[f"layers.{layer}.fi"][3] = 90
        sizes[f"layers.{layer}.fo"] = np.full(INNER, 2.0)
        sizes[f"layers.{layer}.fo"][7] = 60
    return sizes


def test_graph_evened_out_says_the_same(graph: Any, state: dict[str, Any], largest: dict[str, Any]) -> None:
    plain, even = (scores(graph.graph(state, LAYERS, HEADS, 1e-12, sizes)) for sizes in (None, largest))
    assert plain.shape == (6, TAGS)
    assert np.allclose(plain, even, atol=1e-3)


def test_graph_evened_out_loses_less_by_int8(graph: Any, state: dict[str, Any], largest: dict[str, Any]) -> None:
    whole = scores(graph.graph(state, LAYERS, HEADS, 1e-12))
    plain, even = (
        np.abs(scores(graph.quantized(graph.graph(state, LAYERS, HEADS, 1e-12, sizes))) - whole).mean()
        for sizes in (None, largest)
    )
    assert even < plain / 2
