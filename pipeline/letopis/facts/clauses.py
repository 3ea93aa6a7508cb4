"""A clause, and which words can be its predicate."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from letopis.facts.phrases import Phrase
from letopis.facts.readings import one
from letopis.facts.words import abbreviated, modal_forms, wordlist

EMBEDDED = frozenset({"relative", "participle", "gerund", "subordinate", "purpose"})


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate's stretches of words. `kind`: main, relative, participle, gerund, subordinate, purpose."""

    kind: str
    parent: Clause | None = None
    opener: Token | None = None
    antecedent: Phrase | None = None
    conjunction: str = ""
    cores: list[Token] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)
    before: Clause | None = None
    after_break: bool = False

    @property
    def start(self) -> int:
        """The first token."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.stretches[-1][1]


def is_core(token: Token) -> bool:
    """Whether the word can be a clause's predicate: finite, infinitive, gerund, short participle, `велено`."""
    form = one(token, "VerbForm")
    if token.lower_ in wordlist("conditional"):
        return False
    if is_abbreviated_verb(token):
        return True
    if token.pos_ in {"VERB", "AUX"}:
        if form == "Part":
            return one(token, "Variant") == "Short" or not one(token, "Case")
        return bool(form)
    if token.lower_ in modal_forms():
        return True
    return token.lemma_ in wordlist("modal_words") and token.pos_ in {"ADJ", "ADV", "NOUN", "VERB"}


def is_abbreviated_verb(token: Token) -> bool:
    """Whether the word is `Род.` or `ум.` before a date or a place."""
    if token.lower_ not in abbreviated() or token.i + 2 >= len(token.doc) or token.doc[token.i + 1].text != ".":
        return False
    after = token.doc[token.i + 2]
    if token.lower_ == "р" and (token.i == 0 or token.doc[token.i - 1].text not in {"(", ",", ";", "["}):
        return False  # `12 р. 40 к.`
    return after.text[0].isdigit() or after.lower_ in {"в", "во", "ок", "около", "на", "после", "до", "не"}


def is_finite(token: Token) -> bool:
    return one(token, "VerbForm") not in {"Inf", "Conv"} and token.pos_ != "AUX"
