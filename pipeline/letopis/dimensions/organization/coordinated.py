"""Bodies that share a head in the plural (`Тверское и Псковское губернские правления`)."""

from __future__ import annotations

from spacy.tokens import Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import readings
from letopis.language.phrase import agreement

NAME = "adjectives-and-shared-head"


def shared_head(match: Match) -> list[Proposal] | None:
    """As many bodies as there are adjectives, or ordinals with theirs, in the singular before a head in the plural."""
    names, common, head = match.tokens("names"), match.tokens("common"), match.doc[match.end - 1]
    assert names is not None
    rest = [*(common or ()), head]
    groups = _groups(list(names))
    frame = agreement(rest) if len(rest) > 1 else None
    if len(rest) > 1 and (frame is None or frame.number != "Plur"):
        return None
    noun = _plural(groups[-1][-1], head, shown=frame is not None)
    if noun is None:
        return None
    lemma, gender = noun
    shared = [_adjective(token, gender) for token in rest[:-1]]
    found = [[_adjective(token, gender, singular=True) for token in group] for group in groups]
    if len(groups) < 2 or None in shared or any(None in forms for forms in found):
        return None
    tail = [*shared, lemma.lower()]
    last = groups[-1]
    return [
        Proposal(
            group[0].i,
            match.end if group is last else group[-1].i + 1,
            match.rule,
            normal=" ".join(one for one in [*forms, *tail] if one),
        )
        for group, forms in zip(groups, found, strict=True)
    ]


def _groups(tokens: list[Token]) -> list[list[Token]]:
    """The adjectives of each body: what stands between commas and conjunctions."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.text not in {",", "и", "да", "или"}:
            groups[-1].append(token)
        elif groups[-1]:
            groups.append([])
    return groups


def _plural(last: Token, head: Token, *, shown: bool) -> tuple[str, str | None] | None:
    """The singular and gender of a head that stands in the plural, or `None`; `shown`: an adjective of it is plural."""
    found = [one for one in readings(head.text) if one.role == "noun" and one.known and one.number == "Plur"]
    lemmas = [lemma for one in found if (lemma := one.nominative("Sing")) in lexicon.heads()]
    if not lemmas:
        return None
    gender = next((one.gender for one in readings(lemmas[0]) if one.role == "noun" and one.case == "Nom"), None)
    masculine = last.text.endswith("-й") and gender == "Masc" and head.lower_ != lemmas[0]
    if not shown and not masculine:
        frame = agreement([last, head])
        if frame is not None and frame.number == "Sing":
            return None
    return lemmas[0], gender


def _adjective(token: Token, gender: str | None, *, singular: bool = False) -> str | None:
    """The adjective in the nominative singular as it agrees with the head."""
    for one in readings(token.text):
        if one.role == "adjective" and (one.known or one.paradigm) and not (singular and one.number == "Plur"):
            word = one.nominative("Sing", gender)
            return f"{word[0].upper()}{word[1:]}" if token.text[0].isupper() else word
    return None


_OWN = "(<cap&adjective>|<ordinal> <cap&adjective>{0,2})"
RULES: list[Rule[list[Proposal]]] = [
    Rule(
        NAME,
        f"(?P<names>{_OWN} (<,> {_OWN}){{0,6}} <,>? <and> {_OWN}) (?P<common><low&adjective>{{0,3}}) "
        "(<firm>|<capital>)",
        shared_head,
    ),
]
NAMES = frozenset(rule.name for rule in RULES)
