"""Which mention a pronoun, a relative word or the empty subject of a verb stands for."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.entities.correspondents import correspondents
from letopis.entities.mentioned import Row, at_token, first_at, span_of
from letopis.entities.mentioned import rows as mentioned
from letopis.entities.speaker import addressee, speaker

_SENTENCES_BACK = 3
_NEAREST = 14
_CLEAR = 0.75

Agreement = tuple[str | None, str]
"""Gender (`None`: any) and number."""

# Forms of the third person with the genders and numbers they can stand for.
_MAN: tuple[Agreement, ...] = (("Masc", "Sing"), ("Neut", "Sing"))
_WOMAN: tuple[Agreement, ...] = (("Fem", "Sing"),)
_MANY: tuple[Agreement, ...] = ((None, "Plur"),)
_PRONOUNS: dict[str, tuple[Agreement, ...]] = {
    **dict.fromkeys(["он", "него", "его", "ему", "нему", "нём", "нем"], _MAN),
    **dict.fromkeys(["ним", "им"], _MAN + _MANY),
    **dict.fromkeys(["она", "её", "ее", "неё", "нее", "ей", "ней", "ею", "нею", "ея"], _WOMAN),
    "оно": (("Neut", "Sing"),),
    **dict.fromkeys(["они", "оне", "их", "них", "ими", "ними"], _MANY),
}
_REFLEXIVE = frozenset({"себя", "свой"})
_RELATIVE = frozenset({"который", "кой", "каковой"})
_FIRST = frozenset({"я", "мы", "мой", "наш"})
_SECOND = frozenset({"ты", "вы", "твой", "ваш"})


def antecedent(doc: Doc, token: Token) -> Span | None:
    """The person, place or organization mention of `doc` that `token` stands for, or `None` where it is not plain.

    `token` is a pronoun of the third person, `себя`, `свой`, `который`, a pronoun of the first person or a verb
    in it (the speaker of the quotation, the writer of the letter), one of the second (the addressee), or a finite verb
    without a subject.
    Needs heads and relations. The nearest compatible mention is taken, subjects first.
    """
    low, lemma = token.lower_, token.lemma_.lower()
    if lemma in _FIRST or (token.pos_ in {"VERB", "AUX"} and token.morph.get("Person", [""])[0] == "1"):
        return speaker(doc, token)
    if lemma in _SECOND or (token.pos_ in {"VERB", "AUX"} and token.morph.get("Person", [""])[0] == "2"):
        return addressee(doc, token)
    rows = mentioned(doc)
    if lemma in _REFLEXIVE:
        found = _subject(doc, token, rows)
    elif lemma in _RELATIVE:
        found = _before_relative(doc, token, rows)
    elif low in _PRONOUNS:
        found = _nearest(doc, token, rows, _PRONOUNS[low])
    elif token.pos_ in {"VERB", "AUX", "ADJ"} and token.morph.get("VerbForm", ["Fin"])[0] != "Inf":
        found = _of_empty_subject(doc, token, rows)
    else:
        return None
    return None if found is None else span_of(doc, found)


def _compatible(row: Row, wanted: tuple[Agreement, ...]) -> bool:
    return any(
        number == row.number and (said is None or row.gender is None or said == row.gender) for said, number in wanted
    )


def _nearest(doc: Doc, token: Token, rows: list[Row], wanted: tuple[Agreement, ...]) -> Row | None:
    """The most salient compatible mention before `token`: near, a subject, a person; `None` where two vie."""
    end = first_at(rows, token.i)
    here = token.sent.start
    personal = token.lower_ in _PRONOUNS
    scored: list[tuple[float, Row]] = []
    for back, row in enumerate(reversed(rows[max(end - _NEAREST, 0) : end])):
        if row.end > token.i:
            continue
        sentences = _sentences_between(doc, row.sentence, here)
        if sentences > _SENTENCES_BACK:
            break
        if not _compatible(row, wanted) or _clause_mates(doc, token, row):
            continue
        weight = 2.0 * row.subject + 1.0 * (row.kind == "person") - 1.0 * sentences - 0.05 * back
        scored.append((weight, row))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], -item[1].start))
    best = scored[0]
    rivals = [row for weight, row in scored[1:] if best[0] - weight < _CLEAR and not _same_name(doc, row, best[1])]
    if (rivals and not personal) or _common_noun_rival(doc, best[1], token, wanted):
        return None
    return best[1]


def _sentences_between(doc: Doc, first: int, last: int) -> int:
    """How many sentences begin after token `first`, up to token `last`; counting stops past the limit."""
    count, at = 0, last
    while at > first and count <= _SENTENCES_BACK:
        count += 1
        at = doc[at - 1].sent.start
    return count


def _clause_mates(doc: Doc, token: Token, row: Row) -> bool:
    """Whether the mention is the subject of the pronoun's own clause: `Иванов увидел его` is not about Иванов."""
    possessive = token.lower_ in {"его", "её", "ее", "их"} and token.head.pos_ in {"NOUN", "PROPN"}
    if token.lower_ not in _PRONOUNS or possessive or not row.subject or row.sentence != token.sent.start:
        return False
    return row.end <= token.i and all(
        between.text not in ",;:—–" and between.pos_ not in {"CCONJ", "SCONJ"} and not between.is_sent_start
        for between in doc[row.end : token.i]
    )


def _same_name(doc: Doc, one: Row, other: Row) -> bool:
    first, second = doc[one.start : one.end], doc[other.start : other.end]
    return first.label_ == second.label_ and set(first.text.lower().split()) & set(second.text.lower().split()) != set()


def _common_noun_rival(doc: Doc, row: Row, token: Token, wanted: tuple[Agreement, ...]) -> bool:
    """Whether a common noun of a person, itself a compatible subject, stands between the mention and the token."""
    if token.i - row.end > 60:
        return False
    for between in doc[row.end : token.i]:
        if (
            between.pos_ == "NOUN"
            and between.dep_.startswith("nsubj")
            and between.morph.get("Animacy", [""])[0] == "Anim"
        ):
            said = between.morph.get("Gender", [""])[0] or None
            number = between.morph.get("Number", ["Sing"])[0]
            if any(n == number and (g is None or number == "Plur" or g == said) for g, n in wanted):
                return True
    return False


def _subject(doc: Doc, token: Token, rows: list[Row]) -> Row | None:
    """The subject of the clause `token` stands in."""
    verb = token.head
    for _ in range(6):
        if verb.pos_ in {"VERB", "AUX"} or verb.head.i == verb.i:
            break
        verb = verb.head
    subject = _own_subject(verb)
    if subject is None:
        return _of_empty_subject(doc, verb, rows) if verb.pos_ in {"VERB", "AUX"} else None
    return at_token(rows, subject.i) or (
        _nearest(doc, subject, rows, _PRONOUNS[subject.lower_]) if subject.lower_ in _PRONOUNS else None
    )


def _own_subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_.startswith("nsubj")), None)


def _before_relative(doc: Doc, token: Token, rows: list[Row]) -> Row | None:
    """The name right before the comma of the relative clause, where it agrees with the relative word."""
    at = token.i - 1
    while at > 0 and token.i - at < 4 and doc[at].text != ",":
        at -= 1
    if doc[at].text != "," or at == 0:
        return None
    row = at_token(rows, at - 1)
    number = token.morph.get("Number", ["Sing"])[0]
    said = (token.morph.get("Gender", [""])[0] or None) if number == "Sing" else None
    return row if row is not None and _compatible(row, ((said, number),)) else None


def _of_empty_subject(doc: Doc, verb: Token, rows: list[Row]) -> Row | None:
    """The mention that a verb without a subject is said of: its main verb's subject, else the last subject before."""
    at = verb
    for _ in range(5):
        subject = _own_subject(at)
        if subject is not None:
            if at.i == verb.i or _agrees(verb, subject):
                found = at_token(rows, subject.i)
                if found is None and subject.lower_ in _PRONOUNS:
                    return _nearest(doc, subject, rows, _PRONOUNS[subject.lower_])
                return found
            return None
        if at.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "parataxis"} or at.head.i == at.i:
            break
        at = at.head
    number = verb.morph.get("Number", [""])[0]
    if not number or _impersonal(verb):
        return None
    shared = _last_subject(doc, verb)
    if shared is not None and shared.lower_ in _PRONOUNS:
        return _nearest(doc, shared, rows, _PRONOUNS[shared.lower_])
    if shared is not None and shared.lower_ in _FIRST:
        said_by = speaker(doc, shared)
        return None if said_by is None else at_token(rows, said_by.start)
    said = (verb.morph.get("Gender", [""])[0] or None) if number == "Sing" else None
    if said == "Neut":
        return None
    found = _nearest(doc, verb, rows, ((said, number),))
    if found is not None and found == correspondents(doc).addressee:
        return correspondents(doc).writer
    return found if found is not None and (found.subject or found.kind == "person") else None


def _last_subject(doc: Doc, verb: Token) -> Token | None:
    """The nearest subject before `verb` in its sentence that it can share."""
    for at in range(verb.i - 1, verb.sent.start - 1, -1):
        if doc[at].dep_.startswith("nsubj"):
            return doc[at] if _agrees(verb, doc[at]) else None
    return None


def _agrees(verb: Token, subject: Token) -> bool:
    """Whether the verb can share this subject: number, and gender where the past tense shows it."""
    for feature in ("Number", "Gender"):
        mine, its = verb.morph.get(feature, []), subject.morph.get(feature, [])
        if mine and its and mine != its and not (feature == "Gender" and verb.morph.get("Number", []) == ["Plur"]):
            return False
    return True


def _impersonal(verb: Token) -> bool:
    """Whether the verb needs no subject: third person plural without one (`казнили`), neuter (`велено`)."""
    return verb.morph.get("Number", []) == ["Plur"]
