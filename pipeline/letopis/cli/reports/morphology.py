"""The page of `letopis bench` on morphology: which reader gets the words of historical prose right, and how fast."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from letopis.cli.reports.stamp import made_by
from letopis.errors import ModelError
from letopis.scoring.morphology import MEASURES, Sentence, read_conllu, score

PARTS = ("dev", "test")
# So many times the sentences are read to time a reader.
_REPEATED = 40


@dataclass(frozen=True, slots=True)
class Measured:
    """A reader's shares of right answers by part of the set, its words a CPU second, its memory in MiB."""

    shares: dict[str, dict[str, float]]
    rate: float
    memory: int | None


def morphology(annotated: Path, command: str) -> str:
    """The page: every reader that is installed on the sentences of `annotated` (CoNLL-U), a process each."""
    from letopis.systems.apart import in_process
    from letopis.systems.morphology import READERS

    sentences = read_conllu(annotated)
    rows, absent = [], []
    for name in READERS:
        try:
            measured: Measured = in_process(name, _measure, name, sentences)
        except ModelError as error:
            absent.append(f"- Not measured: {error}")
            continue
        rows.append(_row(name, measured))
    sizes = {part: sum(word.is_asked for held in of(sentences, part) for word in held.words) for part in PARTS}
    page = _PAGE.format(rows="\n".join(rows), **sizes)
    return page + "".join(f"{line}\n" for line in [*absent, *([""] if absent else []), *made_by(command)])


def of(sentences: Sequence[Sentence], part: str) -> list[Sentence]:
    """The sentences of one part of the set."""
    return [sentence for sentence in sentences if sentence.part == part]


def _measure(name: str, sentences: list[Sentence]) -> Measured:
    from letopis.systems.apart import own_peak
    from letopis.systems.morphology import READERS

    read = READERS[name]()
    shares = {
        part: score(chosen, read([sentence.forms for sentence in chosen]))
        for part in PARTS
        for chosen in [of(sentences, part)]
    }
    many = [sentence.forms for sentence in sentences] * _REPEATED
    begun = time.process_time()
    read(many)
    took = time.process_time() - begun
    return Measured(shares, sum(map(len, many)) / took, own_peak())


def _row(name: str, measured: Measured) -> str:
    shares = " | ".join(f"{measured.shares[part][measure]:.3f}" for part in PARTS for measure in MEASURES)
    return f"| {name} | {shares} | {measured.rate:,.0f} | {measured.memory or '–'} |"


_PAGE = """# Morphology: which model, measured

Composed sentences of historical prose in many genres (letters, decrees, chronicle retellings, dispatches, surveys,
memoirs, inventories, finding aids, reports) with every word annotated by hand, in `gold/morphology.conllu`:
{dev} words of the part `dev`, on which the weights were chosen, and {test} of the part `test`, written after. Shares of
words with the right lemma, part of speech, case with number and gender, and all of these at once. Where the sentence or
the traditions of annotation leave two answers open, either counts; a feature that a word leaves open is not asked.
Words a CPU second and memory (MiB) are of one process a reader.

| system | dev: lemma | part | features | all | test: lemma | part | features | all | words/s | MiB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{rows}

pymorphy3 knows no context and its tags are mapped to Universal Dependencies (all its conjunctions as CCONJ), which
costs it some parts of speech. The lemma of rumorph and slovnet rows is looked up with today's forms of old words
(`historical.toml`) only where the row's name says slovnet or Letopis.

"""
