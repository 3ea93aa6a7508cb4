"""Persons of the names model, put right: what falls off their ends, names run together, words that are no names."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.evidence import evidence
from letopis.dimensions.ordinary import is_common
from letopis.dimensions.person.alone import is_joined_attribute
from letopis.dimensions.person.bounds import Bounds, initials_of_something_else, is_see
from letopis.dimensions.person.classes import Classes, form_classes
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.dimensions.syllabic import is_syllabic
from letopis.language.expansion import is_abbreviation
from letopis.language.morphology import analyses
from letopis.language.proper import readings, stem
from letopis.language.sentences import is_cut_short

_SHORT, _LIKELY, _SHOWN = 4, 0.05, 2.0
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_PEOPLES = re.compile("(?<!^)[жшчщлнврдт][яа]н(?:е|ам|ами|ах)$")
_OF_NAME = re.compile("(?:ск|цк)(?:ий|ой|ого|ому|им|ом|ая|ую|ою|ие|их|ими)$")
_PARTING = frozenset('()[],;:/«»"')


def from_model(
    doc: Doc, classes: Sequence[Classes], start: int, end: int, source: str, often: Container[str] = ()
) -> list[Bounds]:
    """What a person of the names model comes to: titles before it and stray words after it fall off, and two names
    run together (`Шатову Лиза`) are parted where case or gender changes. `often` holds the stems of names that the
    document has for persons more than once."""
    for at in range(start, end):
        if doc[at].text in _PARTING:
            halves = ((start, at), (at + 1, end))
            return [one for begin, stop in halves for one in from_model(doc, classes, begin, stop, source, often)]
        if start < at < end - 1 and (_joins(doc, classes, start, at) or _is_verb(doc, at)):
            halves = ((start, at), (at + 1, end))
            return [one for begin, stop in halves for one in from_model(doc, classes, begin, stop, source, often)]
    for at in range(start + 1, end):
        if _parts(doc, classes, at):
            halves = ((start, at), (at, end))
            return [one for begin, stop in halves for one in from_model(doc, classes, begin, stop, source, often)]
    trimmed = _trimmed(doc, classes, start, end, source, often)
    return [] if trimmed is None else [trimmed]


def _is_verb(doc: Doc, at: int) -> bool:
    """Whether a verb in lower case stands between what then are two names."""
    return doc[at].pos_ == "VERB" and doc[at].text.islower() and "particle" not in form_classes(doc[at].text)


def _joins(doc: Doc, classes: Sequence[Classes], start: int, at: int) -> bool:
    """Whether `и` or `да` at `at` joins two names; in `Леонардо да Винчи` it is the name's own."""
    if doc[at].text == "и":
        return True
    return doc[at].text == "да" and ("given" in classes[at + 1] or at - start > 1)


def _parts(doc: Doc, classes: Sequence[Classes], at: int) -> bool:
    """Whether two names meet at token `at`: both words known names, and no case and gender they share."""
    both = classes[at - 1], classes[at]
    named = [found & {"given", "sur"} for found in both]
    if any("capital" not in found for found in both) or not named[1] or not (named[0] or "place" in both[0]):
        return False
    sides = [{(one.case, one.number, one.gender) for one in readings(doc[i].text)} for i in (at - 1, at)]
    return not sides[0] & sides[1]


def _trimmed(
    doc: Doc, classes: Sequence[Classes], start: int, end: int, source: str, often: Container[str]
) -> Bounds | None:
    """The name without what falls off its ends; `None` where nothing of a person is left."""
    for at in range(start + 1, end):
        title = titles.ending_at(doc, at)
        if title is not None and title.start <= start and not classes[at - 1] & {"given", "sur"}:
            start = at
            break
    while start < end and _falls_off_front(doc, classes, start, end):
        start += 1
    while end > start and (
        (not doc[end - 1].text[:1].isalnum() and not _closes_initials(doc, end))
        or _stray(classes[end - 1], end - start)
        or ("attribute" in classes[end - 1] and end - start > 1 and not _agree(doc, start, end - 1))
    ):
        end -= 1
    if start >= end:
        return None
    first = classes[start]
    if end - start == 1 and (
        "attribute" in first or "sacred" in first or ("function" in first and not first & {"sur", "given"})
    ):
        return None
    if end - start == 1 and (_is_neuter(doc[start].text) or _is_of_land(doc[start].text, first)):
        return None
    if end - start == 1 and (is_no_name(doc, start, first) and stem(doc[start].text) not in often):
        return None
    if end - start == 1 and _mere_noun(doc, classes, start) and stem(doc[start].text) not in often:
        return None
    if end - start == 1 and "adjective" in first and is_joined_attribute(doc, start):
        return None
    if end - start == 1 and "eastern" in first and "head" in first and stem(doc[start].text) not in often:
        return None
    if end - start == 1 and len(doc[start].text) == 1:
        return None
    if end - start == 2 and "initial" in first:
        return None
    if end < len(doc) and doc[end].text == ".":
        following = (titles.ending_at(doc, after) for after in range(end + 1, min(end + 6, len(doc))))
        if any(title is not None and title.start <= start for title in following):
            return None
    if "initial" in first and initials_of_something_else(doc, start, end):
        return None
    if all("place" in classes[at] for at in range(start, end)) and evidence(doc, start, end)["person"] < 2:
        return Bounds(start, end, source) if stem(doc[end - 1].text) in often else None
    return Bounds(start, end, source)


def _agree(doc: Doc, one: int, other: int) -> bool:
    """Whether the forms at two tokens share case, number and gender."""
    sides = [{(r.case, r.number, r.gender) for r in readings(doc[at].text)} for at in (one, other)]
    return bool(sides[0] & sides[1])


def _is_neuter(form: str) -> bool:
    """Whether a lone word is an adjective in the neuter, and so a village's name (`Семёновское`)."""
    return form.lower().endswith(("ское", "цкое", "ное", "вое", "шее"))


def is_no_name(doc: Doc, at: int, found: Classes) -> bool:
    """Whether a lone word is an abbreviation at a line's head, a people, a feast, a common adjective, or `X сын`."""
    token = doc[at]
    named = found & {"sur", "given", "pat"}
    following = doc[at + 1] if at + 1 < len(doc) else None
    if "possessive" in found and following is not None and "son" in form_classes(following.text):
        return True
    if following is not None and following.text == "." and (is_abbreviation(token.text) or is_cut_short(token.text)):
        return not named
    if named or titles.ending_at(doc, at) is not None:
        return False
    cut = len(token.text) <= _SHORT and token.text[-1].lower() in _CONSONANTS and at + 2 < len(doc)
    if cut and "head" in found and following is not None and following.text == ".":
        return True
    if _PEOPLES.search(token.lower_):
        return True
    common = [one for one in analyses(token.lower_) if one.source == "dictionary" and one.prob > _LIKELY]
    if not common or not all(one.pos in {"NOUN", "ADJ"} for one in common):
        return False
    neuter = all(one.pos == "NOUN" and one.feats.get("Gender") == "Neut" for one in common)
    plain_adjective = all(one.pos == "ADJ" for one in common) and not _OF_NAME.search(token.lower_)
    nominative = any(one.feats.get("Case") == "Nom" and one.feats.get("Gender") == "Masc" for one in common)
    return neuter or (plain_adjective and not nominative and evidence(doc, at, at + 1)["person"] < _SHOWN)


def _is_of_land(form: str, found: Classes) -> bool:
    """Whether a lone unknown word is a land's name in the genitive (`владетель Мингрелии`)."""
    return form.lower().endswith("ии") and not found & {"given", "sur"}


def _falls_off_front(doc: Doc, classes: Sequence[Classes], at: int, end: int) -> bool:
    token = doc[at]
    if not token.text[:1].isalnum() or ("function" in classes[at] and "head" in classes[at]):
        return True
    if at + 1 < end and is_syllabic(token.text):
        return True
    if "doubtful" in classes[at] and at + 1 < end and not classes[at] & {"given", "sur", "initial", "pat", "particle"}:
        return True
    named = at + 1 < end and classes[at + 1] & {"given", "eastern", "unknown"}
    if named and "adjective" in classes[at] and is_see(doc, at):
        return True
    leading = plain(token.text)[:4] in {word[:4] for word in lexicon().leading_titles}
    if token.text == "." or (at + 1 < end and doc[at + 1].text == "." and token.text.islower()):
        return True
    if at + 1 < end and not leading and not classes[at] & {"given", "sur", "initial", "pat", "particle"}:
        return (
            "title" in classes[at]
            or titles.is_plain(token)
            or (token.text.islower() and not classes[at] & {"weak-particle"})
        )
    explained = "head" in classes[at] or not classes[at] & {"sur", "given"}
    return at + 1 < end and "title" in classes[at] and not leading and explained


def _closes_initials(doc: Doc, end: int) -> bool:
    """Whether the full stop at the end of the span is an initial's."""
    return (
        end > 1
        and doc[end - 1].text == "."
        and (len(doc[end - 2].text) == 1 or "short" in form_classes(doc[end - 2].text))
    )


def _stray(found: Classes, length: int) -> bool:
    """Whether the last word of a longer name is no part of it."""
    return (
        length > 1
        and not found & {"capital", "initial", "roman", "eastern", "descent", "dot"}
        and not found & {"sur", "given"}
    )


def _mere_noun(doc: Doc, classes: Sequence[Classes], at: int) -> bool:
    """Whether a lone word is a title, a noun of kin, or a common noun with a sentence's capital."""
    found, token = classes[at], doc[at]
    named = found & {"sur", "given", "pat"}
    if "head" in found and "-" in token.text and all(is_common(half) for half in token.text.split("-")):
        return True
    if "doubtful" in found:
        return evidence(doc, at, at + 1)["person"] < (2.6 if named else 2)
    return not named and ("title" in found or titles.is_plain(token))
