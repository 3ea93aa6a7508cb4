"""Units without the noun they are called by (`поручик Тенгинского пехотного`, `Конного полка и Финляндского`)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.kinds import in_persons
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.classes import is_guards
from letopis.dimensions.organization.proposal import Proposal
from letopis.language.declension import Reading, readings
from letopis.language.phrase import agreement
from letopis.language.shape import shaped


def without_noun(match: Match) -> list[Proposal] | None:
    """`поручик Тенгинского пехотного`, `333-ю стрелковую`: a unit's adjectives without their noun."""
    doc, (*own, arm) = match.doc, match.doc[match.start : match.end]
    if _has_noun(doc, match.end, arm):
        return None
    numbered = lexicon.is_ordinal(own[0].lower_) or own[0].text[0].isdigit()
    for one in readings(arm.text):
        if one.role != "adjective" or one.number != "Sing" or one.gender == "Neut":
            continue
        if one.gender == "Fem" and not numbered:
            continue
        gender = "Fem" if one.gender == "Fem" else "Masc"
        agreeing = [next((r for r in readings(token.text) if _same(r, one)), None) for token in own]
        forms = [r.nominative("Sing", gender) for r in agreeing if r is not None]
        if len(forms) == len(own):
            words = zip([*own, arm], [*forms, one.nominative("Sing", gender)], strict=True)
            normal = " ".join(shaped(token.text, word) for token, word in words)
            return [Proposal(match.start, match.end, match.rule, normal=normal)]
    return None


def guards(match: Match) -> list[Proposal] | None:
    """`лейб-гвардии Павловского`: a regiment of the guards without its noun."""
    doc, last = match.doc, match.doc[match.end - 1]
    if _has_noun(doc, match.end, last):
        return None
    one = next(
        (r for r in readings(last.text) if r.role == "adjective" and r.number == "Sing" and r.gender != "Fem"), None
    )
    if one is None:
        return None
    before = [token.text for token in doc[match.start : match.end - 1] if is_guards(token)]
    normal = " ".join([*before, shaped(last.text, one.nominative("Sing", "Masc"))])
    return [Proposal(match.start, match.end, match.rule, normal=normal)]


def named_second(match: Match) -> list[Proposal] | None:
    """`Кексгольмского полка и Финляндского`: a second unit that leaves out the noun of the first."""
    doc, second = match.doc, match.doc[match.end - 1]
    first = agreement(list(doc[match.start : match.start + 2]))
    if first is None or first.number != "Sing" or _has_noun(doc, match.end, second):
        return None
    if match.end < len(doc) and match.end in in_persons(doc):
        return None
    for one in readings(second.text):
        agrees = one.role == "adjective" and (one.case, one.number) == (first.case, "Sing")
        if agrees and one.gender in {None, first.gender}:
            form = shaped(second.text, one.nominative("Sing", first.gender))
            normal = f"{form} {first.nominative('Sing')}"
            whole = Proposal(match.start, match.start + 2, match.rule)
            return [whole, Proposal(second.i, match.end, match.rule, normal=normal)]
    return None


def _same(one: Reading, other: Reading) -> bool:
    figure = one.case is None
    return one.role == "adjective" and (figure or (one.case, one.number) == (other.case, other.number))


def _has_noun(doc: Doc, at: int, arm: Token) -> bool:
    """Whether a noun, or another adjective, that agrees with the arm follows it, or its leader's name and the noun."""
    following = doc[at : at + 1]
    if not following or following[0].pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    if following[0].text[0].isupper():
        return at + 1 < len(doc) and lexicon.is_military(doc[at + 1].lower_)
    return following[0].pos_ == "ADJ" or agreement([arm, following[0]]) is not None


RULES: list[Rule[list[Proposal]]] = [
    Rule("regiment-without-its-noun", "<cap&adjective&relational> <arm>", without_noun),
    Rule("numbered-unit-without-its-noun", "(<ordinal>|<cap&ordinal-word>) <cap&adjective>? <arm>", without_noun),
    Rule("guards-without-their-noun", "<guards>{1,2} <cap&adjective&relational>", guards),
    Rule("unit-named-second", "<cap&adjective&relational> <unit> <and> <cap&adjective&relational>", named_second),
]
NAMES = frozenset(rule.name for rule in RULES)
