"""The entities of a corpus: collected as the documents pass, joined when they have all passed.

What is collected lies in a database in a temporary folder, so that memory holds one document's entities and those of
one name at a time. The order is that of the documents, whatever the number of workers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from letopis.dimensions.titles import title_class
from letopis.entities.across import block, joined
from letopis.entities.across.known import Joined, Known, Years
from letopis.entities.profile import Profile, merged, of_value
from letopis.records.corpus import CorpusEntity, Evidence, Member
from letopis.records.models import DateValue, Document, Entity, Mention, PersonValue, PlaceValue

_COURTESY = "politics"
"""The class of titles that are said of anybody (`господин`, `товарищ`)."""
_BATCH = 1000


class CorpusEntities:
    """A collector: `watch` lets documents pass, `entities` gives what they come to together."""

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(file)
        self._base.execute("CREATE TABLE seen (block TEXT, place INTEGER PRIMARY KEY, row TEXT)")
        self._base.execute("CREATE TABLE made (place INTEGER PRIMARY KEY, row TEXT)")
        self._count = 0

    def watch(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents as they are, each noted."""
        for document in documents:
            self.add(document)
            yield document

    def add(self, document: Document) -> None:
        """Note the entities of a document."""
        mentions = {mention.id: mention for mention in document.mentions}
        years = _years(document)
        rows = []
        for entity in document.entities:
            own = [mentions[id] for id in entity.mentions if id in mentions]
            if own:
                rows.append(_row(self._count, document, entity, own, years))
                self._count += 1
        self._base.executemany("INSERT INTO seen VALUES (?, ?, ?)", rows)

    def entities(self) -> Iterator[CorpusEntity]:
        """Every entity of the corpus, by the place of its first mention; to be asked once, when all have passed."""
        self._base.execute("CREATE INDEX blocks ON seen (block, place)")
        for _, held in groupby(self._rows("SELECT block, place, row FROM seen ORDER BY block, place"), lambda r: r[0]):
            rows = {place: json.loads(row) for _, place, row in held}
            groups = joined([_known(place, row) for place, row in rows.items()])
            made = [(group[0].order, json.dumps(_entity(group, rows))) for group in groups]
            self._base.executemany("INSERT INTO made VALUES (?, ?)", made)
        for number, (row,) in enumerate(self._rows("SELECT row FROM made ORDER BY place"), 1):
            yield CorpusEntity.model_validate({**json.loads(row), "id": f"c{number}"})

    def close(self) -> None:
        """Let go of the database."""
        self._base.close()

    def _rows(self, question: str) -> Iterator[Any]:
        cursor = self._base.execute(question)
        while some := cursor.fetchmany(_BATCH):
            yield from some


@contextmanager
def collecting() -> Iterator[CorpusEntities]:
    """A collector whose database is gone in the end."""
    with TemporaryDirectory(prefix="letopis-") as folder:
        collector = CorpusEntities(Path(folder) / "entities.sqlite")
        try:
            yield collector
        finally:
            collector.close()


def _years(document: Document) -> Years | None:
    """The first and last year that the document's dates name; what is open on a side does not count."""
    found = [
        int(day[:-6])
        for mention in document.mentions
        if isinstance(mention.value, DateValue) and mention.value.earliest and mention.value.latest
        for day in (mention.value.earliest, mention.value.latest)
    ]
    return (min(found), max(found)) if found else None


def _row(
    place: int, document: Document, entity: Entity, own: list[Mention], years: Years | None
) -> tuple[str, int, str]:
    shown = next((m for m in own if m.normal == entity.name), max(own, key=lambda m: len(m.text)))
    links = {name: value for name, value in entity.links.items() if name != "candidates"}
    row = {
        "kind": entity.kind,
        "name": entity.name,
        "document": document.id,
        "entity": entity.id,
        "mentions": len(own),
        "shown": [shown.start, shown.end, shown.text],
        "links": links,
        "identifier": _identifier(entity),
        "type": _only({m.value.type for m in own if isinstance(m.value, PlaceValue) and m.value.type}),
        "values": [
            (m.value.model_dump(exclude={"titles"}), m.normal or m.text)
            for m in own
            if isinstance(m.value, PersonValue)
        ],
        "callings": sorted(_callings(own)),
        "years": years,
    }
    return block(_known(place, row)), place, json.dumps(row)


def _identifier(entity: Entity) -> str | None:
    """The gazetteer's identifier of a place that it did not have to choose among several."""
    if entity.kind != "place" or "candidates" in entity.links:
        return None
    for name in ("wikidata", "geonames"):
        if entity.links.get(name):
            return f"{name} {entity.links[name]}"
    return f"name {entity.links['name']}" if entity.links.get("name") else None


def _callings(own: list[Mention]) -> set[str]:
    titles = {title for m in own if isinstance(m.value, PersonValue) for title in m.value.titles}
    return {kind for title in titles if (kind := title_class(title)) is not None and kind != _COURTESY}


def _only(found: set[Any]) -> Any:
    return next(iter(found)) if len(found) == 1 else None


def _known(place: int, row: dict[str, Any]) -> Known:
    return Known(
        place,
        row["kind"],
        row["name"],
        row["document"],
        _parts(row["values"]),
        frozenset(row["callings"]),
        row["type"],
        row["identifier"],
        tuple(row["years"]) if row["years"] else None,
    )


def _parts(values: list[tuple[dict[str, Any], str]]) -> Profile | None:
    """The parts of a person's name, put together of all its mentions."""
    whole: Profile | None = None
    for value, normal in values:
        parts = of_value(value, normal)
        whole = parts if whole is None else merged(whole, parts)
    return whole


def _entity(group: list[Joined], rows: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """A corpus entity without its id."""
    members = [_member(one, rows) for one in group]
    fullest = max((rows[one.order] for one in group), key=lambda row: (len(row["name"].split()), len(row["name"])))
    linked: dict[str, Any] = next((rows[one.order]["links"] for one in group if rows[one.order]["links"]), {})
    made = CorpusEntity(
        id="",
        kind=fullest["kind"],
        name=fullest["name"],
        documents=len({member.document for member in members}),
        mentions=sum(member.mentions for member in members),
        links=linked,
        members=members,
    )
    return made.model_dump(mode="json", by_alias=True)


def _member(one: Joined, rows: dict[int, dict[str, Any]]) -> Member:
    row = rows[one.order]
    other = rows[one.to] if one.to is not None else None
    start, end, text = row["shown"]
    evidence = Evidence(
        rule=one.rule,
        document=other["document"] if other else None,
        entity=other["entity"] if other else None,
        start=start,
        end=end,
        text=text,
    )
    return Member(
        document=row["document"], entity=row["entity"], name=row["name"], mentions=row["mentions"], evidence=evidence
    )
