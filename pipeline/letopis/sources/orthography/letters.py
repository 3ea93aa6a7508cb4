"""Old letters to modern ones, letter by letter, whatever the word."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

DATA = tomllib.loads(files("letopis.sources.orthography").joinpath("letters.toml").read_text(encoding="utf-8"))
_SMALL: dict[str, str] = DATA["small"]
_MODERN = _SMALL | {old.upper(): new.capitalize() for old, new in _SMALL.items()}

OLD = "".join(_SMALL) + "".join(_SMALL).upper()
# ъ that parts nothing: at a word's end, and inside before a consonant or а, о, у, э, where only і of old
# compounds (`двухъэтажный`) and careless prints have it. Before и it makes ы (`предъидущій`).
_IDLE = re.compile(r"ъ(?=[бвгджзйклмнпрстфхцчшщаоуэъь])", re.IGNORECASE)
_HARD_I = re.compile(r"(?<=[бвгджзклмнпрстфх])ъи", re.IGNORECASE)


# At a word's end, but where it is the letter's own name.
_FINAL = re.compile(r"(?<=[^\nъ])ъ+$", re.IGNORECASE | re.MULTILINE)


def modern_letters(words: str) -> str:
    """`words`, one a line, in the letters of today, without idle `ъ`; the letter's own name stays."""
    plain = words
    for letter in _MODERN.keys() & set(words):
        plain = plain.replace(letter, _MODERN[letter])
    if "ъ" in plain or "Ъ" in plain:
        plain = _FINAL.sub("", plain)
    if "ъ" in plain or "Ъ" in plain:
        plain = _HARD_I.sub(lambda m: "ы" if m.group()[0] == "ъ" else "Ы", plain)
        plain = _IDLE.sub("", plain)
    return plain
