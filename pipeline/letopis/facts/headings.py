"""The date that stands alone after the heading of letters."""

from __future__ import annotations

from spacy.tokens import Span

from letopis.dimensions.mention import key
from letopis.facts.fact import Fact, Filler
from letopis.facts.frames import by_lemma


def date_heading(sentence: Span, inside: list[Span], before: list[Fact]) -> None:
    """Date the letters of the sentence before by one that is a date alone: `Письма X к Y. 1840–1855 гг.`

    `inside` are the mentions of `sentence`, `before` the last facts of the sentence before it.
    """
    letter = next((fact for fact in before if fact.frame == "communicate"), None)
    dates = [span for span in inside if span.label_ == "date"]
    named = sum(len(span) for span in inside if span.label_ in {"date", "place"})
    words = [token for token in sentence if not (token.is_punct or token.is_space)]
    alone = len(dates) == 1 and named >= len(words)
    if letter is not None and alone and letter.lemma in by_lemma("doers") and "time" not in letter.roles:
        letter.roles["time"] = [Filler(key(dates[0]), inherited=True)]
