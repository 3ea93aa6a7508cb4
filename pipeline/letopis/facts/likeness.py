"""Whether two phrases are alike enough to stand in one list, and what a figure leaves room for."""

from __future__ import annotations

from spacy.tokens import Span

from letopis.facts.phrases import Phrase
from letopis.facts.readings import one, reading


def takes_genitive(span: Span) -> bool:
    """Whether a figure leaves room for a genitive: it has no counted thing, or is a measure."""
    value = span._.value or {}
    if value.get("type") in {"duration", "age"}:
        return False
    return value.get("item") is None or value.get("type") == "measure"


def unlike(before: Phrase, phrase: Phrase) -> bool:
    """A place and a calling; after a preposition two sorts of figures: `по 11 копеек и десятка три соболей`."""
    if before.kind == "place" and phrase.kind == "" and not phrase.pronoun and _is_person(before, phrase):
        return True
    if not (before.prep and not phrase.prep and before.mention is not None and phrase.mention is not None):
        return False
    return before.kind == phrase.kind == "quantity" and (before.mention._.value or {}).get("type") != (
        phrase.mention._.value or {}
    ).get("type")


def _is_person(place: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase is one person by calling: `уроженец села Кленовик, начальник станции`."""
    assert place.mention is not None
    word = place.mention.doc[phrase.head]
    return bool(reading(word).animate) and one(word, "Number") == "Sing"


def list_case(before: Phrase, phrase: Phrase) -> frozenset[str]:
    """The cases two phrases share as members of a list; `figure` where one is a figure and none are shared."""
    shared = before.cases & phrase.cases
    if (
        "quantity" in {before.kind, phrase.kind}
        and not shared
        and before.cases & {"Nom", "Acc", "Gen"}
        and phrase.cases & {"Nom", "Acc", "Gen"}
    ):
        return frozenset({"figure"})
    return shared
