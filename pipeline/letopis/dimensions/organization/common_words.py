"""Societies and newspapers whose names are common words (`Народной воли`, `Вестника Европы`)."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions.grammar import Match
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.phrase import nominative


def society(match: Match) -> Proposal | None:
    """`Народной воли`, `Вестника Европы`: a society's or a newspaper's name of common words."""
    before = match.start - 1 - (match.start > 0 and match.doc[match.start - 1].text in '«"„“')
    if before >= 0 and lexicon.is_vessel(match.doc[before].lower_):
        return None
    for end in range(match.end, match.start + 1, -1):
        called = nominative(list(match.doc[match.start : end]))
        if lexicon.is_press(called):
            shown = not at_head(match.doc[match.start]) or is_quoted(match.doc, match.start, end)
            reports = end < len(match.doc) and lexicon.reports(match.doc[end].lower_)
            return Proposal(match.start, end, match.rule) if shown or reports else None
        if lexicon.is_society(called):
            return Proposal(match.start, end, match.rule) if _stands_as_name(match.doc, match.start, end) else None
    return None


def _stands_as_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a society's name is no common phrase of a sentence's head: quoted, or the subject of what follows."""
    if not at_head(doc[start]) or is_quoted(doc, start, end):
        return True
    following = doc[end] if end < len(doc) else None
    return following is not None and following.pos_ == "VERB" and following.morph.get("Number", []) == ["Sing"]


def is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand alone in quotation marks."""
    return start > 0 and end < len(doc) and doc[start - 1].text in '«"„“' and doc[end].text in '»"“”'
