"""Rules of names without a noun: those the atlas knows, those that a preposition or a list shows."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Classes
from letopis.dimensions.ordinary import at_head, is_month
from letopis.dimensions.place import atlas, lexicon
from letopis.dimensions.place.evidence import (
    PERSONAL,
    is_adjective_of,
    is_governed,
    is_quoted,
    is_where,
    with_adjectives,
)
from letopis.dimensions.place.proposal import FIRM, GUESSED, KNOWN, Proposal
from letopis.dimensions.taken import is_dealt_in
from letopis.language.declension import readings
from letopis.language.government import prepositions
from letopis.language.phrase import agreement, lemmas

_MIN_LENGTH, _LONG_NAME = 3, 3


def known_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Names of the atlas that neither a person nor an organization bears here."""
    for token, own in zip(doc, classes, strict=True):
        if "acronym" in own:
            yield Proposal(token.i, token.i + 1, None, "known-place-name", KNOWN)
        if "cap" in own and (length := _long_name(doc, token.i)):
            yield Proposal(token.i, token.i + length, None, "known-place-name", FIRM)
            continue
        if "cap" not in own or own & {"person", "place"} or len(token.text) < _MIN_LENGTH or is_month(doc, token.i):
            continue
        start = token.i
        if is_quoted(doc, start, start + 1):
            continue
        if start and "cap" in classes[start - 1] and "adjective" in classes[start - 1]:
            whole = list(doc[start - 1 : start + 1])
            if agreement(whole, name_type="Geo") is not None and atlas.of_forms([one.text for one in whole]):
                yield Proposal(start - 1, start + 1, None, "known-place-name", KNOWN)
                continue
        if _lone_name(doc, token) and not is_adjective_of(doc, start, start + 1):
            yield Proposal(with_adjectives(doc, start), start + 1, None, "known-place-name", KNOWN)


def _long_name(doc: Doc, at: int) -> int:
    """How many words beginning at `at` are a name of the atlas (`Область войска Донского`, `Речь Посполитая`), or 0."""
    words = [token.text for token in doc[at : at + _LONG_NAME]]
    if len(words) == _LONG_NAME and atlas.of_forms(words) is not None:
        return _LONG_NAME
    capitals = len(words) > 1 and words[1][:1].isupper() and not words[1].isupper()
    return 2 if capitals and atlas.of_forms(words[:2]) is not None else 0


def _lone_name(doc: Doc, token: Token) -> bool:
    """Whether the atlas has the name, and it is no surname, given name or common noun here."""
    found = [reading for reading in readings(token.text) if reading.known]
    if not any(atlas.known(lemma) for lemma in list(lemmas(token, name_type="Geo"))[:4]):
        return False
    inside = (
        token.i > 0 and doc[token.i - 1].lower_ in lexicon.data()["inside"]["prepositions"] and is_where(doc, token)
    )
    if any(reading.name_type in PERSONAL for reading in found) and not (inside or is_governed(doc, token)):
        return False
    if lexicon.is_never(token.lower_):
        return False
    common = any(reading.name_type is None for reading in found)
    return not (common and at_head(token))


def governed_names(doc: Doc, classes: list[Classes]) -> Iterator[Proposal]:
    """Unknown capital words after a preposition of whereabouts, in its case (`из Хотыни`)."""
    for token, own in zip(doc, classes, strict=True):
        if (
            "cap" not in own
            or own & {"person", "place", "organization"}
            or token.i == 0
            or len(token.text) < _MIN_LENGTH
        ):
            continue
        if is_dealt_in(doc, token.i):
            yield Proposal(token.i, token.i + 1, "settlement", "village-dealt-in", GUESSED, case="Acc")
            continue
        cases = lexicon.data()["whereabouts"].get(doc[token.i - 1].lower_)
        if (
            cases
            and _is_unknown_place(token, set(cases), doc[token.i - 1].lower_)
            and not is_adjective_of(doc, token.i, token.i + 1)
        ):
            yield Proposal(token.i, token.i + 1, None, "governed-name", GUESSED)


def _is_alike(doc: Doc, first: int, second: int) -> bool:
    """Whether two adjectives stand alone in one form, both names (`в Екатеринославской и Херсонской`)."""
    words = [doc[first], doc[second]]
    if any(not any(one.role == "adjective" for one in readings(word.text)) for word in words):
        return False
    following = doc[second + 1] if second + 1 < len(doc) else None
    if following is not None and following.is_alpha and agreement([doc[second], following]) is not None:
        return False
    return words[0].lower_[-2:] == words[1].lower_[-2:] and not lexicon.is_ordinary(words[1].lower_)


def _is_unknown_place(token: Token, cases: set[str], before: str) -> bool:
    found = readings(token.text)
    known = [one for one in found if one.known and (one.name_type not in PERSONAL or one.case in cases)]
    if token.text.isascii() or lexicon.is_never(token.lower_):
        return False
    if any(reading.name_type in PERSONAL or reading.name_type is None for reading in known):
        return any(reading.name_type == "Geo" and reading.case in cases for reading in known)
    if (
        not known
        and found
        and found[0].name_type in PERSONAL
        and before not in lexicon.data()["inside"]["prepositions"]
    ):
        return False
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
        alike = one.end - one.start == 1 and _is_alike(doc, one.start, at)
        if is_adjective_of(doc, at, at + 1) and not alike:
            continue
        if alike or _is_unknown_place(doc[at], {case for case in cases if case}, ""):
            yield Proposal(at, at + 1, None, "name-in-a-list-of-places", GUESSED)
