"""What an entry says of its man without naming him again."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from letopis.facts.matching import is_animate
from letopis.facts.phrases import Phrase
from letopis.facts.readings import one
from letopis.facts.words import wordlist


def said_of(doc: Doc, sentence: Span, read: list[Phrase], man: Phrase | None) -> None:
    """A noun and a comma before a verb are said of the man told of: `Сын священника, окончил университет`."""
    if not read or man is None or man.kind != "person" or read[0].start != sentence.start:
        return
    phrase = read[0]
    common = phrase.mention is None and phrase.title is None and not phrase.pronoun and not phrase.listed
    end = phrase.reach()
    if not common or phrase.tagged != "Nom" or not is_animate(doc, phrase) or doc[end : end + 1].text != ",":
        return
    word = doc[phrase.head]
    if one(word, "Number") != "Sing" or one(word, "Gender") != one(doc[man.head], "Gender"):
        return
    if _told(doc[end + 1 : sentence.end]):
        phrase.stands = man


def _told(rest: Span) -> bool:
    """Whether the words up to the next mark have a verb of their own, no participle or relative."""
    for token in rest:
        if token.is_punct or one(token, "VerbForm") == "Conv" or token.lemma_ in wordlist("relatives"):
            return False
        if token.pos_ == "VERB":
            return one(token, "VerbForm") == "Fin" or one(token, "Variant") == "Short"
    return False
