"""Ascribes what stands in quotations and quoted letters to their speaker."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from letopis.facts.attribution import Quotation, ascribe, is_letter, quotations
from letopis.facts.fact import Fact
from letopis.facts.readings import one


class Quoting:
    """Over the facts of one document, sorted by place."""

    def __init__(self, doc: Doc, facts: list[Fact]) -> None:
        self.doc = doc
        self.facts = facts
        self.tellings = [fact for fact in facts if is_letter(fact, doc)]

    def ascribe(self) -> None:
        """Set `attributed_to` of the facts inside quotations."""
        found = quotations(self.doc)
        blocks = [*found, *self._letters(found)]
        for quotation in blocks:
            telling = self._telling(quotation)
            if telling is not None:
                inside = _between(self.facts, quotation.start, quotation.end)
                ascribe(inside, quotation.start, quotation.end, telling.roles["agent"][0])

    def _telling(self, quotation: Quotation) -> Fact | None:
        """The telling that leads to the quotation in its sentence, or follows it there."""
        first = self.doc[max(quotation.start - 2, 0)].sent
        last = self.doc[min(quotation.end, len(self.doc) - 1)].sent
        before = _between(self.tellings, first.start, quotation.start)
        if before:
            return before[-1]
        after = _between(self.tellings, quotation.end, last.end)
        return after[0] if after and not quotation.block else None

    def _letters(self, known: list[Quotation]) -> list[Quotation]:
        """A paragraph in the first person right after one whose last sentence tells of a letter or a plea."""
        found = []
        doc = self.doc
        start = 0
        inside = {i for quotation in known for i in range(quotation.start, quotation.end)}
        for i, token in enumerate(doc):
            if "\n" in token.text or i == len(doc) - 1:
                if start and start not in inside and self._in_first_person(start, i):
                    last = doc[max(start - 2, 0)].sent
                    if _between(self.tellings, last.start, last.end):
                        found.append(Quotation(start, i, True))
                start = i + 1
        return found

    def _in_first_person(self, start: int, end: int) -> bool:
        return any(
            one(token, "Person") == "1" or token.lower_ in {"мы", "нас", "нам", "наш", "наша", "наше"}
            for token in self.doc[start:end]
        )


def _between(facts: list[Fact], start: int, end: int) -> list[Fact]:
    """The facts, sorted by place, whose predicates begin at tokens `start:end`."""
    return facts[bisect_left(facts, start, key=_place) : bisect_left(facts, end, key=_place)]


def _place(fact: Fact) -> int:
    return fact.start
