"""What `letopis explain` prints, as rich tables."""

from __future__ import annotations

import json

from rich.console import Console
from rich.table import Table
from rich.text import Text
from spacy.language import Language
from spacy.tokens import Doc

from letopis.cli.tokenclasses import token_classes
from letopis.dimensions.context import Context
from letopis.dimensions.mention import mentions
from letopis.dimensions.opinion import disagreements
from letopis.facts.fact import Fact, Filler, facts
from letopis.pipeline import read
from letopis.sources.mend import mend


def render(text: str, known: Context, nlp: Language, console: Console) -> None:
    """Print the tokens, mentions and facts of `text`, as `nlp` reads it, to `console`."""
    mended = mend(text)
    if mended.text != text:
        console.print(Text(f"read as: {mended.text}"))
    doc = read(mended.text, known, nlp)
    console.print(_tokens(doc))
    for span in mentions(doc):
        console.print(Text(f"{span.label_}: {span.text}"), style="bold")
        console.print(Text(f"  rule   {span._.rule}"))
        if span._.normal:
            console.print(Text(f"  normal {span._.normal}"))
        for name, value in (span._.value or {}).items():
            console.print(Text(f"  {name:<14} {json.dumps(value, ensure_ascii=False)}"))
        for line in span._.trace or ():
            console.print(Text(f"  · {line}"), style="dim")
    for side, kind, span in disagreements(doc):
        console.print(Text(f"by the {side} alone a {kind}: {span.text}"), style="bold")
    for fact in facts(doc):
        _fact(doc, fact, console)


def _tokens(doc: Doc) -> Table:
    table = Table(title="Tokens", title_justify="left")
    for column in ("token", "classes", "part", "lemma", "features", "relation", "head"):
        table.add_column(column, overflow="fold")
    for token, classes in zip(doc, token_classes(doc), strict=True):
        if not token.is_space:
            cells = (
                token.text,
                " ".join(classes),
                token.pos_,
                token.lemma_,
                str(token.morph),
                token.dep_,
                token.head.text,
            )
            table.add_row(*(Text(cell) for cell in cells))
    return table


def _fact(doc: Doc, fact: Fact, console: Console) -> None:
    console.print(Text(f"fact {fact.frame}: {doc[fact.start : fact.end].text} ({fact.factuality})"), style="bold")
    for role, fillers in fact.roles.items():
        console.print(Text(f"  {role:<12} {'; '.join(_words(doc, filler) for filler in fillers)}"))
    if fact.attributed_to:
        console.print(Text(f"  said by      {_words(doc, fact.attributed_to)}"))


def _words(doc: Doc, filler: Filler) -> str:
    if filler.mention is not None:
        _, start, end = filler.mention
        return doc.text[start:end]
    return doc[filler.start : filler.end].text
