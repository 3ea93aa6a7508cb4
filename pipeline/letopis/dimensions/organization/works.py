"""Names in quotation marks that are of a ship, a train, a work or a play, and so of no organization."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.organization import lexicon
from letopis.language.phrase import agreement

_OPENING = frozenset('«"„“')
_BEFORE = 2
"""How far before the name its noun stands: the quotation mark is between."""


def is_of_vessel(doc: Doc, start: int) -> bool:
    """Whether the name at `start` stands in quotation marks after a ship, a train, a work, or a theatre's own name."""
    if start < _BEFORE or doc[start - 1].text not in _OPENING:
        return False
    before = start - _BEFORE
    return lexicon.is_vessel(doc[before].lower_) or _is_named_theatre(doc, before)


def _is_named_theatre(doc: Doc, at: int) -> bool:
    """Whether a theatre with a name of its own stands at `at`: a play's follows it (`в Малом театре «Недоросль»`)."""
    if "театр" not in lexicon.lemmas(doc[at].lower_) or at == 0 or not doc[at - 1].text[0].isupper():
        return False
    return agreement(list(doc[at - 1 : at + 1])) is not None
