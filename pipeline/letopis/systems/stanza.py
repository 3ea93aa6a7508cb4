"""Stanza as published: the names of its Russian pipeline, lemmas as normal forms; its models have to be present."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import Any

from letopis.errors import ModelError
from letopis.systems.record import Found, record

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
_PROCESSORS = "tokenize,pos,lemma,ner"


class Stanza:
    """Stanza's tokens, lemmas and names; `model` names its package of names (`wikiner`)."""

    def __init__(self, model: str | None = None) -> None:
        try:
            stanza = import_module("stanza")
        except ModuleNotFoundError as error:
            raise ModelError(
                f"stanza cannot be imported ({error}): install stanza, or leave it out of --systems."
            ) from error
        chosen: dict[str, Any] = {"package": {"ner": model}} if model else {}
        try:
            self._nlp = stanza.Pipeline("ru", processors=_PROCESSORS, download_method=None, verbose=False, **chosen)
        except Exception as error:
            reason = str(error).partition("\n")[0]
            raise ModelError(
                f"stanza has no Russian models here ({reason}): run stanza.download('ru'), or leave it out."
            ) from error
        self.version = f"stanza {version('stanza')}" + (f" {model}" if model else "")

    def extract(self, text: str, *, id: str, written: str | None = None, calendar: str | None = None) -> dict[str, Any]:
        """The records of one text; Stanza has no use for `written` and `calendar`."""
        found = [
            Found(KINDS[name.type], name.start_char, name.end_char, _normal(name))
            for name in self._nlp(text).ents
            if name.type in KINDS
        ]
        return record(id, text, found, self.version)


def _normal(name: Any) -> str:
    """Lemmas word by word, a capital kept where the text has one."""
    words = []
    for word in name.words:
        lemma = word.lemma or word.text
        words.append(lemma.capitalize() if word.text[:1].isupper() else lemma)
    return " ".join(words)


def open_system(model: str | None) -> Stanza:
    """Stanza with its Russian models loaded."""
    return Stanza(model)
