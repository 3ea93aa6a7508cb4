"""Where a name begins and ends: the agreement of its words, and initials that are none."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.person.classes import form_classes
from letopis.dimensions.person.lexicon import lexicon
from letopis.language.morphology import analyses
from letopis.language.proper import hidden, readings, stem

_PAIR = 2
_EASTERN = re.compile("(?:лл|дж|дд|тт|мм|сс)а$")
"""The end of men's names of the East on -а, some of which the dictionary has on a consonant alone (`Зайнулла`)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Tokens `start:end` of a name, the rule that found it, and whether its own words prove it a person's."""

    start: int
    end: int
    rule: str
    strong: bool = False


def agreeing(doc: Doc, start: int, end: int, rule: str) -> Bounds | None:
    """The longest beginning of `start:end` whose words share case, number and gender; strong by a patronymic."""
    shared: set[tuple[str, str, str]] | None = None
    subject, last = _after_nominative(doc, start), start
    for at in range(start, end):
        if "capital" not in form_classes(doc[at].text):
            last = at + 1
            continue
        mine = {
            (one.case, one.number, one.gender)
            for one in readings(doc[at].text)
            if one.weight > 0.5 or (at > start and _womans(doc[start].text))
        }
        if at == start and subject and _EASTERN.search(doc[at].text):
            mine |= {(one.case, one.number, one.gender) for one in hidden(doc[at].text) if one.case == "Nom"}
        both = mine if shared is None else shared & mine
        if not both:
            break
        shared, last = both, at + 1
    while last > start and not form_classes(doc[last - 1].text) & {"capital", "descent", "roman"}:
        last -= 1
    if last == start:
        return None
    names = [form_classes(token.text) for token in doc[start:last]]
    if last - start < end - start and last - start < 2 and not any("pat" in found for found in names):
        return None
    return Bounds(start, last, rule, strong=any("pat" in found for found in names))


def after_undeclined(doc: Doc, one: Bounds, last: Container[str]) -> list[Bounds]:
    """`one` parted after a surname that does not decline and is of the man whom the title before it serves (`адвокат
    Гарибальди Джузеппе Риччи`); `last` holds the stems that end longer names of the document."""
    title = titles.ending_at(doc, one.start) if one.end - one.start > _PAIR else None
    if title is not None and title.cases:
        for at in range(one.start + 1, one.end - 1):
            likely = readings(doc[at - 1].text)[:1]
            if stem(doc[at - 1].text) in last and likely and likely[0].unchanged:
                return [replace(one, end=at), replace(one, start=at)]
    return [one]


def is_lone_see(doc: Doc, at: int, end: int) -> bool:
    """Whether the one word is a prelate's see, who has no surname (`папа Римский`, `патриарх Московский`)."""
    if end - at != 1 or "adjective" not in form_classes(doc[at].text):
        return False
    while at > 1 and doc[at - 1].text in {"и", ","} and "adjective" in form_classes(doc[at - 2].text):
        at -= 2
    title = titles.ending_at(doc, at)
    return title is not None and title.lemma.split()[-1] in lexicon().prelates


def _after_nominative(doc: Doc, start: int) -> bool:
    """Whether a noun for a person that can be a nominative alone stands right before (`дворник Зайнулла Сабитов`)."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ != "NOUN" or before.morph.get("Animacy", []) != ["Anim"]:
        return False
    living = (one.feats for one in analyses(before.lower_) if one.pos == "NOUN")
    return {feats.get("Case") for feats in living if feats.get("Animacy") == "Anim"} == {"Nom"}


def _womans(form: str) -> bool:
    """Whether the form is a woman's given name and no surname: after it a surname on a consonant does not decline."""
    known = [one for one in readings(form) if one.known]
    return bool(known) and all(one.type != "Sur" for one in known) and any(one.gender == "Fem" for one in known)


def initials_of_something_else(doc: Doc, start: int, end: int) -> bool:
    """Whether what looks like initials is an abbreviation: `до Р. Х.`, `С. Привольное`, the end of a sentence."""
    letters = [
        token.text for token in doc[start:end] if len(token.text) <= 3 and token.text[:1].isupper() and token.is_alpha
    ]
    first, last = doc[start], doc[end - 1]
    if last.text == "." and len(first.text) == 1 and " ".join(letters) in lexicon().not_initials:
        return True
    if (
        len(first.text) == 1
        and last.text != "."
        and first.text in "СДГПМРОХ"
        and sum(t.text == "." for t in doc[start:end]) == 1
    ):
        known = {one.type for one in readings(last.text) if one.known}
        neuter = any(one.feats.get("Gender") == "Neut" and one.source == "dictionary" for one in analyses(last.text))
        if known == {"Geo"} or (neuter and not known & {"Sur", "Giv"}):
            return True
    if (
        first.text in "Оо"
        and end - start == 3
        and "given" in form_classes(last.text)
        and "sur" not in form_classes(last.text)
    ):
        return True
    if last.text != "." and "common" in form_classes(last.text):
        return _is_sentence_start(doc, end - 1)
    return False


def _is_sentence_start(doc: Doc, at: int) -> bool:
    """Whether the capital at `at` is a sentence's: the splitter says so, or the word is common and no surname."""
    found = form_classes(doc[at].text)
    return bool(doc[at].is_sent_start) or (
        not found & {"sur", "given"} and doc[at].pos_ not in {"PROPN", "NOUN", "ADJ"}
    )


def is_see(doc: Doc, at: int) -> bool:
    """Whether an adjective between title and name is a churchman's see or a ruler's land (`эмир Бухарский Алим`)."""
    title = titles.ending_at(doc, at)
    if title is None:
        return False
    return titles.title_class(title.lemma) == "church" or title.lemma.split()[-1] in titles.lexicon().sovereigns
