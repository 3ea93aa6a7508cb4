"""A word's old endings, prefixes and other habits brought to the modern norm, the dictionary judging.

A rule gives the spellings it would make of a word in modern letters, best first. What the dictionary has is
left as it is, unless an exception names it; the first spelling it has is taken; where it has none, the rules
of the reform (endings and prefixes) still hold, the others not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from letopis.sources.orthography.habits import NOMINAL, doubles, heard, singles, softs, swaps
from letopis.sources.orthography.letters import modern_letters
from letopis.sources.vocabulary import (
    RARE,
    analyzer,
    are_counted,
    are_forms,
    cost,
    is_common,
    is_counted,
    is_form,
    known,
    parts_of_speech,
)

_DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("exceptions.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_STEMS: dict[str, str] = _DATA["stems"]
STEM = re.compile("|".join(sorted(map(re.escape, _STEMS), key=len, reverse=True)))
# The stems by their first letters.
_LEAST = min(map(len, _STEMS))
_STEMS_AT = {at: tuple(stem for stem in _STEMS if stem.startswith(at)) for at in {stem[:_LEAST] for stem in _STEMS}}

_SIBILANTS = "жшчщц"
# Ends of stems that adjectives and participles in -ие have, and nouns in -ия have not.
_ADJECTIVAL = ("ск", "цк", "щ", "ш", "жн", "шн", "летн", "дн", "сторонн")
# How adjectives may end that look like a name in small letters: `чернова`, `живаго`.
_LIKE_NAMES = ("ова", "ева", "ово", "ево", "аго", "яго")
# A capitalised word of fewer letters is likelier a name than a word with a letter too many.
_LONG = 6
# A word of this cost (about one in 60,000) is likelier at a sentence's beginning than a name a letter short of it.
_COMMON = 11.0
_USUAL = 13.0
"""The cost of a word (`sources/vocabulary.py`) that is met in any text: `галерея`, not `пасека`."""

# Other prefixes that may stand before без-, воз-, из-, раз-.
_OUTER = r"(?:не|о|об|пре|пред|по|про|на|при|до|за|со|пере|вос|сверх|полу|благо)*"
_PREFIX = re.compile(rf"^({_OUTER}(?:бе|во|в|и|ни|ра|ро|чре|чере))з(?=[кпстфхцчшщ])")
# Stems in which the з is the root's own.
_ROOT = re.compile(rf"^{_OUTER}(?:низк|низш|возчи|возк(?:а|и|е|у|ой|ою|ов|ам|ами|ах|ом)?$)")


def modern(word: str) -> str:
    """`word`, one word of letters in old spelling, as it is spelt today; its capitals are kept."""
    return all_modern([word])[0]


def all_modern(words: list[str]) -> list[str]:
    """What `modern` makes of each of `words`: most need letters alone, and are done together."""
    plain = [*map(modern_letters, words)]
    small = [*map(str.lower, plain)]
    return [
        letters
        if known_form
        and low not in _WORDS
        and not low.startswith(_STEMS_AT.get(low[:_LEAST], ()))
        and low[-2:] != "ию"
        and (letters != low or (counts and word[-1] != "ъ" and not low.endswith(_LIKE_NAMES)) or _is_no_name(word, low))
        else _reformed(word, letters, low)
        for word, letters, low, known_form, counts in zip(
            words, plain, small, are_forms(small), are_counted(small), strict=True
        )
    ]


def _is_no_name(word: str, small: str) -> bool:
    """Whether `word`, in small modern letters `small`, is one, which no form is that the dictionary has as a name only.

    A name that running text counts stays, too, unless it may be an adjective as it is heard, or ъ misread for ь.
    """
    if word[-1] == "ъ" and not small.endswith(_LIKE_NAMES) and not is_form(f"{small}ь") and is_counted(small):
        return True
    return is_common(small)


def _reformed(word: str, plain: str, small: str) -> str:
    """`word`, in modern letters `plain` and in small ones `small`, as the rules make it."""
    proper = plain[:1].isupper()
    new = _regular(small, proper)
    if _is_word(new, proper):
        return _like(plain, new)
    new = _irregular(new, proper)
    if word.endswith(("ъ", "Ъ")) and not _is_word(new, proper) and _is_word(f"{new}ь", proper):
        new += "ь"
    return _like(plain, new)


@lru_cache(maxsize=200_000)
def regular(word: str) -> str:
    """`word` as the rules of the reform alone make it: letters, exceptions, endings and prefixes."""
    plain = modern_letters(word)
    return _like(plain, _regular(plain.lower(), plain[:1].isupper()))


def _like(plain: str, new: str) -> str:
    """`new` with the capitals of `plain`."""
    if new == plain.lower():
        return plain
    if len(plain) > 1 and plain.isupper():
        return new.upper()
    if plain[0].isupper() and "-" in new:
        return "-".join(part[0].upper() + part[1:] for part in new.split("-"))
    return new[0].upper() + new[1:] if plain[0].isupper() else new


def _is_word(form: str, proper: bool) -> bool:
    return known(form) or (proper and known(form.capitalize()))


def _is_usual(form: str) -> bool:
    return cost(form) < RARE


def _is_name(form: str) -> bool:
    return any(one.pos == "PROPN" and one.source == "dictionary" for one in analyzer().analyze(form.capitalize()))


def _fits_capital(form: str) -> bool:
    """Whether the form is a name or so common a word that its capital is a sentence's or a title's, not a surname's."""
    return known(form) and (cost(form) < _USUAL or _is_name(form))


def _regular(word: str, proper: bool) -> str:
    """`word`, small and in modern letters, by exceptions and the reform; `proper` where it began with a capital."""
    if word in _WORDS and not (proper and word.endswith("ев") and known(word.capitalize())):
        return _WORDS[word]
    stem = STEM.match(word)
    if stem:
        whole = _STEMS[stem.group()] + word[stem.end() :]
        word = whole if known(whole) or not known(word) else word
    if _is_word(word, proper) and not is_archaic(word):
        return word
    for rule in (_endings, _prefixes):
        word = _choose(word, rule, lambda form: _is_word(form, proper), sure=True)
    return word


def _irregular(word: str, proper: bool) -> str:
    """`word`, which is none, by habits of spelling that no rule of the reform touched, where the dictionary has it so.

    A ь too many at its end is the 18th century's (`Васильевичь`), or a ъ misread (`полкь`).
    """
    bare = word.removesuffix("ь")
    fits = _is_name(bare) or cost(bare) < _COMMON if proper else known(bare) and not known(word.capitalize())
    if bare != word and fits:
        return bare
    if proper:
        word = word.replace("бурх", "бург")
        word = _choose(word, softs, lambda form: cost(form) < _COMMON, sure=False)
        return _choose(word, doubles, _fits_capital, sure=False) if len(word) > _LONG else word
    rules = ((doubles, known), (swaps, known), (softs, _is_usual), (heard, _is_usual), (singles, known))
    for rule, judge in rules:
        word = _choose(word, rule, judge, sure=False)
        if known(word):
            break
    return word


def _choose(word: str, rule: Callable[[str], Iterator[str]], is_word: Callable[[str], bool], *, sure: bool) -> str:
    """The first spelling of `rule` that is a word; else its first spelling where the rule is `sure`, else `word`."""
    first = None
    for form in rule(word):
        if is_word(form):
            return form
        # An old prefix may still stand before what the ending's rule made, so it is tried along.
        if any(is_word(both) for both in _prefixes(form)):
            return form
        first = first or form
    return first if sure and first and not is_word(word) else word


def is_archaic(word: str) -> bool:
    """Whether the dictionary has `word` as an old by-form only: `частию` beside `частью`."""
    return word.endswith("ию") and all("Arch" in found.labels for found in analyzer().analyze(word))


def _endings(word: str) -> Iterator[str]:
    """-аго, -яго, -ыя, -ия, -ию and the like: `старого`, `синего`, `новые`, `русские`, `помощью`."""
    body, back = (word[:-2], "ся") if word.endswith("ся") else (word, "")
    stem, last = body[:-3], body[-3:]
    if last == "аго" and len(stem) > 1:
        yield from (stem + ending + back for ending in (("его", "ого") if stem[-1] in _SIBILANTS else ("ого", "его")))
    elif last == "яго" and len(stem) > 1:
        yield stem + "его" + back
        if stem.endswith("и"):
            yield stem[:-1] + "ьего" + back
    elif body.endswith("ыя") and len(body) > 3:
        yield body[:-2] + ("ия" if body.endswith("цыя") and known(body[:-2] + "ия") else "ые") + back
    elif body.endswith("ия") and len(body) > 3:
        yield from _plural(body[:-2], back)
    elif last == "ияся":
        yield body[:-1] + "еся"
    elif body.endswith("ию") and len(body) > 4 and not back:
        if known(body[:-2] + "ью"):
            yield body[:-2] + "ью"
    elif body.endswith(("иим", "иих", "ииго")) and not back:
        yield body.replace("ии", "ьи")


def _plural(stem: str, back: str) -> Iterator[str]:
    """-ия of adjectives and participles as -ие; nouns in -ия keep it, an old prefix before it or not."""
    if not back and any(known(form) for form in _prefixes(f"{stem}ия")):
        return
    plural = f"{stem}ие{back}"
    forms = [form for form in (plural, *_prefixes(plural)) if known(form)]
    if any(parts_of_speech(form) & NOMINAL for form in forms) or (not forms and stem.endswith(_ADJECTIVAL)):
        yield plural
    elif len(stem) > 3 and known(f"{stem}ьи") and parts_of_speech(f"{stem}ьи") & NOMINAL:
        yield f"{stem}ьи"


def _prefixes(word: str) -> Iterator[str]:
    """без-, воз-, вз-, из-, низ-, раз-, роз-, через- with с before a voiceless consonant; ъи as ы."""
    if _PREFIX.match(word) and not _ROOT.match(word):
        yield _PREFIX.sub(r"\1с", word)
        match = _PREFIX.match(word)
        if match and match.group().endswith("роз"):
            yield word[: match.end() - 2] + "ас" + word[match.end() :]
