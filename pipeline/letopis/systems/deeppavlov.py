"""DeepPavlov as published: the names of one of its configurations; its models have to be present."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record

# The labels of its Russian and of its OntoNotes models.
KINDS = {
    "PER": "person",
    "PERSON": "person",
    "LOC": "place",
    "GPE": "place",
    "ORG": "organization",
    "DATE": "date",
    "MONEY": "quantity",
    "QUANTITY": "quantity",
    "PERCENT": "quantity",
    "CARDINAL": "quantity",
}
_MODEL = "ner_rus_bert"


class DeepPavlov:
    """A configuration of DeepPavlov by its name."""

    def __init__(self, model: str | None = None) -> None:
        name = model or _MODEL
        try:
            build = import_module("deeppavlov").build_model
        except ModuleNotFoundError as error:
            raise ModelError(
                f"deeppavlov cannot be imported ({error}): install deeppavlov, or leave it out of --systems."
            ) from error
        try:
            self._tag = build(name, download=False)
        except Exception as error:
            reason = str(error).partition("\n")[0]
            raise ModelError(
                f"deeppavlov has no model {name!r} here ({reason}): run python -m deeppavlov install {name} and "
                f"python -m deeppavlov download {name}, or leave it out of --systems."
            ) from error
        self.version = f"deeppavlov {version('deeppavlov')} {name}"

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text, read line by line, for its models take a limited length."""
        return record(id, text, self._found(text), self.version)

    def _found(self, text: str) -> Iterator[Found]:
        begun = 0
        for line in text.split("\n"):
            if line.strip():
                (words,), (tags,) = self._tag([line])
                for label, start, end in spans(line, words, tags):
                    if label in KINDS:
                        yield Found(KINDS[label], begun + start, begun + end)
            begun += len(line) + 1


def spans(line: str, words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Label, start and end of each run of `B-`/`I-` tags; a word that the line does not have is passed over."""
    reached = begun = end = 0
    label = ""
    for word, tag in zip(words, tags, strict=True):
        start = line.find(word, reached)
        if start < 0:
            continue
        prefix, _, name = tag.partition("-")
        if label and not (prefix == "I" and name == label):
            yield label, begun, end
            label = ""
        reached = start + len(word)
        if name and not label:
            begun, label = start, name
        end = reached
    if label:
        yield label, begun, end


def open_system(model: str | None) -> DeepPavlov:
    """The configuration named after the colon, `ner_rus_bert` where none is."""
    return DeepPavlov(model)
