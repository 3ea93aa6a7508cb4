"""What of the names that the model calls places is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from letopis.dimensions.evidence import is_no_surname, is_of_inhabitants
from letopis.dimensions.kinds import person_stems
from letopis.dimensions.ordinary import at_head, only_begins
from letopis.dimensions.place import atlas, lexicon, nouns
from letopis.dimensions.place.evidence import (
    PERSONAL,
    SURNAME,
    follows_initials,
    is_adjective_of,
    is_governed,
    is_of_atlas,
    is_quoted,
    is_where,
    with_adjectives,
)
from letopis.dimensions.place.proposal import MODEL, Proposal
from letopis.dimensions.taken import is_captured, is_object
from letopis.language.declension import readings
from letopis.language.government import prepositions
from letopis.language.memory import memory
from letopis.language.morphology import analyses
from letopis.language.phrase import agreement, nominative
from letopis.language.proper import stem

_MAX_ACRONYM = 6
_DECLINED_ACRONYM = re.compile("[А-ЯЁ]{3,}[аеуом]{1,2}")
_COLLECTIVE = re.compile("^(?:за|по|при|под|меж|над)[а-яё]{3,}ье$")
"""Lands called by what they lie beside (`Поречье`, `Заволжье`)."""

_STORE = "letopis.place.inner_names"


def of_model(doc: Doc, start: int, end: int, source: str) -> list[Proposal]:
    """What of the model's name is a place: nouns before it cut off, adjectives that belong to it taken in."""
    kind: str | None = None
    while start < end - 1 and _is_announcement(doc, start):
        sort = lexicon.noun(doc[start].lower_)
        kind = sort.type if sort else lexicon.data()["before"].get(doc[start].lower_, kind)
        start += 1
    while start < end and _only_begins_sentence(doc, start, end):
        start += 1
    while end > start and doc[end - 1].is_punct and not _ends_abbreviation(doc, end - 1):
        end -= 1
    while end > start + 1 and doc[end - 1].text.islower() and doc[end - 1].morph.get("Variant", []) == ["Short"]:
        end -= 1
    while end > start + 1 and _is_another(doc, start, end - 1):
        end -= 1
    if start >= end or not any(token.text[0].isupper() for token in doc[start:end]):
        return []
    pieces = list(_apart(doc, start, end))
    out: list[Proposal] = []
    for first, last in pieces:
        first = with_adjectives(doc, first)
        if (
            not is_adjective_of(doc, first, last)
            and _may_be_place(doc, first, last)
            and not _is_personal(doc, first, last)
        ):
            kind_of = kind if len(pieces) == 1 else None
            out.append(Proposal(first, last, kind_of, source, MODEL, case=_case_shown(doc, first, last)))
    return out


def _case_shown(doc: Doc, first: int, last: int) -> str | None:
    """The case that a verb of taking a place or a noun of who lives there shows (`взял X`, `X взяты`, `устье X`)."""
    if is_object(doc, first):
        return "Acc"
    if is_captured(doc, first, last):
        return "Nom"
    return "Gen" if first and is_of_inhabitants(doc[first - 1]) else None


def _is_another(doc: Doc, start: int, at: int) -> bool:
    """Whether a noun in small letters after the name is no part of it (`учредил в Немирове управу`)."""
    token = doc[at]
    if not token.text.islower() or token.pos_ != "NOUN" or lexicon.noun(token.lower_) is not None:
        return False
    adjective = any(one.role == "adjective" and one.known for one in readings(doc[at - 1].text))
    return doc[at - 1].text[0].isupper() and not adjective and atlas_type(doc, start, at + 1) is None


def _only_begins_sentence(doc: Doc, at: int, end: int) -> bool:
    """Whether a word has its capital from the sentence only: the dictionary has it, and as no name."""
    token = doc[at]
    if not at_head(token) or atlas.known(token.text):
        return False
    text = token.text.removesuffix("-с").removesuffix("-то")
    found = [one for one in analyses(text) if one.source == "dictionary"]
    if not found:
        return end - at == 1 and only_begins(doc, at)
    if found[0].pos == "PROPN" or stem(token.text) in _inner_names(doc):
        return False
    if lexicon.noun(token.lower_) is not None and end - at > 1 and doc[at + 1].text[0].isupper():
        return lexicon.nouns().get(token.lower_) is None or not _takes_genitive(doc, at)
    return not any(one.pos == "ADJ" for one in found) or end - at == 1


def _inner_names(doc: Doc) -> frozenset[str]:
    """The stems of the capital words that do not begin a sentence."""
    found: frozenset[str] | None = memory(doc).get(_STORE)
    if found is None:
        found = frozenset(stem(token.text) for token in doc if token.text[:1].isupper() and not at_head(token))
        memory(doc)[_STORE] = found
    return found


def _takes_genitive(doc: Doc, at: int) -> bool:
    sort = lexicon.noun(doc[at].lower_)
    return sort is not None and (sort.genitive or sort.type == "state")


def _is_announcement(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.text == ".":
        return True
    if token.text[0].isupper():
        return False
    if token.lower_ in lexicon.data()["before"] and doc[at + 1].text == ".":
        return True
    return not any(one.analysis is not None and one.analysis.lemma == "советский" for one in readings(token.text))


def _ends_abbreviation(doc: Doc, at: int) -> bool:
    if at == 0 or doc[at].text != ".":
        return False
    return doc[at - 1].lower_ in lexicon.data()["after"] or len(doc[at - 1].text) == 1


def _apart(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a run: cut at commas, and where two known names stand side by side without agreeing."""
    first = start
    for at in range(start, end):
        if doc[at].text in {",", ";", "(", ")"}:
            if first < at:
                yield first, at
            first = at + 1
    if first < end:
        yield first, end


def _is_personal(doc: Doc, start: int, end: int) -> bool:
    """Whether a lone word that the model takes for a place is a person's name, an acronym or a ship's."""
    if end - start > 1:
        if is_quoted(doc, start, end) and not any(lexicon.noun(token.lower_) for token in doc[start:end]):
            return atlas_type(doc, start, end) is None
        if len(doc[start].text) == 1 and doc[start + 1].text == ".":
            return True
        return any(one.name_type == "Pat" and one.known for token in doc[start:end] for one in readings(token.text))
    token = doc[start]
    sort = lexicon.noun(token.lower_)
    if sort is not None and sort.type in {"state", "region"} and not is_of_atlas(token):
        return not (_COLLECTIVE.search(sort.lemma) and not at_head(token))
    if is_quoted(doc, start, end) or lexicon.is_never(token.lower_) or follows_initials(doc, start):
        return True
    if (token.text.isupper() and 1 < len(token.text) <= _MAX_ACRONYM) or _DECLINED_ACRONYM.fullmatch(token.text):
        return not atlas.known(nominative([token]))
    following = readings(doc[end].text) if end < len(doc) and doc[end].text[0].isupper() else ()
    if any(one.name_type == "Pat" and one.known for one in following):
        return True
    asked = prepositions().get(doc[start - 1].lower_) if start else None
    known = [one for one in readings(token.text) if one.known and one.name_type and (not asked or one.case in asked)]
    shown = is_where(doc, token) or is_of_atlas(token) or is_no_surname(doc, start)
    if SURNAME.search(token.lower_) and not shown:
        return not _is_joined(doc, start)
    if "-" in token.text or not any(one.name_type in PERSONAL for one in known):
        return False
    if _is_inside(doc, token) or is_no_surname(doc, start):
        return False
    return not is_governed(doc, token) and not is_of_atlas(token)


def _is_inside(doc: Doc, token: Token) -> bool:
    """Whether the word follows `в`, `из`, `близ` in their case, and no person of the document is called so."""
    if token.i == 0 or doc[token.i - 1].lower_ not in lexicon.data()["inside"]["prepositions"]:
        return False
    return is_where(doc, token) and stem(token.text) not in person_stems(doc)


def _is_joined(doc: Doc, at: int) -> bool:
    """Whether `и` or a comma joins the word to a known place before it, or an island's noun stands before."""
    if at and doc[at - 1].lower_ in lexicon.data()["before"] and "-" in doc[at - 1].text:
        return True
    joined = at > 1 and doc[at - 1].lower_ in {"и", ",", "или"} and doc[at - 2].text[:1].isupper()
    return joined and any(one.name_type == "Geo" and one.known for one in readings(doc[at - 2].text))


def _may_be_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the head of a longer name is a proper name or a place's noun, and no common noun of another sort."""
    if end - start == 1:
        return doc[start].is_alpha or "-" in doc[start].text or len(doc[start].text) > 2
    for token in doc[start:end]:
        found = [one for one in readings(token.text) if one.role == "noun"]
        if found and not any(one.role == "adjective" and one.known for one in readings(token.text)):
            sort = lexicon.noun(token.lower_)
            if sort is not None and at_head(doc[start]) and token.text.islower():
                return nouns.is_relational(doc[start], sort)
            if token.text[0].isupper() and _is_named_inside(doc, start, end):
                return True
            common = all(one.name_type is None for one in found if one.known) and found[0].known
            return not common or sort is not None or atlas_type(doc, start, end) is not None
    return True


def _is_named_inside(doc: Doc, start: int, end: int) -> bool:
    """Whether a preposition of whereabouts stands before a name that is all in capitals (`в Больших Мостках`)."""
    if start == 0 or doc[start - 1].lower_ not in lexicon.data()["whereabouts"]:
        return False
    if any(lexicon.is_never(token.lower_) for token in doc[start:end]):
        return False
    capitals = all(token.text[0].isupper() and not token.text.isupper() for token in doc[start:end])
    return capitals and agreement(list(doc[start:end])) is not None


def atlas_type(doc: Doc, start: int, end: int) -> str | None:
    """The type of the place that the atlas has under these words, or `None`."""
    known = atlas.known(nominative(list(doc[start:end]), name_type="Geo"))
    return known[0].type if known else None
