"""Words printed in capitals (headings, surnames in lists) as they stand in running text, which the models know.

slovnet takes `ГЕНЕРАЛ КОРНИЛОВ` for an organization; of `генерал Корнилов` it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from letopis.sources.vocabulary import analyzer

_SPELT_OUT = re.compile(r"(?=.{4})[А-ЯЁІѢ-]*[АЕЁИІОУЫЭЮЯѢ][А-ЯЁІѢ-]*")
_NAME = 0.3


def as_running_text(words: Sequence[str]) -> list[str]:
    """The words of a sentence, those in capitals written as in running text; acronyms stay.

    A word that the dictionary does not have is one in capitals only where most words of the sentence are.
    """
    capitals = [word for word in words if _SPELT_OUT.fullmatch(word)]
    if not capitals:
        return list(words)
    heading = 2 * len(capitals) > sum(len(word) > 3 and word[0].isalpha() for word in words)
    return [_lowered(word, heading) if _SPELT_OUT.fullmatch(word) else word for word in words]


@lru_cache(maxsize=1 << 14)
def _lowered(word: str, heading: bool) -> str:
    title = word.title()
    known = [found for found in analyzer().analyze(title) if found.source == "dictionary"]
    if not known:
        return title if heading else word
    return title if sum(found.prob for found in known if found.pos == "PROPN") > _NAME else word.lower()
