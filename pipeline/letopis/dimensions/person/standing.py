"""Which of the names found stand: overlaps, other kinds, ships and works in quotation marks, churches' saints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.kinds import Decided
from letopis.dimensions.person.bounds import Bounds, is_lone_see
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.language.morphology import analyses
from letopis.language.proper import readings

_OPENING, _CLOSING = frozenset('«"„“'), frozenset('»"“”')
_WEAK = frozenset(
    ["given-surname", "given-byname", "surname-given", "given-name", "foreign-particle-name", "eastern-name"]
)
_SAINTS = frozenset(["святой", "святая", "апостол", "пророк", "преподобный", "великомученик", "мученик"])


def resolve(doc: Doc, found: Iterable[Bounds], kinds: Sequence[Decided]) -> list[Bounds]:
    """Of names that overlap the one its words prove, else the longest; other kinds stand against weak ones."""
    others = {at for start, end, kind, _ in kinds if kind != "person" for at in range(start, end)}
    taken: set[int] = set()
    standing: list[Bounds] = []
    for one in sorted(found, key=lambda b: (not b.strong, b.start - b.end, b.start, b.rule)):
        tokens = range(one.start, one.end)
        if not taken.isdisjoint(tokens) or _crosses_break(doc, one) or is_lone_see(doc, one.start, one.end):
            continue
        if _is_dedication(doc, one) or _is_order(doc, one) or _is_quoted(doc, one):
            taken.update(tokens)
            continue
        if one.rule in _WEAK and not one.strong and others.issuperset(tokens):
            continue
        taken.update(tokens)
        standing.append(one)
    return sorted(standing, key=lambda b: b.start)


def _crosses_break(doc: Doc, one: Bounds) -> bool:
    return any("\n" in token.text for token in doc[one.start : one.end])


def _is_quoted(doc: Doc, one: Bounds) -> bool:
    """Whether the name stands alone in quotation marks, and so is a ship's, a work's or a firm's."""
    title = titles.ending_at(doc, one.start)
    start = title.start if title is not None and title.lemma.split()[-1] in _SAINTS else one.start
    around = start > 0 and one.end < len(doc)
    return around and doc[start - 1].text in _OPENING and doc[one.end].text in _CLOSING


def _is_order(doc: Doc, one: Bounds) -> bool:
    """Whether the lone name is an order's that somebody has: `получил Анну с бантом`, `Владимира 4-й степени`."""
    if one.end - one.start > 1 or not any(r.lemma in lexicon().orders for r in readings(doc[one.start].text)):
        return False
    return any(token.lemma_ in lexicon().worn for token in doc[one.end : one.end + 3])


def _is_dedication(doc: Doc, one: Bounds) -> bool:
    """Whether a saint's or a hero's name is an order's, a church's, a feast's (`орден Св. Владимира`)."""
    at = one.start
    saint = False
    while (title := titles.ending_at(doc, at)) is not None:
        saint = saint or title.lemma.split()[-1] in _SAINTS
        at = title.start
    if at == 0:
        return False
    for back in range(at - 1, max(at - 4, -1), -1):
        token = doc[back]
        if token.is_punct and token.text not in '«"':
            return False
        lemmas = {plain(found.lemma) for found in analyses(token.lower_)[:3]}
        if lemmas & lexicon().title_words and at != one.start:
            return True
        if lemmas & lexicon().dedicated and saint:
            return True
    return False
