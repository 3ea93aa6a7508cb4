"""How well each of slovnet's tags fits an analysis of the dictionary."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from letopis.language import models
from letopis.language.network import Floats

Signature = tuple[str, tuple[tuple[str, str], ...]]
"""A part of speech and its features."""

FEATURES = (
    "Case",
    "Number",
    "Gender",
    "Animacy",
    "Tense",
    "VerbForm",
    "Voice",
    "Person",
    "Mood",
    "Variant",
    "Degree",
)


@cache
def settings() -> dict[str, Any]:
    """`morphology.toml`."""
    return tomllib.loads(files("letopis.language").joinpath("morphology.toml").read_text("utf-8"))


def parse(tag: str) -> Signature:
    """`NOUN|Case=Gen|Number=Sing` taken apart."""
    pos, *features = tag.split("|")
    return pos, tuple((name, value) for name, _, value in (feature.partition("=") for feature in features))


class Tags:
    """The tag set of slovnet's model, and the likeness of its tags to analyses."""

    def __init__(self) -> None:
        self.signatures = [parse(tag) for tag in models.tagger("morphology").infer.decoder.tags_vocab.items]
        self._pos = np.array([pos for pos, _ in self.signatures])
        self._values = {
            name: np.array([dict(features).get(name, "") for _, features in self.signatures]) for name in FEATURES
        }
        self._column: dict[Signature, int] = {}
        self._likeness: list[Floats] = []

    def column(self, signature: Signature) -> int:
        """The number of the signature's column in `likeness`."""
        if signature not in self._column:
            self._column[signature] = len(self._likeness)
            self._likeness.append(self._compute(*signature))
        return self._column[signature]

    def likeness(self, columns: NDArray[np.intp]) -> Floats:
        """One row a tag and one column a signature: how well the tag fits, from 0 to 1."""
        return np.stack([self._likeness[column] for column in columns], axis=1)

    def _compute(self, pos: str, features: tuple[tuple[str, str], ...]) -> Floats:
        weights = settings()["weights"]
        fitting = np.full(len(self._pos), weights["other_pos"], dtype=np.float32)
        for other, weight in _near(pos).items():
            fitting[self._pos == other] = weight
        fitting[self._pos == pos] = 1
        said = dict(features)
        for name, values in self._values.items():
            mine = said.get(name, "")
            unequal = np.where((values == "") | (mine == ""), weights["unsaid"], weights["unlike"])
            fitting *= np.where(values == mine, 1, unequal).astype(np.float32)
        return fitting


def _near(pos: str) -> dict[str, float]:
    near: dict[str, dict[str, float]] = settings()["near"]
    return {**near.get(pos, {}), **{one: row[pos] for one, row in near.items() if pos in row}}


@cache
def tags() -> Tags:
    """The one `Tags` of this process."""
    return Tags()
