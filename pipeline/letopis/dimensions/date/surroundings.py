"""What stands around a match: what a number counts, what it numbers, which sentence it is in."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.date.cascade import Found
from letopis.dimensions.date.lexicon import fold, tags
from letopis.dimensions.date.nodes import Node
from letopis.dimensions.numeral.reader import numerals

_LOCATIVE = frozenset({"году", "годом", "годе"})
_BEFORE_YEARS = frozenset({"в", "с", "со", "до", "от", "к", "после", "около", "ок", "конца", "начала", "под", "по"})
_BEFORE_GRAM_YEARS = frozenset({"в", "во", "к", "ко"})
"""Before three digits and `г` without its stop these say a year; `по 300 г` is bread."""
_LIKELY_YEARS = range(1600, 2051)
_STYLES = frozenset({"old-style", "new-style"})
"""Phrases whose `ст.` is no article: `1-го сентября н. ст. 1858`."""
_OBLIQUE = frozenset({"Gen", "Loc", "Dat", "Ins"})


@cache
def _words(section: str) -> frozenset[str]:
    text = files("letopis.dimensions.date").joinpath("numbers.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[section]["forms"])


def sentence(doc: Doc, at: int) -> Span:
    """The sentence of a token; the whole document where nothing set sentence bounds."""
    return doc[at].sent if doc.has_annotation("SENT_START") else doc[:]


def token_after(doc: Doc, end: int) -> Token | None:
    """The token after, blanks passed over; `None` at a line's end."""
    while end < len(doc) and doc[end].is_space:
        if "\n" in doc[end].text:
            return None
        end += 1
    return doc[end] if end < len(doc) else None


def token_before(doc: Doc, start: int) -> Token | None:
    """The token before, blanks passed over; `None` at a line's start."""
    start -= 1
    while start >= 0 and doc[start].is_space:
        if "\n" in doc[start].text:
            return None
        start -= 1
    return doc[start] if start >= 0 else None


def ends_clause(found: Found) -> bool:
    """Whether a stop or the end of the line follows the match."""
    after = token_after(found.doc, found.nodes[-1].end)
    return after is None or after.is_punct


def word_after(found: Found, *features: str) -> bool:
    """Whether a noun or adjective follows the match; with `plural`, one in an oblique plural."""
    after = token_after(found.doc, found.nodes[-1].end)
    if after is None or not after.is_alpha:
        return False
    if features:
        return after.pos_ in {"NOUN", "ADJ"} and after.morph.get("Number", []) == ["Plur"]
    return True


def is_locative_year(found: Found) -> bool:
    """Whether `году` or a preposition says that three digits are a year's and not a count of years."""
    noun = found.node("word")
    if noun is None:
        return False
    before = token_before(found.doc, found.nodes[0].start)
    form = found.doc[noun.start].lower_
    dotted = form == "г" and noun.end - noun.start > 1
    if form == "г" and not dotted:
        return before is not None and before.lower_ in _BEFORE_GRAM_YEARS
    if form in _LOCATIVE or dotted or (before is not None and before.lower_ in _BEFORE_YEARS):
        return True
    number = found.value("n", "three-digits")
    counts = number % 10 in {2, 3, 4} and number % 100 // 10 != 1
    return form == "года" and (not counts or (before is not None and before.pos_ == "NOUN"))


def is_weight(found: Found) -> bool:
    """Whether `г` without its stop is the gram: `1250 г сахару`, and not `в 1250 г князь`, `1812 г войны`."""
    noun = found.nodes[-1]
    if found.doc[noun.start : noun.end].text != "г" or found.value("n", "year-number") in _LIKELY_YEARS:
        return False
    before, after = token_before(found.doc, found.nodes[0].start), token_after(found.doc, noun.end)
    if before is not None and before.lower_ in _BEFORE_YEARS:
        return False
    return after is not None and after.text[:1].islower() and _is_of_something(after)


def _is_of_something(after: Token) -> bool:
    case = after.morph.get("Case", [])
    return after.pos_ in {"NOUN", "ADJ"} and case in (["Gen"], ["Par"]) and after.morph.get("Number", []) == ["Sing"]


def counts_life(found: Found) -> bool:
    """Whether a year is counted in a life, a reign or a service: `на 74-м году жизни`."""
    after = token_after(found.doc, found.nodes[-1].end)
    before = token_before(found.doc, found.nodes[0].start)
    counted = after is not None and (
        fold(after.text) in _words("counted_in") or fold(after.lemma_) in _words("counted_in")
    )
    ordinal = found.value("n", "ordinal") is not None
    aged = before is not None and (before.lower_ in {"на", "по"} or before.lemma_ in {"идти", "пойти"})
    return counted or (ordinal and aged)


def strip_counts(doc: Doc, nodes: list[Node]) -> list[Node]:
    """The nodes, those of numbers that count or number something else robbed of their year and day classes.

    A number before one that counts counts too: `1500, 1600 и 1700 рублей`.
    """
    grouped = _grouped(doc)
    found = list(nodes)
    for at in range(len(nodes) - 1, -1, -1):
        node = nodes[at]
        if at and not nodes[at - 1].classes.isdisjoint(_STYLES):
            continue
        if _is_figure(node) and (node.start in grouped or _counts(doc, node) or _shares_count(found, at)):
            found[at] = _stripped(node)
    return found


def _grouped(doc: Doc) -> set[int]:
    """The tokens of numbers with a multiplier (`39 тыс.`) or with their thousands apart (`10 000`)."""
    return {
        i
        for one in numerals(doc)
        if one.written == "mixed"
        or one.scale != 1
        or (one.written == "digits" and one.end - one.start > 1 and one.value >= 10000)
        for i in range(one.start, one.end)
    }


def _shares_count(nodes: list[Node], at: int) -> bool:
    if at + 2 >= len(nodes) or nodes[at + 1].classes.isdisjoint({"comma", "and", "or", "dash"}):
        return False
    return "counts" in nodes[at + 2].classes


def _is_figure(node: Node) -> bool:
    return not node.classes.isdisjoint({"year-number", "creation-number"}) and "in-words" not in node.classes


def _stripped(node: Node) -> Node:
    return Node(
        node.start,
        node.end,
        frozenset({"number", "cardinal", "counts"}),
        {"number": node["number"], "cardinal": node["number"]},
    )


def _counts(doc: Doc, node: Node) -> bool:
    before, after = token_before(doc, node.start), token_after(doc, node.end)
    if before is not None and _numbers(doc, before):
        return True
    if after is None or node["ordinal"]:
        return after is not None and node["ordinal"] is not None and _agrees(doc[node.end - 1], after)
    if _bounds_next(doc, after):
        return False
    if after.text in {"%", "½", "¼", "¾", "°"} or is_unit(doc, after):
        return True
    return counts_noun(node["number"] or 0, after)


def counts_noun(number: int, after: Token) -> bool:
    """Whether the noun phrase that begins at `after` is in the form that the number asks for."""
    if after.pos_ not in {"NOUN", "ADJ"} or not after.text[:1].islower() or fold(after.text) in _words("years"):
        return False
    case, plural = after.morph.get("Case", []), after.morph.get("Number", []) == ["Plur"]
    if plural and case and case[0] in _OBLIQUE:
        return True
    small = 2 <= number % 10 <= 4 and number % 100 // 10 != 1
    return small and case == ["Gen"] and after.pos_ == "NOUN"


def _bounds_next(doc: Doc, after: Token) -> bool:
    """`к концу 1943 св. 200 тыс.`: an abbreviation with its stop that bounds the next figure."""
    if fold(after.text) not in _words("bounds") or after.i + 2 >= len(doc):
        return False
    return doc[after.i + 1].text == "." and doc[after.i + 2].text[:1].isdecimal()


def is_unit(doc: Doc, after: Token) -> bool:
    """Whether the token is a unit; of one letter, only with its full stop."""
    if fold(after.text) not in _words("units"):
        return False
    return len(after) > 1 or (after.i + 1 < len(doc) and doc[after.i + 1].text == ".")


def _numbers(doc: Doc, before: Token) -> bool:
    form = fold(before.text)
    if form == "." and before.i:
        form = fold(doc[before.i - 1].text) + "."
    return form in _words("numbered")


def _is_month(token: Token) -> bool:
    return any(name == "month" for name, _ in tags(token.text))


def _agrees(number: Token, after: Token) -> bool:
    """Whether an ordinal belongs to the noun after it: `1812-го полка`."""
    if after.pos_ not in {"NOUN", "ADJ"} or fold(after.text) in _words("years") or _is_month(after):
        return False
    return in_form_of(number, after)


def in_form_of(number: Token, after: Token) -> bool:
    """Whether the noun phrase that begins at `after` is in a form that the ordinal's ending can go with.

    `1812-го полка`; not `25-го императоры свиделись`, `15-го ветер стих`.
    """
    cases = {
        "го": {"Gen", "Acc"},
        "м": {"Loc"},
        "й": {"Nom", "Gen", "Dat", "Loc", "Ins"},
        "му": {"Dat"},
        "е": {"Nom", "Acc"},
        "я": {"Nom"},
    }
    ending = number.lower_.rpartition("-")[2]
    wanted = next((found for end, found in cases.items() if ending.endswith(end)), set())
    if ending.endswith("го") and (after.morph.get("Number", []) == ["Plur"] or _is_inanimate_accusative(after)):
        return False
    return bool(after.morph.get("Case", [])) and after.morph.get("Case", [])[0] in wanted


def _is_inanimate_accusative(token: Token) -> bool:
    """An accusative that is the nominative's form, where no `-го` stands."""
    return token.morph.get("Case", []) == ["Acc"] and token.morph.get("Animacy", []) != ["Anim"]


def is_verb(token: Token) -> bool:
    """A predicate: a finite verb or infinitive, or a short participle (`открыта`)."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return token.morph.get("VerbForm", []) != ["Part"] or token.morph.get("Variant", []) == ["Short"]
