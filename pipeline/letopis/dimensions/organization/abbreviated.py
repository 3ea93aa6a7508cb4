"""Bodies with abbreviated words (`Вятского губ. правл.`, `Каз. палата`, `Рус. геогр. об-ва`)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon, short
from letopis.dimensions.organization.proposal import Proposal
from letopis.dimensions.organization.tail import CAPITAL, end_of_tail, genitive_group
from letopis.language.declension import readings
from letopis.language.phrase import nominative

NAME = "abbreviated-body"


def abbreviated_body(match: Match) -> Proposal | None:
    """The name with its abbreviations written out, its adjectives agreeing with the head."""
    *before, head = [token for token in match.span if token.text != "."]
    cut = _short_head(head)
    if cut is None and not any(_is_short(token) for token in before):
        return None
    while cut is not None and len(before) > 1 and not _agree(before[0], before[1]):
        before = before[1:]
    if not before:
        return None
    lemma, gender_of = cut or _full_head(head)
    adjectives = [_adjective(token, gender_of) for token in before]
    if not lemma or not before or any(one is None for one in adjectives):
        return None
    end = end_of_tail(match.doc, match.end, open_=CAPITAL)
    tail = match.doc[match.end : end].text.split()
    shaped = lemma.capitalize() if head.text[0].isupper() and not head.text.isupper() else lemma
    normal = " ".join([*(one for one in adjectives if one), shaped, *tail])
    return Proposal(before[0].i, end, match.rule, normal=normal)


def _agree(one: Token, other: Token) -> bool:
    """Whether two adjectives written in full can be of one noun (not so `Заведующий Кирсановской`)."""
    if _is_short(one) or _is_short(other):
        return True
    sides = [
        {(r.case, r.number, r.gender) for r in readings(token.text) if r.role == "adjective"} for token in (one, other)
    ]
    return bool(sides[0] & sides[1])


def _short_head(head: Token) -> tuple[str, str] | None:
    """What an abbreviated head is written out as, and the noun whose gender its adjectives have."""
    gender_of = short.acronym_head(head.text)
    if gender_of is not None:
        return head.text, gender_of
    found = short.contracted(head.lower_) or (short.head(head.lower_) if _is_dotted(head) else None)
    return (found, found) if found else None


def _full_head(head: Token) -> tuple[str, str]:
    found = next((one.nominative("Sing") for one in readings(head.text) if one.role == "noun" and one.known), "")
    return found, found


def _is_dotted(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "."


def _is_short(token: Token) -> bool:
    return _is_dotted(token) and short.adjective(token.lower_) is not None


def _adjective(token: Token, head: str) -> str | None:
    """The adjective, written out, as it agrees with the noun `head` in the nominative."""
    gender = next((one.gender for one in readings(head) if one.role == "noun" and one.case == "Nom"), "Masc")
    full = short.adjective(token.lower_) if _is_short(token) else token.lower_
    for one in readings(full.capitalize() if full else ""):
        if one.role == "adjective" and (one.known or one.paradigm):
            word = one.nominative("Sing", gender)
            return _capitals(token.text, word)
    return None


def railway(match: Match) -> Proposal | None:
    """`Сызрано-Вяземской ж. д.`, `Закавказской жел. дороги`."""
    adjective = _adjective(match.doc[match.start], "дорога")
    return Proposal(match.start, match.end, match.rule, normal=f"{adjective} железная дорога") if adjective else None


def guards_unit(match: Match) -> Proposal | None:
    """`л.-гв. Егерского полка`, `Лейб-гв. Конный полк`."""
    name = match.tokens("name")
    assert name is not None
    first = match.doc[match.start]
    guards = "лейб-гвардии" if first.lower_ != "гв" else "гвардии"
    guards = guards.capitalize() if first.text[0].isupper() else guards
    normal = f"{guards} {nominative(list(name), heads=lexicon.heads())}"
    return Proposal(match.start, match.end, match.rule, normal=normal)


def _capitals(source: str, word: str) -> str:
    """The word with the capitals of both parts of the source (`Волго-Бугульминская`)."""
    parts, capital = word.split("-"), [part[:1].isupper() for part in source.split("-")]
    if len(parts) != len(capital):
        return word.capitalize() if capital[0] else word
    return "-".join(part.capitalize() if up else part for part, up in zip(parts, capital, strict=True))


def head_and_short_tail(match: Match) -> Proposal | None:
    """`Мин. внутр. дел`, `Деп. податей и сборов`, `Акад. наук`: what the body sees to may be cut short too."""
    doc = match.doc
    head = doc[match.start]
    cut = _short_head(head)
    lemma, _ = cut or _full_head(head)
    at = match.start + 1 + (cut is not None and _is_dotted(head))
    written: list[str] = []
    while at < len(doc) and len(written) < _MOST:
        token = doc[at]
        if _is_short_tail(token):
            written.append(short.tail(token.lower_) or "")
            at += 2
        elif _follows(doc, at + (token.lower_ == "и" and bool(written))):
            written.append(token.text)
            at += 1
        else:
            break
    if cut is not None and not written and not lexicon.has_owners(lemma) and (stop := end_of_tail(doc, at)) > at:
        written = doc[at:stop].text.split()
        at = stop
    shortened = cut is not None or any(_is_short_tail(token) for token in doc[match.start + 1 : at])
    if not lemma or not written or not shortened:
        return None
    return Proposal(match.start, at, match.rule, normal=" ".join([lemma.capitalize(), *written]))


def _follows(doc: Doc, at: int) -> bool:
    """Whether a genitive of what bodies see to stands at `at`, or one cut short."""
    if at >= len(doc):
        return False
    return _is_short_tail(doc[at]) or genitive_group(doc, at) == at + 1


def _is_short_tail(token: Token) -> bool:
    return _is_dotted(token) and short.tail(token.lower_) is not None


_MOST = 6
RULES: list[Rule[Proposal]] = [
    Rule(
        NAME,
        "(<cap&adjective>|<cap&short-adjective><.>) (<adjective>|<short-adjective><.>){0,3} "
        "(<firm>|<capital>|<short-head><.>|<contracted>|<acronym-head>)",
        abbreviated_body,
    ),
    Rule(
        "abbreviated-head-and-genitive",
        "(<cap&short-head><.>|<cap&contracted>|<cap&firm>|<cap&capital>) (?=<low>|<cap>|<short-tail><.>)",
        head_and_short_tail,
    ),
    Rule("railway-abbreviated", "<cap&adjective&relational> <rail><.> (<road><.>|<road>)", railway),
    Rule(
        "guards-unit",
        "(<guards-letter><.><hyphen>?)?<guards-short><.> (?P<name><adjective>{1,4} <unit>)",
        guards_unit,
    ),
]
