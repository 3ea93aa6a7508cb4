"""The output contract as pydantic models: what one document's records are.

Offsets are half-open, in Unicode code points of `Document.text`, the text exactly as decoded.
Unknown values are `None`. Field names are fixed: readers outside the project rely on them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA = "letopis/1"

Kind = Literal["person", "place", "organization", "date", "quantity"]
KINDS: tuple[Kind, ...] = ("person", "place", "organization", "date", "quantity")

Frame = Literal[
    "supply", "request", "communicate", "order", "agreement", "abrogate", "attack", "capture", "lose",
    "casualties", "move", "appoint", "dismiss", "found", "dissolve", "build", "produce", "trade", "birth",
    "death", "author", "repress", "award", "discover", "state_of", "position", "other",
]  # fmt: skip
Role = Literal[
    "agent", "co_agent", "patient", "theme", "recipient", "topic", "origin", "destination", "time", "place",
    "quantity", "attribute", "price",
]  # fmt: skip
Factuality = Literal["asserted", "negated", "requested", "planned", "hypothetical"]
Bound = Literal["exact", "approximate", "more_than", "at_least", "less_than", "at_most", "range", "vague"]
QuantityType = Literal["count", "money", "measure", "percent", "duration", "age"]
Calendar = Literal["gregorian", "julian", "both", "byzantine", "unspecified"]
PlaceType = Literal[
    "country", "state", "region", "settlement", "street", "water", "island", "mountain", "continent", "other"
]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonValue(_Record):
    """The parts of a person's name as the mention has them, each in the nominative."""

    given: str | None = None
    patronymic: str | None = None
    surname: str | None = None
    initials: str | None = None
    regnal: str | None = None
    titles: list[str] = []


class PlaceValue(_Record):
    """What sort of place the name stands for; `None` where neither text nor gazetteer says."""

    type: PlaceType | None = None


class OrganizationValue(_Record):
    """Organizations carry no parts yet."""


class DateValue(_Record):
    """A date: EDTF in the proleptic Gregorian calendar, and what was done to reach it.

    `earliest` and `latest` are ISO days bounding it. `as_written` is the EDTF of the day as the text has it
    where `calendar` is julian, both or byzantine. `resolved_from` is the id of the mention that anchors a
    relative date. `style` names the new year's style of a year from the Creation; `note` says why an
    inconsistent date has no `edtf`.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    calendar: Calendar = "unspecified"
    as_written: str | None = None
    resolved_from: str | None = None
    style: Literal["september", "march", "ultra-march"] | None = None
    note: str | None = None


class SIValue(_Record):
    """The figure said in an SI unit (litre for volumes); a pair for a range. `basis` is the factor used."""

    value: float | tuple[float, float]
    unit: Literal["kg", "m", "m2", "l"]
    basis: str


class QuantityValue(_Record):
    """A counted, measured or paid thing: figure with its bound, unit, and the noun it belongs to."""

    type: QuantityType
    low: int | float | None
    high: int | float | None
    bound: Bound
    unit: str | None = None
    item: str | None = None
    material: Literal["gold", "silver", "paper"] | None = None
    si: SIValue | None = None
    members: list[str] | None = None

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> QuantityValue:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


Value = PersonValue | PlaceValue | OrganizationValue | DateValue | QuantityValue
VALUE_MODELS: dict[Kind, type[_Record]] = {
    "person": PersonValue,
    "place": PlaceValue,
    "organization": OrganizationValue,
    "date": DateValue,
    "quantity": QuantityValue,
}


class Mention(_Record):
    """A stretch of the text that names or counts something. `rule` says what found it."""

    id: str
    kind: Kind
    start: Annotated[int, Field(ge=0)]
    end: int
    text: str
    normal: str | None = None
    value: Value
    entity: str | None = None
    rule: str

    @model_validator(mode="before")
    @classmethod
    def _value_by_kind(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("kind") in VALUE_MODELS and isinstance(data.get("value"), dict):
            return {**data, "value": VALUE_MODELS[data["kind"]].model_validate(data["value"])}
        return data


class Entity(_Record):
    """One person, place or organization and all its mentions."""

    id: str
    kind: Literal["person", "place", "organization"]
    name: str
    mentions: list[str]
    links: dict[str, Any] = {}


class Predicate(_Record):
    """The word that evokes a fact's frame."""

    start: int
    end: int
    text: str
    lemma: str


class Filler(_Record):
    """What fills a role: a mention by its id, or a span of the text.

    `inherited` is true of a time that the text says of another predicate, and that holds of this one by what binds
    the two (coordination, a decree and what it does, a heading); else it is left out.
    """

    mention: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    inherited: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Filler:
        if (self.mention is None) == (self.start is None):
            raise ValueError("a filler is either a mention or a span")
        return self


class Fact(_Record):
    """One predicate, its frame, and who and what fills the frame's roles."""

    id: str
    frame: Frame
    predicate: Predicate
    roles: dict[Role, list[Filler]]
    factuality: Factuality = "asserted"
    attributed_to: Filler | None = None


class Region(_Record):
    """Where `text[start:end]` stands on its pages: a line of a scan, or a page where the file knows no lines.

    `page` is the page's number or name, `image` the file of its picture, `region` and `line` the ids of block and line
    in the source, `box` the rectangle (left, top, right, bottom) in `unit`s. What the source does not say is left out.
    """

    start: Annotated[int, Field(ge=0)]
    end: int
    page: str | None = None
    image: str | None = None
    region: str | None = None
    line: str | None = None
    box: tuple[float, float, float, float] | None = None
    unit: str | None = None


class Document(_Record):
    """The records of one document; `regions`, in the order of the text, only where its file knows pages."""

    schema_: Annotated[Literal["letopis/1"], Field(alias="schema")] = "letopis/1"
    id: str
    source: str | None
    sha256: str
    text: str
    mentions: list[Mention]
    entities: list[Entity]
    facts: list[Fact]
    regions: list[Region] = []

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="after")
    def _offsets_slice_back(self) -> Document:
        for mention in self.mentions:
            if self.text[mention.start : mention.end] != mention.text:
                raise ValueError(f"{mention.id}: offsets do not slice back to {mention.text!r}")
        return self
