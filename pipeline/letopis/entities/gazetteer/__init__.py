"""Which place of the atlas an entity is: `links` with its identifiers, coordinates and the candidates weighed.

The tables are those of `letopis.dimensions.place.atlas`; what they lack is looked up among the settlements and
countries of today (`modern.py`) where the packages with them are installed. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from letopis.dimensions.context import context
from letopis.dimensions.mention import key, mentions
from letopis.dimensions.place import atlas
from letopis.dimensions.place.atlas import Place
from letopis.entities.entity import Entity
from letopis.entities.gazetteer import modern

_TODAY = frozenset({None, "settlement", "country"})
_VILLAGES = frozenset({"place-noun-and-name", "village-dealt-in"})
"""Rules that find villages, of which many bear a town's name."""


def lookup(normal: str, year: int | None = None, type: str | None = None) -> list[Place]:
    """The places that bore the name `normal` (a nominative), the likeliest first.

    Those that bore it in `year` stand before others where the year is given; `type` keeps the places of that
    type where there are any; a place whose usual name it is precedes one that bore it for a time.
    """
    found = list(atlas.known(normal, year))
    of_type = [place for place in found if type is None or place.type == type]
    name = atlas.fold(normal)
    return sorted(of_type or found, key=lambda place: atlas.fold(place.name) != name)


def aliases(normal: str) -> frozenset[str]:
    """Every name of the one place called `normal`, itself included; alone where the atlas has none or several."""
    found = atlas.known(normal)
    if len(found) != 1:
        return frozenset({normal})
    return frozenset({normal, found[0].name, *(name.name for name in found[0].names)})


def links(normals: Iterable[str], year: int | None = None, type: str | None = None) -> dict[str, Any]:
    """What is known of the place called by all of `normals`: `{}` where the atlas has none that fits.

    `name` is its usual name, `wikidata`, `geonames`, `lat` and `lon` stand where sure; `candidates` names the
    places chosen from, where there were several.
    """
    pools = [lookup(normal, year, type) for normal in dict.fromkeys(normals)]
    if not pools or not all(pools):
        return {}
    found = [place for place in pools[0] if all(place in pool for pool in pools[1:])]
    if not found:
        return {}
    chosen = found[0]
    told: dict[str, Any] = {"name": chosen.name}
    for field in ("wikidata", "geonames", "lat", "lon"):
        value = getattr(chosen, field)
        if value is not None:
            told[field] = value
    if len(found) > 1:
        told["candidates"] = [f"{place.name} ({place.type})" for place in found]
    return told


def linked(doc: Doc, entities: Iterable[Entity]) -> list[Entity]:
    """The entities of `doc`, those that are places with their links."""
    known = context(doc)
    written = known.reference_date or known.written or ""
    year = int(written[:4]) if written[:4].isdecimal() else None
    spans = {key(span): span for span in mentions(doc, "place")}
    out = []
    for entity in entities:
        own = [spans[one] for one in entity.mentions if one in spans]
        types = {(span._.value or {}).get("type") for span in own} - {None}
        if entity.kind == "place" and own:
            normals, type = [span._.normal or span.text for span in own], types.pop() if len(types) == 1 else None
            told = links(normals, year, type)
            if not told and type in _TODAY and not any(span._.rule in _VILLAGES for span in own):
                told = modern.links(normals[0], type)
            entity = replace(entity, links={**entity.links, **told})
        out.append(entity)
    return out
