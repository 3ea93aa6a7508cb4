"""A noun phrase of a sentence: its words, its preposition, its possible cases, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span

from letopis.dimensions.mention import key
from letopis.facts.fact import Filler

NAMES = frozenset({"person", "place", "organization"})


@dataclass(slots=True, eq=False)
class Phrase:
    """Token bounds without the preposition, head token, possible cases; links to other phrases by object.

    `alias` is the name said beside a common noun, `stands` what a pronoun means that means no name.
    """

    start: int
    end: int
    head: int
    cases: frozenset[str]
    tagged: str = ""
    prep: str = ""
    first: int = -1
    mention: Span | None = None
    title: tuple[int, int, int] | None = None
    second_title: tuple[int, int, int] | None = None
    owner: Phrase | None = None
    listed_after: Phrase | None = None
    quoted: bool = False
    bracketed: bool = False
    after_colon: bool = False
    pronoun: bool = False
    alias: Phrase | None = None
    stands: Phrase | None = None
    owned: list[Phrase] = field(default_factory=list)
    listed: list[Phrase] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind of its mention, or `""`."""
        return self.mention.label_ if self.mention is not None else ""

    @property
    def measures(self) -> str:
        """What its figure is of: count, money, measure, percent, duration, age; `""` where it is no figure."""
        if self.mention is None or self.kind != "quantity":
            return ""
        return str((self.mention._.value or {}).get("type") or "")

    @property
    def filler(self) -> list[Filler]:
        """Its mention as a filler, none where it is no mention."""
        return [Filler(key(self.mention))] if self.mention is not None else []

    def members(self) -> list[Phrase]:
        """This phrase and those listed after it."""
        return [self, *self.listed]

    def reach(self) -> int:
        """The token after the last that belongs to it, what it owns included."""
        return max([self.end, *(child.reach() for child in self.owned)])
