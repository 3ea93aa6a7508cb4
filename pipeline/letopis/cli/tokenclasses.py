"""The classes each token has for the rules, as `letopis explain` shows them."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.date.atoms import atoms
from letopis.dimensions.numeral.numeral import plain
from letopis.dimensions.numeral.reader import numerals
from letopis.dimensions.organization import classes as organization
from letopis.dimensions.person import classes as person
from letopis.dimensions.place import classes as place
from letopis.dimensions.quantity import classes as quantity


def token_classes(doc: Doc) -> list[list[str]]:
    """One sorted list of class names a token, each with the kind whose rules see it: `date:month`, `quantity:weight`.

    A numeral shows the number that was read: `numeral:cardinal=1500`. The classes of names are shown for capitalised
    words and for words beside which a name may stand.
    """
    found: list[set[str]] = [set() for _ in doc]
    for numeral in numerals(doc):
        for i in range(numeral.start, numeral.end):
            found[i].add(f"numeral:{numeral.kind}={plain(numeral.value)}")
    for node in atoms(doc):
        for i in range(node.start, node.end):
            found[i].update(f"date:{name}" for name in node.classes)
    for i, its in enumerate(quantity.classes(doc)):
        found[i].update(f"quantity:{name}" for name in its)
    for kind, classes in (
        ("person", person.classify(doc)),
        ("place", place.classes(doc)),
        ("organization", organization.classes(doc)),
    ):
        for token, its in zip(doc, classes, strict=True):
            if token.text[:1].isupper() or "title" in its or "noun" in its:
                found[token.i].update(f"{kind}:{name}" for name in its)
    return [sorted(its) for its in found]
