"""Who says `я` and `мы`: the speaker of a quotation, the sender of a quoted letter, the author of the document."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from letopis.dimensions.mention import mentions, mentions_between
from letopis.language.memory import memory

_AUTHOR = "author"
_MAX_PARAGRAPH = 1000
_LETTERS = frozenset(
    [
        "письмо", "нота", "телеграмма", "депеша", "послание", "донесение", "рапорт",
        "записка", "реляция", "грамота", "донос", "прошение", "челобитная", "отписка",
        "доклад", "обращение", "воззвание", "манифест", "приказ", "замечание", "ответ",
    ]
)  # fmt: skip
_SIGNATURE = re.compile(
    r"(?:^|\n|[.!?…»]\s*)[^.!?\n]{0,80}\b(?:твой|ваш|ваша|твоя|остаюсь|пребываю|преданный|покорный|слуга|брат|сын|дочь|друг|подписал|подпись|писал)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)


def speaker(doc: Doc, token: Token) -> Span | None:
    """The person who speaks in the first person at `token`, or `None` where the text does not say."""
    quoted = _quotation_start(doc, token)
    if quoted is not None:
        return _who_said(doc, quoted)
    letter = _letter_before(doc, token)
    return letter if letter is not None else _author(doc)


def _quotation_start(doc: Doc, token: Token) -> int | None:
    """The token that opens the quotation `token` stands in: by marks in its sentences, or by a colon before a block."""
    depth, at, limit = 0, token.i - 1, max(token.i - 400, 0)
    while at >= limit:
        text = doc[at].text
        if text == "»":
            depth += 1
        elif text in "«„":
            if depth == 0:
                return at
            depth -= 1
        elif "\n" in text and depth == 0:
            before = doc[at - 1] if at else None
            return at if before is not None and before.text == ":" else None
        at -= 1
    return None


def _who_said(doc: Doc, opening: int) -> Span | None:
    """The subject of the sentence that leads to the quotation, or of the words right after it."""
    start = doc[max(opening - 1, 0)].sent.start
    before = mentions_between(doc, start, opening, "person", "place")
    subject = next((span for span in before if _is_subject(span)), None)
    return subject or (before[0] if len(before) == 1 and before[0].label_ == "person" else None)


def _letter_before(doc: Doc, token: Token) -> Span | None:
    """The sender named in the sentence before the paragraph, where that sentence tells of a letter."""
    at = token.i
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
        if token.i - at > _MAX_PARAGRAPH:
            return None
    if at < 2:
        return None
    sentence = doc[at - 2].sent
    if not any(word.lemma_ in _LETTERS for word in sentence):
        return None
    inside = mentions_between(doc, sentence.start, sentence.end, "person")
    return next((span for span in inside if _is_subject(span)), None)


def _author(doc: Doc) -> Span | None:
    """The document's author, looked for once a document."""
    kept = memory(doc)
    if _AUTHOR not in kept:
        found = _find_author(doc)
        kept[_AUTHOR] = None if found is None else (found.start, found.end, found.label_)
    place: tuple[int, int, str] | None = kept[_AUTHOR]
    return None if place is None else Span(doc, place[0], place[1], label=place[2])


def _find_author(doc: Doc) -> Span | None:
    """He who is named beside `я`, or who signs the last line."""
    persons = mentions(doc, "person")
    for span in persons:
        before = [word.lower_ for word in doc[max(span.start - 3, 0) : span.start]]
        if before and before[-1] in {"я", "мне", "меня", "мной", "мною"}:
            return span
        if len(before) > 1 and before[-1] == "," and before[-2] in {"я", "мне", "меня", "мной", "мною"}:
            return span
    if persons:
        last = persons[-1]
        tail = doc[last.end :].text.strip(" .\n!»")
        line = doc.text[max(last.start_char - 300, 0) : last.start_char]
        if not tail and (line.endswith("\n") or _SIGNATURE.search(line)):
            return last
    return None


def _is_subject(span: Span) -> bool:
    """Whether the mention, or the noun it stands beside, is a subject."""
    for token in span:
        head = token
        for _ in range(4):
            if head.dep_.startswith("nsubj"):
                return True
            if head.dep_ not in {"conj", "appos", "flat", "flat:name", "nmod"} or head.head.i == head.i:
                break
            head = head.head
    return False
