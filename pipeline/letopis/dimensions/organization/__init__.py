"""The kind `organization`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import Mention, as_mention, mentions, set_mentions
from letopis.dimensions.organization import coordinated, lexicon, nounless, sharing
from letopis.dimensions.organization.abbreviated import NAME as ABBREVIATED
from letopis.dimensions.organization.again import NAME as AGAIN
from letopis.dimensions.organization.classes import RELATIONAL
from letopis.dimensions.organization.heads import RULE_NAMES, is_postposed
from letopis.dimensions.organization.rules import find
from letopis.dimensions.person.bounds import Bounds
from letopis.dimensions.person.value import describe
from letopis.language.complete import complete
from letopis.language.declension import readings

KIND = "organization"
_ANNOUNCED = frozenset({"place-noun-and-name", "abbreviated-name", "entry-of-a-place"})
"""Rules of places by which a noun beside the name, or the atlas, shows what it is."""


def component(doc: Doc) -> Doc:
    """Add the document's organization mentions to `doc.spans["letopis"]`."""
    within = {one.end: one for one in mentions(doc, "place")}
    found = [one for one in find(complete(doc)) if not _is_of_place(one, within.get(one.end))]
    set_mentions(doc, KIND, found)
    _take_from_others(doc, found)
    return doc


def _take_from_others(doc: Doc, found: list[Mention]) -> None:
    """A name that its words show to be an organization's is neither a place's nor a person's."""
    own = {(mention.start, mention.end) for mention in found if mention.rule in RULE_NAMES or mention.rule == AGAIN}
    persons = mentions(doc, "person")
    attributes = {at for one in found for at in range(one.start, one.end - 1) if _is_attribute(doc[at])}
    told = {ABBREVIATED, *coordinated.NAMES, *sharing.NAMES, *nounless.NAMES}
    short = {at for one in found if one.rule in told for at in range(one.start, one.end)}
    attributes |= short
    attributes |= {one.end - 1 for one in found if is_postposed(doc, one.start, one.end)}
    attributes |= {at for one in found for at in range(one.start, one.end) if lexicon.strength(doc[at].lower_)}
    kept = [span for span in persons if not _is_inside(span, attributes) and (span.start, span.end) not in own]
    begun_in = {at for one in found if one.rule in RULE_NAMES for at in range(one.start, one.end)}
    cut = [rest for span in kept if (rest := _rest(span, begun_in)) is not None]
    whole = [span for span in kept if _rest(span, begun_in) is None]
    if len(whole) < len(persons):
        set_mentions(doc, "person", [*(as_mention(span) for span in whole), *describe(doc, cut)])
    begun = {at for one in found for at in range(one.start, one.end - 1)}
    places = mentions(doc, "place")
    kept = [
        span
        for span in places
        if (span.start, span.end) not in own
        and not _is_relation(span, begun)
        and not short.issuperset(range(span.start, span.end))
    ]
    if len(kept) < len(places):
        set_mentions(doc, "place", [as_mention(span) for span in kept])


def _is_of_place(one: Mention, place: Span | None) -> bool:
    """Whether a place's noun announces the name, or it ends a longer place's (`Область Войска Донского`)."""
    if place is None:
        return False
    return place.start < one.start or (place.start == one.start and place._.rule in _ANNOUNCED)


def _is_attribute(token: Token) -> bool:
    return any(one.role == "adjective" and one.known for one in readings(token.text))


def _rest(person: Span, taken: set[int]) -> Bounds | None:
    """What is left of a person's name that runs over an organization's end, or `None` where it need not be cut."""
    shared = [at for at in range(person.start, person.end) if at in taken]
    if not shared or len(shared) == len(person) or shared[-1] + 1 == person.end or shared[0] > person.start:
        return None
    return Bounds(shared[-1] + 1, person.end, person._.rule)


def _is_inside(span: Span, attributes: set[int]) -> bool:
    """Whether a person's one word is an adjective of an organization's name (`Троицкий Сергиев монастырь`)."""
    return span.end - span.start == 1 and span.start in attributes


def _is_relation(place: Span, begun: set[int]) -> bool:
    """Whether a place's one word is an adjective on -ск- that begins or stands in a longer organization's name.

    `begun` are the tokens of organizations' names but their last ones.
    """
    return place.end - place.start == 1 and place.start in begun and bool(RELATIONAL.search(place.text.lower()))


@Language.factory("letopis_organization", assigns=["doc.spans"])
def create_component(nlp: Language, name: str) -> object:
    """`nlp.add_pipe("letopis_organization")`; sentences, morphology and names that the document lacks are added."""
    return component
