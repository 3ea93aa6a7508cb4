"""Rules of names made of an adjective and a place's noun (`Вятская губерния`, `Козельского у.`), and of short ones."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.ordinary import at_head, is_common
from letopis.dimensions.place import atlas, lexicon
from letopis.dimensions.place.evidence import RELATIONAL, is_dotted
from letopis.dimensions.place.proposal import Proposal, Proposals
from letopis.language.declension import readings
from letopis.language.phrase import agreement, nominative

_OWNER = "owner-and-place-noun"
_WHERE = frozenset({"Loc", "Dat", "Gen"})


def adjective_and_noun(match: Match) -> Proposals | None:
    """`Козельского у.`, `Финском заливе`, `Северного Ледовитого океана`: agreeing adjectives and a place's noun."""
    found = _sort(match.span)
    if found is None:
        return None
    if match.rule == _OWNER and is_common(match.doc[match.start].text):
        return None
    noun_at, sort = found
    noun = match.doc[noun_at]
    for start in range(match.start + _is_announced(match.doc, match.start, noun_at), noun_at):
        listed = atlas.of_forms([token.text for token in match.doc[start : noun_at + 1]])
        at_start = at_head(match.doc[start]) and noun.text.islower()
        if at_start and not listed and not is_relational(match.doc[start], sort):
            continue
        if _is_no_place(match.doc[start], sort):
            continue
        if _is_abbreviated(noun) or agreement(list(match.doc[start : noun_at + 1])) is not None:
            return [Proposal(start, match.end, sort.type, match.rule)]
    return None


def _is_announced(doc: Doc, start: int, noun_at: int) -> bool:
    """Whether a noun before makes the first of several adjectives a name (`села Знаменского Кирсановского уезда`)."""
    if start == 0 or noun_at - start < 2:
        return False
    before = doc[start - 1]
    if before.text == "." and start > 1:
        return doc[start - 2].lower_ in lexicon.data()["before"]
    sort = lexicon.noun(before.lower_)
    return sort is not None and not sort.whole


def adjectives_and_noun(match: Match) -> Proposals | None:
    """`Тульской и Орловской губерний`: as many places as there are adjectives."""
    last = match.tokens("last")
    assert last is not None
    found = _sort(last)
    if found is None:
        return None
    if not _is_abbreviated(match.doc[found[0]]) and agreement(list(match.doc[match.start : found[0] + 1])) is None:
        return None
    noun = match.doc[found[0]]
    lemma = lexicon.data()["after"].get(noun.lower_, found[1].lemma)
    gender = next((r.gender for r in readings(lemma) if r.role == "noun" and r.case == "Nom"), None)
    out: Proposals = []
    for token in match.doc[match.start : found[0]]:
        adjective = next((r for r in readings(token.text) if r.role == "adjective"), None)
        if adjective is not None and token.text[0].isupper():
            own = adjective.nominative("Sing", gender)
            normal = f"{own[0].upper()}{own[1:]} {lemma}"
            end = match.end if token.i + 1 == found[0] else token.i + 1
            out.append(Proposal(token.i, end, found[1].type, match.rule, normal=normal))
    return out


def known_short(match: Match) -> Proposals | None:
    """`С.-Петербурга`, `Н. Новгороде`, `Спб.`: an abbreviated name that the atlas has in full."""
    known = atlas.known(nominative(list(match.span)))
    return [Proposal(match.start, match.end, known[0].type, match.rule)] if known else None


def street_of_two(match: Match) -> Proposals | None:
    """`на Б. Никитской`, `на Большой Садовой`, `по Мал. Дмитровке`: a street that shares its name with another."""
    doc, name = match.doc, match.doc[match.end - 1]
    first = doc[match.start + 1]
    side = lexicon.data()["sides"].get(first.lower_) or lexicon.data()["full_sides"].get(first.lower_)
    found = [one for one in readings(name.text) if one.gender == "Fem" and one.number == "Sing" and one.case in _WHERE]
    if side is None or not found:
        return None
    adjective = next((one for one in found if one.role == "adjective"), None)
    if first.lower_ in lexicon.data()["full_sides"] and (
        adjective is None or any(one.role == "noun" and one.known for one in found)
    ):
        return None
    own = adjective.nominative("Sing", "Fem") if adjective else nominative([name], name_type="Geo")
    return [Proposal(match.start + 1, match.end, "street", match.rule, normal=f"{side} {own[0].upper()}{own[1:]}")]


def _is_abbreviated(noun: Token) -> bool:
    return noun.lower_ in lexicon.data()["after"] and (is_dotted(noun) or "-" in noun.text)


def _sort(span: Span) -> tuple[int, lexicon.Noun] | None:
    """The last word of the span that is a place's noun, or its abbreviation, and what sort it shows."""
    for token in reversed(list(span)):
        if token.is_punct:
            continue
        full = lexicon.data()["after"].get(token.lower_) if _is_abbreviated(token) else None
        sort = lexicon.nouns().get(full) if full else lexicon.noun(token.lower_)
        return (token.i, sort) if sort else None
    return None


def is_relational(adjective: Token, sort: lexicon.Noun) -> bool:
    """Whether an adjective at a sentence's head is of a name (`Козельский`, `Троицкая`), the noun no common one."""
    return sort.whole and not sort.weak and bool(RELATIONAL.search(adjective.lower_))


def _is_no_place(adjective: Token, sort: lexicon.Noun) -> bool:
    pairs = lexicon.data()["not"]["pairs"]
    lemmas = {r.analysis.lemma for r in readings(adjective.text) if r.analysis is not None and r.role == "adjective"}
    return any(f"{lemma} {sort.lemma}" in pairs for lemma in lemmas)


RULES: list[Rule[Proposals]] = [
    Rule(
        "adjective-and-place-noun",
        "(<cap&adjective&own>|<cap&adjective&!head>) <cap&adjective>{0,2} (<after><dot>|<joined>|<noun>)",
        adjective_and_noun,
    ),
    Rule(
        "adjectives-and-place-noun",
        "<cap&adjective&own> (<comma> <cap&adjective&own>){0,6} <comma>? <and> "
        "(?P<last><cap&adjective&own> (<after><dot>|<joined>|<noun>))",
        adjectives_and_noun,
    ),
    Rule("street-of-two", "<where>(<letter|side><dot>|<sided>)<cap>", street_of_two),
    Rule(_OWNER, "<cap&owner> <owned&low>", adjective_and_noun),
    Rule("abbreviated-name", "<letter><dot><hyphen>?<cap>|<short><dot>", known_short),
]
