"""What of the names that the model calls organizations is one."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.dimensions.ordinary import at_head, is_common
from letopis.dimensions.organization import headless, lexicon
from letopis.dimensions.organization.heads import has_own_adjective
from letopis.dimensions.organization.proposal import MODEL, Proposal
from letopis.dimensions.organization.tail import end_of_tail
from letopis.dimensions.organization.works import is_of_vessel
from letopis.language.declension import readings
from letopis.language.morphology import analyses
from letopis.language.phrase import nominative

_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_MARK = re.compile(r"[А-ЯЁ]{1,2}-?\d+")
"""The number of a fond or a sheet (`Д-17`)."""
_OFFICES = frozenset({"ruler", "civil", "church"})
_ABBREVIATED = 2
"""Letters of `г.` or `ул.`."""
_QUOTES = frozenset('«»"„“”()')


def of_model(doc: Doc, start: int, end: int, source: str) -> list[Proposal]:
    """The name without quotation marks and organs before it, with the genitives that belong to it after it."""
    bracket = next((at for at in range(start + 1, end) if doc[at].text == "(" and doc[at - 1].whitespace_), None)
    if bracket is not None:
        last = end - (doc[end - 1].text == ")")
        return of_model(doc, start, bracket, source) + of_model(doc, bracket + 1, last, source)
    if start and doc[start - 1].lower_ == "и" and lexicon.is_partner(doc[start].lower_):
        return []
    if is_of_vessel(doc, start) or (end - start == 1 and _is_owner_of_works(doc, start)):
        return []
    start = _after_verb(doc, start, end)
    if start and end < len(doc) and doc[start - 1].text in '«"„“' and doc[end].text in '»"“”' and end - start > 1:
        return [Proposal(start, end, source, MODEL)]
    inner = [at for at in range(start, end) if doc[at].text in _QUOTES]
    if (
        len(inner) >= 2
        and doc[inner[0] + 1].text[0].isupper()
        and inner[1] - inner[0] > 1
        and doc[inner[0]].text != "("
    ):
        return [Proposal(inner[0] + 1, inner[1], source, MODEL)]
    while start < end and (doc[start].is_punct or (doc[start].text[0].islower() and _stays_out(doc, start, end))):
        start += 1
    if len(inner) == 1 and inner[0] > start and inner[0] < end - 1 and doc[inner[0]].text in '«"„“':
        return [Proposal(inner[0] + 1, end, source, MODEL)]
    while start < end - 1 and at_head(doc[start]) and lexicon.is_organ(doc[start].lower_):
        start += 1
    while start < end and (_only_begins_sentence(doc, start) or (start < end - 1 and _is_document(doc, start))):
        start += 1
    while end > start and (_cannot_end(doc, start, end) or _is_mark(doc[end - 1].text)):
        end -= 1
    if start >= end or not any(token.text[0].isupper() for token in doc[start:end]):
        return []
    if any(token.text.islower() and token.morph.get("VerbForm", []) == ["Fin"] for token in doc[start:end]):
        return []
    if end - start == 1 and (_MARK.fullmatch(doc[start].text) or headless.is_common_acronym(doc[start].text)):
        return []
    if end - start == 1 and titles.is_title(doc[start].text) and not headless.is_name(doc[start].text):
        return []
    if end - start == 1 and is_common(doc[start].text) and titles.ending_at(doc, start) is not None:
        return []
    if _is_of_office(doc, start, end):
        return []
    if end - start > 1 and at_head(doc[start]) and _is_plain_phrase(doc, start, end):
        return []
    if end - start == 1 and not _stands_alone(doc, start):
        return []
    if at_head(doc[start]) and not any(_CYRILLIC.search(token.text) for token in doc[start:end]):
        return []
    if _is_other(doc, start, end):
        return []
    if end - start == 1 and doc[start].text.isupper():
        start -= has_own_adjective(doc, start)
    return [Proposal(start, max(end, end_of_tail(doc, end)), source, MODEL)]


def _is_owner_of_works(doc: Doc, at: int) -> bool:
    """Whether the one word is whose the works before it are, in small letters (`завода Лангензипена`)."""
    if at == 0 or doc[at - 1].text[0].isupper() or not lexicon.is_works(doc[at - 1].lower_):
        return False
    known = headless.is_syllabic(doc[at].text) or headless.is_name(doc[at].text) or doc[at].text[:2].isupper()
    return not known and doc[at].lower_.endswith(("а", "ы", "и", "я", "ова", "ева", "ина"))


def _after_verb(doc: Doc, start: int, end: int) -> int:
    """Past a finite verb with a capital that the model took in (`Командовал Нижегородским полком`)."""
    token = doc[start]
    finite = token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Fin"]
    quoted = start > 0 and doc[start - 1].text in '«"„“'
    return start + 1 if finite and end - start > 1 and not quoted else start


def _is_of_office(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are an office that one man holds (`Оренбургскому Губернатору`), or what a minister sees to."""
    last = doc[end - 1]
    if any(lexicon.strength(token.lower_) or token.text in _QUOTES for token in doc[start:end]):
        return False
    if end - start > 1 and _holds_office(last) and doc[end - 2].pos_ == "ADJ":
        return doc[start - 1 : start].text not in _QUOTES or not start
    return (
        start > 0 and titles.is_title(doc[start - 1].text) and lexicon.is_care(last.lower_) and last.text[0].isupper()
    )


def _holds_office(token: Token) -> bool:
    """Whether the noun is a civil or church title or a sovereign's (`Губернатору`)."""
    return titles.is_title(token.text) and any(
        titles.title_class(one) in _OFFICES for one in lexicon.lemmas(token.lower_)
    )


def _is_mark(text: str) -> bool:
    """Whether no name ends in the mark."""
    return text in _QUOTES | {",", ".", ":"} and text != ")"


def _cannot_end(doc: Doc, start: int, end: int) -> bool:
    """Whether no name ends in its last word: a verb, an adverb, a preposition, `г.`, an adjective of the next noun."""
    last = doc[end - 1]
    if not last.text.islower() or end - start == 1:
        return False
    if last.pos_ in {"VERB", "ADV", "ADP"}:
        return True
    if last.pos_ == "NOUN" and last.morph.get("Case", []) == ["Nom"]:
        beside = last.morph.get("Animacy", []) == ["Anim"] or lexicon.strength(doc[end - 2].lower_)
        return bool(beside) and doc[start].morph.get("Case", []) not in ([], ["Nom"])
    after = doc[end] if end < len(doc) else None
    if after is None:
        return False
    if len(last.text) <= _ABBREVIATED and after.text == ".":
        return True
    return last.pos_ == "ADJ" and after.pos_ == "NOUN" and last.morph.get("Case", []) == after.morph.get("Case", [])


def _stays_out(doc: Doc, at: int, end: int) -> bool:
    """Whether a word in small letters before the name's first capital is an organ of it."""
    found = readings(doc[at].text)
    is_noun = not any(reading.role == "adjective" and reading.known for reading in found)
    return (
        at + 1 < end and is_noun and (lexicon.is_organ(doc[at].lower_) or lexicon.strength(doc[at].lower_) is not None)
    )


def _only_begins_sentence(doc: Doc, at: int) -> bool:
    """Whether a word has its capital from the sentence only: a verb or a noun of no organization."""
    if not at_head(doc[at]) or lexicon.strength(doc[at].lower_) or headless.is_name(doc[at].text):
        return False
    found = [one for one in analyses(doc[at].text) if one.source == "dictionary"]
    return bool(found) and all(one.pos not in {"PROPN", "ADJ"} and one.feats.get("Abbr") != "Yes" for one in found)


def _is_document(doc: Doc, at: int) -> bool:
    """Whether the name's first word is a common noun of no organization before it (`Приказом Наркомтяжпрома`)."""
    found = [reading for reading in readings(doc[at].text) if reading.known]
    if not found or any(one.role != "noun" or one.name_type for one in found) or not at_head(doc[at]):
        return False
    return lexicon.strength(doc[at].lower_) is None or lexicon.needs_adjective(doc[at].lower_)


def _is_other(doc: Doc, start: int, end: int) -> bool:
    """Whether the head of a longer name is a common noun of no organization (`договора`) or a place's name."""
    if nominative(list(doc[start:end]), "Sing").lower() in lexicon.no_organizations():
        return True
    for token in doc[start:end]:
        nouns = [one for one in readings(token.text) if one.role == "noun" and one.known]
        if token.pos_ == "ADJ":
            continue
        if not nouns or lexicon.strength(token.lower_) or headless.is_name(token.text):
            return False
        geographic = all(one.name_type == "Geo" for one in nouns)
        return end - start > 1 and (geographic or (token.text.islower() and lexicon.is_thing(token.lower_)))
    return False


def _is_plain_phrase(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase with no capital but the sentence's says only what sort of body it is (`Городская управа`)."""
    rest = doc[start + 1 : end]
    if any(not token.text.islower() for token in rest) or doc[start - 1 : start].text in {"«", '"', "„", "“"}:
        return False
    heads = [token.lower_ for token in rest if lexicon.strength(token.lower_)]
    if not heads or (end < len(doc) and doc[end].text in {"«", '"', "„", "“"}):
        return True
    weak = lexicon.strength(heads[0]) != "firm" or lexicon.is_military(heads[0])
    return weak and len(rest) == 1 and lexicon.is_ordinary(doc[start].lower_)


def _stands_alone(doc: Doc, at: int) -> bool:
    """Whether the one word can be a name: no adjective, and no head noun that a sentence begins with."""
    token = doc[at]
    if lexicon.is_compound(token.text):
        return True
    if at_head(token) and lexicon.strength(token.lower_) and not headless.is_name(token.text):
        return False
    found = [reading for reading in readings(token.text) if reading.known]
    return not found or any(reading.role == "noun" for reading in found)
