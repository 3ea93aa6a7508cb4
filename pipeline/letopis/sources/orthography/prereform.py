"""Modern Russian written in the spelling before 1918: the way back, to measure `convert` and to compare what is read.

Ѣ and ѳ by stems (`prereform.toml`) and by case, final ъ, і before vowels, the endings -аго, -яго, -ыя, -ія, the
prefixes без-, воз-, из-, низ-, раз-, через-, and `ея`. What context would have to tell (`онѣ`, -ыя before an ellipsis)
stays.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from letopis.sources.vocabulary import analyzer, known

_DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("prereform.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_THETA: dict[str, str] = _DATA["theta"]
_YAT = re.compile(
    rf"^({'|'.join(sorted(_DATA['prefixes'], key=len, reverse=True))})"
    rf"({'|'.join(sorted((s.replace('ѣ', 'е') for s in _DATA['stems']), key=len, reverse=True))})"
)
_STEMS = {stem.replace("ѣ", "е"): stem for stem in _DATA["stems"]}
_WORD = re.compile(r"[А-Яа-яЁё]+")
_PLAIN = re.compile(rf"^(?:{'|'.join(_DATA['plain'])})")
_SHORT = frozenset(_DATA["short"])
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_NOMINAL = frozenset({"ADJ", "VERB", "AUX"})
_ENDED = re.compile(r"\.[»”)]*(?:\s+[«„(—]*[А-ЯЁ]|\s*$)")
_BROKEN = re.compile(r"[-¬\u00ad][ \n]")
_NEXT = re.compile(r"[ \n]+([А-Яа-яЁё]+)")


def prereform(text: str) -> str:
    """`text` in old spelling; the offsets are not those of `text`."""
    parts: list[str] = []
    at = 0
    for match in _WORD.finditer(text):
        parts.append(text[at : match.start()])
        parts.append(_in_place(text, match))
        at = match.end()
    return "".join([*parts, text[at:]])


def _in_place(text: str, match: re.Match[str]) -> str:
    """The word of `match` in old spelling; an abbreviation gets no ъ."""
    word = match.group()
    dot = text[match.end() : match.end() + 1] == "."
    ended = dot and _ENDED.match(text, match.end()) is not None and len(word) > 1 and word.lower() not in _SHORT
    cut = dot and ((len(word) < 5 and not ended) or not known(word.lower()))
    cut = cut or _BROKEN.match(text, match.end()) is not None or (word.isupper() and len(word) > 1)
    if word.isupper() and len(word) > 1 and not known(word.lower()):
        return word
    following = _NEXT.match(text, match.end())
    small = _old(word.lower(), _gender(following.group(1).lower()) if following else None)
    if small[-1] in _CONSONANTS and not cut and (len(word) > 1 or word.lower() in "вкс"):
        small += "ъ"
    if word.isupper() and len(word) > 1:
        return small.upper()
    return small[0].upper() + small[1:] if word[0].isupper() else small


@cache
def _old(word: str, gender: str | None) -> str:
    """`word`, small, in old letters without its final ъ; `gender` is that of the plural noun after it."""
    if word in _WORDS:
        return _WORDS[word].removesuffix("ъ")
    new = _ending(word, gender)
    new = re.sub(r"^(не)?бес(?=[кпстфхцчшщ])", r"\1без", new) if known(word) else new
    new = re.sub(r"^(не)?(рас|ис|вос|нис)(?=с)", lambda m: f"{m[1] or ''}{m[2][:-1]}з", new)
    new = re.sub(r"^чересч", "черезч", new)
    if not _PLAIN.match(new) and (stem := _YAT.match(new)) is not None:
        new = stem.group(1) + _STEMS[stem.group(2)] + new[stem.end() :]
    for plain, theta in _THETA.items():
        if new.startswith(plain):
            new = theta + new[len(plain) :]
    return re.sub(r"и(?=[аеиоуыэюяйѣё])", "і", new)


def _ending(word: str, gender: str | None) -> str:
    found = [a for a in analyzer().analyze(word) if a.source == "dictionary"]
    adjective = any(a.pos in _NOMINAL for a in found)
    if word.endswith("ого") and adjective and not any(a.lemma.endswith("ой") for a in found):
        return word[:-3] + "аго"
    if word.endswith("его") and adjective and len(word) > 4:
        return word[:-3] + ("аго" if word[-4] in "жшчщ" else "яго")
    plural = adjective and gender in {"Fem", "Neut"}
    if plural and word.endswith(("ые", "ие")):
        return word[:-1] + "я"
    if word.endswith("е") and _is_oblique(word):
        return word[:-1] + "ѣ"
    return word


@cache
def _is_oblique(word: str) -> bool:
    """Whether `word` in -е can only be a dative or locative."""
    found = [a for w in (word, word.capitalize()) for a in analyzer().analyze(w) if a.source == "dictionary"]
    nouns = [a for a in found if a.pos in {"NOUN", "PROPN"}]
    return bool(nouns) and len(nouns) == len(found) and all(a.feats.get("Case") in {"Dat", "Loc"} for a in nouns)


@cache
def _gender(word: str) -> str | None:
    """The gender of the plural noun `word`, in the nominative or the accusative."""
    for a in analyzer().analyze(word):
        if a.pos == "NOUN" and a.feats.get("Number") == "Plur" and a.feats.get("Case") in {"Nom", "Acc"}:
            gender: str | None = a.feats.get("Gender")
            return gender
    return None
