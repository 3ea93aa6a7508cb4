"""Who says `я` and `мы`: the speaker of a quotation, the sender of a quoted letter, the author of the document."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from letopis.entities.correspondents import LETTERS, correspondents
from letopis.entities.mentioned import Row, first_at, rows, span_of
from letopis.language.memory import memory

_ME = frozenset({"я", "мне", "меня", "мной", "мною"})
_ME_CASES = {
    "я": {"Nom"},
    "мне": {"Dat", "Loc"},
    "меня": {"Gen", "Acc"},
    "мной": {"Ins"},
    "мною": {"Ins"},
}
_AUTHOR, _NARRATED = "author", "narrated"
_LONGEST = 300


def speaker(doc: Doc, token: Token) -> Span | None:
    """The person who speaks in the first person at `token`, or `None` where the text does not say."""
    quoted = _quotation_start(doc, token)
    found = _who_said(doc, quoted) if quoted is not None else _letter_before(doc, token) or _author(doc)
    return None if found is None else span_of(doc, found)


def addressee(doc: Doc, token: Token) -> Span | None:
    """The person whom the second person at `token` means: outside quotations, the letter's addressee."""
    if _quotation_start(doc, token) is not None:
        return None
    found = correspondents(doc).addressee
    return None if found is None else span_of(doc, found)


def narrator(doc: Doc, token: Token) -> tuple[bool, Span | None]:
    """Whether the text around `token`, no quotation, is told in the first person, and by whom where that is known."""
    if not _tells_of_himself(doc) or _quotation_start(doc, token) is not None:
        return False, None
    found = _letter_before(doc, token) or _author(doc)
    return True, None if found is None else span_of(doc, found)


def _tells_of_himself(doc: Doc) -> bool:
    """Whether someone says `я` outside quotations, once for the document."""
    kept = memory(doc).get(_NARRATED)
    if kept is None:
        depth, kept = 0, False
        for token in doc:
            depth = max(0, depth + (token.text in "«„") - (token.text in "»“"))
            verb = token.pos_ == "VERB" and token.morph.get("Person", []) == ["1"]
            initial = token.text == "Я" and token.i + 1 < len(doc) and token.nbor().text == "."
            if not depth and (
                (token.lower_ in _ME and not initial) or (verb and token.morph.get("Number", []) == ["Sing"])
            ):
                kept = True
                break
        memory(doc)[_NARRATED] = kept
    return bool(kept)


def _between(doc: Doc, start: int, end: int, *kinds: str) -> list[Row]:
    """The mentions of `kinds` that begin at tokens `start:end`."""
    found = rows(doc)
    return [row for row in found[first_at(found, start) : first_at(found, end)] if row.kind in kinds]


def _quotation_start(doc: Doc, token: Token) -> int | None:
    """The token that opens the quotation `token` stands in: by marks, or a break after a colon before the block."""
    depth = 0
    for at in range(token.i - 1, max(token.i - _LONGEST, -1), -1):
        text = doc[at].text
        if text == "»":
            depth += 1
        elif text in "«„":
            if depth == 0:
                return at
            depth -= 1
        elif "\n" in text and depth == 0:
            return at if at and doc[at - 1].text == ":" else None
    return None


def _who_said(doc: Doc, opening: int) -> Row | None:
    """The subject of the sentence that leads to the quotation."""
    before = _between(doc, doc[max(opening - 1, 0)].sent.start, opening, "person", "place")
    subject = next((row for row in before if row.subject), None)
    return subject or (before[0] if len(before) == 1 and before[0].kind == "person" else None)


def _letter_before(doc: Doc, token: Token) -> Row | None:
    """The sender named in the sentence before the paragraph, where that sentence tells of a letter."""
    at = token.i
    while at > max(token.i - _LONGEST, 0) and "\n" not in doc[at - 1].text:
        at -= 1
    if at < 2 or "\n" not in doc[at - 1].text:
        return None
    sentence = doc[at - 2].sent
    letter = next((word for word in sentence if word.lemma_ in LETTERS), None)
    if letter is None or any(word.pos_ == "SCONJ" or word.lower_ == "не" for word in doc[sentence.start : letter.i]):
        return None
    return next((row for row in _between(doc, sentence.start, sentence.end, "person") if row.subject), None)


def _author(doc: Doc) -> Row | None:
    """The document's author, found once: he who is named beside `я`, whom its heading names, who signs it."""
    found = rows(doc)
    kept = memory(doc).get(_AUTHOR)
    if kept is None or kept[0] != len(found):
        place = next((n for n, row in enumerate(found) if row.kind == "person" and _beside_me(doc, row)), None)
        kept = memory(doc)[_AUTHOR] = (len(found), place)
    return correspondents(doc).writer if kept[1] is None else found[kept[1]]


def _beside_me(doc: Doc, row: Row) -> bool:
    """Whether the name is in apposition to `я`, in its case: `мне, Павлу Зимину`; not `выдан мною Петру`."""
    before = [word.lower_ for word in doc[max(row.start - 2, 0) : row.start]]
    if not before:
        return False
    pronoun = before[-1] if before[-1] in _ME else before[0] if before[-1] == "," else ""
    cases = {case for token in doc[row.start : row.end] for case in token.morph.get("Case", [])}
    return pronoun in _ME and (not cases or bool(_ME_CASES[pronoun] & cases))
