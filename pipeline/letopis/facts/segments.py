"""Stretches of a sentence between marks, and before conjunctions that begin a clause."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from letopis.facts.clauses import is_core
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one
from letopis.facts.words import wordlist

STRONG = frozenset({";", "…", "...", "!", "?"})
_CONJUNCTIONS = frozenset({"и", "а", "но", "да", "или", "либо", "однако", "зато"})


@dataclass(slots=True)
class Segment:
    """A stretch of words between two marks; `mark` is the one before it."""

    start: int
    end: int
    mark: str
    cores: list[Token]
    phrases: list[Phrase]
    conjunction: str = ""
    opener: Token | None = None


class Segmenter:
    """Cuts one sentence, whose phrases are given, into segments."""

    def __init__(self, sentence: Span, phrases: list[Phrase], inside: dict[int, Phrase]) -> None:
        self.doc = sentence.doc
        self.sentence = sentence
        self.phrases = phrases
        self.inside = inside
        self.glue = self._glue()

    def _glue(self) -> set[int]:
        """Tokens between the members of a list: no clause ends there."""
        found: set[int] = set()
        for phrase in self.phrases:
            if phrase.listed:
                end = phrase.reach()
                for member in phrase.listed:
                    if not any(is_core(token) for token in self.doc[end : member.first]):
                        found.update(range(end, member.first))
                    end = member.reach()
        return found

    def segments(self) -> list[Segment]:
        found: list[Segment] = []
        start, mark = self.sentence.start, ""
        for i in range(self.sentence.start, self.sentence.end):
            token = self.doc[i]
            if token.is_space or i in self.glue:
                continue
            phrase = self.inside.get(i)
            inner = phrase is not None and phrase.first < i < phrase.end
            if not inner and (
                token.text in ",;:()—–…" or token.text in STRONG or token.text in '«»„“"' or token.text == "-"
            ):
                if token.text in '«»„“"' and not self._quotes_sentence(i):
                    continue
                self._add(found, start, i, mark)
                start, mark = i + 1, token.text
            elif not inner and i > start and self._divides(start, i):
                self._add(found, start, i, mark)
                start, mark = i, ""
        self._add(found, start, self.sentence.end, mark)
        return found

    def _quotes_sentence(self, i: int) -> bool:
        return i not in self.inside

    def _divides(self, start: int, i: int) -> bool:
        """Whether the conjunction or relative at `i` begins a clause without a comma before it."""
        token = self.doc[i]
        if token.pos_ in {"CCONJ"} and token.lower_ in _CONJUNCTIONS:
            return any(is_core(t) for t in self.doc[start:i]) and self._core_before_mark(i + 1)
        if token.pos_ == "SCONJ" and token.lower_ in {"что", "чтобы", "чтоб", "дабы", "если", "ежели", "когда"}:
            return any(is_core(t) for t in self.doc[start:i])
        return False

    def _core_before_mark(self, i: int) -> bool:
        for token in self.doc[i : min(i + 40, self.sentence.end)]:
            if token.i in self.glue:
                continue
            if token.text in ",;:—()" and token.i not in self.inside:
                return False
            if is_core(token):
                return True
        return False

    def _add(self, found: list[Segment], start: int, end: int, mark: str) -> None:
        tokens = [token for token in self.doc[start:end] if not token.is_space]
        if not tokens:
            if found and mark in STRONG:
                found[-1].end = end
            return
        phrases = [phrase for phrase in self.phrases if start <= phrase.first < end]
        cores = [
            token
            for token in tokens
            if is_core(token) and (token.i not in self.inside or token.pos_ in {"VERB", "AUX"})
        ]
        if len(tokens) <= 2 and mark == "," and cores and cores[0].lemma_ in wordlist("parenthetic"):
            cores = []
        told = [core for core in cores if one(core, "Number") == "Plur" and one(core, "Person") == "3"]
        if len(tokens) == 1 and mark == "," and told and told[0].lemma_ in wordlist("parenthetic_alone"):
            cores = []
        segment = Segment(tokens[0].i, end, mark, cores, phrases)
        at = 0
        while at < len(tokens) and at < 4:
            token = tokens[at]
            if token.lower_ in _CONJUNCTIONS and token.pos_ in {"CCONJ", "PART", "SCONJ", "ADV"}:
                segment.conjunction = segment.conjunction or token.lower_
            elif token.pos_ not in {"ADP", "PART", "ADV"} or token.lemma_ in wordlist("subordinators"):
                break
            at += 1
        for token in tokens[: at + 3]:
            if _opens(token) and (token.i <= tokens[0].i + 4):
                segment.opener = token
                break
            if is_core(token):
                break
        found.append(segment)

    # clauses


def _opens(token: Token) -> bool:
    if token.lower_ in wordlist("conditional"):
        return True
    if token.lower_ in wordlist("subordinators"):
        return (
            token.pos_ in {"SCONJ", "ADV", "PRON", "CCONJ", "PART", "DET"}
            and token.lower_ not in {"как", "ли", "раз", "лишь", "едва"}
        ) or (token.lower_ in {"как"} and token.pos_ == "SCONJ")
    return token.lemma_ in {"который", "кой", "чей", "каковой"} and token.pos_ in {"DET", "PRON", "ADJ"}
