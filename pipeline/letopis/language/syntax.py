"""Dependency heads and relations by slovnet's parser, which sees each quantity and date as one word.

The parser was trained on news and takes `39 тыс. винтовок` or `с 1920 по 1922 год` apart wrongly. Spans given
in `doc.spans[spans]` with one of `collapse` labels are shown to it as their head word alone; the other
tokens of the span hang on that word as `nummod`, `amod` or `flat`.
"""

from __future__ import annotations

from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.language.morphology import words
from letopis.language.parser import parse


class Syntax:
    """The component `letopis_syntax`: sets `head` and `dep_` of every token."""

    def __init__(self, spans: str, collapse: list[str]) -> None:
        self.spans = spans
        self.collapse = frozenset(collapse)

    def __call__(self, doc: Doc) -> Doc:
        heads = list(range(len(doc)))
        relations = ["dep"] * len(doc)
        within = self._collapsed(doc)
        kept = [[token for token in tokens if within.get(token.i, token.i) == token.i] for tokens in words(doc)]
        parsed = parse([[token.text for token in tokens] for tokens in kept])
        for tokens, (numbers, labels) in zip(kept, parsed, strict=True):
            _attach(tokens, numbers, labels, heads, relations)
        for inner, outer in within.items():
            if inner != outer:
                heads[inner], relations[inner] = outer, "flat"
        for sentence in doc.sents:
            _hang_loose(sentence, heads, relations)
        _set(doc, heads, relations)
        return doc

    def _collapsed(self, doc: Doc) -> dict[int, int]:
        """Token index → index of the one token that stands for the span the token is in."""
        standing: dict[int, int] = {}
        for span in doc.spans.get(self.spans, ()):
            if span.label_ in self.collapse and len(span) > 1:
                head = _head(span)
                for token in span:
                    standing.setdefault(token.i, head)
        return standing


def _head(span: Span) -> int:
    """The word of `span` that shows its place in the sentence: its last noun or adjective, else the first word."""
    nominal = [token.i for token in span if token.pos_ in {"NOUN", "PROPN"} and len(token.text) > 2]
    return nominal[0] if nominal else span[-1].i if span[-1].is_alpha else span[0].i


def _attach(tokens: list[Token], numbers: list[int], labels: list[str], heads: list[int], relations: list[str]) -> None:
    for token, head, label in zip(tokens, numbers, labels, strict=True):
        heads[token.i] = tokens[head - 1].i if head else token.i
        relations[token.i] = label if head else "ROOT"


def _hang_loose(sentence: Span, heads: list[int], relations: list[str]) -> None:
    """One root a sentence and no cycles: further roots, whitespace and cycles hang on the first root."""
    own = [token.i for token in sentence if not token.is_space]
    roots = [i for i in own if relations[i] == "ROOT"]
    root = roots[0] if roots else (own[0] if own else sentence.start)
    heads[root], relations[root] = root, "ROOT"
    for i in range(sentence.start, sentence.end):
        if i != root and (heads[i] == i or not sentence.start <= heads[i] < sentence.end):
            heads[i], relations[i] = root, relations[i] if relations[i] != "ROOT" else "parataxis"
    reaching = {root}
    for i in range(sentence.start, sentence.end):
        path: list[int] = []
        at = i
        while at not in reaching and at not in path:
            path.append(at)
            at = heads[at]
        if at not in reaching:
            heads[at] = root
        reaching.update(path)


def _set(doc: Doc, heads: list[int], relations: list[str]) -> None:
    import numpy as np
    from spacy.attrs import DEP, HEAD

    array = np.zeros((len(doc), 2), dtype="uint64")
    for i, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        array[i, 0] = np.array(head - i, dtype="int64").astype("uint64")
        array[i, 1] = doc.vocab.strings.add(relation)
    cast(Any, doc).from_array([HEAD, DEP], array)


@Language.factory(
    "letopis_syntax",
    default_config={"spans": "letopis", "collapse": ["quantity", "date"]},
    assigns=["token.head", "token.dep"],
)
def create_component(nlp: Language, name: str, spans: str, collapse: list[str]) -> Syntax:
    """`nlp.add_pipe("letopis_syntax")`; `collapse` names the span labels shown to the parser as one word."""
    return Syntax(spans, collapse)
