"""Old letters to modern ones, letter by letter, whatever the word."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("letters.toml").read_text(encoding="utf-8"))
_SMALL: dict[str, str] = DATA["small"]
_MODERN = _SMALL | {old.upper(): new.capitalize() for old, new in _SMALL.items()}
_ONE_FOR_ONE = [(old, new) for old, new in _MODERN.items() if len(new) == 1]
_OLD = re.compile(f"[{''.join(_MODERN)}]")
# ъ that parts nothing: at a word's end, and inside before a consonant or а, о, у, э, where only і of old
# compounds (`двухъэтажный`) and careless prints have it. Before и it makes ы (`предъидущій`).
_IDLE = re.compile(r"ъ(?=[бвгджзйклмнпрстфхцчшщаоуэъь])", re.IGNORECASE)
_HARD_I = re.compile(r"(?<=[бвгджзклмнпрстфх])ъи", re.IGNORECASE)


def modern_letters(word: str) -> str:
    """`word` in the letters of today, without idle `ъ`; the letter's own name stays."""
    plain = _OLD.sub(lambda letter: _MODERN[letter.group()], word) if _OLD.search(word) else word
    plain = plain.rstrip("ъЪ") or plain
    if "ъ" in plain or "Ъ" in plain:
        plain = _HARD_I.sub(lambda m: "ы" if m.group()[0] == "ъ" else "Ы", plain)
        plain = _IDLE.sub("", plain)
    return plain


def same_length(text: str) -> str:
    """`text` with those old letters that one of today stands for put so, each in its place."""
    for old, new in _ONE_FOR_ONE:
        text = text.replace(old, new)
    return text
