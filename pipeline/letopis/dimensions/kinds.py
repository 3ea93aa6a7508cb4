"""Which names of a document are persons, which places, which organizations: one decision for all three kinds.

The names model reads a sentence at a time and wavers: one man is a place on one page and a person on the next.
Here all mentions of a name in the document vote, and what stands beside each of them is weighed in.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc, Span, Token

from letopis.dimensions import titles
from letopis.dimensions.evidence import Score, evidence, is_firm, is_place_noun, is_place_short
from letopis.dimensions.ordinary import is_common, names_nothing, only_begins
from letopis.language.memory import memory
from letopis.language.morphology import analyses
from letopis.language.names import SECOND, SPANS, source
from letopis.language.phrase import agreement
from letopis.language.proper import readings, stem

Decided = tuple[int, int, str, str]
"""Token bounds (half-open), the kind (`person`, `place`, `organization`) and what decided."""

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
ELSEWHERE = "named-elsewhere"
_STORE, _BEGUN, _PERSONS = "letopis.kinds", "letopis.kinds.begun", "letopis.kinds.persons"
_STEMS = "letopis.kinds.stems"
_SHORTEST, _NEAR, _LIKELY = 2, 4, 0.1
_FULL_NAME, _CLEAR = 4.0, 0.7
_MODEL_VOTE, _MIN_ELSEWHERE, _CERTAIN, _SURE = 1.5, 2.0, 7.0, 8.0


def decided(doc: Doc) -> list[Decided]:
    """The names of `doc` with the kind each is in the light of the whole document, by place; none overlap."""
    found: list[Decided] | None = memory(doc).get(_STORE)
    if found is None:
        found = memory(doc)[_STORE] = _decide(doc)
    return [(start, end, kind, source) for start, end, kind, source in found]


def decided_at(doc: Doc, at: int) -> Decided | None:
    """The decided name that begins at the token, looked up once a document."""
    found: dict[int, Decided] | None = memory(doc).get(_BEGUN)
    if found is None:
        found = memory(doc)[_BEGUN] = {one[0]: one for one in decided(doc)}
    return found.get(at)


def in_persons(doc: Doc) -> frozenset[int]:
    """The tokens of persons' names, worked out once a document."""
    found: frozenset[int] | None = memory(doc).get(_PERSONS)
    if found is None:
        named = ((start, end) for start, end, kind, _ in decided(doc) if kind == "person")
        found = memory(doc)[_PERSONS] = frozenset(i for start, end in named for i in range(start, end))
    return found


def person_stems(doc: Doc) -> frozenset[str]:
    """The stems of the words of persons' names, worked out once a document."""
    found: frozenset[str] | None = memory(doc).get(_STEMS)
    if found is None:
        found = memory(doc)[_STEMS] = frozenset(stem(doc[at].text) for at in in_persons(doc))
    return found


def _decide(doc: Doc) -> list[Decided]:
    spans = [
        named
        for span in doc.spans.get(SPANS, ())
        for piece in _apart(doc, span.start, span.end, KINDS[span.label_])
        if (named := _without_common_words(doc, *piece)) is not None
    ]
    votes: dict[str, Score] = defaultdict(lambda: defaultdict(float))
    counted: Counter[str] = Counter()
    local: list[Score] = []
    second = {at: KINDS[span.label_] for span in doc.spans.get(SECOND, ()) for at in range(span.start, span.end)}
    for start, end, kind in spans:
        score = evidence(doc, start, end)
        score[kind] += _MODEL_VOTE
        if (other := {second.get(at, kind) for at in range(start, end)}) != {kind} and len(other) == 1:
            score[other.pop()] += _MODEL_VOTE
        local.append(score)
        for given in _given_of_full(doc, start, end, kind):
            votes[given]["person"] += _FULL_NAME
        if (name := _key(doc, start, end, kind)) is not None:
            for one, weight in score.items():
                votes[name][one] += weight
            counted[name] += 1
    model = source(doc)
    out: list[Decided] = []
    for (start, end, kind), score in zip(spans, local, strict=True):
        name = _key(doc, start, end, kind)
        if name is not None and end - start == 1:
            others = max(counted[name] - 1, 1)
            final = {one: score[one] + (votes[name][one] - score[one]) / others for one in KINDS.values()}
            beside = _beside(doc[start].text, {one: score[one] - _MODEL_VOTE * (one == kind) for one in KINDS.values()})
            best = beside or max(final, key=lambda one: (final[one], one == kind))
            out.append((start, end, best, model if best == kind else "votes of the document"))
        elif kind == "person" and score["place"] > 0 and _is_adjective_and_place(doc, start, end):
            out.append((start, end, "place", "adjective of a place"))
        else:
            out.append((start, end, kind, model))
    out = [piece for one in out for piece in _person_at_end(doc, one, votes) if not _quoted(doc, piece)]
    out.extend(_elsewhere(doc, out, votes))
    return sorted(out)


def _is_adjective_and_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a name of two words is an adjective and what no person is called (`Малый Черемшан`)."""
    if end - start != 2 or not doc[start].text.istitle() or not doc[start + 1].text.istitle():
        return False
    adjective = any(one.pos == "ADJ" for one in analyses(doc[start].lower_))
    named = any(
        one.known and one.type in {"Giv", "Pat", "Sur"} for token in doc[start:end] for one in readings(token.text)
    )
    return adjective and not named and agreement(list(doc[start:end])) is not None


def _given_of_full(doc: Doc, start: int, end: int, kind: str) -> list[str]:
    """The stems of given names and surnames beside a patronymic: they are a person's where they stand alone too."""
    if kind != "person" or end - start == 1:
        return []
    patronymics = [
        at for at in range(start + 1, end) if any(r.known and r.type == "Pat" for r in readings(doc[at].text))
    ]
    named = [at - 1 for at in patronymics if doc[at - 1].text[:1].isupper()]
    named += [end - 1] * bool(patronymics and max(patronymics) == end - 2)
    named += [end - 1] * (not patronymics and _is_given_and_surname(doc[start:end]))
    return [stem(doc[at].text) for at in named]


def _is_given_and_surname(name: Span) -> bool:
    """Whether a given name of the dictionary stands before a word that is no place's name there (`Уго Чавес`)."""
    if len(name) != 2 or not name[1].text[:1].isupper():
        return False
    types = [{one.type for one in readings(token.text) if one.known} for token in name]
    return "Giv" in types[0] and "Geo" not in types[1] | types[0]


def _beside(form: str, score: dict[str, float]) -> str | None:
    """What the words beside a name say that is a person's and a place's at once (`Владимир`), or `None`."""
    types = {one.type for one in readings(form) if one.known}
    if "Geo" not in types or not types & {"Giv", "Sur"}:
        return None
    if abs(score["person"] - score["place"]) < _CLEAR:
        return None
    return "person" if score["person"] > score["place"] else "place"


def _person_at_end(doc: Doc, one: Decided, votes: dict[str, Score]) -> list[Decided]:
    """A person known from elsewhere taken off the end of a longer name of another kind (`Республики Ветошкин`)."""
    start, end, kind, source = one
    if kind != "person" and end - start > 1:
        vote = votes.get(stem(doc[end - 1].text))
        cases = {reading.case for reading in readings(doc[end - 1].text)[:2]}
        if vote is not None and vote["person"] >= _SURE and vote["person"] > vote["place"] and cases == {"Nom"}:
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
        if end - start > 1 and _is_of_town(doc, start):
            return [(start, start + 1, "place"), (start + 1, end, kind)]
    verb = next((at for at in range(start + 1, end) if doc[at].text.islower() and doc[at].pos_ == "VERB"), None)
    if kind == "place" and verb is not None:
        name = next((at for at in range(start + 1, verb) if titles.ending_at(doc, at) and doc[at].text.istitle()), None)
        return [(start, verb, kind)] if name is None else [(name, verb, "person")]
    if kind == "place" and end - start == 2 and _stand_apart(doc[start], doc[start + 1]):
        return [(start, start + 1, kind), (start + 1, end, kind)]
    return [(start, end, kind)]


def _is_of_town(doc: Doc, at: int) -> bool:
    """Whether the town that a man is of stands run together before his name (`купец г. Елабуги Стахеев`)."""
    if at < 1 or {one.type for one in readings(doc[at].text) if one.known} != {"Geo"}:
        return False
    if doc[at - 1].text == ".":
        return at > 1 and is_place_short(doc[at - 2].lower_)
    return is_place_noun(doc[at - 1].lower_)


def _stand_apart(first: Token, second: Token) -> bool:
    """Whether two names of one word each have no case in common, and neither depends on the other."""
    found = [[one for one in readings(token.text) if one.known] for token in (first, second)]
    types = [{one.type for one in some} for some in found]
    if "Geo" not in types[0] or not types[1] or "Adj" in types[1]:
        return False
    cases = [{one.case for one in some} for some in found]
    if types == [{"Geo"}, {"Giv"}]:
        return True
    return cases[0].isdisjoint(cases[1]) and "Gen" not in cases[1]


def _without_common_words(doc: Doc, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """The model's name without words before it that name nothing, or `None`; a firm's name is an organization's."""
    if is_firm(doc[start].text):
        return (start, end, "organization") if end - start > 1 else None
    first = start
    end = _end_of_name(doc, start, end) if kind != "person" else end
    while start < end and _falls_off(doc, start, end, kind):
        start += 1
    left = doc[start:end]
    if start == end or (start > first and not any(token.text[:1].isupper() for token in left)):
        return None
    return start, end, kind


def _end_of_name(doc: Doc, start: int, end: int) -> int:
    """Where the model's name ends without a common noun after it in a case of its own (`в Опочке пристав`)."""
    at = start + 1
    while at < end and not doc[at].text.islower():
        at += 1
    if at >= end or any(not token.text.islower() or not token.is_alpha for token in doc[at:end]):
        return end
    before, last = doc[at - 1], doc[end - 1]
    if not before.text[0].isupper() or not before.is_alpha:
        return end
    placed = start > 0 and is_place_noun(doc[start - 1].lower_)
    genitive = doc[at].morph.get("Case", []) == ["Gen"]
    if is_common(before.text) and not placed and (genitive or start == 0 or doc[start - 1].pos_ != "ADP"):
        return end
    if before.pos_ == "ADJ":
        stops = range(at + 1, min(end, at + _NEAR) + 1)
        agrees = any(agreement(list(doc[at - 1 : stop])) is not None for stop in stops)
        return end if agrees and not (placed and before.lower_.endswith("ой")) else at
    free = last.morph.get("Case", []) != ["Gen"] and _cases(before).isdisjoint(_cases(last) - {"Gen"})
    return at if free or last.pos_ == "VERB" else end


def _cases(token: Token) -> set[str | None]:
    """The cases the form may be in, unlikely namesakes apart."""
    return {one.feats.get("Case") for one in analyses(token.text) if one.prob > _LIKELY}


def _falls_off(doc: Doc, at: int, end: int, kind: str) -> bool:
    token = doc[at]
    if not token.text[:1].isupper() or len(token.text) < _SHORTEST:
        return False
    if kind == "organization":
        return at + 1 == end and names_nothing(doc, at)
    if names_nothing(doc, at) or (at + 1 < end and only_begins(doc, at) and _is_past(token)):
        return True
    if at + 1 < end and is_place_noun(token.lower_) and only_begins(doc, at) and doc[at + 1].text[:1].isupper():
        return kind == "person"
    if kind != "person" or not only_begins(doc, at):
        return False
    return not titles.is_title(token.text) and titles.ending_at(doc, at) is None


def _is_past(token: Token) -> bool:
    """Whether the token is a verb in the past, with which a sentence begins and no name (`Вошла Дуняша`)."""
    return token.pos_ == "VERB" and token.morph.get("Tense", []) == ["Past"] and token.morph.get("Mood", []) == ["Ind"]


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
