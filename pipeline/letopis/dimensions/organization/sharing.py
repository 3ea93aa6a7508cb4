"""Bodies under one head in the plural with a genitive or an adjective each: `Министерства финансов и юстиции`,
`полки Бородинский и Тарутинский`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.classes import RELATIONAL
from letopis.dimensions.organization.proposal import Proposal
from letopis.dimensions.organization.tail import genitive_group
from letopis.language.declension import Reading, readings

_JOINING = frozenset({"и", "или", "да", ","})
_MOST = 8


def genitives(match: Match) -> list[Proposal] | None:
    """As many bodies as there are genitives of what they see to after a head in the plural."""
    head = match.doc[match.start]
    if not lexicon.is_seeing(head.lower_):
        return None
    found = _groups(match.doc, match.end)
    noun = _plural(head, found[-1][1]) if len(found) > 1 else None
    if noun is None:
        return None
    lemma = _shaped(head, noun)
    return [
        Proposal(match.start if n == 0 else start, end, match.rule, normal=f"{lemma} {said}")
        for n, (start, end, said) in enumerate(found)
    ]


def _groups(doc: Doc, at: int) -> list[tuple[int, int, str]]:
    """The genitives joined to one another at `at`: their bounds, and their words with the noun that they share."""
    found: list[tuple[int, int, str]] = []
    while len(found) < _MOST:
        end = genitive_group(doc, at)
        if end == at:
            break
        while (further := genitive_group(doc, end)) > end and doc[end].pos_ == "NOUN":
            end = further
        links = [i for i in range(at, end) if doc[i].lower_ in _JOINING]
        edges = [at, *(i + 1 for i in links)]
        for start, stop in zip(edges, [*links, end], strict=True):
            said = doc[start:stop].text
            adjectival = stop < end and doc[stop - 1].pos_ == "ADJ"
            found.append((start, stop, f"{said} {doc[end - 1].text}" if adjectival else said))
        if end >= len(doc) or doc[end].lower_ not in _JOINING or not _closes(doc, end):
            break
        at = end + 1
    return found


def _closes(doc: Doc, at: int) -> bool:
    """Whether `и` stands at the link, or further on in the list that the comma goes on with."""
    return doc[at].text != "," or any(token.lower_ == "и" for token in doc[at + 1 : at + _MOST])


def adjectives(match: Match) -> list[Proposal] | None:
    """As many bodies as there are capital adjectives in the singular after a head in the plural."""
    head, doc = match.doc[match.start], match.doc
    noun = _plural(head, match.end)
    names = match.tokens("names")
    if noun is None or names is None:
        return None
    own = [token for token in names if token.lower_ not in _JOINING]
    forms = [_adjective(token, noun.gender) for token in own]
    if None in forms or (match.end < len(doc) and _goes_with_noun(doc, match.end)):
        return None
    lemma = _shaped(head, noun)
    return [
        Proposal(match.start if n == 0 else token.i, token.i + 1, match.rule, normal=f"{lemma} {form}")
        for n, (token, form) in enumerate(zip(own, forms, strict=True))
    ]


def _goes_with_noun(doc: Doc, at: int) -> bool:
    """Whether a noun in small letters follows, which the adjectives then are of."""
    found = [one for one in readings(doc[at].text) if one.role == "noun" and one.known]
    return doc[at].text[0].islower() and doc[at].pos_ == "NOUN" and any(one.case != "Gen" for one in found)


def _plural(head: Token, end: int) -> Reading | None:
    """The head's reading in the plural, where it is tagged so or a verb in the plural follows the names at `end`."""
    after = head.doc[end] if end < len(head.doc) else None
    found = [one for one in readings(head.text) if one.role == "noun" and one.known and one.number == "Plur"]
    found = [one for one in found if one.nominative("Sing").lower() in lexicon.heads()]
    acts = after is not None and after.pos_ == "VERB" and after.morph.get("Number", []) == ["Plur"]
    acts = acts and any(one.case == "Nom" for one in found)
    if head.morph.get("Number", []) != ["Plur"] and not acts:
        return None
    cases = ["Nom"] if acts else head.morph.get("Case", [])
    return next((one for one in found if [one.case] == cases), found[0] if found and not acts else None)


def _shaped(head: Token, noun: Reading) -> str:
    word = noun.nominative("Sing")
    return f"{word[0].upper()}{word[1:]}" if head.text[0].isupper() else word


def _adjective(token: Token, gender: str | None) -> str | None:
    """The adjective of a place's name in the nominative, where it is in the singular and of the head's gender."""
    if not RELATIONAL.search(token.lower_):
        return None
    for one in readings(token.text):
        if one.role == "adjective" and one.number == "Sing" and one.gender in {None, gender}:
            word = one.nominative("Sing", gender)
            return f"{word[0].upper()}{word[1:]}"
    return None


RULES: list[Rule[list[Proposal]]] = [
    Rule("shared-head-and-genitives", "(<firm>|<capital>)", genitives),
    Rule(
        "shared-head-and-adjectives",
        "(<firm>|<capital>) (?P<names><cap&adjective&relational> (<,> <cap&adjective&relational>){0,6} <and> "
        "<cap&adjective&relational>)",
        adjectives,
    ),
]
NAMES = frozenset(rule.name for rule in RULES)
