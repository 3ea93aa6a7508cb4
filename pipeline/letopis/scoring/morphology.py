"""How well words are read in context: lemma, part of speech and features against words annotated by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from letopis.errors import DataError

Reading = tuple[str, str, dict[str, str]]
"""What a system says of a word: lemma, part of speech and features, as Universal Dependencies name them."""

MEASURES = ("lemma", "part of speech", "case, number, gender", "all")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with all answers that count as right; a feature not named is not asked."""

    form: str
    lemmas: list[str]
    parts: list[str]
    features: dict[str, list[str]]

    @property
    def is_asked(self) -> bool:
        """Whether the word counts: punctuation does not."""
        return self.parts != ["PUNCT"]


@dataclass(slots=True)
class Sentence:
    """A sentence and the part of the set, `dev` or `test`, that it belongs to."""

    part: str = ""
    words: list[Word] = field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        """Its words as they stand in the text."""
        return [word.form for word in self.words]


def read_conllu(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file.

    `# part = dev` names a sentence's part; other right answers stand in MISC (`AlsoLemma=…`, `AlsoCase=Gen,Acc`).
    Raises `DataError` with the line where a file cannot be read so.
    """
    sentences: list[Sentence] = []
    begun: Sentence | None = None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read ({error}): give words annotated as CoNLL-U.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            begun = None
            continue
        if begun is None:
            begun = Sentence()
            sentences.append(begun)
        if line.startswith("# part = "):
            begun.part = line.removeprefix("# part = ")
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise DataError(f"{path}:{number}: a word of CoNLL-U has ten columns, not {len(columns)}.")
            begun.words.append(_word(columns))
    return sentences


def _word(columns: Sequence[str]) -> Word:
    _, form, lemma, part, _, features, _, _, _, misc = columns
    also = {name: values.split(",") for name, values in _pairs(misc).items()}
    asked = {name: [value, *also.get(f"Also{name}", [])] for name, value in _pairs(features).items()}
    return Word(form, [lemma, *also.get("AlsoLemma", [])], [part, *also.get("AlsoUPOS", [])], asked)


def _pairs(column: str) -> dict[str, str]:
    return {} if column == "_" else dict(pair.split("=", 1) for pair in column.split("|"))


def score(sentences: Iterable[Sentence], answers: Iterable[Sequence[Reading]]) -> dict[str, float]:
    """Shares of words with the right lemma, part of speech, case with number and gender, and all of these.

    `answers` hold a reading a word, sentence by sentence.
    """
    right = dict.fromkeys(MEASURES, 0)
    asked = 0
    for sentence, readings in zip(sentences, answers, strict=True):
        for word, reading in zip(sentence.words, readings, strict=True):
            if word.is_asked:
                asked += 1
                for name, correct in zip(MEASURES, _judged(word, reading), strict=True):
                    right[name] += correct
    return {name: count / asked if asked else 0.0 for name, count in right.items()}


def _judged(word: Word, reading: Reading) -> tuple[bool, bool, bool, bool]:
    lemma, part, features = reading
    # A partitive (чаю) is a genitive in the annotation.
    features = {**features, "Case": "Gen"} if features.get("Case") == "Par" else features
    judged = (
        _plain(lemma) in map(_plain, word.lemmas),
        part in word.parts,
        all(features.get(name) in values for name, values in word.features.items()),
    )
    return *judged, all(judged)


def _plain(lemma: str) -> str:
    return lemma.lower().replace("ё", "е")
