"""Names of one thing in a document as one entity, called by its fullest name."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from letopis.dimensions.mention import key, mentions
from letopis.dimensions.place import atlas
from letopis.entities.entity import Entity
from letopis.entities.persons import persons
from letopis.entities.profile import fold, profile
from letopis.entities.things import organizations, places


def identify(doc: Doc) -> list[Entity]:
    """The entities of `doc`, by the place of their first mention."""
    groups = [
        *persons(doc, mentions(doc, "person")),
        *places(mentions(doc, "place"), _place_key),
        *organizations(mentions(doc, "organization"), fold),
    ]
    groups.sort(key=lambda group: (group[0].start_char, group[0].label_))
    return [Entity(group[0].label_, _name(group), [key(span) for span in group]) for group in groups]


def _place_key(normal: str) -> str:
    """The atlas's one place of this name, under all its names; where it knows none or several, the name itself."""
    bearers = atlas.known(normal)
    return f"{bearers[0].type} {bearers[0].name}" if len(bearers) == 1 else fold(normal)


def _name(group: Sequence[Span]) -> str:
    """The normal form of the fullest mention; of equals the longest, then the first."""

    def fullness(span: Span) -> tuple[int, int]:
        normal = span._.normal or span.text
        return (profile(span).fullness if span.label_ == "person" else len(normal.split()), len(normal))

    best = max(group, key=fullness)
    return best._.normal or best.text
