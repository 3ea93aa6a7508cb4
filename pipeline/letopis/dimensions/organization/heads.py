"""Rules of organizations' names that a head noun makes (`Опекунский совет`, `155-й полк`, `РВС 6-й армии`)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.evidence import is_firm
from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.kinds import in_persons
from letopis.dimensions.ordinary import at_head, is_grammar
from letopis.dimensions.organization import (
    abbreviated,
    coordinated,
    gapped,
    headless,
    lexicon,
    nounless,
    numbered,
    quoted,
    sharing,
)
from letopis.dimensions.organization.classes import RELATIONAL
from letopis.dimensions.organization.common_words import is_quoted, society
from letopis.dimensions.organization.proposal import Proposal
from letopis.dimensions.organization.tail import (
    CAPITAL,
    MEMBERS,
    NAMED,
    closed,
    end_of_called,
    end_of_dedication,
    end_of_majesty,
    end_of_owners,
    end_of_tail,
    ends_in_partners,
    is_for,
    is_named_after,
    is_of_people,
    is_saint,
)
from letopis.language.bodies import noun_of
from letopis.language.declension import readings
from letopis.language.phrase import agreement, nominative

_NEAR = 3


def adjectives_and_head(match: Match) -> Proposal | None:
    """`Русское географическое общество`, `Министерство внутренних дел`, `коммунистическая партия`."""
    doc = match.doc
    head_at = match.end - 1
    for start in range(match.start, head_at + 1):
        first = doc[start]
        if start < head_at and agreement(list(doc[start : head_at + 1])) is None:
            continue
        if start < head_at and first.text[0].islower() and doc[head_at].text[0].isupper():
            continue
        if start < head_at and noun_of(doc[head_at].lower_) and not RELATIONAL.search(first.lower_):
            continue
        if start < head_at and is_grammar(first.text):
            continue
        if start < head_at and _is_owner(first) and not lexicon.is_consecrated(doc[head_at].lower_):
            continue
        if start > match.start and first.text[0].islower() and doc[match.start].text[0].isupper() and start < head_at:
            continue
        end = end_of_tail(doc, head_at + 1, open_=_openness(doc, start, head_at))
        if lexicon.is_military(doc[head_at].lower_) and end == head_at + 2 and _is_leader(doc[head_at + 1]):
            end = head_at + 1
        if special := _end_of_special(doc, start, head_at):
            return Proposal(start if first.text[0].isupper() else head_at, special, match.rule)
        if lexicon.has_owners(doc[head_at].lower_):
            end = max(end, end_of_owners(doc, head_at + 1), end_of_owners(doc, end))
        elif (stop := end_of_owners(doc, head_at + 1)) > end and ends_in_partners(doc, stop):
            end = stop
        if is_firm(doc[head_at].text) and end > head_at + 1:
            return Proposal(start, end, match.rule)
        if end == head_at + 1 and _announces_quoted(doc, start, end):
            return None
        if _is_name(doc, start, head_at, end):
            return Proposal(start, end, match.rule)
    return None


def _is_leader(token: Token) -> bool:
    """Whether the one capital word after a unit is its leader's name and no place's (`Русская армия Врангеля`)."""
    found = [one for one in readings(token.text) if one.known]
    return (
        token.text[0].isupper()
        and not token.text.isupper()
        and not any(one.name_type in {None, "Geo"} for one in found)
    )


def _openness(doc: Doc, start: int, head_at: int) -> int:
    """What may follow the head in small letters: more, the surer its capital is that of a name."""
    head, first = doc[head_at], doc[start]
    if lexicon.is_military(head.lower_) or not first.text[0].isupper():
        return NAMED
    if start == head_at and not at_head(head) and not head.text.isupper():
        return CAPITAL
    members = lexicon.has_members(head.lower_, at_head=start == head_at)
    return MEMBERS if members else NAMED


def _end_of_special(doc: Doc, start: int, head_at: int) -> int:
    """The end of an old office (`Приказ Большого дворца`), a dedicated church, a sovereign's body, or 0."""
    head, after = doc[head_at], head_at + 1
    if (head.text[0].isupper() or doc[start].text[0].isupper()) and (end := end_of_called(doc, after)) > after:
        return max(end, end_of_tail(doc, end))
    saint = lexicon.bears_saint(head.lower_) and is_saint(doc, after)
    if (saint or lexicon.is_consecrated(head.lower_)) and (end := end_of_dedication(doc, after)) > after:
        return end
    if head.text[0].isupper() and (end := end_of_majesty(doc, after)) > after:
        return end
    return after + 1 if _is_postposed(doc, after) else 0


def is_postposed(doc: Doc, start: int, end: int) -> bool:
    """Whether the name ends in an adjective of the head before it (`Войско Донское`)."""
    return end - start > 1 and bool(lexicon.strength(doc[end - 2].lower_)) and _is_postposed(doc, end - 1)


def _is_postposed(doc: Doc, at: int) -> bool:
    """Whether a capital adjective of the head before it stands at `at`, of no noun after it (`Войско Донское`)."""
    head = doc[at - 1]
    if at >= len(doc) or not doc[at].text[0].isupper() or not RELATIONAL.search(doc[at].lower_):
        return False
    if "-" in doc[at].text and RELATIONAL.search(doc[at].lower_.partition("-")[0]):  # Посадский-Духовской
        return False
    told = lexicon.may_be_postposed(head.lower_)
    if lexicon.strength(head.lower_) != "firm" and not head.text[0].isupper() and not told:
        return False
    may_own = at in in_persons(doc) and not (lexicon.is_consecrated(head.lower_) or (told and head.text[0].isupper()))
    if not _agrees(doc[at], head, genitive=not may_own) or _is_followed(doc, at):
        return False
    return not lexicon.lacks_attribute(head.text, [doc[at].text])


def _is_followed(doc: Doc, at: int) -> bool:
    """Whether a noun of its own follows the adjective at `at`."""
    following = doc[at + 1 : at + 2]
    nominal = bool(following) and following[0].pos_ in {"NOUN", "ADJ", "PROPN"}
    return nominal and agreement([doc[at], following[0]]) is not None


def _agrees(adjective: Token, head: Token, *, genitive: bool) -> bool:
    """Whether the adjective agrees with the noun; `genitive`: in the genitive too, where it may be an owner's name."""
    nouns = [one for one in readings(head.text) if one.role == "noun" and one.known]
    return any(
        one.role == "adjective"
        and (one.case, one.number) == (noun.case, noun.number)
        and one.gender in {None, noun.gender}
        and (genitive or one.case != "Gen")
        and not (one.case == "Acc" and adjective.lower_.endswith(("ого", "его")))
        for one in readings(adjective.text)
        for noun in nouns
    )


def _announces_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words only say what sort of body is called so in the quotation marks after them."""
    if end + 1 >= len(doc) or doc[end].text not in '«"„“' or not doc[end + 1].text[0].isupper():
        return False
    return not any(token.text[0].isupper() and not at_head(token) for token in doc[start:end])


def _is_name(doc: Doc, start: int, head_at: int, end: int) -> bool:
    head, first = doc[head_at], doc[start]
    firm = lexicon.strength(head.lower_) == "firm"
    if start < head_at and _is_set_phrase(doc, start, head_at + 1):
        return True
    if first.text.isupper() and head.text.isupper() and not firm:
        return False
    if _is_no_organization(doc, start, head_at + 1):
        return False
    if lexicon.lacks_attribute(head.text, [token.text for token in doc[start:head_at]]):
        return False
    if start == head_at:
        if is_named_after(doc, head_at + 1):
            return True
        if lexicon.takes_whole(head.lower_) and end > head_at + 1:
            return any(not token.text[0].islower() for token in doc[head_at + 1 : end])
        if lexicon.needs_adjective(head.lower_) or end == head_at + 1:
            return False
        if head.text[0].isupper() and (not at_head(head) or is_for(doc[head_at + 1]) or _sees_to(doc, head_at)):
            return True
        owned = is_of_people(doc, head_at + 1) or not RELATIONAL.search(doc[head_at + 1].lower_)
        if lexicon.is_works(head.lower_) and (not at_head(head) or owned):
            return False
        if lexicon.is_keeper(head.lower_) and head.text[0].islower():
            return False
        return firm and not lexicon.is_military(head.lower_) and _has_care(doc, head_at + 1, end)
    if first.text[0].islower():
        return (
            firm
            and not lexicon.is_works(head.lower_)
            and _has_care(doc, head_at + 1, end)
            and not lexicon.is_military(head.lower_)
        )
    if not at_head(first):
        return True
    if any(token.text[0].isupper() for token in doc[start + 1 : head_at + 1]):
        return True
    plural = head.morph.get("Number", []) == ["Plur"] and not lexicon.is_plural_head(head.lower_)
    if plural and not RELATIONAL.search(first.lower_):
        return False
    if head_at - start > 1 and RELATIONAL.search(first.lower_) and lexicon.is_of_people_by_name(head.lower_):
        return True
    seen_to = _has_care(doc, head_at + 1, end) and not lexicon.is_organ(head.lower_)
    return not lexicon.is_ordinary(first.lower_) or seen_to


def _sees_to(doc: Doc, head_at: int) -> bool:
    """Whether a head that begins a sentence has after it, with a capital, what the body sees to (`Совет Труда`)."""
    head, following = doc[head_at], doc[head_at + 1]
    if lexicon.is_appointed(head.lower_):
        seen_to = head_at + 1 + (following.pos_ == "ADJ")
        if seen_to < len(doc) and lexicon.is_care(doc[seen_to].lower_):
            return not is_of_people(doc, seen_to)
    if lexicon.is_military(head.lower_) or not following.text[0].isupper():
        return False
    near = [token for token in doc[head_at + 1 : head_at + _NEAR] if token.text[0].isupper()]
    return any(lexicon.is_care(token.lower_) for token in near)


def _is_owner(token: Token) -> bool:
    """Whether the word can be an adjective only as one of a man's or town's name in `-ин`, `-ов` (`Бородина армия`)."""
    found = [one for one in readings(token.text) if one.role == "adjective"]
    return bool(found) and all(one.paradigm == "possessive" and not one.known for one in found)


def _is_no_organization(doc: Doc, start: int, end: int) -> bool:
    return nominative(list(doc[start:end]), "Sing").lower() in lexicon.no_organizations()


def _is_set_phrase(doc: Doc, start: int, end: int) -> bool:
    phrase = nominative(list(doc[start:end]), "Sing").lower()
    return phrase in lexicon.phrases()


def _has_care(doc: Doc, start: int, end: int) -> bool:
    return any(lexicon.is_care(token.lower_) or token.text[0].isupper() for token in doc[start:end])


def acronym(match: Match) -> Proposal | None:
    """`ЦК РКП(б)`, `РВС 6-й армии`, `ВЦИК`: an acronym and what depends on it."""
    end = closed(match.doc, match.start + 1)
    start = match.start - has_own_adjective(match.doc, match.start)
    if end < len(match.doc) and match.doc[end].text[0].isdigit():
        number = numbered.end_after(match.doc, end)
        return Proposal(start, number, match.rule)
    return Proposal(start, end_of_tail(match.doc, end), match.rule)


def committee(match: Match) -> Proposal | None:
    """`укома РКП(б)`, `райком ВЛКСМ`."""
    return Proposal(match.start, closed(match.doc, match.end), match.rule)


def told_by_figure(match: Match) -> Proposal | None:
    """`III отделение`, `IV Государственная дума`."""
    doc = match.doc
    frame = agreement(list(doc[match.start + 1 : match.end]))
    return Proposal(match.start, match.end, match.rule) if frame is not None and frame.number == "Sing" else None


def has_own_adjective(doc: Doc, at: int) -> bool:
    """Whether an adjective of a place's name with a capital stands before the acronym (`Архангельская РКИ`)."""
    if at == 0 or doc[at - 1].is_space or not doc[at - 1].text[0].isupper() or doc[at - 1].text.isupper():
        return False
    found = [one for one in readings(doc[at - 1].text) if one.role == "adjective"]
    return RELATIONAL.search(doc[at - 1].lower_) is not None and bool(found)


def name(match: Match) -> Proposal | None:
    """`Антанта`, `Наркомтяжпром`, `Сенат`: a word that is a name by itself, and what depends on it."""
    token = match.doc[match.start]
    if is_quoted(match.doc, match.start, match.end):
        return None
    if lexicon.strength(token.lower_) and _announces_quoted(match.doc, match.start, match.end):
        return None
    alone = not headless.is_syllabic(token.text) and "-" not in token.text
    if at_head(token) and alone and lexicon.strength(token.lower_):
        return None
    return Proposal(match.start, end_of_tail(match.doc, match.end), match.rule)


def dated_union(match: Match) -> Proposal | None:
    """`Союз 17 октября`."""
    return Proposal(match.start, match.end, match.rule)


_HEAD = "(<firm>|<capital>)"

RULES: list[Rule[Proposal]] = [
    *numbered.RULES,
    *gapped.RULES,
    *abbreviated.RULES,
    Rule("adjectives-and-organization-head", f"<adjective>{{1,6}} {_HEAD}", adjectives_and_head),
    Rule("organization-head-and-genitive", _HEAD, adjectives_and_head),
    Rule("committee-of-a-party", "<committee&low> <party-letters>", committee),
    Rule("office-with-roman-figure", "<roman> <adjective>{0,3} <told-by-figure>", told_by_figure),
    Rule("organization-acronym", "<acronym>", acronym),
    *quoted.RULES,
    Rule("organization-name", "<name>", name),
    Rule("society-of-common-words", "<society> (<cap>|<low>){1,4}", society),
    Rule("union-and-its-day", "<cap&union> <digits> <month>", dated_union),
    *quoted.AFTER_HEAD,
]

RULE_NAMES = frozenset(rule.name for rule in RULES) | coordinated.NAMES | sharing.NAMES | nounless.NAMES | quoted.NAMES
