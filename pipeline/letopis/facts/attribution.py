"""Who a fact is ascribed to: the speaker of a quotation, of reported speech, the source of a figure."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions.mention import key
from letopis.entities.reference import antecedent
from letopis.facts.clauses import Clause
from letopis.facts.fact import Fact, Filler
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one

_POSSESSIVE = frozenset({"его", "её", "ее", "их", "ея"})
_CLOSING = {"«": "»", "„": "“", "“": "”"}
_LONGEST = 600


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.facts").joinpath("attribution.toml").read_text("utf-8"))


@cache
def verbs(name: str) -> frozenset[str]:
    """A list of lemmas of `attribution.toml`."""
    return frozenset(_data()[name].split())


@dataclass(slots=True)
class Quotation:
    """Token bounds of a quoted stretch; `led_by` is the token before it, -1 where nothing leads to it."""

    start: int
    end: int
    block: bool


def quotations(doc: Doc) -> list[Quotation]:
    """Quoted sentences between marks, and blocks of whole paragraphs after a colon at a paragraph's end."""
    found: list[Quotation] = []
    i = 0
    while i < len(doc):
        text = doc[i].text
        if text in _CLOSING:
            end = _close(doc, i, _CLOSING[text])
            if end and _speaks(doc, i + 1, end):
                found.append(Quotation(i + 1, end, False))
                i = end
        elif text == '"':
            end = _close(doc, i, '"')
            if end and _speaks(doc, i + 1, end):
                found.append(Quotation(i + 1, end, False))
                i = end
            elif end:
                i = end
        elif "\n" in text and i and doc[i - 1].text == ":" and not _already(found, i):
            found.append(Quotation(i + 1, _block_end(doc, i + 1), True))
        i += 1
    return found


def _already(found: list[Quotation], i: int) -> bool:
    return bool(found) and found[-1].start <= i < found[-1].end


def _close(doc: Doc, i: int, mark: str) -> int:
    for j in range(i + 1, min(i + _LONGEST, len(doc))):
        if doc[j].text == mark:
            return j
    return 0


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """Whether the quoted words are a saying, not a title: a verb among them, or a long one."""
    return any(one(token, "VerbForm") in {"Fin", "Inf"} for token in doc[start:end]) and end - start > 2


def _block_end(doc: Doc, start: int) -> int:
    """The end of the paragraph that begins at `start`."""
    for i in range(start + 1, min(start + _LONGEST, len(doc))):
        if "\n" in doc[i].text:
            return i
    return min(start + _LONGEST, len(doc))


def source_of(doc: Doc, clause: Clause) -> Phrase | None:
    """Whom `по словам`, `по подсчётам` of the clause names."""
    return next((p for p in clause.phrases if p.prep in _data()["sources"] or is_source(doc, p)), None)


def is_source(doc: Doc, phrase: Phrase) -> bool:
    """Whether the phrase says whence the news is: `по сведениям из штаба`, `по донесениям с мест`."""
    if phrase.prep not in {"из", "от", "с"} or phrase.first < 2 or doc[phrase.first - 2].lower_ != "по":
        return False
    return doc[phrase.first - 1].lower_ in {source.split()[1] for source in _data()["sources"]}


def by_his_words(doc: Doc, clause: Clause) -> Filler | None:
    """Whom `по его словам` means."""
    nouns = {source.split()[1] for source in _data()["sources"]}
    for start, end in clause.stretches:
        for i in range(start, min(end, len(doc) - 2)):
            if doc[i].lower_ == "по" and doc[i + 1].lower_ in _POSSESSIVE and doc[i + 2].lower_ in nouns:
                found = antecedent(doc, doc[i + 1])
                return Filler(key(found)) if found is not None else None
    return None


def teller(doc: Doc, clause: Clause) -> Phrase | None:
    """Who tells in `как утверждает Татищев`."""
    if clause.opener is None or clause.opener.lower_ != "как" or not clause.cores:
        return None
    if clause.cores[0].lemma_.lower() not in verbs("reporting"):
        return None
    return next((phrase for phrase in clause.phrases if "Nom" in phrase.cases and not phrase.prep), None)


def ascribe(found: list[Fact], start: int, end: int, speaker: Filler) -> None:
    """Ascribe the facts inside the tokens `start:end` to `speaker`, those already ascribed apart."""
    for fact in found:
        if start <= fact.start < end and fact.attributed_to is None:
            fact.attributed_to = speaker


def is_letter(fact: Fact, doc: Doc) -> bool:
    """Whether the fact tells of a letter sent or a saying that a block of text after it may give."""
    return fact.frame in {"communicate", "request"} and fact.factuality == "asserted" and "agent" in fact.roles
