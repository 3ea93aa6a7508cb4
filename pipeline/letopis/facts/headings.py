"""What headings say: the date alone after that of letters, whom a file is of, whom a letter calls."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from letopis.dimensions.mention import key
from letopis.facts.clauses import Clause
from letopis.facts.fact import Fact, Filler
from letopis.facts.frames import by_lemma
from letopis.facts.phrases import Phrase
from letopis.facts.words import wordlist


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


def calls(sentence: Span) -> bool:
    """Whether the sentence is a letter's address: `Любезнейший брат Николай Фёдорович!`"""
    words = [token for token in sentence if not token.is_space]
    return bool(words) and words[-1].text == "!" and all(token.pos_ not in {"VERB", "AUX"} for token in words)


def of_file(doc: Doc, clause: Clause) -> Phrase | None:
    """The one person that the heading of a file names: `Справка по делу арестованного Гершмана`."""
    persons = [phrase for phrase in clause.phrases if phrase.kind == "person"]
    heads = any(doc[phrase.head].lemma_.lower() in wordlist("files") for phrase in clause.phrases)
    return persons[0] if heads and len(persons) == 1 else None
