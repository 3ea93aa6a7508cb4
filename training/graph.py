"""The network as an ONNX graph of onnxruntime's fused operators, for one window at a time (no padding).

Inputs: `ids` (pieces), `first` (the place of each word's first piece), `features` (a row a word).
Output: `scores`, a row a word, three tags a type side by side.

The embeddings are kept as int8 with a scale a row; the layers' products are made int8 by `quantized`. One scale holds
for all the rows that go into such a product, so a column or neuron that is far larger than the others would leave them
few of the 256 steps. Given `largest`, the graph is one that says the same and has none:

- columns that go into a product are divided, and the weights multiplied, by factors between (SmoothQuant: Xiao et al.
  2023, equation 4);
- the inner neurons that are largest are reckoned apart and stay float32 (LLM.int8(): Dettmers et al. 2022).
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
_FUSED = {"Attention", "BiasGelu"}
_OPSETS = {"": 17, "com.microsoft": 1}
_KEPT = ("said", "beside", "head", "apart.in", "apart.out")
"""Products that stay float32, by the end of their names: they cost little, and the scores hang on them."""
EVENED = 0.7
"""How much of a column's size goes over to the weights."""
APART = 16
"""Inner neurons of a layer that are reckoned apart."""


def graph(
    state: Mapping[str, Floats], layers: int, heads: int, epsilon: float, largest: Mapping[str, Floats] | None = None
) -> onnx.ModelProto:
    """The graph with the weights of `network.Network`, by the names they have there.

    `largest` has the greatest size of each column that goes into a product of the plain graph (`largest.py`).
    """
    made = _Graph(state, largest or {})
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
            nodes_to_exclude=[node.name for node in model.graph.node if node.name.endswith(_KEPT)],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
        return onnx.load(small)


def factors(largest: Floats, weight: Floats) -> Floats:
    """What the columns of a product's rows are divided by, for their largest sizes and weights (outputs x inputs)."""
    sizes = np.maximum(largest, 1e-5), np.maximum(np.abs(weight).max(0), 1e-5)
    uneven = sizes[0] ** EVENED / sizes[1] ** (1 - EVENED)
    even: Floats = uneven / np.exp(np.log(uneven).mean())
    return even


class _Graph:
    """Nodes and tensors as they come; a node's output is named after it."""

    def __init__(self, state: Mapping[str, Floats], largest: Mapping[str, Floats]) -> None:
        self.state = state
        self.largest = largest
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
        even, weight = self.evened(f"{name}.qkv", rows, weight)
        inputs = [even, self.weight(f"{name}.qkv.weight", weight), self.weight(f"{name}.qkv.bias", bias)]
        mixed = self.node("Attention", inputs, f"{name}.qkv", num_heads=heads)
        out = self.product(f"{name}.ao", mixed, state[f"{name}.ao.weight"].T)
        rows = self.normalized(f"{name}.aln", out, f"{name}.ao.bias", rows, epsilon)
        return self.normalized(f"{name}.oln", self.inner(name, rows), f"{name}.fo.bias", rows, epsilon)

    def inner(self, name: str, rows: str) -> str:
        into, bias, out = (self.state[f"{name}.{part}"] for part in ("fi.weight", "fi.bias", "fo.weight"))
        into, out = into.T, out.T
        order = np.argsort(-self.largest.get(f"{name}.fo", np.zeros(0)), kind="stable")
        apart = np.sort(order[:APART])
        even, weight = self.evened(f"{name}.fi", rows, np.delete(into, apart, 1))
        made = self.product(f"{name}.fi", even, weight)
        made = self.node("BiasGelu", [made, self.weight(f"{name}.fi.bias", np.delete(bias, apart))])
        made = self.product(f"{name}.fo", made, np.delete(out, apart, 0))
        if not len(apart):
            return made
        large = self.product(f"{name}.apart.in", rows, into[:, apart])
        large = self.node("BiasGelu", [large, self.weight(f"{name}.apart.bias", bias[apart])])
        return self.node("Add", [made, self.product(f"{name}.apart.out", large, out[apart])])

    def evened(self, name: str, rows: str, weight: Floats) -> tuple[str, Floats]:
        """Rows and weight with the same product, the rows' columns nearer to one size."""
        if name not in self.largest:
            return rows, weight
        even = factors(self.largest[name], weight.T)
        return self.node("Mul", [rows, self.weight(f"{name}.factors", 1 / even)]), weight * even[:, None]

    def normalized(self, norm: str, rows: str, bias: str, skip: str, epsilon: float) -> str:
        """The layer's norm in its parts: onnxruntime's own takes three times as long."""
        rows = self.node("Add", [self.node("Add", [rows, self.weight(bias)]), skip])
        rows = self.node("Sub", [rows, self.mean(rows)])
        deviation = self.mean(self.node("Mul", [rows, rows]))
        deviation = self.node("Sqrt", [self.node("Add", [deviation, self.once("epsilon", epsilon)])])
        weight, shift = self.own(norm)
        return self.node("Add", [self.node("Mul", [self.node("Div", [rows, deviation]), weight]), shift])

    def mean(self, rows: str) -> str:
        return self.node("ReduceMean", [rows], axes=[-1])

    def once(self, name: str, value: float) -> str:
        if all(tensor.name != name for tensor in self.tensors):
            self.constant(name, np.array([value], np.float32))
        return name
