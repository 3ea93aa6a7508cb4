"""Which dates head a text: datelines of letters, headings of diaries and chronicles."""

from __future__ import annotations

from spacy.tokens import Span, Token

from letopis.dimensions.date.surroundings import is_verb, sentence

LONGEST_HEADING = 13
LONGEST_ADDRESS = 24
LONGEST_TITLE = 40
_OPEN = frozenset("([{")
_WRITERS = frozenset({"я", "мы", "аз"})
_PLACE = 4
_SOON = 4
"""Tokens: how near after the day of an act its writer stands, and how few words of place before it."""


def heads(date: Span) -> bool:
    """A line that begins with a short verbless sentence holding the date at its start or end."""
    words = _clause(date)
    longest = LONGEST_TITLE if _is_titled(words, date) else LONGEST_HEADING
    if len(words) - len(date) > longest or any(is_verb(token) for token in words if token not in date):
        return False
    before = [token for token in words if token.i < date.start]
    after = [token for token in words if token.i >= date.end and not token.is_punct]
    shown = _starts_line(words[0]) or _ends_text(words[-1]) or _is_addressed(words[0]) or _after_only_number(words[0])
    if not shown:
        return False
    if any(token.text in _OPEN for token in before):
        return False
    return not any(token.is_alpha for token in before) or (len(after) <= 2 and not _governed(before))


def _is_titled(words: list[Token], date: Span) -> bool:
    """`Губернатору … отношение, 9 августа 1826 года, № 611`: the first line, which its date or number closes."""
    last, doc = words[-1].i, date.doc
    closes = last + 1 >= len(doc) or "\n" in doc[last + 1].text
    return words[0].i == 0 and closes and all(not t.is_alpha for t in words if t.i >= date.end)


def is_of_writing(date: Span, first: bool) -> bool:
    """Whether a heading is when the text was written, and not when its events were (`24 июня 1812 г. Перешли Неман.`).

    It stands alone on its line, or after a place or an office, or the first of its text.
    """
    doc = date.doc
    following = next((token for token in doc[date.end :][:3] if not token.is_punct), None)
    if following is None or following.is_space:
        return True
    named = any(token.is_alpha and token.i < date.start for token in _clause(date))
    begins = date.start == 0 or "\n" in doc[date.start - 1].text
    return named or (first and not begins)


def opens_act(date: Span) -> bool:
    """`1907 года марта 3 дня, мы, нижеподписавшиеся, составили сей акт`: the day on which those who write an act do it.

    The day opens its line, no words but a place before it, and the writer follows at once.
    """
    if not any((token.text.isdecimal() and len(token) < 3) or "-" in token.text for token in date):
        return False
    first = sentence(date.doc, date.start).start
    before = [token for token in date.doc[first : date.start] if token.is_alpha]
    if len(before) > _PLACE or any(is_verb(token) or token.lower_ in _WRITERS for token in before):
        return False
    if not _starts_line(date.doc[first]) and not _is_addressed(date.doc[first]):
        return False
    after = [token for token in date.doc[date.end : date.end + _SOON] if token.text != "." and not token.is_space]
    at = 1 if after and after[0].is_punct else 0
    if len(after) < at + 2 or after[at].lower_ not in _WRITERS:
        return False
    return after[at + 1].text == "," or after[at + 1].lower_.startswith("нижепод")


def _clause(date: Span) -> list[Token]:
    """The words of the date's sentence, which ends with the date where a full stop and a capital say so."""
    words = [token for token in sentence(date.doc, date.start) if not token.is_space]
    following = next((token for token in words if token.i >= date.end), None)
    if _is_bare_head(date, following):
        return list(date)
    if date[-1].text == "." and following is not None and following.text[:1].isupper():
        return [token for token in words if token.i < date.end]
    return words


def _is_bare_head(date: Span, following: Token | None) -> bool:
    """`29. Ездил в Кронштадт`: a figure and its stop at the start of a line."""
    stop = following is not None and following.text == "."
    return stop and len(date) == 1 and date.text.isdecimal() and _starts_line(date[0])


def _governed(before: list[Token]) -> bool:
    """A preposition before the date makes it part of a sentence: `Отчёт за 1895 год` tells what the report is about."""
    words = [token for token in before if token.is_alpha]
    return bool(words) and words[-1].pos_ == "ADP" and len(words) == 1


def _starts_line(token: Token) -> bool:
    return token.i == 0 or "\n" in token.doc[token.i - 1].text


def _is_addressed(first: Token) -> bool:
    """Whether only a few verbless words stand before on the first line: `Москва. 3 марта`."""
    before = first.doc[: first.i]
    if len(before) > LONGEST_ADDRESS or any("\n" in token.text and token.i > 0 for token in before):
        return False
    return not any(is_verb(token) for token in before)


def _after_only_number(first: Token) -> bool:
    """Whether the number of the one numbered paper stands before on the line, and its title above (`№ 118. 22 мая`)."""
    doc = first.doc
    if first.i > LONGEST_ADDRESS or any(is_verb(token) for token in doc[: first.i]):
        return False
    line = max((token.i + 1 for token in doc[: first.i] if "\n" in token.text), default=0)
    before = doc[line : first.i]
    if not before or before[0].text != "№" or any(token.is_alpha for token in before[1:]):
        return False
    return not any(token.text == "№" and _starts_line(token) for token in doc[first.i :])


def _ends_text(token: Token) -> bool:
    """Whether nothing but a signature may follow."""
    rest = [other for other in token.doc[token.i + 1 :][:12] if not other.is_space]
    return len(rest) < 8 and token.i + 12 >= len(token.doc) - 1
