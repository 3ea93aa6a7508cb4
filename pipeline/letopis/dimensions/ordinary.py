"""Words that name nothing where they stand: a sentence's first word, words of grammar, courtesies, months in a date."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token

from letopis.language.memory import memory
from letopis.language.morphology import analyses
from letopis.language.proper import stem

_HEADS = frozenset('«"„“(—–-…:;[*•')
_GRAMMAR = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET"})
_STORE = "letopis.ordinary.inner_capitals"
_NAME = 0.03
_DRAWN = re.compile(r"([а-яё])\1+")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("letopis.dimensions").joinpath("ordinary.toml").read_text("utf-8"))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(_data()[key]["pattern"])


def at_head(token: Token) -> bool:
    """Whether the token begins a sentence, a line, a quotation or an item, where a capital says nothing."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.text == ")" and token.i > 1 and before.nbor(-1).text.isdigit():
        return token.i == 2 or before.nbor(-2).text != "("  # an item: `4) Заставу упразднить`
    return before.is_space or (before.text in _HEADS and (before.text != "-" or bool(before.whitespace_)))


@lru_cache(maxsize=1 << 14)
def is_grammar(form: str) -> bool:
    """Whether the form is a word of grammar alone: a preposition, conjunction, particle or pronoun."""
    if _pattern("pronouns").search(form.lower()):
        return True
    found = [one for one in analyses(form.lower()) if one.source == "dictionary"]
    return bool(found) and found[0].pos in _GRAMMAR and found[0].prob > 0.5 and not _is_name(form)


@lru_cache(maxsize=1 << 14)
def is_courtesy(form: str) -> bool:
    """Whether the form is of an address of respect (`Сиятельству`) or a sovereign's style (`Всепресветлейшая`)."""
    low = form.lower()
    if _pattern("superlatives").search(low) and not _is_name(form):
        return True
    words = _data()["courtesies"]["words"]
    return any(one.lemma in words for one in analyses(low)[:4])


@lru_cache(maxsize=1 << 14)
def is_common(form: str) -> bool:
    """Whether the dictionary has the form as a common word and as no proper name."""
    found = [one for one in analyses(form) if one.source == "dictionary"]
    return bool(found) and not _is_name(form)


def _is_name(form: str) -> bool:
    return any(
        one.pos == "PROPN" and one.source == "dictionary" and one.prob > _NAME and "NameType" in one.feats
        for one in analyses(form.title())
    )


def is_month(doc: Doc, at: int) -> bool:
    """Whether a capitalised month stands in a date (`1834 года Марта 14 дня`)."""
    if doc[at].lower_ not in _data()["months"]["forms"]:
        return False
    near = [doc[i] for i in (at - 1, at - 2, at + 1) if 0 <= i < len(doc)]
    return any(token.text[:1].isdigit() or token.lower_ in _data()["months"]["beside"] for token in near)


def only_begins(doc: Doc, at: int) -> bool:
    """Whether the word at `at` has its capital from the sentence alone: a common word, with no capital elsewhere."""
    token = doc[at]
    if not at_head(token) or token.text.isupper() or "-" in token.text or stem(token.text) in _inner_capitals(doc):
        return False
    if is_common(token.text):
        return True
    known = any(one.source == "dictionary" for one in analyses(token.text))
    verbal = token.pos_ in {"VERB", "ADV"} or token.morph.get("Variant", []) == ["Short"]
    return not known and (verbal or bool(_pattern("aorists").search(token.lower_)))


@lru_cache(maxsize=1 << 14)
def is_drawled(form: str) -> bool:
    """Whether the form is a common word said in syllables or with letters drawn out (`Ни-ка-кого`, `Н-нет`)."""
    if "-" not in form:
        return False
    whole = form.lower().replace("-", "")
    spoken = (whole, _DRAWN.sub(r"\1", whole))
    return not is_common(form) and any(
        one.source == "dictionary" and one.pos != "PROPN" for word in dict.fromkeys(spoken) for one in analyses(word)
    )


@cache
def _aorists() -> frozenset[str]:
    return frozenset(_data()["aorists"]["singular"])


def names_nothing(doc: Doc, at: int) -> bool:
    """Whether the word at `at` can be no name and no part of one."""
    form = doc[at].text
    if form.lower() in _aorists() and at_head(doc[at]):
        return True
    return is_grammar(form) or is_courtesy(form) or is_month(doc, at) or is_drawled(form)


def _inner_capitals(doc: Doc) -> frozenset[str]:
    """The stems of the words that have a capital inside a sentence of the document."""
    found: frozenset[str] | None = memory(doc).get(_STORE)
    if found is None:
        found = frozenset(stem(token.text) for token in doc if token.text[:1].isupper() and not at_head(token))
        memory(doc)[_STORE] = found
    return found
