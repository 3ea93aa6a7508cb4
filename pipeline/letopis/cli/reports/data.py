"""The page of `letopis bench` on the gold itself: what it holds, by sort of text, by frame, by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from letopis.cli.reports.stamp import made_by
from letopis.records.models import KINDS
from letopis.scoring.gold import Gold, fingerprint
from letopis.scoring.slices import BY

_PARTS = ("documents", "words", *(f"{kind}s" for kind in KINDS), "entities", "facts")
_PLURALS = {"quantitys": "quantities"}


def data(documents: Sequence[Gold], command: str) -> str:
    """The page, sizes counted anew from the gold and its catalogue."""
    held = sorted(documents, key=lambda document: document.id)
    page = [
        "# What the gold holds",
        "",
        "Who made it, how, and what it does not cover: [data statement](../gold/DATA_STATEMENT.md). What counts as a",
        "mention, a value and a fact: [guidelines](../gold/GUIDELINES.md).",
        "",
        "## By sort of text",
        "",
        *_table(("sort", *(_PLURALS.get(part, part) for part in _PARTS)), _sorts(held)),
        "",
        "## Facts by frame",
        "",
        *_table(("frame", "facts", *_factualities(held), "attributed"), _frames(held)),
        "",
        "## Documents",
        "",
        *_table(("id", "title", "split", "genre", "written", "words", "licence"), map(_document, held)),
        "",
        f"SHA-256 of the annotation: `{fingerprint(held)}`",
        "",
        *made_by(command),
    ]
    return "\n".join(page) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [f"| {' | '.join(head)} |", "| --- |" + " ---: |" * (len(head) - 1)]
    return lines + [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]


def _sorts(documents: Sequence[Gold]) -> Iterable[Sequence[object]]:
    yield "all", *_sizes(documents)
    for key in BY:
        named = {getattr(document.entry, key) for document in documents} - {None}
        for name in sorted(named):
            chosen = [document for document in documents if getattr(document.entry, key) == name]
            yield f"{key}: {name}", *_sizes(chosen)


def _sizes(documents: Sequence[Gold]) -> list[int]:
    kinds = Counter(mention["kind"] for document in documents for mention in document.record["mentions"])
    return [
        len(documents),
        sum(map(_words, documents)),
        *(kinds[kind] for kind in KINDS),
        *(sum(len(document.record[part]) for document in documents) for part in ("entities", "facts")),
    ]


def _words(document: Gold) -> int:
    return len(document.text.split())


def _factualities(documents: Sequence[Gold]) -> list[str]:
    return sorted({fact["factuality"] for document in documents for fact in document.record["facts"]})


def _frames(documents: Sequence[Gold]) -> Iterable[Sequence[object]]:
    facts = [fact for document in documents for fact in document.record["facts"]]
    for frame, number in sorted(Counter(fact["frame"] for fact in facts).items()):
        told = [fact for fact in facts if fact["frame"] == frame]
        real = Counter(fact["factuality"] for fact in told)
        said = sum(fact["attributed_to"] is not None for fact in told)
        yield frame, number, *(real[kind] for kind in _factualities(documents)), said


def _document(document: Gold) -> Sequence[object]:
    entry = document.entry
    return (
        document.id,
        entry.title or "–",
        entry.split or "–",
        entry.genre or "–",
        entry.written or "–",
        _words(document),
        entry.licence or "–",
    )
