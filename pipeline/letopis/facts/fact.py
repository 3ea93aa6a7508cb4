"""Where facts live on a spaCy `Doc`: `doc.user_data["letopis.facts"]`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from letopis.dimensions.mention import MentionKey

_STORE = "letopis.facts"

FRAMES = frozenset(
    [
        "supply",
        "request",
        "communicate",
        "order",
        "agreement",
        "abrogate",
        "attack",
        "capture",
        "lose",
        "casualties",
        "move",
        "appoint",
        "dismiss",
        "found",
        "dissolve",
        "build",
        "produce",
        "trade",
        "birth",
        "death",
        "author",
        "repress",
        "award",
        "discover",
        "state_of",
        "position",
        "other",
    ]
)
ROLES = frozenset(
    [
        "agent",
        "co_agent",
        "patient",
        "theme",
        "recipient",
        "topic",
        "origin",
        "destination",
        "time",
        "place",
        "quantity",
        "attribute",
        "price",
    ]
)


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a mention by its key, or the token span `start:end` where no mention stands.

    `inherited` says that it was said of another predicate, and holds of this one by what binds the two.
    """

    mention: MentionKey | None = None
    start: int | None = None
    end: int | None = None
    inherited: bool = field(default=False, compare=False)

    def handed_on(self) -> Filler:
        """The same, as another predicate has it by inheritance."""
        return replace(self, inherited=True)


@dataclass(slots=True)
class Fact:
    """One predicate (token bounds, half-open), its frame and its roles."""

    frame: str
    start: int
    end: int
    lemma: str
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    factuality: str = "asserted"
    attributed_to: Filler | None = None


def set_facts(doc: Doc, found: Iterable[Fact]) -> None:
    """Replace the facts of `doc`."""
    doc.user_data[_STORE] = [
        (
            fact.frame,
            fact.start,
            fact.end,
            fact.lemma,
            {role: [_pack(filler) for filler in fillers] for role, fillers in fact.roles.items()},
            fact.factuality,
            _pack(fact.attributed_to) if fact.attributed_to else None,
        )
        for fact in found
    ]


def facts(doc: Doc) -> list[Fact]:
    """The facts of `doc`, in the order they were set."""
    return [
        Fact(
            frame,
            start,
            end,
            lemma,
            {role: [_unpack(f) for f in fillers] for role, fillers in roles.items()},
            factuality,
            _unpack(by) if by else None,
        )
        for frame, start, end, lemma, roles, factuality, by in doc.user_data.get(_STORE, ())
    ]


def _pack(filler: Filler) -> tuple[object, ...]:
    return (filler.mention, filler.start, filler.end, filler.inherited)


def _unpack(packed: tuple[object, ...]) -> Filler:
    mention, start, end, inherited = packed
    return Filler(tuple(mention) if mention else None, start, end, bool(inherited))  # type: ignore[arg-type]
