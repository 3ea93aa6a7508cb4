"""Bodies whose name stands in quotation marks (`газета «Правда»`, `журналы «Нива» и «Родина»`, `пишет «Колокол»`)."""

from __future__ import annotations

from spacy.tokens import Span

from letopis.dimensions.grammar import Match, Rule
from letopis.dimensions.organization import lexicon
from letopis.dimensions.organization.proposal import Proposal
from letopis.dimensions.organization.tail import of_brothers
from letopis.dimensions.organization.works import is_of_vessel
from letopis.language.declension import readings
from letopis.language.phrase import nominative

_MARKS = frozenset('«»"“”„')


def alone(match: Match) -> Proposal | None:
    """`редактор «Современника»`, `«Русское слово» сообщает`: the name in quotation marks in a case of its own."""
    inner = match.tokens("name")
    return Proposal(inner.start, inner.end, match.rule) if inner is not None else None


def beside_head(match: Match) -> Proposal | None:
    """`завод «Красный путиловец»`: beside its head the name in quotation marks stands in the nominative."""
    inner = match.tokens("name")
    if inner is None or is_of_vessel(match.doc, inner.start):
        return None
    return _named(inner, match.rule)


def several(match: Match) -> list[Proposal] | None:
    """`газеты «Звезда», «Правда» и «Путь»`: as many bodies as there are names after a head in the plural."""
    doc, head = match.doc, match.doc[match.start]
    if not any(one.role == "noun" and one.known and one.number == "Plur" for one in readings(head.text)):
        return None
    marks = [at for at in range(match.start + 1, match.end) if doc[at].text in _MARKS]
    spans = [doc[start + 1 : end] for start, end in zip(marks[::2], marks[1::2], strict=False)]
    return [_named(span, match.rule) for span in spans] if len(spans) > 1 else None


def _named(inner: Span, rule: str) -> Proposal:
    first = next((token for token in inner if len(token.text) > 1), inner[0])
    short = any(token.text == "." and len(inner.doc[token.i - 1].text) > 1 for token in inner)
    found = readings(first.text)
    known = [one for one in found if one.known] or found
    stands = not short and any(one.case == "Nom" for one in known)
    normal = " ".join(inner.text.split())
    if not stands:
        normal = nominative(list(inner), case="Nom", heads=lexicon.heads())
    return Proposal(inner.start, inner.end, rule, normal=of_brothers(inner, normal))


_NAME = "<cap>(<cap>|<low>|<.>|<mark>){0,8}"
_PAPER = "<cap>(<cap>|<low>|<.>|<mark>){0,6}"
_QUOTED = f"(<open>|<quote>) {_NAME} (<close>|<quote>)"
_INNER = f"(<open>|<quote>) (?P<name>{_NAME}) (<close>|<quote>)"
_INNER_PAPER = f"(<open>|<quote>) (?P<name>{_PAPER}) (<close>|<quote>)"
RULES: list[Rule[Proposal]] = [
    Rule("newspaper-of-its-staff", f"<press-staff> {_INNER_PAPER}", alone),
    # по сообщению «Северной пчелы»; «Русское слово» сообщает
    Rule("reporting-newspaper", f"<report> {_INNER_PAPER}", alone),
    # статья в «Русском слове»
    Rule("printed-in-newspaper", f"<printed> <in> {_INNER_PAPER}", alone),
    Rule("newspaper-reports", f"{_INNER_PAPER} <report>", alone),
]
AFTER_HEAD: list[Rule[Proposal]] = [
    Rule("organization-head-in-quotes", f"(<firm>|<capital>) {_INNER}", beside_head),
]
LISTED: list[Rule[list[Proposal]]] = [
    Rule(
        "several-in-quotes",
        f"(<firm>|<capital>) {_QUOTED} ((<,>|<and>|<,><and>) {_QUOTED}){{1,12}}",
        several,
    ),
]
NAMES = frozenset(rule.name for rule in LISTED)
