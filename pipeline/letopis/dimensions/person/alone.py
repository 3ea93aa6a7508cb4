"""Names of one word, bare initials and names with foreign particles: what must stand beside them."""

from __future__ import annotations

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.evidence import evidence
from letopis.dimensions.grammar import Match
from letopis.dimensions.ordinary import is_common, is_month
from letopis.dimensions.person.bounds import Bounds, initials_of_something_else, is_see
from letopis.dimensions.person.classes import form_classes, is_at_head
from letopis.language.proper import readings

_SHORT_WORD, _TWO_SYLLABLES, _JOINED = 3, 4, 6


def initials_alone(match: Match) -> Bounds | None:
    """Initials without a surname: two letters that no abbreviation claims, beside a word that shows a person."""
    doc, start, end = match.doc, match.start, match.end
    if initials_of_something_else(doc, start, end) or any(
        token.text in "№§" for token in doc[max(start - 2, 0) : start]
    ):
        return None
    before = doc[start - 1] if start else None
    if before is not None and (before.text[:1].isdigit() or (before.text[:1].isupper() and not before.is_sent_start)):
        return None
    title = titles.ending_at(doc, start)
    near = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    if title is None and not any(token.pos_ in {"VERB", "ADP", "CCONJ"} or titles.is_plain(token) for token in near):
        return None
    return Bounds(start, end, match.rule)


def with_particle(match: Match) -> Bounds | None:
    """A foreign name with `фон`, `де` and the like; an ambiguous particle must stand in lower case before a capital."""
    doc = match.doc
    start = match.start
    while start < match.end and _is_no_part(doc, start):
        start += 1
    name = doc[match.end - 1]
    if "common" in form_classes(name.text) and name.is_sent_start:
        return None
    found = Bounds(start, match.end, match.rule)
    score = evidence(doc, start, match.end)
    return None if score["place"] >= 2 and doc[start].text[:1].isupper() else found


def eastern(match: Match) -> Bounds | None:
    """An eastern name with its title (`Осман паша`), but no title before the next name (`Шамиль, имам Чечни`)."""
    doc, last = match.doc, match.doc[match.end - 1]
    if last.text.islower() and "descent" not in form_classes(last.text):
        following = doc[match.end] if match.end < len(doc) else None
        if following is not None and following.text[:1].isupper():
            return None
    if "head" in form_classes(doc[match.start].text):
        return None
    return Bounds(match.start, match.end, match.rule)


def _is_no_part(doc: Doc, at: int) -> bool:
    """Whether a word before the particle is one of grammar, or a noun with a sentence's capital (`Дочь Ван Цзюня`)."""
    found = form_classes(doc[at].text)
    if "particle" in found:
        return False
    if "title" in found and is_at_head(doc, at):
        return True
    return "function" in found or ("common" in found and is_at_head(doc, at) and not found & {"given", "sur"})


def lone_given(match: Match) -> Bounds | None:
    """A given name by itself, where nothing beside it speaks for a place."""
    if is_month(match.doc, match.start):
        return None
    score = evidence(match.doc, match.start, match.end)
    doubtful = "common" in form_classes(match.doc[match.start].text) and is_at_head(match.doc, match.start)
    if score["place"] > score["person"] or score["person"] < (3.4 if doubtful else 2):
        return None
    return Bounds(match.start, match.end, match.rule)


_ABOUT = frozenset(
    {"о", "об", "обо", "с", "со", "у", "к", "ко", "от", "ото", "перед", "пред", "при", "против", "для", "без", "про"}
)


def _spoken_of(doc: Doc, at: int) -> bool:
    """Whether `о`, `к`, `с` and the like stand before the name, or before surnames that it is joined to."""
    steps = 0
    while at > 2 and steps < _JOINED and doc[at - 1].lower_ in {"и", ",", "или"} and _is_surname(doc[at - 2].text):
        at, steps = at - 2, steps + 1
    return at > 0 and doc[at - 1].lower_ in _ABOUT


def _is_surname(form: str) -> bool:
    return {"capital", "sur"} <= form_classes(form) and "geo" not in form_classes(form)


def lone_surname(match: Match) -> Bounds | None:
    """A surname by itself, where the words beside it show a person: a person's verb, or `о`, `с`, `к` before it."""
    doc, at = match.doc, match.start
    if at + 1 < len(doc) and "given" in form_classes(doc[at + 1].text) and is_see(doc, at):
        return None
    found = form_classes(doc[at].text)
    if "sacred" in found or ("adjective" in found and is_joined_attribute(doc, at)):
        return None
    score = evidence(doc, at, at + 1)
    if "only-surname" in found and "common" not in found and score["place"] <= 0 and score["person"] >= 2:
        return Bounds(at, at + 1, "surname-of-the-dictionary")
    if "common" in found and doc[at].is_sent_start and score["person"] < 3:
        return None
    shown = score["person"] >= (2.2 if "adjective" in form_classes(doc[at].text) else 3)
    spoken_of = _spoken_of(doc, at) and "sur" in form_classes(doc[at].text) and "geo" not in form_classes(doc[at].text)
    if score["place"] > 0 or not (shown or spoken_of):
        return None
    return Bounds(at, at + 1, match.rule)


def is_joined_attribute(doc: Doc, at: int) -> bool:
    """Whether `и` joins the adjective to another after a common noun (`полки Ростовский и Апшеронский`)."""
    if at < 3 or doc[at - 1].lower_ not in {"и", ","}:
        return False
    other, noun = form_classes(doc[at - 2].text), doc[at - 3]
    return "adjective" in other and "capital" in other and is_common(noun.text) and not titles.is_title(noun.text)


def chinese(match: Match) -> Bounds | None:
    """A Chinese or Korean surname and the given name after it; a surname that is a Russian word begins no sentence."""
    doc, start = match.doc, match.start
    if "function" in form_classes(doc[start].text) and len(doc[start + 1].text) < _TWO_SYLLABLES:
        return None
    if len(doc[start].text) == 1 and (is_at_head(doc, start) or "unknown" not in form_classes(doc[start + 1].text)):
        return None
    if doc[start + 1].text.isupper():
        return None
    return Bounds(start, match.end, match.rule, strong=True)


def catalogue(match: Match) -> Bounds | None:
    """A surname at a line's or sentence's head, a comma, given name and patronymic in its case: one name."""
    doc, start = match.doc, match.start
    first = form_classes(doc[start].text)
    if len(doc[start].text) < _SHORT_WORD or ("common" in first and "sur" not in first):
        return None
    shared = {(one.case, one.number, one.gender) for one in readings(doc[start].text)}
    for token in doc[start + 2 : match.end]:
        shared &= {(one.case, one.number, one.gender) for one in readings(token.text)}
    if not any(case == "Nom" and number == "Sing" for case, number, _ in shared):
        return None
    following = doc[match.end] if match.end < len(doc) else None
    closed = following is None or not following.is_alpha or titles.is_title(following.text)
    return Bounds(start, match.end, match.rule, strong=True) if closed else None


def latin_given(match: Match) -> Bounds | None:
    """A given name in Latin letters among Russian words (`к Marie`), not in a French sentence."""
    beside = [match.doc[at].text for at in (match.start - 1, match.end) if 0 <= at < len(match.doc)]
    if any(text[:1].isalpha() and text.isascii() for text in beside):
        return None
    return Bounds(match.start, match.end, match.rule)


def family(match: Match) -> Bounds | None:
    """A surname in the plural: a family or a group, unless it is a village's name after a preposition of place."""
    if {"head", "common"} <= form_classes(match.doc[match.start].text) | _head(match.doc, match.start):
        beside = match.doc[match.end + 1] if match.end + 1 < len(match.doc) else None
        if beside is None or "family" not in form_classes(beside.text):
            return None
    score = evidence(match.doc, match.start, match.end)
    return None if score["place"] > 0 else Bounds(match.start, match.end, match.rule)


def _head(doc: Doc, at: int) -> set[str]:
    return {"head"} if is_at_head(doc, at) else set()
