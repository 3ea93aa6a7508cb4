"""Measure what reads Russian morphology best, and write `reports/morphology.md`.

    python reports/morphology.py

Quality is of `tests/language/morphology.conllu`; speed and memory are of this machine, each system in a process of
its own. pymorphy3 is measured where it is installed.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "language" / "morphology.conllu"
REPORT = ROOT / "reports" / "morphology.md"
REPEATED = 40

Read = tuple[str, str, dict[str, str]]
"""Lemma, part of speech, features."""
System = Callable[[list[list[str]]], list[list[Read]]]


@dataclass
class Word:
    """A word with all answers that count as right; a feature not named is not asked."""

    form: str
    lemmas: list[str]
    parts: list[str]
    features: dict[str, list[str]]


@dataclass
class Sentence:
    """A sentence of the part `dev` or `test`."""

    part: str = ""
    words: list[Word] = field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]


def _pairs(column: str) -> dict[str, str]:
    return {} if column == "_" else dict(pair.split("=") for pair in column.split("|"))


def read(path: Path = GOLD) -> list[Sentence]:
    """The sentences of a CoNLL-U file."""
    found = []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        sentence = Sentence()
        for line in block.splitlines():
            if line.startswith("# part = "):
                sentence.part = line.removeprefix("# part = ")
            if line.startswith("#"):
                continue
            _, form, lemma, part, _, features, _, _, _, misc = line.split("\t")
            also = {name: values.split(",") for name, values in _pairs(misc).items()}
            asked = {name: [value, *also.get(f"Also{name}", [])] for name, value in _pairs(features).items()}
            sentence.words.append(
                Word(form, [lemma, *also.get("AlsoLemma", [])], [part, *also.get("AlsoUPOS", [])], asked)
            )
        found.append(sentence)
    return found


def score(sentences: Iterable[Sentence], answers: Iterable[list[Read]]) -> dict[str, float]:
    """Shares of words with the right lemma, part of speech, case with number and gender, and all of these."""
    right = {"lemma": 0, "part of speech": 0, "case, number, gender": 0, "all": 0}
    asked = 0
    for sentence, read_words in zip(sentences, answers, strict=True):
        for word, (lemma, part, features) in zip(sentence.words, read_words, strict=True):
            if word.parts == ["PUNCT"]:
                continue
            asked += 1
            features = {**features, "Case": "Gen"} if features.get("Case") == "Par" else features
            found = [
                _plain(lemma) in map(_plain, word.lemmas),
                part in word.parts,
                all(features.get(name) in values for name, values in word.features.items()),
            ]
            for name, correct in zip(right, [*found, all(found)], strict=True):
                right[name] += correct
    return {"words": asked, **{name: count / asked for name, count in right.items()}}


def _plain(lemma: str) -> str:
    return lemma.lower().replace("ё", "е")


def _slovnet(sentences: list[list[str]], *, choose: bool) -> list[list[Read]]:
    """slovnet's likeliest tag; the lemma (with `choose` the features too) of the analysis nearest to it."""
    from letopis.language import models
    from letopis.language.morphology import analyses

    compared = ("Case", "Number", "Gender", "Animacy", "Tense", "VerbForm", "Voice", "Person", "Mood")
    nominal = {"NOUN", "PROPN"}
    answers = []
    for words, markup in zip(sentences, models.tagger("morphology").map(sentences), strict=True):
        answer: list[Read] = []
        for word, tag in zip(words, markup.tokens, strict=True):
            part, features = tag.pos, dict(tag.feats)

            def nearness(one: Any, part: str = part, features: dict[str, str] = features) -> float:
                same = one.pos == part or {one.pos, part} <= nominal
                have = one.feats
                agreeing = sum(have.get(name) == features.get(name) for name in compared if name in features)
                return 4 * same + agreeing + one.prob

            best = max(analyses(word), key=nearness, default=None)
            if best is not None and choose and best.source == "dictionary":
                part, features = best.pos, best.feats
            answer.append((best.lemma if best else word.lower(), part, features))
        answers.append(answer)
    return answers


def _rumorph(sentences: list[list[str]], *, context: bool) -> list[list[Read]]:
    from letopis.sources.vocabulary import analyzer

    ask = analyzer().analyze_sentence if context else analyzer().analyze_many
    return [
        [
            (found[0].lemma, found[0].pos, found[0].feats) if found else (word.lower(), "X", {})
            for word, found in zip(words, ask(words), strict=True)
        ]
        for words in sentences
    ]


def _letopis(sentences: list[list[str]]) -> list[list[Read]]:
    from letopis.language.morphology import tag

    said = iter([(lemma, part, dict(features)) for (part, features), lemma in tag(sentences)])
    return [[next(said) for _ in words] for words in sentences]


@cache
def _morph() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _pymorphy3(sentences: list[list[str]]) -> list[list[Read]]:
    """The likeliest analysis of each form, its OpenCorpora tags read as Universal Dependencies."""
    parts = {
        "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "INFN": "VERB", "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB",
        "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "PRED": "ADV",
    }  # fmt: skip
    cases = {
        "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
        "loc2": "Loc",
    }  # fmt: skip
    answers = []
    for words in sentences:
        answer: list[Read] = []
        for word in words:
            best = _morph().parse(word)[0]
            tag = best.tag
            names = {"Name", "Surn", "Patr", "Geox", "Orgn"} & tag.grammemes
            part = (
                "PROPN"
                if names
                else "DET"
                if "Apro" in tag and tag.POS == "ADJF"
                else parts.get(str(tag.POS), str(tag.POS))
            )
            features = {
                "Case": cases.get(str(tag.case)), "Number": {"sing": "Sing", "plur": "Plur"}.get(str(tag.number)),
                "Gender": {"masc": "Masc", "femn": "Fem", "neut": "Neut"}.get(str(tag.gender)),
            }  # fmt: skip
            answer.append((best.normal_form, part or "X", {name: value for name, value in features.items() if value}))
        answers.append(answer)
    return answers


SYSTEMS: dict[str, System] = {
    "pymorphy3, form alone": _pymorphy3,
    "rumorph, form alone": lambda sentences: _rumorph(sentences, context=False),
    "rumorph in context": lambda sentences: _rumorph(sentences, context=True),
    "slovnet's tag, nearest lemma": lambda sentences: _slovnet(sentences, choose=False),
    "slovnet's tag chooses among rumorph's analyses": lambda sentences: _slovnet(sentences, choose=True),
    "Letopis: both models weighed": _letopis,
}


def measure(name: str) -> dict[str, Any]:
    """Quality by part, words a CPU second, and the memory that the process came to hold."""
    sentences = read()
    system = SYSTEMS[name]
    quality = {
        part: score(chosen, system([sentence.forms for sentence in chosen]))
        for part in ("dev", "test")
        for chosen in [[sentence for sentence in sentences if sentence.part == part]]
    }
    many = [sentence.forms for sentence in sentences] * REPEATED
    begun = time.process_time()
    system(many)
    rate = sum(map(len, many)) / (time.process_time() - begun)
    return {"quality": quality, "rate": rate, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def main() -> None:
    """Measure every system and write the report."""
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measure(sys.argv[1])))
        return
    rows = []
    for name in SYSTEMS:
        if name.startswith("pymorphy3") and find_spec("pymorphy3") is None:
            continue
        done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        figures = [found["quality"][part][key] for part in ("dev", "test") for key in list(found["quality"][part])[1:]]
        shares = " | ".join(f"{figure:.3f}" for figure in figures)
        rows.append(f"| {name} | {shares} | {found['rate']:,.0f} | {found['memory']} |")
    counts = {
        part: sum(1 for s in read() if s.part == part for w in s.words if w.parts != ["PUNCT"])
        for part in ("dev", "test")
    }
    REPORT.write_text(_TEXT.format(rows="\n".join(rows), **counts), "utf-8")


_TEXT = """# Morphology: which model, measured

Written by `python reports/morphology.py`.

Composed sentences of historical prose in many genres (letters, decrees, chronicle retellings, dispatches, surveys,
memoirs, inventories, finding aids, reports) with every word annotated by hand, in `tests/language/morphology.conllu`:
{dev} words of the part `dev`, on which the weights were chosen, and {test} of the part `test`, written after. Shares of
words with the right lemma, part of speech, case with number and gender, and all of these at once. Where the sentence or
the traditions of annotation leave two answers open, either counts; a feature that a word leaves open is not asked.
Words a CPU second and memory (MiB, the whole process) are of one process on a two-core x86-64 machine.

| system | dev: lemma | part | features | all | test: lemma | part | features | all | words/s | MiB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{rows}

pymorphy3 knows no context and its tags are mapped to Universal Dependencies (all its conjunctions as CCONJ), which
costs it some parts of speech. The lemma of rumorph and slovnet rows is looked up with today's forms of old words
(`historical.toml`) only where the row's name says slovnet or Letopis.
"""


if __name__ == "__main__":
    main()
