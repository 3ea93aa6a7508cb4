"""How organization mentions are found: rules of head nouns, acronyms, known names, and the model's names."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc

from letopis.dimensions.grammar import Grammar
from letopis.dimensions.kinds import decided
from letopis.dimensions.mention import Mention
from letopis.dimensions.ordinary import at_head
from letopis.dimensions.organization import coordinated, headless, heads, lexicon, nounless, quoted, sharing, short
from letopis.dimensions.organization.again import again
from letopis.dimensions.organization.classes import classes, is_guards
from letopis.dimensions.organization.model import of_model
from letopis.dimensions.organization.proposal import FIRM, Proposal
from letopis.dimensions.organization.tail import is_of_man, of_brothers
from letopis.dimensions.organization.works import is_of_vessel
from letopis.language.declension import readings
from letopis.language.phrase import agreement, nominative
from letopis.language.proper import readings as names
from letopis.language.shape import shaped

_FUND = re.compile(r"[А-Я]\.?-\d+[а-я]?")
"""The number of an archive's fund (`Фонд Р-713`), which is no name."""


@cache
def grammar() -> Grammar[Proposal]:
    """The rules over token classes, compiled once."""
    return Grammar(heads.RULES)


@cache
def several() -> Grammar[list[Proposal]]:
    """The rules that make several names of one match."""
    return Grammar([*coordinated.RULES, *sharing.RULES, *nounless.RULES, *quoted.LISTED])


def find(doc: Doc) -> list[Mention]:
    """Every organization mention of `doc`; none overlap."""
    own = classes(doc)
    shared = [one for found in several().results(doc, own) for one in found]
    taken = {at for one in shared for at in range(one.start, one.end)}
    proposed = [*shared, *(one for one in grammar().results(doc, own) if taken.isdisjoint(range(one.start, one.end)))]
    called = {start for start, end, _, _ in decided(doc) if end - start == 1}
    for start, end, kind, source in decided(doc):
        if kind == "organization":
            ours = of_model(doc, start, end, source)
            proposed.extend(one for one in ours if taken.isdisjoint(range(one.start, one.end)))
    proposed = [one for one in proposed if not is_of_vessel(doc, one.start)]
    proposed = [one for one in proposed if not _FUND.fullmatch(doc[one.start : one.end].text)]
    ends = {one.end: one.start for one in proposed if one.strength == FIRM}
    proposed = [one for one in proposed if not _begins_too_early(doc, one, ends.get(one.end))]
    stops = {one.start: one.end for one in sorted(proposed, key=lambda p: p.end) if one.strength == FIRM}
    proposed = [one for one in proposed if not _ends_too_late(doc, one, stops)]
    standing = _standing(proposed)
    return [described(doc, one) for one in _standing([*standing, *again(doc, standing, called)])]


def _begins_too_early(doc: Doc, one: Proposal, start: int | None) -> bool:
    """Whether the model's name takes in common words before the name that a rule found (`Роты Конного полка`)."""
    if one.strength == FIRM or start is None or start <= one.start:
        return False
    if all(token.text[0].islower() or at_head(token) for token in doc[one.start : start]):
        return True
    before = [any(r.role == "adjective" for r in readings(token.text)) for token in doc[one.start : start]]
    if not all(before):
        return False
    return agreement(list(doc[one.start : one.end])) is None and agreement(list(doc[start : one.end])) is not None


def _ends_too_late(doc: Doc, one: Proposal, firm: dict[int, int]) -> bool:
    """Whether the model's name goes on past the one that a rule found: into the next man's surname (`Окружного суда
    Падарин`), into a noun in another case, or into one that an office does not see to (`Городская ратуша сведений`)."""
    stop = firm.get(one.start, one.end)
    if one.strength == FIRM or stop >= one.end:
        return False
    after = doc[stop]
    if after.text[0].isupper():
        surname = any(r.type == "Sur" and r.case == "Nom" for r in names(after.text)[:2])
        return surname and is_of_man(after.text) and not lexicon.has_owners(doc[stop - 1].lower_)
    if not after.text.islower() or after.pos_ != "NOUN":
        return False
    if after.morph.get("Case", []) == ["Nom"] and doc[one.start].morph.get("Case", []) not in ([], ["Nom"]):
        return True
    return stop == one.end - 1 and lexicon.is_of_state(doc[stop - 1].lower_) and not lexicon.is_care(after.lower_)


def _standing(proposed: list[Proposal]) -> list[Proposal]:
    taken: set[int] = set()
    kept = []
    for one in sorted(proposed, key=lambda p: (p.start - p.end, p.strength, p.start)):
        tokens = range(one.start, one.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(one)
    return sorted(kept, key=lambda p: p.start)


def described(doc: Doc, one: Proposal) -> Mention:
    """The mention of the organization that `one` proposes, its name in the nominative."""
    first = doc[one.start].text
    if one.end - one.start == 1 and headless.is_syllabic(first):
        normal = headless.syllabic_base(first)
        trace = [f"name by {one.rule}", f"base form {normal}"]
        return Mention(one.start, one.end, "organization", {}, one.rule, normal, trace)
    if one.normal is not None:
        return Mention(one.start, one.end, "organization", {}, one.rule, one.normal, [f"name by {one.rule}"])
    if one.end - one.start == 1 and not first[:2].isupper() and (base := headless.name_base(first)):
        base = shaped(first, base)
        return Mention(one.start, one.end, "organization", {}, one.rule, base, [f"name by {one.rule}"])
    guards = [token.text for token in takewhile(is_guards, doc[one.start : one.end - 1])]
    if one.end - one.start == 1 and (base := headless.acronym_base(first)):
        return Mention(one.start, one.end, "organization", {}, one.rule, base, [f"name by {one.rule}"])
    normal = " ".join([*guards, nominative(list(doc[one.start + len(guards) : one.end]), heads=lexicon.heads())])
    if (head := short.contracted(first.lower())) and normal.startswith(first[:2]):
        normal = " ".join([head.capitalize() if first[0].isupper() else head, *normal.split()[1:]])
    normal = of_brothers(doc[one.start : one.end], normal)
    return Mention(
        one.start, one.end, "organization", {}, one.rule, normal, [f"name by {one.rule}", f"nominative {normal}"]
    )
