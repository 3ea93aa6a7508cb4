"""The network as an ONNX graph of onnxruntime's fused operators, for one window at a time (no padding).

Inputs: `ids` (pieces), `first` (the place of each word's first piece), `features` (a row a word).
Output: `scores`, a row a word, three tags a type side by side.

The embeddings are kept as int8 with a scale a row; the layers' products are made int8 by `quantized`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
_FUSED = {"Attention", "SkipLayerNormalization", "BiasGelu"}
_OPSETS = {"": 17, "com.microsoft": 1}
_KEPT = ("said", "beside", "head")
"""Products that stay float32: they cost little, and the scores hang on them."""


def graph(state: Mapping[str, Floats], layers: int, heads: int, epsilon: float) -> onnx.ModelProto:
    """The graph with the weights of `network.Network`, by the names they have there."""
    made = _Graph(state)
    rows = made.node("Add", [made.embedded(), made.positions()])
    said = made.product("said", "features", state["features.weight"].T)
    rows = made.node(
        "ScatterND", [rows, made.node("Unsqueeze", ["first", made.number("one", 1)]), said], reduction="add"
    )
    rows = made.node("LayerNormalization", [rows, *made.own("norm")], axis=-1, epsilon=epsilon)
    rows = made.node("Unsqueeze", [rows, "zero"])
    for number in range(layers):
        rows = made.layer(rows, f"layers.{number}", heads, epsilon)
    words = made.node("Gather", [made.node("Squeeze", [rows, "zero"]), "first"])
    scores = made.node("Add", [made.product("head", words, state["head.weight"].T), made.weight("head.bias")])
    made.node("Add", [scores, made.product("beside", "features", state["beside.weight"].T)], "scores")
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["words"]),
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["words", state["features.weight"].shape[1]]),
    ]
    output = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", len(state["head.bias"])])
    whole = helper.make_graph(made.nodes, "names", inputs, [output], made.tensors)
    opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
    return helper.make_model(whole, opset_imports=opsets, ir_version=9)


def quantized(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with the products of its layers in int8: weights with a scale a column, rows as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory() as folder:
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            small,
            op_types_to_quantize=["MatMul", "Attention"],
            nodes_to_exclude=list(_KEPT),
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
        return onnx.load(small)


class _Graph:
    """Nodes and tensors as they come; a node's output is named after it."""

    def __init__(self, state: Mapping[str, Floats]) -> None:
        self.state = state
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def number(self, name: str, value: int) -> str:
        return self.constant(name, np.array([value], np.int64))

    def weight(self, name: str, value: Floats | None = None) -> str:
        return self.constant(name, (self.state[name] if value is None else value).astype(np.float32))

    def own(self, name: str) -> list[str]:
        return [self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]

    def node(self, operator: str, inputs: list[str], name: str | None = None, **attributes: Any) -> str:
        name = name or f"n{len(self.nodes)}"
        domain = "com.microsoft" if operator in _FUSED else ""
        self.nodes.append(helper.make_node(operator, inputs, [name], name, domain=domain, **attributes))
        return name

    def product(self, name: str, rows: str, weight: Floats) -> str:
        return self.node("MatMul", [rows, self.weight(f"{name}.matrix", weight)], name)

    def embedded(self) -> str:
        table = self.state["word.weight"]
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / 127
        self.constant("word", np.round(table / scale).astype(np.int8))
        self.weight("word.scale", scale)
        whole = self.node("Cast", [self.node("Gather", ["word", "ids"])], to=TensorProto.FLOAT)
        return self.node("Mul", [whole, self.node("Gather", ["word.scale", "ids"])])

    def positions(self) -> str:
        self.weight("position", self.state["position.weight"])
        size = self.node("Shape", ["ids"])
        return self.node("Slice", ["position", self.number("zero", 0), size, "zero"])

    def layer(self, rows: str, name: str, heads: int, epsilon: float) -> str:
        state = self.state
        weight = np.concatenate([state[f"{name}.{part}.weight"].T for part in "qkv"], 1)
        bias = np.concatenate([state[f"{name}.{part}.bias"] for part in "qkv"])
        inputs = [rows, self.weight(f"{name}.qkv.weight", weight), self.weight(f"{name}.qkv.bias", bias)]
        mixed = self.node("Attention", inputs, num_heads=heads)
        rows = self._normalized(f"{name}.aln", f"{name}.ao", mixed, rows, epsilon)
        inner = self.product(f"{name}.fi", rows, state[f"{name}.fi.weight"].T)
        inner = self.node("BiasGelu", [inner, self.weight(f"{name}.fi.bias")])
        return self._normalized(f"{name}.oln", f"{name}.fo", inner, rows, epsilon)

    def _normalized(self, norm: str, linear: str, rows: str, skip: str, epsilon: float) -> str:
        out = self.product(linear, rows, self.state[f"{linear}.weight"].T)
        inputs = [out, skip, *self.own(norm), self.weight(f"{linear}.bias")]
        return self.node("SkipLayerNormalization", inputs, epsilon=epsilon)
