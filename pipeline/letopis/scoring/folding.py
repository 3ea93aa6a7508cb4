"""When two spellings of a word count as one."""

from __future__ import annotations

import re

# The letters that the reform of 1918 removed, ё against е, and two sorts of quotation marks.
_OLD = str.maketrans({"ё": "е", "ѣ": "е", "і": "и", "ѳ": "ф", "ѵ": "и", "«": '"', "»": '"'})
_FINAL_YER = re.compile(r"ъ\b")


def fold(text: str | None) -> str:
    """`text` without what does not make it another word: case, ё, old letters, word-final ъ, spacing."""
    return " ".join(_FINAL_YER.sub("", (text or "").casefold().translate(_OLD)).split())
