"""A nominative of the dictionary written as the text writes the word: its capitals, its е for ё."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token


def shaped_phrase(tokens: Sequence[Token], words_of: str) -> str:
    """The known nominative `words_of` with the capitals and the е of the text's `tokens`, word by word."""
    return " ".join(shaped(token.text, word) for token, word in zip(tokens, words_of.split(), strict=True))


def shaped(source: str, target: str) -> str:
    """`target` with the capitals of `source`, and with its е where the text writes no ё."""
    ours, theirs = source.split("-"), target.lower().split("-")
    if len(ours) != len(theirs):
        return _capitals(source, _letters(source, target.lower()))
    return "-".join(_capitals(a, _letters(a, b)) for a, b in zip(ours, theirs, strict=True))


def _capitals(source: str, target: str) -> str:
    if len(source) > 1 and source.isupper():
        return target.upper()
    return target[:1].upper() + target[1:] if source[:1].isupper() else target


def _letters(source: str, target: str) -> str:
    out = list(target)
    for n, (a, b) in enumerate(zip(source.lower(), target, strict=False)):
        if a != b and not (a == "е" and b == "ё"):
            break
        out[n] = a
    return "".join(out)
