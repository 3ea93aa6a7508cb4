"""What case, number and gender a word may be in: the tagger's choice first, the dictionary's others beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from letopis.facts.words import endings, wordlist
from letopis.language.morphology import analyses

CASES = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})
_FOLDED = {"Par": "Gen", "Voc": "Nom"}
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "VERB"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The cases a form may stand in, each with the numbers and genders it then has (`""` for either)."""

    shapes: frozenset[tuple[str, str, str]]
    animate: bool

    @property
    def cases(self) -> frozenset[str]:
        """The cases alone."""
        return frozenset(case for case, *_ in self.shapes)


@lru_cache(maxsize=1 << 16)
def _dictionary(form: str, pos: str) -> tuple[frozenset[tuple[str, str, str]], frozenset[str], bool]:
    shapes, animacies, known = set(), set(), False
    inflected = [found for found in analyses(form) if "Case" in found.feats]
    readings = [found for found in inflected if found.pos == pos]
    if not readings and pos in {"NOUN", "PROPN"}:
        readings = [found for found in inflected if found.pos in {"NOUN", "PROPN"}]
    for found in readings:
        features = found.feats
        known = known or found.source == "dictionary"
        case = _FOLDED.get(features["Case"], features["Case"])
        shapes.add((case, features.get("Number", ""), features.get("Gender", "")))
        animacies.add(features.get("Animacy", ""))
    return frozenset(shapes), frozenset(animacies), known


# A feature's value in each set of features met, and each word's reading by its form, part of speech and features:
# there are some hundred sets, and of words no more than so many are kept.
_values: dict[tuple[int, str], str] = {}
_readings: dict[tuple[int, int, int], Reading] = {}
_MOST = 1 << 16


def one(token: Token, feature: str) -> str:
    """The token's value of a morphological feature, or `""`."""
    morph = token.morph
    key = (hash(morph), feature)
    value = _values.get(key)
    if value is None:
        value = _values[key] = next(iter(morph.get(feature, [])), "")
    return value


def reading(token: Token) -> Reading:
    """Every case, number and gender the token's form may have in the part of speech it was tagged with."""
    key = (token.orth, token.pos, hash(token.morph))
    found = _readings.get(key)
    if found is None:
        if len(_readings) >= _MOST:
            _readings.clear()
        found = _readings[key] = _of_token(token) if token.pos_ in _NOMINAL else Reading(frozenset(), False)
    return found


def _of_token(token: Token) -> Reading:
    case, number, gender, animacy = (one(token, feature) for feature in ("Case", "Number", "Gender", "Animacy"))
    shapes, animacies, known = _dictionary(token.text, token.pos_)
    tagged = (_FOLDED.get(case, case), number, gender) if case else None
    if not known and tagged:
        shapes = (shapes | {tagged}) if len(shapes) < 3 else frozenset({tagged})
    elif tagged and not shapes:
        shapes = frozenset({tagged})
    thing = known and animacy == "Inan" and "Inan" in animacies  # `бой`, `язык`: the context tells them from people
    thing = thing and token.lemma_ not in wordlist("things_and_persons")
    return Reading(shapes, animacy == "Anim" or ("Anim" in animacies and not thing))


def tagged_case(token: Token) -> str:
    """The case the tagger chose, `""` where it chose none."""
    case = one(token, "Case")
    return _FOLDED.get(case, case)


def agree(modifier: Reading, noun: Reading) -> frozenset[str]:
    """The cases in which the two may agree in number and gender."""
    return frozenset(
        case
        for case, number, gender in noun.shapes
        for other, its_number, its_gender in modifier.shapes
        if case == other
        and (not number or not its_number or number == its_number)
        and (number == "Plur" or its_number == "Plur" or not gender or not its_gender or gender == its_gender)
    )


def _by_ending(form: str) -> frozenset[str]:
    """The cases that the ending of a name unknown to the dictionary allows."""
    form = form.lower()
    for ending, cases in endings():
        if form.endswith(ending):
            return cases
    return CASES if form[-1] in "оиэюу" else frozenset({"Nom"})


def _cases_of_word(token: Token) -> frozenset[str]:
    if token.text.isupper() and len(token.text) > 1:
        return CASES
    known = any(found.source == "dictionary" and "Case" in found.feats for found in analyses(token.text))
    cases = reading(token).cases
    if not known or not cases:
        by_ending = _by_ending(token.text)
        return by_ending
    if token.text[0].isupper() and token.lower_.endswith(tuple(wordlist("surname_endings"))):
        proper = any(found.pos == "PROPN" and found.source == "dictionary" for found in analyses(token.text))
        if proper:
            whole = ("ова", "ева", "ёва", "ина", "ская", "ов", "ев", "ёв", "ин", "ын")
            return cases | ({"Nom"} if token.lower_.endswith(whole) else frozenset())
        return _by_ending(token.text)
    if token.text[0].isupper() and token.lower_[-1] in "оэиу" and len(cases) > 4:
        return CASES
    return cases


def _is_shortened(span: Span, token: Token) -> bool:
    """Whether a full stop inside the name follows the token: `Дж.`, `Св.`"""
    return token.i + 1 < span.end and span.doc[token.i + 1].text == "."


def cases_of_name(span: Span) -> frozenset[str]:
    """The cases in which all words of a name may stand; the tagger's where they share none."""
    words = [
        token
        for token in span
        if token.is_alpha and len(token.text) > 1 and token.pos_ in _NOMINAL and not _is_shortened(span, token)
    ]
    if span.label_ != "person":
        heads = [at for at, token in enumerate(words) if token.pos_ in {"NOUN", "PROPN"}]
        words = words[: heads[0] + 1] if heads else words
    shared: frozenset[str] = CASES
    for token in words:
        shared = (shared & _cases_of_word(token)) or shared
    if span.label_ != "person" and "Nom" in shared and words and words[-1].lower_[-1] not in "аяую":
        shared |= {"Acc"}
    return shared
