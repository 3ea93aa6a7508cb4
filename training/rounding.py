"""Rounding as int8 does it, for a training that learns to bear it (Jacob et al. 2018: straight-through gradients).

What `graph.quantized` makes of a product: its rows with one scale and zero for the window, its weights with a scale a
column; before that the columns are evened and the largest inner neurons set apart, as `graph.py` has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from graph import APART, Floats, factors


def rows_rounded(rows: Tensor) -> Tensor:
    """Rows to steps of which 255 lie between the least and the greatest number of the batch, zero being one."""
    held = rows.detach()
    least, most = torch.aminmax(held)
    step = max((max(0.0, most.item()) - min(0.0, least.item())) / 255, 1e-9)
    rounded = held.to(torch.float32, copy=True).mul_(1 / step).round_().mul_(step).to(rows.dtype)
    return rows + rounded.sub_(held)


def weight_rounded(weight: Tensor) -> Tensor:
    """Weights (outputs x inputs) to 255 steps about zero for each output."""
    held = weight.detach()
    step = (held.abs().amax(1, keepdim=True).float() / 127).clamp_(min=1e-9)
    rounded = held.to(torch.float32, copy=True).div_(step).round_().mul_(step).to(weight.dtype)
    return weight + rounded.sub_(held)


@dataclass(frozen=True, slots=True)
class Rounding:
    """How one layer's products are rounded: factors of the columns that go into `qkv` and `fi`; inner neurons."""

    qkv: Tensor
    fi: Tensor
    apart: Tensor
    rest: Tensor

    def attended(self, rows: Tensor, *layers: nn.Linear) -> tuple[Tensor, ...]:
        """What each of `layers` makes of the rows, rounded."""
        weight = torch.cat([layer.weight for layer in layers]) * self.qkv
        bias = torch.cat([layer.bias for layer in layers])
        return F.linear(rows_rounded(rows / self.qkv), weight_rounded(weight), bias).chunk(len(layers), -1)

    def mixed(self, rows: Tensor, layer: nn.Linear) -> Tensor:
        """`layer(rows)`, rounded."""
        return F.linear(rows_rounded(rows), weight_rounded(layer.weight), layer.bias)

    def inner(self, rows: Tensor, into: nn.Linear, out: nn.Linear) -> Tensor:
        """`out(gelu(into(rows)))`, rounded but for the neurons apart."""
        weight = weight_rounded(into.weight[self.rest] * self.fi)
        made = F.gelu(F.linear(rows_rounded(rows / self.fi), weight, into.bias[self.rest]))
        made = F.linear(rows_rounded(made), weight_rounded(out.weight[:, self.rest]))
        large = F.gelu(F.linear(rows, into.weight[self.apart], into.bias[self.apart]))
        return made + F.linear(large, out.weight[:, self.apart], out.bias)


def roundings(state: Mapping[str, Floats], largest: Mapping[str, Floats], layers: int) -> list[Rounding]:
    """One a layer, for weights by their names in `network.Network` and the sizes that `largest.py` found."""
    made = []
    for number in range(layers):
        name = f"layers.{number}"
        order = torch.argsort(-torch.tensor(largest[f"{name}.fo"]), stable=True)
        apart, rest = order[:APART].sort().values, order[APART:].sort().values
        weight = torch.cat([torch.tensor(state[f"{name}.{part}.weight"]) for part in "qkv"]).numpy()
        evened = (
            factors(largest[f"{name}.qkv"], weight),
            factors(largest[f"{name}.fi"], state[f"{name}.fi.weight"][rest.numpy()]),
        )
        made.append(Rounding(*(torch.tensor(one).bfloat16() for one in evened), apart, rest))
    return made
