"""What a word and the words beside it say for or against its being a place's name."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from letopis.dimensions.evidence import is_of_neighbourhood
from letopis.dimensions.kinds import in_persons
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.place import atlas, lexicon
from letopis.language.declension import readings
from letopis.language.government import prepositions
from letopis.language.phrase import agreement, lemmas, nominative

_SIDES = frozenset(
    {"сев", "южн", "юж", "вост", "зап", "центр", "сред", "ср", "верх", "ниж", "нижн", "мал", "бол", "больш"}
)
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "DET", "X"})
PERSONAL = frozenset({"Sur", "Giv", "Pat"})
SURNAME = re.compile(r"(?:ов|ев|ёв)(?:[ауы]|ым|е|ой|ых)?$")
RELATIONAL_OF_PLACES = re.compile("(?:ск|цк)(?:ий|ой|ая|ое|ого|ому|им|ом|ую|ие|их|ими|ою)$")
RELATIONAL = re.compile(
    r"(?:ск|цк)(?:ий|ой|ая|ое|ого|ому|им|ом|ую|ие|их|ими|ою)$|(?:ов|ев|ин)(?:[ауыо]|ой|ым|ом|ых|ого)?$"
)


def is_of_atlas(token: Token) -> bool:
    """Whether one of the likelier nominatives of the word is a name of the atlas."""
    return any(atlas.known(lemma) for lemma in list(lemmas(token, name_type="Geo"))[:4])


def is_where(doc: Doc, token: Token) -> bool:
    """Whether a preposition of whereabouts stands before the word and asks for a case the word may be in."""
    cases = lexicon.data()["whereabouts"].get(doc[token.i - 1].lower_, ()) if token.i else ()
    return any(one.case in cases for one in readings(token.text))


def is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand alone in quotation marks, and so are a ship's or a work's name."""
    return start > 0 and end < len(doc) and doc[start - 1].text in '«"„“' and doc[end].text in '»"“”'


def is_governed(doc: Doc, token: Token) -> bool:
    """Whether a preposition before the word asks for a case in which the word is a place's name."""
    if token.i == 0 or doc[token.i - 1].lower_ not in lexicon.data()["beside"]["prepositions"]:
        return False
    cases = prepositions().get(doc[token.i - 1].lower_, frozenset())
    return any(one.name_type == "Geo" and one.case in cases for one in readings(token.text) if one.known)


def is_adjective_of(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is an adjective alone: of a noun after it, or one that no place is called by."""
    found = readings(doc[end - 1].text)
    if end - start > 1 or not found:
        return False
    if not any(one.role == "adjective" and one.known for one in found):
        return _is_relation_of_next(doc, start)
    listed = is_of_atlas(doc[start]) and is_where(doc, doc[start])
    if listed or any(one.role == "noun" and one.name_type == "Geo" and one.known for one in found):
        following = doc[end] if end < len(doc) else None
        if following is None or not following.text.islower() or following.pos_ not in {"NOUN", "ADJ"}:
            return False
        return agreement([doc[start], following]) is not None
    beside = end < len(doc) and doc[end].is_alpha and doc[end].pos_ in _NOMINAL
    head = agreement([doc[start], doc[end]]) if beside else None
    asked = prepositions().get(doc[start - 1].lower_, frozenset()) if start else frozenset()
    if head is not None and (not asked or head.case in asked):
        return True
    before = doc[start - 1].lower_ if start else ""
    if start > 1 and is_of_neighbourhood(before):
        before = doc[start - 2].lower_
    return before not in lexicon.data()["whereabouts"] or lexicon.is_ordinary(doc[start].lower_)


def _is_relation_of_next(doc: Doc, at: int) -> bool:
    """Whether the word ends as an adjective of a name and agrees with a word in small letters (`Шукшинские чтения`)."""
    following = doc[at + 1] if at + 1 < len(doc) else None
    if following is None or not following.text.islower() or not RELATIONAL_OF_PLACES.search(doc[at].lower_):
        return False
    return following.pos_ in {"NOUN", "ADJ"} and agreement([doc[at], following]) is not None


def follows_initials(doc: Doc, start: int) -> bool:
    """Whether a person's initial stands before the word."""
    return start > 1 and doc[start - 1].text == "." and len(doc[start - 2].text) == 1 and doc[start - 2].text.isupper()


def with_adjectives(doc: Doc, start: int) -> int:
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
    if at > 1 and doc[at - 1].text == "." and doc[at - 2].lower_ in _SIDES and doc[at - 2].text[0].isupper():
        at -= 2
    return at


def _is_soviet(adjective: Token, head: Token) -> bool:
    wanted = lexicon.data()["lower"]
    lemmas_of = {r.analysis.lemma for r in readings(adjective.text) if r.analysis is not None}
    if lemmas_of.isdisjoint(wanted["adjectives"]) or agreement([adjective, head]) is None:
        return False
    return nominative([head], name_type="Geo") in wanted["heads"]


def is_person(doc: Doc, start: int, end: int) -> bool:
    return not in_persons(doc).isdisjoint(range(start, end))


def has_own_noun(doc: Doc, start: int, end: int) -> bool:
    """Whether the words at `start:end` are adjectives of a common noun after them (`губернии Ефремовского уезда`)."""
    if end < len(doc) and doc[end].lower_ in lexicon.data()["after"] and (is_dotted(doc[end]) or "-" in doc[end].text):
        return any(reading.role == "adjective" for reading in readings(doc[end - 1].text))
    if end >= len(doc) or not doc[end].is_alpha or doc[end].pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    if not any(reading.role == "adjective" and reading.known for reading in readings(doc[end - 1].text)):
        return False
    if end - start == 1 and doc[start].lower_.endswith("ой") and _follows_feminine(doc, start):
        return False
    return agreement(list(doc[start : end + 1])) is not None and doc[end].text.islower()


def _follows_feminine(doc: Doc, at: int) -> bool:
    """Whether a feminine noun of a place stands before the word, which goes with it (`в станице Вёшенской сход`)."""
    if at == 0 or lexicon.noun(doc[at - 1].lower_) is None:
        return False
    return any(
        one.gender == "Fem" and one.case not in {"Nom", "Acc"} for one in readings(doc[at - 1].text) if one.known
    )


def is_dotted(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "."
