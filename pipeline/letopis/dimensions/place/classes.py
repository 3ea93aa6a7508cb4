"""The class of each token that the rules of places are written over."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Classes
from letopis.dimensions.kinds import Decided, decided
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.place import atlas, lexicon
from letopis.language.declension import Reading, readings
from letopis.language.expansion import full_names

_PUNCTUATION = {
    ".": "dot",
    ",": "comma",
    "и": "and",
    "да": "and",
    "или": "and",
    "«": "quote",
    "»": "quote",
    '"': "quote",
}
_SAINTS = frozenset({"св", "святой", "святого", "святая", "святых", "свв"})
_WHERE = frozenset({"на", "по", "с"})
_LIKELY = 0.05


def classes(doc: Doc) -> list[Classes]:
    """One set of class names a token."""
    found = [_lexical(token) for token in doc]
    named: list[set[str]] = [set() for _ in doc]
    for start, end, kind, _ in decided(doc):
        for at in range(start, end):
            named[at].add(kind)
    out = []
    for token, lexical, kinds in zip(doc, found, named, strict=True):
        own = set(lexical) | kinds
        if at_head(token):
            own.add("head")
        out.append(frozenset(own))
    return out


def _lexical(token: Token) -> Classes:
    punctuation = _PUNCTUATION.get(token.lower_)
    if punctuation:
        return frozenset({punctuation})
    return _of_form(token.text)


@lru_cache(maxsize=1 << 16)
def _of_form(text: str) -> Classes:
    lower = text.lower()
    own: set[str] = set()
    if text[0].isupper() and (len(text) == 1 or not text.isupper() or len(text) > 5) and text[-1].isalpha():
        own.add("cap" if len(text) > 1 else "letter")
    raw = lexicon.data()
    if lower in raw["before"]:
        own.add("before")
    if lower in raw["after"]:
        own.add("joined" if "-" in lower else "after")
    if lower in full_names():
        own.add("short")
    if text == "-":
        own.add("hyphen")
    if text.isupper() and len(text) > 1 and atlas.known(text):
        own.add("acronym")
    if lower in _WHERE:
        own.add("where")
    if lower in raw["sides"] and len(lower) > 1 and text[0].isupper():
        own.add("side")
    if lower in raw["full_sides"] and text[0].isupper():
        own.add("sided")
    if lower in _SAINTS:
        own.add("saint")
    found = readings(text)
    if is_adjective(found):
        own.add("adjective")
        if not lexicon.is_ordinary(lower):
            own.add("own")
        if any(one.analysis is not None and one.analysis.lemma in raw["lower"]["adjectives"] for one in found):
            own.add("soviet")
    if any(one.paradigm == "possessive" for one in found):
        own.add("owner")
    noun = lexicon.noun(lower)
    if noun is not None:
        own.add("noun")
        if noun.lemma in raw["owned"]["nouns"]:
            own.add("owned")
        own.add("whole" if noun.whole else "out")
        own.add("weak" if noun.weak else "firm")
        if noun.genitive:
            own.add("genitive")
        if noun.type == "street":
            own.add("street")
    if lower == text:
        own.add("low")
    return frozenset(own)


def is_adjective(found: tuple[Reading, ...]) -> bool:
    """Whether the word may be an adjective."""
    return any(reading.role == "adjective" and (reading.known or _is_adjectival(reading)) for reading in found)


def _is_adjectival(reading: Reading) -> bool:
    return reading.weight > _LIKELY or reading.paradigm == "relational"


def spans_of(doc: Doc, kind: str) -> list[Decided]:
    """The decided names of one kind."""
    return [one for one in decided(doc) if one[2] == kind]
