"""Which names of a document are persons, which places, which organizations: one decision for all three kinds.

The names model reads a sentence at a time and wavers: one man is a place on one page and a person on the next.
Here all mentions of a name in the document vote, and what stands beside each of them is weighed in.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token

from letopis.dimensions import titles
from letopis.language import models
from letopis.language.memory import memory
from letopis.language.morphology import analyses
from letopis.language.names import SPANS
from letopis.language.proper import readings, stem

Score = dict[str, float]
Decided = tuple[int, int, str, str]
"""Token bounds (half-open), the kind (`person`, `place`, `organization`) and what decided."""

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
ELSEWHERE = "named-elsewhere"
_STORE = "letopis.kinds"
_MODEL_VOTE, _BESIDE, _MIN_ELSEWHERE, _CERTAIN = 1.5, 4.0, 2.0, 7.0
_SPELT_OUT = re.compile("[АЕЁИОУЫЭЮЯ].*[АЕЁИОУЫЭЮЯ].|.{7}")
_PERSONAL = frozenset({"Giv", "Pat", "Sur"})


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.dimensions").joinpath("kinds.toml").read_text("utf-8"))


@cache
def _words(kind: str, key: str) -> frozenset[str]:
    return frozenset(_data()[kind][key])


@cache
def _settlement() -> re.Pattern[str]:
    return re.compile(_data()["place"]["endings"])


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(_data()["organization"]["syllables"])


@lru_cache(maxsize=1 << 13)
def is_place_noun(form: str) -> bool:
    """Whether a word in lower case is a noun that stands beside places' names (`город`, `курган`)."""
    return form.islower() and any(one.lemma in _words("place", "nouns") for one in analyses(form) if one.pos == "NOUN")


def decided(doc: Doc) -> list[Decided]:
    """The names of `doc` with the kind each is in the light of the whole document, by place; none overlap."""
    found: list[Decided] | None = memory(doc).get(_STORE)
    if found is None:
        found = memory(doc)[_STORE] = _decide(doc)
    return [(start, end, kind, source) for start, end, kind, source in found]


def _decide(doc: Doc) -> list[Decided]:
    spans = [
        piece for span in doc.spans.get(SPANS, ()) for piece in _apart(doc, span.start, span.end, KINDS[span.label_])
    ]
    votes: dict[str, Score] = defaultdict(lambda: defaultdict(float))
    counted: Counter[str] = Counter()
    local: list[Score] = []
    for start, end, kind in spans:
        score = evidence(doc, start, end)
        score[kind] += _MODEL_VOTE
        local.append(score)
        if (name := _key(doc, start, end, kind)) is not None:
            for one, weight in score.items():
                votes[name][one] += weight
            counted[name] += 1
    source = models.name("names")
    out: list[Decided] = []
    for (start, end, kind), score in zip(spans, local, strict=True):
        name = _key(doc, start, end, kind)
        if name is not None and end - start == 1:
            others = max(counted[name] - 1, 1)
            final = {one: score[one] + (votes[name][one] - score[one]) / others for one in KINDS.values()}
            best = max(final, key=lambda one: (final[one], one == kind))
            out.append((start, end, best, source if best == kind else "votes of the document"))
        else:
            out.append((start, end, kind, source))
    out = [piece for one in out for piece in _person_at_end(doc, one, votes) if not _quoted(doc, piece)]
    out.extend(_elsewhere(doc, out, votes))
    return sorted(out)


def _person_at_end(doc: Doc, one: Decided, votes: dict[str, Score]) -> list[Decided]:
    """A person known from elsewhere taken off the end of a longer name of another kind (`Республики Раскольников`)."""
    start, end, kind, source = one
    if kind != "person" and end - start > 1:
        vote = votes.get(stem(doc[end - 1].text))
        cases = {reading.case for reading in readings(doc[end - 1].text)[:2]}
        if vote is not None and vote["person"] >= 2 * _BESIDE and vote["person"] > vote["place"] and cases == {"Nom"}:
            return [(start, end - 1, kind, source), (end - 1, end, "person", ELSEWHERE)]
    return [one]


def _quoted(doc: Doc, one: Decided) -> bool:
    """Whether a person's or place's name stands alone in quotation marks, and so is a ship's or a work's."""
    start, end, kind, _ = one
    around = start > 0 and end < len(doc) and doc[start - 1].text in '«"„“' and doc[end].text in '»"“”'
    return around and kind != "organization"


def _key(doc: Doc, start: int, end: int, kind: str) -> str | None:
    """What a name is counted under: the stem of its one word; of a person's several words, of the last."""
    if end - start == 1 or (kind == "person" and doc[end - 1].text[:1].isupper() and doc[end - 1].is_alpha):
        return stem(doc[end - 1].text)
    return None


def _apart(doc: Doc, start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """A place that the model ran together with the person before it (`Иван Васильевич Тверь`) taken off."""
    if kind == "person":
        for at in range(start + 1, end):
            before = {one.type for one in readings(doc[at - 1].text) if one.known}
            types = {one.type for one in readings(doc[at].text) if one.known}
            if "Pat" in before and types == {"Geo"}:
                return [(start, at, kind), (at, end, "place")]
    return [(start, end, kind)]


def evidence(doc: Doc, start: int, end: int) -> Score:
    """How much the name at `start:end` and the words beside it speak for each kind."""
    score: Score = defaultdict(float)
    first = doc[start]
    if end - start == 1:
        if first.morph.get("Case", []) == ["Acc"] and _lifeless_accusative(first.text):
            score["place"] += 2.0
        for kind, weight in _form(first).items():
            score[kind] += weight
    else:
        types = {one.type for token in doc[start:end] if not token.is_punct for one in readings(token.text)[:2]}
        score["person"] += 3.0 * ("Pat" in types)
    before = doc[start - 1] if start > 0 else None
    if before is not None and not before.is_space:
        if before.text == "." and start > 1 and doc[start - 2].lower_ in _words("place", "abbreviations"):
            score["place"] += _BESIDE if doc[start - 2].lower_ not in {"г", "м", "о", "с", "д"} else 1.5
        title = titles.ending_at(doc, start)
        if title is not None and doc[title.noun].lower_ not in {"г", "о", "м"}:
            if agrees(first.text, title):
                score["person"] += _BESIDE
        elif titles.is_plain(before):
            score["person"] += 2.0
        if any(one.lemma in _words("place", "nouns") for one in analyses(before.lower_) if one.pos == "NOUN"):
            score["place"] += _BESIDE
        if any(one.lemma in _words("organization", "bare") for one in analyses(before.lower_) if one.pos == "NOUN"):
            score["organization"] += _BESIDE
        strength = _data()["place"]["prepositions"].get(before.lower_)
        if strength:
            only = max(strength.values()) if len(strength) == 1 else 0.0
            score["place"] += max((strength.get(case, 0.0) for case in _cases(first)), default=0.0) or only
            if "Acc" in strength and _lifeless_accusative(first.text):
                score["place"] += 3.0
        if (
            before.text in '«"„“'
            and start > 1
            and any(one.lemma in _words("organization", "nouns") for one in analyses(doc[start - 2].lower_))
        ):
            score["organization"] += _BESIDE
    score["place"] += 2.5 * _joined_to_place(doc, start, end)
    likely = readings(first.text)
    if any(one.case == "Nom" and not one.unchanged and one.weight >= likely[0].weight - 1.1 for one in likely):
        score["person"] += max(_acts(doc, at) for at in (start - 1, end))
    if (
        start >= 1
        and doc[start - 1].text == "."
        and start >= 2
        and len(doc[start - 2].text) == 1
        and doc[start - 2].text.isupper()
    ):
        score["person"] += _BESIDE
    return score


def agrees(form: str, title: titles.Title) -> bool:
    """Whether a name can stand in apposition to the title before it: no place, and likely in the title's case."""
    found = readings(form)
    if form.isupper() and len(form) > 1 and title.lemma and not title.upper:
        return False
    if not found or {one.type for one in found if one.known} == {"Geo"}:
        base = any(one.case == "Nom" and not one.unchanged and one.lemma == form.lower() for one in found)
        return base and "Nom" in title.cases and any(one.type == "Sur" for one in found)
    if not title.cases:
        return True
    common = [one for one in analyses(form.lower()) if one.source == "dictionary" and one.pos == "NOUN"]
    if common and not any(one.known and one.type in _PERSONAL for one in found):
        return any(one.feats.get("Case") in title.cases for one in common)
    best = found[0].weight
    return any(
        one.case in title.cases for one in found if one.weight >= best - 0.6 or (one.known and one.type in _PERSONAL)
    )


@lru_cache(maxsize=1 << 13)
def _lifeless_accusative(form: str) -> bool:
    """Whether the form is a base form on a consonant: after `в`, `на` a man would stand as `Ивана`."""
    return form[-1:].lower() in "бвгджзклмнпрстфхцчшщй" and any(
        one.lemma == form.lower() and one.case == "Nom" and one.gender == "Masc" for one in readings(form)
    )


def _joined_to_place(doc: Doc, start: int, end: int) -> bool:
    """Whether `и` or a comma joins the name to one that the dictionary has for a place's alone."""
    for link, other in ((start - 1, start - 2), (end, end + 1)):
        joined = 0 <= other < len(doc) and doc[link].text in {"и", "или", "да"} and doc[other].text[:1].isupper()
        if joined and {one.type for one in readings(doc[other].text) if one.known} == {"Geo"}:
            return True
    return False


def _acts(doc: Doc, at: int) -> float:
    """How much the verb at `at` speaks for a person as its subject."""
    if not 0 <= at < len(doc) or doc[at].pos_ != "VERB" or doc[at].morph.get("VerbForm", ["Fin"])[0] != "Fin":
        return 0.0
    return 1.5 if doc[at].lemma_ in _words("person", "verbs") else 0.7


def _cases(token: Token) -> list[str]:
    return token.morph.get("Case", []) or sorted({one.case for one in readings(token.text)})


def _form(token: Token) -> dict[str, float]:
    """What the form itself says: the dictionary's sorts of name, else the endings of surnames."""
    types = {one.type for one in readings(token.text) if one.known and one.type != "Adj"}
    if types:
        if types <= _PERSONAL:
            return {"person": 2.0}
        return {"place": 2.0} if types == {"Geo"} else {}
    if token.text.isupper() and len(token.text) > 1 and not _SPELT_OUT.search(token.text):
        return {"person": -_BESIDE}
    if _syllables().search(token.lower_):
        return {"organization": 3.0, "person": -_BESIDE}
    if not token.text.isupper() and _settlement().search(token.lower_):
        return {"place": 1.6}
    likely = readings(token.text)[:1]
    return {"person": 1.6} if likely and likely[0].type == "Sur" and likely[0].weight >= 3 else {}


def _elsewhere(doc: Doc, named: list[Decided], votes: dict[str, Score]) -> list[Decided]:
    """Words that the model passed over and that name a person or place of this document elsewhere."""
    taken = {at for start, end, _, _ in named for at in range(start, end)}
    found: list[Decided] = []
    for token in doc:
        if (
            token.i in taken
            or not token.text[:1].isupper()
            or len(token.text) < 3
            or (not token.is_alpha and "-" not in token.text)
        ):
            continue
        vote = votes.get(stem(token.text))
        if vote is None or token.text.isupper():
            continue
        kind, weight = max(vote.items(), key=lambda item: item[1])
        if (
            weight < _MIN_ELSEWHERE
            or kind == "organization"
            or (_is_common(token) and weight < _CERTAIN)
            or _is_attribute(doc, token)
        ):
            continue
        found.append((token.i, token.i + 1, kind, ELSEWHERE))
    return found


def _is_common(token: Token) -> bool:
    """Whether a word at the head of a sentence may have its capital for that alone, or is no noun."""
    found = [one for one in analyses(token.lower_) if one.source == "dictionary" and one.pos not in {"PROPN", "ADJ"}]
    at_head = token.is_sent_start or token.i == 0 or token.nbor(-1).text in '«"„“(—–-…'
    return bool(found) and (at_head or found[0].pos not in {"NOUN"})


def _is_attribute(doc: Doc, token: Token) -> bool:
    """Whether the word is an adjective before its noun (`Амурского края`)."""
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    adjectival = any(one.pos == "ADJ" for one in analyses(token.text) if one.source == "dictionary")
    adjectival = adjectival or token.pos_ == "ADJ"
    return adjectival and following is not None and following.pos_ in {"NOUN", "ADJ"} and following.text[:1].islower()
