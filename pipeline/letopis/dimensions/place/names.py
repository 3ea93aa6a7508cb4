"""Rules of names without a noun: the model's, those the atlas knows, those that a preposition or a list shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Classes
from letopis.dimensions.place import atlas, lexicon, nouns
from letopis.dimensions.place.classes import at_head
from letopis.dimensions.place.proposal import GUESSED, KNOWN, MODEL, Proposal
from letopis.language.declension import readings
from letopis.language.government import prepositions
from letopis.language.morphology import analyses
from letopis.language.phrase import agreement, lemmas, nominative

_PERSONAL = frozenset({"Sur", "Giv", "Pat"})
_SURNAME = re.compile(r"(?:ов|ев|ёв)(?:[ауы]|ым|е|ой|ых)?$")
_MIN_LENGTH = 3
_MAX_ACRONYM = 6


def of_model(doc: Doc, start: int, end: int, source: str) -> list[Proposal]:
    """What of the model's name is a place: nouns before it cut off, adjectives that belong to it taken in."""
    tokens = doc[start:end]
    kind: str | None = None
    while start < end - 1 and _is_announcement(doc, start):
        sort = lexicon.noun(doc[start].lower_)
        kind = sort.type if sort else lexicon.data()["before"].get(doc[start].lower_, kind)
        start += 1
    while start < end and _only_begins_sentence(doc, start, end):
        start += 1
    while end > start and doc[end - 1].is_punct and not _ends_abbreviation(doc, end - 1):
        end -= 1
    if start >= end or not any(token.text[0].isupper() for token in tokens):
        return []
    pieces = list(_apart(doc, start, end))
    out: list[Proposal] = []
    for first, last in pieces:
        first = _with_adjectives(doc, first)
        if (
            not _is_adjective_of(doc, first, last)
            and _may_be_place(doc, first, last)
            and not _is_personal(doc, first, last)
        ):
            out.append(Proposal(first, last, kind if len(pieces) == 1 else None, source, MODEL))
    return out


def _only_begins_sentence(doc: Doc, at: int, end: int) -> bool:
    """Whether a word has its capital from the sentence only: the dictionary has it, and as no name."""
    token = doc[at]
    if not at_head(token) or atlas.known(token.text):
        return False
    text = token.text.removesuffix("-с").removesuffix("-то")
    found = [one for one in analyses(text) if one.source == "dictionary"]
    if not found or found[0].pos == "PROPN" or any(one.feats.get("NameType") == "Geo" for one in found):
        return False
    if lexicon.noun(token.lower_) is not None and end - at > 1 and doc[at + 1].text[0].isupper():
        return lexicon.nouns().get(token.lower_) is None or not _takes_genitive(doc, at)
    return not any(one.pos == "ADJ" for one in found) or end - at == 1


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


def _with_adjectives(doc: Doc, start: int) -> int:
    """Where the name begins when capital adjectives that agree with it are taken in (`Западной Европе`)."""
    head = doc[start]
    at = start
    while at > 0 and start - at < 2 and doc[at - 1].text[0].isupper() and not at_head(doc[at - 1]):
        if not any(reading.role == "adjective" and reading.known for reading in readings(doc[at - 1].text)):
            break
        if agreement(list(doc[at - 1 : start + 1]), name_type="Geo") is None:
            break
        at -= 1
    if at > 0 and _is_soviet(doc[at - 1], head):
        at -= 1
    return at


def _is_personal(doc: Doc, start: int, end: int) -> bool:
    """Whether a lone word that the model takes for a place is a person's name, an acronym or a ship's."""
    if end - start > 1:
        if len(doc[start].text) == 1 and doc[start + 1].text == ".":
            return True
        return any(one.name_type == "Pat" and one.known for token in doc[start:end] for one in readings(token.text))
    token = doc[start]
    if _is_quoted(doc, start, end) or lexicon.is_never(token.lower_) or _after_initials(doc, start):
        return True
    if token.text.isupper() and 1 < len(token.text) <= _MAX_ACRONYM:
        return not atlas.known(nominative([token]))
    following = readings(doc[end].text) if end < len(doc) and doc[end].text[0].isupper() else ()
    if any(one.name_type == "Pat" and one.known for one in following):
        return True
    known = [one for one in readings(token.text) if one.known and one.name_type]
    if _SURNAME.search(token.lower_) and not _is_governed(doc, token) and not _is_of_atlas(token):
        return True
    if "-" in token.text or not any(one.name_type in _PERSONAL for one in known):
        return False
    return not _is_governed(doc, token) and not _is_of_atlas(token)


def _after_initials(doc: Doc, start: int) -> bool:
    """Whether a person's initial stands before the word."""
    return start > 1 and doc[start - 1].text == "." and len(doc[start - 2].text) == 1 and doc[start - 2].text.isupper()


def _is_of_atlas(token: Token) -> bool:
    return any(atlas.known(lemma) for lemma in list(lemmas(token))[:4])


def _is_soviet(adjective: Token, head: Token) -> bool:
    wanted = lexicon.data()["lower"]
    lemmas_of = {r.analysis.lemma for r in readings(adjective.text) if r.analysis is not None}
    if lemmas_of.isdisjoint(wanted["adjectives"]) or agreement([adjective, head]) is None:
        return False
    return nominative([head], name_type="Geo") in wanted["heads"]


def _is_adjective_of(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is an adjective alone: of a noun after it, or one that no place is called by."""
    found = readings(doc[end - 1].text)
    if end - start > 1 or not found or not any(one.role == "adjective" and one.known for one in found):
        return False
    if any(one.role == "noun" and one.name_type == "Geo" and one.known for one in found):
        following = doc[end] if end < len(doc) else None
        return following is not None and following.text.islower() and agreement([doc[start], following]) is not None
    if end < len(doc) and doc[end].is_alpha and agreement([doc[start], doc[end]]) is not None:
        return True
    before = doc[start - 1].lower_ if start else ""
    return before not in lexicon.data()["whereabouts"] or lexicon.is_ordinary(doc[start].lower_)


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
            common = all(one.name_type is None for one in found if one.known) and found[0].known
            return not common or sort is not None or atlas_type(doc, start, end) is not None
    return True


def atlas_type(doc: Doc, start: int, end: int) -> str | None:
    """The type of the place that the atlas has under these words, or `None`."""
    known = atlas.known(nominative(list(doc[start:end]), name_type="Geo"))
    return known[0].type if known else None


def known_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Names of the atlas that neither a person nor an organization bears here."""
    for token, own in zip(doc, classes, strict=True):
        if "acronym" in own:
            yield Proposal(token.i, token.i + 1, None, "known-place-name", KNOWN)
        if "cap" not in own or own & {"person", "place"} or len(token.text) < _MIN_LENGTH:
            continue
        start = token.i
        if _is_quoted(doc, start, start + 1):
            continue
        if start and "cap" in classes[start - 1] and "adjective" in classes[start - 1]:
            whole = list(doc[start - 1 : start + 1])
            if agreement(whole, name_type="Geo") is not None and atlas.of_forms([one.text for one in whole]):
                yield Proposal(start - 1, start + 1, None, "known-place-name", KNOWN)
                continue
        if _lone_name(doc, token) and not _is_adjective_of(doc, start, start + 1):
            yield Proposal(_with_adjectives(doc, start), start + 1, None, "known-place-name", KNOWN)


def _is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand alone in quotation marks, and so are a ship's or a work's name."""
    return start > 0 and end < len(doc) and doc[start - 1].text in '«"„“' and doc[end].text in '»"“”'


def _lone_name(doc: Doc, token: Token) -> bool:
    """Whether the atlas has the name, and it is no surname, given name or common noun here."""
    found = [reading for reading in readings(token.text) if reading.known]
    if not any(atlas.known(lemma) for lemma in list(lemmas(token, name_type="Geo"))[:4]):
        return False
    if any(reading.name_type in _PERSONAL for reading in found) and not _is_governed(doc, token):
        return False
    common = any(reading.name_type is None for reading in found)
    return not (common and at_head(token))


def _is_governed(doc: Doc, token: Token) -> bool:
    """Whether a preposition before the word asks for a case in which the word is a place's name."""
    if token.i == 0 or doc[token.i - 1].lower_ not in lexicon.data()["beside"]["prepositions"]:
        return False
    cases = prepositions().get(doc[token.i - 1].lower_, frozenset())
    return any(one.name_type == "Geo" and one.case in cases for one in readings(token.text) if one.known)


def governed_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Unknown capital words after a preposition of whereabouts, in its case (`из Коростыни`)."""
    for token, own in zip(doc, classes, strict=True):
        if (
            "cap" not in own
            or own & {"person", "place", "organization"}
            or token.i == 0
            or len(token.text) < _MIN_LENGTH
        ):
            continue
        cases = lexicon.data()["whereabouts"].get(doc[token.i - 1].lower_)
        if cases and _is_unknown_place(token, set(cases)) and not _is_adjective_of(doc, token.i, token.i + 1):
            yield Proposal(token.i, token.i + 1, None, "governed-name", GUESSED)


def _is_unknown_place(token: Token, cases: set[str]) -> bool:
    found = readings(token.text)
    known = [reading for reading in found if reading.known]
    if lexicon.is_never(token.lower_):
        return False
    if any(reading.name_type in _PERSONAL or reading.name_type is None for reading in known):
        return any(reading.name_type == "Geo" and reading.case in cases for reading in known)
    return any(reading.case in cases for reading in found)


def coordinated_names(doc: Doc, named: list[Proposal], classes: list[Classes]) -> Iterator[Proposal]:
    """A capital word that a comma or `и` joins to a place, in a case of that place."""
    for one in named:
        at = one.end
        if at + 1 >= len(doc) or doc[at].lower_ not in {"и", ",", "или"}:
            continue
        at += 2 if doc[at + 1].lower_ in prepositions() else 1
        if at >= len(doc) or "cap" not in classes[at] or classes[at] & {"person", "organization", "place"}:
            continue
        cases = {reading.case for reading in readings(doc[one.end - 1].text)[:8]}
        if not _is_adjective_of(doc, at, at + 1) and _is_unknown_place(doc[at], {case for case in cases if case}):
            yield Proposal(at, at + 1, None, "name-in-a-list-of-places", GUESSED)
