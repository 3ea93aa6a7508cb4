"""Where a name begins and ends: agreement of its words, what is taken off it, which of two overlapping names stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from letopis.dimensions import titles
from letopis.dimensions.grammar import Match
from letopis.dimensions.kinds import Decided, evidence
from letopis.dimensions.person.classes import Classes, form_classes
from letopis.dimensions.person.lexicon import lexicon, plain
from letopis.language.morphology import analyses
from letopis.language.proper import readings

_PARTING = frozenset("()[],;:/«»\"")
_OPENING = frozenset('«"„“')


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
    last = start
    for at in range(start, end):
        if "capital" not in form_classes(doc[at].text):
            last = at + 1
            continue
        mine = {
            (one.case, one.number, one.gender)
            for one in readings(doc[at].text)
            if one.weight > 0.5 or (at > start and _womans(doc[start].text))
        }
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


def _womans(form: str) -> bool:
    """Whether the form is a woman's given name and no surname: after it a surname on a consonant does not decline."""
    known = [one for one in readings(form) if one.known]
    return bool(known) and all(one.type != "Sur" for one in known) and any(one.gender == "Fem" for one in known)


def initials_of_something_else(doc: Doc, start: int, end: int) -> bool:
    """Whether what looks like initials is an abbreviation: `до Р. Х.`, `С. Отрадное`, the end of a sentence."""
    letters = [
        token.text for token in doc[start:end] if len(token.text) <= 3 and token.text[:1].isupper() and token.is_alpha
    ]
    first, last = doc[start], doc[end - 1]
    if last.text == "." and " ".join(letters) in lexicon().not_initials:
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
    if first.text in "Оо" and end - start == 3 and "given" in form_classes(last.text) and "sur" not in form_classes(last.text):
        return True
    if last.text != "." and "common" in form_classes(last.text):
        return _is_sentence_start(doc, end - 1)
    return False


def _is_sentence_start(doc: Doc, at: int) -> bool:
    """Whether the capital at `at` is a sentence's: the splitter says so, or the word is common and no surname."""
    found = form_classes(doc[at].text)
    return bool(doc[at].is_sent_start) or not found & {"sur", "given"} and doc[at].pos_ not in {"PROPN", "NOUN", "ADJ"}


def initials_alone(match: Match) -> Bounds | None:
    """Initials without a surname: two letters that no abbreviation claims, beside a word that shows a person."""
    doc, start, end = match.doc, match.start, match.end
    if initials_of_something_else(doc, start, end) or any(
        token.text in "№§" for token in doc[max(start - 2, 0) : start]
    ):
        return None
    before = doc[start - 1] if start else None
    if before is not None and (before.text[:1].isdigit() or before.text[:1].isupper() and not before.is_sent_start):
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
    while (
        start < match.end
        and "function" in form_classes(doc[start].text)
        and "particle" not in form_classes(doc[start].text)
    ):
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


def lone_given(match: Match) -> Bounds | None:
    """A given name by itself, where nothing beside it speaks for a place."""
    score = evidence(match.doc, match.start, match.end)
    if score["place"] > score["person"] or score["person"] < 2:
        return None
    return Bounds(match.start, match.end, match.rule)


_ABOUT = frozenset({"о", "об", "обо", "с", "со", "у", "к", "ко", "от", "ото", "перед", "пред", "при", "против", "для", "без", "про"})


def lone_surname(match: Match) -> Bounds | None:
    """A surname by itself, where the words beside it show a person: a person's verb, or `о`, `с`, `к` before it."""
    doc, at = match.doc, match.start
    score = evidence(doc, at, at + 1)
    before = doc[at - 1].lower_ if at else ""
    shown = score["person"] >= (2.2 if "adjective" in form_classes(doc[at].text) else 3)
    spoken_of = before in _ABOUT and "sur" in form_classes(doc[at].text) and "geo" not in form_classes(doc[at].text)
    if score["place"] > 0 or not (shown or spoken_of):
        return None
    return Bounds(at, at + 1, match.rule)


def family(match: Match) -> Bounds | None:
    """A surname in the plural: a family or a group, unless it is a village's name after a preposition of place."""
    score = evidence(match.doc, match.start, match.end)
    return None if score["place"] > 0 else Bounds(match.start, match.end, match.rule)


def from_model(doc: Doc, classes: Sequence[Classes], start: int, end: int, source: str) -> list[Bounds]:
    """What a person of the names model comes to: titles before it and stray words after it fall off, and two names
    run together (`Шатову Лиза`) are parted where case or gender changes."""
    for at in range(start, end):
        if doc[at].text in _PARTING:
            halves = ((start, at), (at + 1, end))
            return [one for begin, stop in halves for one in from_model(doc, classes, begin, stop, source)]
    for at in range(start + 1, end):
        if _parts(doc, classes, at):
            halves = ((start, at), (at, end))
            return [one for begin, stop in halves for one in from_model(doc, classes, begin, stop, source)]
    trimmed = _trimmed(doc, classes, start, end, source)
    return [] if trimmed is None else [trimmed]


def _parts(doc: Doc, classes: Sequence[Classes], at: int) -> bool:
    """Whether two names meet at token `at`: both words known names, and no case and gender they share."""
    both = classes[at - 1], classes[at]
    if any("capital" not in found or not found & {"given", "sur"} for found in both):
        return False
    sides = [{(one.case, one.number, one.gender) for one in readings(doc[i].text)} for i in (at - 1, at)]
    return not sides[0] & sides[1]


def _trimmed(doc: Doc, classes: Sequence[Classes], start: int, end: int, source: str) -> Bounds | None:
    """The name without what falls off its ends; `None` where nothing of a person is left."""
    for at in range(start + 1, end):
        title = titles.ending_at(doc, at)
        if title is not None and title.start <= start and not classes[at - 1] & {"given", "sur"}:
            start = at
            break
    while start < end and _falls_off_front(doc, classes, start, end):
        start += 1
    while end > start and (
        not doc[end - 1].text[:1].isalnum() and not _closes_initials(doc, end) or _stray(classes[end - 1], end - start)
    ):
        end -= 1
    if start >= end:
        return None
    first = classes[start]
    if end - start == 1 and ("attribute" in first or "sacred" in first or "function" in first and "head" in first):
        return None
    if end - start == 1 and _mere_noun(doc, classes, start):
        return None
    if end - start == 1 and len(doc[start].text) == 1:
        return None
    if end - start == 2 and "initial" in first:
        return None
    if end < len(doc) and doc[end].text == "." and titles.ending_at(doc, end + 1) is not None:
        return None
    if "initial" in first and initials_of_something_else(doc, start, end):
        return None
    if all("place" in classes[at] for at in range(start, end)) and evidence(doc, start, end)["person"] < 2:
        return None
    return Bounds(start, end, source)


def _falls_off_front(doc: Doc, classes: Sequence[Classes], at: int, end: int) -> bool:
    token = doc[at]
    if not token.text[:1].isalnum() or "function" in classes[at] and "head" in classes[at]:
        return True
    if "doubtful" in classes[at] and at + 1 < end and not classes[at] & {"given", "sur", "initial", "pat", "particle"}:
        return True
    leading = plain(token.text)[:4] in {word[:4] for word in lexicon().leading_titles}
    if token.text == "." or at + 1 < end and doc[at + 1].text == "." and token.text.islower():
        return True
    if at + 1 < end and not leading and not classes[at] & {"given", "sur", "initial", "pat", "particle"}:
        return (
            "title" in classes[at]
            or titles.is_plain(token)
            or token.text.islower()
            and not classes[at] & {"weak-particle"}
        )
    return at + 1 < end and "title" in classes[at] and "sur" not in classes[at] and not leading


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
    if "doubtful" in found:
        return evidence(doc, at, at + 1)["person"] < (2.6 if named else 2)
    return not named and ("title" in found or titles.is_plain(token))


def resolve(doc: Doc, classes: Sequence[Classes], found: Iterable[Bounds], kinds: Sequence[Decided]) -> list[Bounds]:
    """Of names that overlap the one whose words prove it, else the longest; names of other kinds stand against weak ones."""
    others = {at for start, end, kind, _ in kinds if kind != "person" for at in range(start, end)}
    taken: set[int] = set()
    standing: list[Bounds] = []
    for one in sorted(found, key=lambda b: (not b.strong, b.start - b.end, b.start, b.rule)):
        tokens = range(one.start, one.end)
        if not taken.isdisjoint(tokens) or _crosses_break(doc, one):
            continue
        if _is_dedication(doc, one) or _is_quoted(doc, one):
            taken.update(tokens)
            continue
        if not one.strong and one.rule in {
            "given-surname",
            "given-byname",
            "surname-given",
            "given-name",
            "foreign-particle-name",
            "eastern-name",
        }:
            inside_other = [at for at in tokens if at in others]
            if inside_other and len(inside_other) == len(tokens):
                continue
        taken.update(tokens)
        standing.append(one)
    return sorted(standing, key=lambda b: b.start)


def _crosses_break(doc: Doc, one: Bounds) -> bool:
    return any("\n" in token.text for token in doc[one.start : one.end])


def _is_quoted(doc: Doc, one: Bounds) -> bool:
    """Whether the name stands alone in quotation marks, and so is a ship's, a work's or a firm's."""
    around = one.start > 0 and one.end < len(doc)
    return around and doc[one.start - 1].text in _OPENING and doc[one.end].text in {"»", '"', "“", "”"}


def _is_dedication(doc: Doc, one: Bounds) -> bool:
    """Whether a saint's or a hero's name is an order's, a church's, a feast's (`орден Св. Владимира`, `титул графа X`)."""
    at = one.start
    saint = False
    while (title := titles.ending_at(doc, at)) is not None:
        saint = saint or title.lemma.split()[-1] in {
            "святой",
            "святая",
            "апостол",
            "пророк",
            "преподобный",
            "великомученик",
            "мученик",
        }
        at = title.start
    if at == 0:
        return False
    for back in range(at - 1, max(at - 4, -1), -1):
        token = doc[back]
        if token.is_punct and token.text not in '«"':
            return False
        lemmas = {plain(found.lemma) for found in analyses(token.lower_)[:3]}
        if lemmas & lexicon().title_words and at != one.start:
            return True
        if lemmas & lexicon().dedicated and saint:
            return True
    return False
