"""Rounding in training: to the steps of int8, the gradient going straight through; torch is for training alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is for training alone")
pytest.importorskip("onnx")


@pytest.fixture(scope="module")
def rounding() -> Iterator[Any]:
    """The module `training/rounding.py`."""
    folder = str(Path(__file__).parents[2] / "training")
    sys.path.insert(0, folder)
    import rounding

    yield rounding
    sys.path.remove(folder)


@pytest.mark.parametrize("low, high", [(-1.0, 3.0), (0.5, 2.0), (-4.0, -1.0)])
def test_rows_go_to_the_steps_of_one_byte(rounding: Any, low: float, high: float) -> None:
    rows = torch.empty(3, 50, 20).uniform_(low, high, generator=torch.Generator().manual_seed(7)).requires_grad_()
    rounded = rounding.rows_rounded(rows)
    step = (max(0.0, rows.max().item()) - min(0.0, rows.min().item())) / 255
    assert (rounded - rows).abs().max() <= step / 2 + 1e-6
    assert len(torch.unique(torch.round(rounded / step))) <= 257
    rounded.sum().backward()
    assert (rows.grad == 1).all()


def test_weights_have_a_step_for_each_output(rounding: Any) -> None:
    weight = torch.tensor([[1.0, 0.5, -0.2], [100.0, 50.0, -20.0]], requires_grad=True)
    rounded = rounding.weight_rounded(weight)
    assert torch.allclose(rounded[1], 100 * rounded[0])
    assert ((rounded - weight).abs().amax(1) <= weight.abs().amax(1) / 254 + 1e-6).all()
    rounded.sum().backward()
    assert (weight.grad == 1).all()
